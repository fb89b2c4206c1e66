"""Does an organ look as its rules ask? Each check passes, fails, or cannot be told yet; figures only, no words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Literal

from groeimodel.rules.organs.templates import Value

CheckId = Literal[
    "every_member", "vacant", "max_seats", "gender_cap", "who", "opposition", "incompatible", "members_only"
]
Result = Literal["passes", "fails", "unknown"]


@dataclass(frozen=True, slots=True)
class Place:
    """A seat of an organ as the checks see it."""

    key: int
    municipality: int | None
    filled: bool
    advisory: bool = False
    opposition: bool = False
    """Meant for a councillor of the opposition."""
    capacity: str = ""
    """As what somebody sits there; empty where nobody said."""
    incompatible: bool | None = None
    """Whether somebody said to have a function that does not go together; None where nobody asked."""


@dataclass(frozen=True, slots=True)
class Heads:
    """How many women, men, and others or unknown an organ counts: numbers, never who."""

    women: int
    men: int
    others: int = 0

    @property
    def total(self) -> int:
        return self.women + self.men + self.others


@dataclass(frozen=True, slots=True)
class Check:
    id: CheckId
    result: Result
    places: tuple[int, ...] = ()
    """Keys of the seats that make it fail, or that are not known."""
    municipalities: tuple[int, ...] = ()
    count: int = 0
    bound: int = 0
    """What `count` is held against."""
    extra: Mapping[str, int] = field(default_factory=dict)


def checks_of(
    places: Sequence[Place],
    *,
    members: Sequence[int],
    limits: Mapping[str, Value],
    heads: Heads | None = None,
) -> tuple[Check, ...]:
    """Every check that the rules ask for (`limits`: id of a rule to its value), and vacancies always.

    `members` are the keys of the municipalities of today. Rules without a value, or with False, are not checked.
    """
    found = [_vacant(places)]
    if limits.get("every_member"):
        found.append(_every_member(places, members))
    if isinstance(most := limits.get("max_seats"), int) and not isinstance(most, bool) and most:
        voting = sum(not one.advisory for one in places)
        found.append(Check("max_seats", _told(voting <= most), count=voting, bound=most))
    if isinstance(cap := limits.get("gender_cap"), str) and cap:
        found.append(_gender(heads, Fraction(cap), places))
    if isinstance(may := limits.get("who"), tuple) and may:
        found.append(_who(places, may))
    if isinstance(each := limits.get("opposition"), int) and each:
        found.append(_opposition(places, members, int(each)))
    if limits.get("incompatible"):
        found.append(_incompatible(places))
    strange = tuple(
        one.key for one in places if one.municipality is not None and one.municipality not in members
    )
    if strange:
        found.append(Check("members_only", "fails", places=strange, count=len(strange)))
    return tuple(found)


def _told(passes: bool) -> Result:
    return "passes" if passes else "fails"


def _vacant(places: Sequence[Place]) -> Check:
    empty = tuple(one.key for one in places if not one.filled)
    return Check("vacant", _told(not empty), places=empty, count=len(empty), bound=len(places))


def _every_member(places: Sequence[Place], members: Sequence[int]) -> Check:
    """Each member has a seat with a vote; whether somebody sits there is another check."""
    there = {one.municipality for one in places if not one.advisory}
    missing = tuple(one for one in members if one not in there)
    return Check(
        "every_member", _told(not missing), municipalities=missing, count=len(missing), bound=len(members)
    )


def _gender(heads: Heads | None, cap: Fraction, places: Sequence[Place]) -> Check:
    """At most `cap` of the filled seats with a vote are of one gender; unknown ones may still tip it either way."""
    filled = sum(one.filled and not one.advisory for one in places)
    if heads is None or heads.total == 0:
        return Check("gender_cap", "unknown", count=0, bound=filled)
    most = int(cap * heads.total)
    largest = max(heads.women, heads.men)
    extra = {"most": most, "stale": int(heads.total != filled)}
    if largest > most:
        return Check("gender_cap", "fails", count=largest, bound=heads.total, extra=extra)
    sure = largest + heads.others <= most and heads.total == filled
    return Check("gender_cap", "passes" if sure else "unknown", count=largest, bound=heads.total, extra=extra)


def _who(places: Sequence[Place], may: Sequence[str]) -> Check:
    filled = [one for one in places if one.filled]
    wrong = tuple(one.key for one in filled if one.capacity and one.capacity not in may)
    if wrong:
        return Check("who", "fails", places=wrong, count=len(wrong))
    unknown = tuple(one.key for one in filled if not one.capacity)
    return Check("who", "unknown" if unknown else "passes", places=unknown, count=len(unknown))


def _opposition(places: Sequence[Place], members: Sequence[int], each: int) -> Check:
    """So many advisory seats for the opposition for every member."""
    seats = [one.municipality for one in places if one.opposition]
    missing = tuple(one for one in members if seats.count(one) < each)
    return Check(
        "opposition", _told(not missing), municipalities=missing, count=len(missing), bound=len(members)
    )


def _incompatible(places: Sequence[Place]) -> Check:
    filled = [one for one in places if one.filled]
    wrong = tuple(one.key for one in filled if one.incompatible)
    if wrong:
        return Check("incompatible", "fails", places=wrong, count=len(wrong))
    unknown = tuple(one.key for one in filled if one.incompatible is None)
    return Check("incompatible", "unknown" if unknown else "passes", places=unknown, count=len(unknown))
