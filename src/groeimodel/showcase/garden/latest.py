"""The latest diagnosis of a partnership, in the few words that a home needs."""

from dataclasses import dataclass
from datetime import date

from groeimodel.foundation.partners.models import Partnership
from groeimodel.rules.growth.content import Actor, Layer
from groeimodel.rules.growth.diagnosis import Diagnosis


@dataclass(frozen=True, slots=True)
class StepInWords:
    """One next step: what to do, why, and where to start."""

    advice: str
    reason: str
    start: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True)
class Latest:
    diagnosis: Diagnosis
    measured_on: date
    link: str
    """The page with the whole result."""
    in_one_line: str
    steps: dict[Actor, tuple[StepInWords, ...]]

    @property
    def respondents(self) -> int:
        return sum(self.diagnosis.respondents.values())

    def score(self, layer: Layer) -> float | None:
        return self.diagnosis.layers[layer].estimate.score


def latest_of(partnership: Partnership) -> Latest | None:
    return None
