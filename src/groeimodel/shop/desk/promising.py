"""The answer that was promised: by which working day, how near it is, and how the shop kept to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from statistics import median

from groeimodel.rules.workdays import working_day_after, working_days

NEAR = 1
"""Working days before the promised day in which it counts as near."""


def promised(since: date, days: int) -> date:
    """By which day an answer was promised that many working days after `since`."""
    return date.fromordinal(working_day_after(since.toordinal(), days))


def days_between(since: date, until: date) -> int:
    """Working days that an answer took: 0 on the same day."""
    return working_days(since.toordinal(), until.toordinal())


def is_near(answer_by: date, today: date) -> bool:
    """Today or the next working day is the last; or it is late already."""
    return days_between(today, answer_by) <= NEAR


@dataclass(frozen=True, slots=True)
class AnswerTimes:
    """How fast the shop answered the requests that were received in a year."""

    received: int
    answered: int
    median: float | None
    """Working days until the first answer; None while nothing was answered."""
    within: int
    """Answered by the day that was promised."""
    over: int
    """Not answered yet, and the promised day is past."""

    @property
    def share(self) -> Fraction | None:
        """The part answered in time of all whose promised day came or that were answered; None without any."""
        counted = self.answered + self.over
        return Fraction(self.within, counted) if counted else None

    @property
    def percent(self) -> int | None:
        return None if self.share is None else int(self.share * 100 + Fraction(1, 2))


def times_of(asked: Sequence[tuple[date, date | None, int | None, bool]], today: date | None) -> AnswerTimes:
    """From (promised, answered, working days that took, still open) of each request. Without `today` nothing is over."""
    days = [took for _until, _answered, took, _open in asked if took is not None]
    within = sum(answered is not None and answered <= until for until, answered, _took, _open in asked)
    over = sum(
        answered is None and still and today is not None and until < today
        for until, answered, _took, still in asked
    )
    return AnswerTimes(len(asked), len(days), float(median(days)) if days else None, within, over)
