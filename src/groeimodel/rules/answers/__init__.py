"""How long a group usually takes to answer. In words: `docs/rules/answers.md`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median
from typing import Literal

FEW = 3
"""With fewer answered questions nothing is said: one slow holiday would be the whole truth."""
HOUR, DAY = 60, 24 * 60
SCALE: tuple[tuple[int, Literal["hour", "hours", "day", "days", "weeks"], int], ...] = (
    (90, "hour", HOUR),
    (20 * HOUR, "hours", HOUR),
    (36 * HOUR, "day", DAY),
    (14 * DAY, "days", DAY),
)
"""Up to so many minutes, which word, and minutes of one of it. A choice of ours: rougher as it lasts longer."""


@dataclass(frozen=True, slots=True)
class Pace:
    minutes: float | None
    """The median time to a first answer; None while there are too few."""
    count: int
    """Answered questions."""
    unit: Literal["few", "hour", "hours", "day", "days", "weeks"]
    number: int = 0
    """How many of the unit, rounded, at least 1; 0 for 'few'."""


def pace(minutes: Sequence[float]) -> Pace:
    """The usual time to a first answer, from the time of each question that was answered, in minutes.

    The median: a question that lay still over the summer does not change what is usual.
    """
    if len(minutes) < FEW:
        return Pace(None, len(minutes), "few")
    middle = median(minutes)
    for up_to, unit, length in SCALE:
        if middle <= up_to:
            return Pace(middle, len(minutes), unit, max(1, round(middle / length)))
    return Pace(middle, len(minutes), "weeks", round(middle / (7 * DAY)))
