"""When does a term end, who still has to decide on going on, and what if somebody does not? Days are ordinals."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

WARNINGS: Mapping[int, int] = {18: 548, 12: 365, 6: 183}
"""Months before the end to days before it."""

Stage = Literal["endless", "far", "18", "12", "6", "over"]
Outlook = Literal["goes_on", "waiting", "refused", "dissolved", "ended"]


@dataclass(frozen=True, slots=True)
class Expiry:
    stage: Stage
    """'12' from twelve months before the end on, until '6'."""
    left: int
    """Days until the last day, 0 on that day, less after it; 0 without an end."""
    next_on: int | None
    """The day of the warning that comes; None when all have passed, or there is no end."""

    @property
    def warns(self) -> bool:
        return self.stage not in ("endless", "far")


def expiry(ends: int | None, today: int) -> Expiry:
    """Where a term stands on a day; `ends` is its last day."""
    if ends is None:
        return Expiry("endless", 0, None)
    left = ends - today
    if left < 0:
        return Expiry("over", left, None)
    passed = [months for months, days in WARNINGS.items() if left <= days]
    coming = [ends - days for days in WARNINGS.values() if left > days]
    stage: Stage = "far" if not passed else _STAGES[min(passed)]
    return Expiry(stage, left, min(coming, default=None))


_STAGES: Mapping[int, Stage] = {18: "18", 12: "12", 6: "6"}


@dataclass(frozen=True, slots=True)
class Renewal:
    """Who decided that the term goes on."""

    yes: tuple[int, ...]
    no: tuple[int, ...]
    missing: tuple[int, ...]
    outlook: Outlook
    """'dissolved' where one missing decision ends it all and its day has come; 'ended' where the form says nothing of that."""

    @property
    def complete(self) -> bool:
        return not self.no and not self.missing


def renewal(
    members: Sequence[int],
    decided: Mapping[int, bool],
    *,
    parts: Mapping[int, Sequence[int]],
    over: bool,
    all_needed: bool,
) -> Renewal:
    """Who said what of a term that ends.

    `decided` is what each municipality decided, yes or no, by its key; `parts` are the former municipalities that a
    member of today took over. Where a member said nothing itself, what all its parts said counts; one that said no is
    enough for no.
    """
    said = {one: _said(one, decided, parts.get(one, ())) for one in members}
    yes, no, missing = (tuple(one for one in members if said[one] is what) for what in (True, False, None))
    ends_it = "dissolved" if all_needed else "ended"
    outlook: Outlook = "goes_on"
    if over and (no or missing):
        outlook = "dissolved" if ends_it == "dissolved" else "ended"
    elif no:
        outlook = "refused"
    elif missing:
        outlook = "waiting"
    return Renewal(yes, no, missing, outlook)


def _said(member: int, decided: Mapping[int, bool], parts: Sequence[int]) -> bool | None:
    if member in decided:
        return decided[member]
    told = [decided.get(one) for one in parts]
    if False in told:
        return False
    return True if told and None not in told else None


@dataclass(frozen=True, slots=True)
class Bounds:
    """What a form asks of a term."""

    most_years: int = 0
    """0: no bound."""
    election_years: bool = True
    """Whether it may begin in the year of local elections."""


ELECTION_YEARS = 6
"""Local elections in Flanders: every six years, 2024, 2030, ..."""
FIRST_ELECTION = 2024


def is_election_year(year: int) -> bool:
    return (year - FIRST_ELECTION) % ELECTION_YEARS == 0


TermProblem = Literal["too_long", "no_end", "election_year", "ends_before"]


def problems_of_term(
    starts: tuple[int, int, int], ends: tuple[int, int, int] | None, bounds: Bounds, *, renews: bool = False
) -> tuple[TermProblem, ...]:
    """All that does not fit; days are (year, month, day), the last one counts. A renewal may begin in any year."""
    found: list[TermProblem] = []
    if ends is not None and ends < starts:
        found.append("ends_before")
    if bounds.most_years:
        year, month, day = starts
        if ends is None:
            found.append("no_end")
        elif ends >= (year + bounds.most_years, month, day):
            found.append("too_long")
    if not bounds.election_years and not renews and is_election_year(starts[0]):
        found.append("election_year")
    return tuple(found)
