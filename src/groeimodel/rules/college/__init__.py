"""Three moments a year at which a college gets to see the meadow: when is a good day for each? In words: `docs/rules/college.md`.

Pure: days are `date.toordinal()`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from groeimodel.rules.workdays import is_working_day, ordinal, year_of

NOTICE = 14
"""So many days somebody has to get ready; no moment comes sooner."""
BEFORE_CHOICE = 14
AFTER_HARVEST = 14
YEAR = 365


class Occasion(StrEnum):
    CHOICE = "choice"
    """Before the partners choose together."""
    FLOWER = "flower"
    """When an action begins."""
    HARVEST = "harvest"
    """When an action is over, and what came of it can be told."""


class Why(StrEnum):
    RECORDED = "recorded"
    """The day follows from what is planned."""
    SEASON = "season"
    """Nothing is planned yet: a good time of the year."""


SEASON = {Occasion.CHOICE: (10, 1), Occasion.FLOWER: (4, 1), Occasion.HARVEST: (12, 1)}
"""Month and day when nothing is planned: autumn, before the budget is made; spring; the end of the year."""


@dataclass(frozen=True, slots=True)
class Known:
    """What is planned, each the nearest one that is still to come; None when there is none."""

    choice: int | None = None
    """The last day to cast a ballot."""
    flower: int | None = None
    """The first day of an action."""
    harvest: int | None = None
    """The last day of an action."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    occasion: Occasion
    day: int
    why: Why


def suggest(known: Known, today: int) -> tuple[Suggestion, ...]:
    """One moment for each occasion, the first day first: within a year, or the next good season; each on a working day."""
    wanted = {
        Occasion.CHOICE: None if known.choice is None else known.choice - BEFORE_CHOICE,
        Occasion.FLOWER: known.flower,
        Occasion.HARVEST: None if known.harvest is None else known.harvest + AFTER_HARVEST,
    }
    found = [_one(occasion, day, today) for occasion, day in wanted.items()]
    return tuple(sorted(found, key=lambda one: (one.day, one.occasion)))


def _one(occasion: Occasion, day: int | None, today: int) -> Suggestion:
    first = today + NOTICE
    if day is not None and first <= day <= today + YEAR:
        return Suggestion(occasion, working_day(day), Why.RECORDED)
    month, at = SEASON[occasion]
    season = ordinal(year_of(first), month, at)
    if season < first:
        season = ordinal(year_of(first) + 1, month, at)
    return Suggestion(occasion, working_day(season), Why.SEASON)


def working_day(day: int) -> int:
    """The day itself, or the first working day after it."""
    while not is_working_day(day):
        day += 1
    return day
