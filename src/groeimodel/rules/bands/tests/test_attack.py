"""Attacks on the bands: every world of others that fits what an attacker can see.

The attacker changes his own figure as he likes and looks each time which band he is in. So he comes to know both edges as
they are rounded, and no more: a band is made of them and of his own figure. He also knows the figures of partnerships that
help him. From that follows which worlds there could be; a figure that is nearly the same in all of them, is known.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from fractions import Fraction
from functools import cache
from itertools import combinations_with_replacement

import pytest

from groeimodel.rules.bands import Band, edges, stand

STEP = 4
VALUES = range(15)
"""What others may have; the worlds that are looked at stay under `REAL`, so that they have room above them."""
REAL = 9
Seen = tuple[object, ...]
World = tuple[int, ...]
Watch = Callable[[World], object]


@cache
def curve(world: World) -> tuple[Fraction, Fraction]:
    """All that somebody learns who can try every figure of his own."""
    return edges(world, step=STEP)


@cache
def exact(world: World) -> object:
    """The same where edges are not rounded."""
    return edges(world, step=1e-9)


def one_band(own: int) -> Watch:
    """What somebody learns who looks once, with the figure that he has."""
    return lambda world: band_of(own, *curve(world))


def band_of(own: int, low: Fraction, high: Fraction) -> Band:
    """A band from both edges."""
    known = own - own % STEP
    return Band.LOW if known < low else Band.HIGH if known > high else Band.MIDDLE


def narrowest(worlds: Iterable[tuple[Seen, int, World]]) -> int:
    """Over everything that can be seen in a real world: between which two figures lies the one that is sought?"""
    found: dict[Seen, tuple[int, int]] = {}
    real: set[Seen] = set()
    for seen, value, world in worlds:
        low, high = found.get(seen, (value, value))
        found[seen] = (min(low, value), max(high, value))
        if world[-1] < REAL:
            real.add(seen)
    return min(high - low for low, high in (found[seen] for seen in real))


def of_one(watch: Watch, helpers: int) -> Iterator[tuple[Seen, int, World]]:
    """Five others, of whom some help the attacker: what is seen, and a figure of one who does not."""
    for helping in combinations_with_replacement(VALUES, helpers):
        for rest in combinations_with_replacement(VALUES, 5 - helpers):
            world = tuple(sorted((*helping, *rest)))
            for value in set(rest):
                yield (helping, watch(world)), value, world


def of_who_leaves(watch: Watch, values: range = VALUES) -> Iterator[tuple[Seen, int, World]]:
    """Six others, and later the same without one; the attacker knows who. Joining is the same, turned round."""
    for rest in combinations_with_replacement(values, 5):
        after = watch(rest)
        for value in values:
            world = tuple(sorted((*rest, value)))
            yield (watch(world), after), value, world


@pytest.mark.parametrize("helpers", [0, 1])
def test_nobodys_figure_is_known_within_a_step(helpers: int) -> None:
    """In whole numbers, a step of four is four numbers: three from the first to the last."""
    assert narrowest(of_one(curve, helpers)) >= STEP - 1


def test_nor_exactly_by_three_partnerships_together() -> None:
    """The attacker and two who help him, among six: what is left is three others, all near nought."""
    assert narrowest(of_one(curve, 2)) >= 1


def test_the_figure_of_who_leaves_or_joins_is_not_known_within_half_a_step() -> None:
    """Though nobody else's changed, and the attacker tried every figure before and after."""
    assert narrowest(of_who_leaves(curve)) >= STEP / 2


@pytest.mark.parametrize("own", [0, 3, 4, 6, 8])
def test_nor_by_looking_once_before_and_once_after(own: int) -> None:
    assert narrowest(of_who_leaves(one_band(own))) >= STEP - 1


def test_the_attack_works_where_edges_are_exact() -> None:
    """So that the tests above can fail."""
    assert narrowest(of_who_leaves(exact, range(11))) < STEP / 2


def test_a_band_is_made_of_the_edges_alone() -> None:
    """So an attacker who knows both edges knows all that bands can ever tell him."""
    for world in combinations_with_replacement(range(0, 15, 2), 5):
        low, high = edges(world, step=STEP)
        for value in range(16):
            assert stand(value, world, step=STEP) == band_of(value, low, high)
