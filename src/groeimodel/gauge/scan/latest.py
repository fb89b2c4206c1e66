"""The latest result of a partnership's scan rounds, and what it says to one reader."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from groeimodel.foundation.partners.models import Membership, Partnership
from groeimodel.gauge.scan.models import Round, Sheet
from groeimodel.gauge.scan.results import Result, aim_of, kept, privacy_of, result_of
from groeimodel.gauge.scan.selectors import content_of, rounds_of, to_responses
from groeimodel.rules.growth import diagnose
from groeimodel.rules.growth.content import Layer
from groeimodel.rules.growth.diagnosis import Diagnosis
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


@dataclass(frozen=True, slots=True)
class Measured:
    """Where a partnership stands by its latest scan, for a page that shows many."""

    round: int
    diagnosis: Diagnosis
    measured_on: date


def measured_of_all(partnerships: Sequence[Partnership], said: Mapping[int, Records]) -> dict[int, Measured]:
    """The diagnosis of `latest_of` for several partnerships at once; those without a scan are left out.

    `said` is what the records say, by the key of the partnership. Four queries for all; the scope must be off.
    """
    keys = [one.pk for one in partnerships]
    heard = Round.objects.filter(
        partnership__in=keys, closed_at__isnull=False, sheets__submitted_at__isnull=False
    )
    newest: dict[int, int] = {}
    for key, pk in heard.order_by("-closed_at", "-pk").values_list("partnership", "pk"):
        newest.setdefault(key, pk)
    rounds = list(Round.objects.filter(pk__in=newest.values()).select_related("questionnaire", "partnership"))
    sheets: dict[int, list[Sheet]] = defaultdict(list)
    came = Sheet.objects.filter(round__in=rounds, submitted_at__isnull=False).select_related("municipality")
    for sheet in came.order_by("pk"):
        sheets[sheet.round_id or 0].append(sheet)
    memberships: dict[int, list[Membership]] = defaultdict(list)
    for one in Membership.objects.filter(partnership__in=keys).select_related("municipality"):
        memberships[one.partnership_id].append(one)
    return {
        one.partnership_id: _measured(
            one, sheets[one.pk], memberships[one.partnership_id], said.get(one.partnership_id, Records())
        )
        for one in rounds
    }


def _measured(
    round: Round, sheets: Sequence[Sheet], memberships: Sequence[Membership], said: Records
) -> Measured:
    opened = timezone.localdate(round.opened_at)
    places = {
        one.municipality.key
        for one in memberships
        if one.starts <= opened and (one.ends is None or one.ends >= opened)
    }
    places |= {one.municipality.key for one in sheets if one.municipality is not None}
    aim, privacy, partners = aim_of(round.partnership.aim), privacy_of(round), sorted(places)

    def work_out() -> Diagnosis:
        responses = to_responses(sheets, content_of(round.questionnaire), partners=partners)
        content = content_of(round.questionnaire)
        return diagnose(responses, content, aim=aim, records=said, privacy=privacy)

    last = max((one.pk for one in sheets), default=0)
    state = f"many {round.pk} {round.closed_at} {len(sheets)} {last} {said} {partners} {aim} {privacy}"
    return Measured(round.pk, kept(state, work_out), timezone.localdate(round.closed_at))
