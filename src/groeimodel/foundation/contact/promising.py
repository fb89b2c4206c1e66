"""The answer that is promised: by which working day, and how long answers took."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from statistics import median

from groeimodel.rules.workdays import working_day_after, working_days

PROMISED = 3
"""Working days within which a supporter answers. A choice of ours: long enough for who works half-time, short enough to wait."""


def promised(asked: date) -> date:
    """The last day on which an answer to a question of that day is in time."""
    return date.fromordinal(working_day_after(asked.toordinal(), PROMISED))


def working_days_between(since: date, until: date) -> int:
    return working_days(since.toordinal(), until.toordinal())


def usual(took: Iterable[int]) -> float | None:
    """The median of working days that answers took; None without any."""
    days = sorted(took)
    return float(median(days)) if days else None
