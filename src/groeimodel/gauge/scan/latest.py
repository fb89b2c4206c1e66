"""The latest result of a partnership's scan rounds, and what it says to one reader."""

from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from groeimodel.foundation.partners.models import Partnership
from groeimodel.gauge.scan.models import Round
from groeimodel.gauge.scan.results import Result, result_of
from groeimodel.gauge.scan.selectors import rounds_of
from groeimodel.rules.growth.content import Layer
from groeimodel.rules.growth.responses import Records

SOIL_SAYS: dict[str | None, str] = {
    "poor": "De potgrond is arm. Voed hem eerst: zonder goede grond houdt hier niets stand.",
    "growing": "De potgrond groeit. Blijf hem voeden, dan kan hier meer groeien.",
    "rich": "De potgrond is rijk: goede grond voor wat hier groeit. Blijf hem voeden.",
    None: "De potgrond is nog niet gemeten. Een groeiscan toont hoe het met de basis gaat.",
}
"""Said wherever the meadow or the shop is shown (claim G6)."""


@dataclass(frozen=True, slots=True)
class Latest:
    round: Round
    result: Result
    measured_on: date

    @property
    def respondents(self) -> int:
        return sum(self.result.diagnosis.respondents.values())

    def score(self, layer: Layer) -> float | None:
        return self.result.diagnosis.layers[layer].estimate.score


def latest_of(partnership: Partnership, said: Records) -> Latest | None:
    """The newest closed round in which anybody was heard; `said` is what the records say.

    Three queries; the sums themselves are kept by the gauge while nothing changes.
    """
    round = (
        rounds_of(partnership)
        .filter(closed_at__isnull=False, sheets__submitted_at__isnull=False)
        .select_related("partnership", "questionnaire")
        .order_by("-closed_at")
        .first()
    )
    if round is None or round.closed_at is None:
        return None
    return Latest(round, result_of(round, said=said), timezone.localdate(round.closed_at))
