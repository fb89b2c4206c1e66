"""Small numbers stay small for everyone: neither shown, nor to be worked out from the total (claim B12)."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from groeimodel.rules.reach import FEWEST, about, share, told


def test_fewer_than_five_is_not_told() -> None:
    found = told({"a": 4, "b": 5, "c": 0, "d": 1})
    assert dict(found.people) == {"a": None, "b": 5, "c": 0, "d": None}
    assert (found.total, found.hides) == (5, True)


@given(st.lists(st.integers(min_value=0, max_value=40), max_size=12))
def test_the_total_tells_nothing_of_what_is_hidden(counts: list[int]) -> None:
    people = dict(enumerate(counts))
    found = told(people)
    assert all(one is None or one == 0 or one >= FEWEST for one in found.people.values())
    assert found.total == sum(one for one in people.values() if one >= FEWEST)


@given(st.integers(min_value=0, max_value=10**6), st.integers(min_value=1, max_value=10**6))
def test_a_share_is_rounded_half_up(part: int, whole: int) -> None:
    found = share(part, whole)
    assert found is not None
    assert abs(Fraction(100 * part, whole) - found) <= Fraction(1, 2)


@given(st.integers(min_value=0, max_value=10**6))
def test_a_total_for_everyone_is_never_more_than_there_was(people: int) -> None:
    assert 0 <= people - about(people) < 10
    assert about(people) % 10 == 0


def test_no_share_of_nothing() -> None:
    assert share(0, 0) is None
