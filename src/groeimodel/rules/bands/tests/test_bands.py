"""Three broad bands, among at least five others."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groeimodel.rules.bands import Band, Group, Peer, compare, edges, size_of, stand

figures = st.integers(0, 200).map(lambda one: one / 4)
many = st.lists(figures, min_size=5, max_size=30)
ORDER = [Band.LOW, Band.MIDDLE, Band.HIGH]


def test_by_hand() -> None:
    """3, 4, 6, 9, 11: a third of the way up lies 4.67, two thirds 8; in steps of 2 that is 4 and 8."""
    others = [9, 3, 11, 6, 4]
    assert [int(one) for one in edges(others, step=2)] == [4, 8]
    assert [stand(one, others, step=2) for one in (0, 2, 3, 4, 8, 9.5, 10, 20)] == [
        *(Band.LOW, Band.LOW, Band.LOW, Band.MIDDLE, Band.MIDDLE, Band.MIDDLE, Band.HIGH, Band.HIGH)
    ]


@pytest.mark.parametrize("count", range(5))
def test_never_among_fewer_than_five_others(count: int) -> None:
    soil = Peer("soil", 4)
    assert compare(soil, 3, [(soil, 3.0)] * count, step=1) is None
    with pytest.raises(ValueError, match="five"):
        stand(3, [3.0] * count, step=1)


def test_a_step_is_more_than_nought() -> None:
    with pytest.raises(ValueError, match="step"):
        edges([1, 2, 3, 4, 5], step=0)


def test_like_with_like_when_there_are_enough() -> None:
    own = Peer("meadow", 6)
    alike, same_model, other = (
        [(Peer("meadow", 9), 1.0)],
        [(Peer("meadow", 3), 9.0)],
        [(Peer("soil", 6), 5.0)],
    )
    told = compare(own, 3, [*alike * 5, *same_model * 9, *other * 9], step=1)
    assert told is not None
    assert (told.group, told.band, told.others) == (Group.ALIKE, Band.HIGH, 5)
    told = compare(own, 3, [*alike * 4, *same_model * 3, *other * 9], step=1)
    assert told is not None
    assert (told.group, told.others) == (Group.MODEL, 5)
    told = compare(own, 3, [*alike * 4, *other * 9], step=1)
    assert told is not None
    assert (told.group, told.others) == (Group.ALL, 10)


def test_without_an_aim_there_is_no_like() -> None:
    told = compare(Peer("", 6), 3, [(Peer("", 6), 1.0)] * 6, step=1)
    assert told is not None
    assert told.group == Group.ALL


def test_sizes() -> None:
    assert [size_of(n) for n in (0, 5, 6, 10, 11, 40)] == [
        "small",
        "small",
        "medium",
        "medium",
        "large",
        "large",
    ]


@given(figures, many)
def test_when_all_are_alike_nobody_is_low_or_high(value: float, others: list[float]) -> None:
    assert stand(value, [value] * len(others), step=1) == Band.MIDDLE


@given(figures, figures, many)
def test_more_is_never_a_lower_band(one: float, other: float, others: list[float]) -> None:
    low, high = (ORDER.index(stand(value, others, step=2)) for value in sorted((one, other)))
    assert low <= high


@given(many, st.data())
def test_one_changed_partnership_moves_an_edge_no_further_than_its_neighbours(
    others: list[float], data: st.DataObject
) -> None:
    """An edge stays between the values around its place, whatever the changed one becomes."""
    at, value = data.draw(st.integers(0, len(others) - 1)), data.draw(figures)
    rest = sorted(others[:at] + others[at + 1 :])
    for edge, part in zip(edges([*rest, value], step=1), (1, 2), strict=True):
        place = part * len(rest) / 3
        lowest = rest[max(0, int(place) - 1)]
        highest = rest[min(len(rest) - 1, int(place) + 1)]
        assert lowest - 1 <= edge <= highest + 1


@given(figures, many, st.integers(-3, 3))
def test_it_does_not_matter_where_the_scale_begins(value: float, others: list[float], shift: int) -> None:
    moved = [one + shift * 2 for one in others]
    assert stand(value, others, step=2) == stand(value + shift * 2, moved, step=2)


@given(figures, many)
def test_it_is_a_third_of_the_others(value: float, others: list[float]) -> None:
    """As its page says it: whoever is 'low' lies under at least half of the others, give or take the rounding."""
    band, step = stand(value, others, step=1), Fraction(1)
    above = sum(1 for one in others if one > Fraction(value) - step)
    below = sum(1 for one in others if one < Fraction(value) + step)
    if band == Band.LOW:
        assert above >= len(others) / 2
    if band == Band.HIGH:
        assert below >= len(others) / 2
