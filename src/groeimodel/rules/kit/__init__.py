"""Which three things an ambassador tells of the partnership today, and in which order. In words: `docs/rules/kit.md`.

Pure: what is recorded goes in as facts, points come out with the reasons for each.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

POINTS = 3
FRESH = 365
"""So many days long a fact is of this year."""
OLD = 730
"""Older than this it is history, and no point to make today."""


class Side(StrEnum):
    """The three things a college wants to hear, in this order."""

    CAME = "came"
    """What it brought."""
    TRADE = "trade"
    """What goes in, and what stands against it."""
    GROWS = "grows"
    """What grows now."""


class Kind(StrEnum):
    """The sorts of facts, the strongest of each side first."""

    RESULT = "result"
    """An action that was looked back on: a figure, or a verdict."""
    HARVEST = "harvest"
    """One thing that is used locally thanks to the others."""
    PICKED = "picked"
    """An action that is over."""
    USES = "uses"
    """How often something was harvested in a year."""
    LEVER = "lever"
    """Own euros beside all euros of the same actions."""
    EXCHANGE = "exchange"
    """What was taken from others and given to them."""
    HOURS = "hours"
    """Hours that were worked."""
    RUNS = "runs"
    """Actions that run."""
    DECIDED = "decided"
    """What was decided together."""
    WORKED_OUT = "worked_out"
    """Ideas that are being worked out."""


SIDES = {
    Kind.RESULT: Side.CAME,
    Kind.HARVEST: Side.CAME,
    Kind.PICKED: Side.CAME,
    Kind.USES: Side.CAME,
    Kind.LEVER: Side.TRADE,
    Kind.EXCHANGE: Side.TRADE,
    Kind.HOURS: Side.TRADE,
    Kind.RUNS: Side.GROWS,
    Kind.DECIDED: Side.GROWS,
    Kind.WORKED_OUT: Side.GROWS,
}
_RANK = {kind: at for at, kind in enumerate(Kind)}
_ORDER = {side: at for at, side in enumerate(Side)}


class Reason(StrEnum):
    OWN = "own"
    """It is about this municipality itself."""
    FIGURE = "figure"
    """It has a figure."""
    FRESH = "fresh"
    """It is of the last year."""
    ONLY = "only"
    """Nothing else is recorded on this side."""
    BESIDE = "beside"
    """It fills a place: another side has nothing to tell."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that is recorded, as far as the choice looks at it."""

    key: str
    kind: Kind
    day: int
    """`date.toordinal()` of when it was so."""
    own: bool = False
    """About this municipality itself, not the whole group."""
    figure: bool = False


@dataclass(frozen=True, slots=True)
class Point:
    key: str
    """Of the fact."""
    side: Side
    reasons: tuple[Reason, ...]


def choose(facts: Sequence[Fact], today: int) -> tuple[Point, ...]:
    """At most three points, in the order of telling; fewer where fewer facts are recorded, never anything else.

    The strongest of each side first. A side without facts gives its place to the strongest that is left, of a kind
    that is not told yet where there is one. The same facts always give the same points, in whichever order they come.
    """
    ranked = sorted(
        (one for one in facts if 0 <= today - one.day <= OLD), key=lambda one: _strength(one, today)
    )
    first = {side: next((one for one in ranked if SIDES[one.kind] is side), None) for side in Side}
    chosen = [one for one in first.values() if one is not None]
    beside: list[Fact] = []
    while len(chosen) + len(beside) < POINTS:
        left = [one for one in ranked if one not in chosen and one not in beside]
        if not left:
            break
        told = {one.kind for one in (*chosen, *beside)}
        beside.append(next((one for one in left if one.kind not in told), left[0]))
    points = sorted((*chosen, *beside), key=lambda one: (_ORDER[SIDES[one.kind]], *_strength(one, today)))
    return tuple(Point(one.key, SIDES[one.kind], _reasons(one, ranked, beside, today)) for one in points)


def _strength(fact: Fact, today: int) -> tuple[bool, bool, bool, int, int, str]:
    """Low is strong: of this year, with a figure, about the own municipality, of a strong kind, the newest."""
    return (
        today - fact.day > FRESH,
        not fact.figure,
        not fact.own,
        _RANK[fact.kind],
        -fact.day,
        fact.key,
    )


def _reasons(fact: Fact, ranked: Sequence[Fact], beside: Sequence[Fact], today: int) -> tuple[Reason, ...]:
    alone = sum(SIDES[one.kind] is SIDES[fact.kind] for one in ranked) == 1
    holds = {
        Reason.OWN: fact.own,
        Reason.FIGURE: fact.figure,
        Reason.FRESH: today - fact.day <= FRESH,
        Reason.ONLY: alone,
        Reason.BESIDE: fact in beside,
    }
    return tuple(reason for reason, so in holds.items() if so)
