"""Where one partnership stands among others, said only as one of three broad bands. No league table.

    compare(Peer("weide", 6), 8, [(Peer("weide", 5), 7), ...], step=2) -> Standing | None

Pure. In words, with what it promises and what it cannot do: docs/rules/bands.md.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from groeimodel.rules.suppression import FEWEST, fives

__all__ = ["FEWEST", "Band", "Group", "Peer", "Standing", "compare", "edges", "fives", "size_of", "stand"]


Number = int | float | Decimal


class Band(StrEnum):
    LOW = "low"
    MIDDLE = "middle"
    HIGH = "high"


class Group(StrEnum):
    """With whom somebody was compared: like with like where there are enough of them."""

    ALIKE = "alike"
    """The same model and a similar number of municipalities."""
    MODEL = "model"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Peer:
    model: str
    """The model it aims for; empty while it has not said so."""
    municipalities: int


@dataclass(frozen=True, slots=True)
class Standing:
    band: Band
    group: Group
    others: int
    """So many others at least: 5, 10, 15."""


def compare(
    own: Peer, value: Number, others: Sequence[tuple[Peer, Number]], *, step: Number
) -> Standing | None:
    """Among those most like it of whom there are at least five; None when there are not even five others in all."""
    tests: tuple[tuple[Group, Callable[[Peer], bool]], ...] = (
        (Group.ALIKE, lambda one: own.model != "" and one.model == own.model and _same_size(one, own)),
        (Group.MODEL, lambda one: own.model != "" and one.model == own.model),
        (Group.ALL, lambda one: True),
    )
    for group, fits in tests:
        values = [figure for peer, figure in others if fits(peer)]
        if len(values) >= FEWEST:
            return Standing(stand(value, values, step=step), group, fives(len(values)))
    return None


def _same_size(one: Peer, other: Peer) -> bool:
    return size_of(one.municipalities) == size_of(other.municipalities)


def size_of(municipalities: int) -> str:
    """Small up to five municipalities, large from eleven on."""
    return "small" if municipalities <= 5 else "medium" if municipalities <= 10 else "large"


def stand(value: Number, others: Sequence[Number], *, step: Number) -> Band:
    """The band of a value. Both it and the edges are rounded down to whole steps, so a small difference says nothing.

    Raises:
        ValueError: fewer than five others, or a step that is none.
    """
    low, high = edges(others, step=step)
    own = _down(Fraction(value), Fraction(step))
    return Band.LOW if own < low else Band.HIGH if own > high else Band.MIDDLE


def edges(others: Sequence[Number], *, step: Number) -> tuple[Fraction, Fraction]:
    """The two edges: a third and two thirds of the way up the others, rounded down to whole steps. Never shown.

    Raises:
        ValueError: fewer than five others, or a step that is none.
    """
    if len(others) < FEWEST:
        raise ValueError("at least five others")
    if step <= 0:
        raise ValueError("a step is more than nought")
    in_order = sorted(Fraction(one) for one in others)
    low, high = (_down(_at(in_order, Fraction(part, 3)), Fraction(step)) for part in (1, 2))
    return low, high


def _at(in_order: Sequence[Fraction], share: Fraction) -> Fraction:
    """Between the two values around a place, in proportion: an edge is seldom one partnership's figure."""
    place = share * (len(in_order) - 1)
    under = int(place)
    above = min(under + 1, len(in_order) - 1)
    return in_order[under] + (place - under) * (in_order[above] - in_order[under])


def _down(value: Fraction, step: Fraction) -> Fraction:
    """To the whole step below: to the nearest one, nought would be told more closely than the rest."""
    return value // step * step
