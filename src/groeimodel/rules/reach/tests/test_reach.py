"""Small numbers stay small for everyone: neither shown, nor to be worked out from the total (claim B12)."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from groeimodel.rules.reach import FEWEST, share, told


def test_fewer_than_five_is_not_told() -> None:
    found = told({"a": 4, "b": 5, "c": 0, "d": 1})
    assert dict(found.people) == {"a": None, "b": 5, "c": 0, "d": None}
    assert (found.total, found.hides) == (5, True)


@given(st.dictionaries(st.integers(), st.integers(min_value=0, max_value=40)))
def test_the_total_tells_nothing_of_what_is_hidden(people: dict[int, int]) -> None:
    found = told(people)
    assert all(one is None or one == 0 or one >= FEWEST for one in found.people.values())
    assert found.total == sum(one for one in people.values() if one >= FEWEST)


@given(st.integers(min_value=0, max_value=10**6), st.integers(min_value=1, max_value=10**6))
def test_a_share_is_rounded_half_up(part: int, whole: int) -> None:
    found = share(part, whole)
    assert found is not None
    assert abs(Fraction(100 * part, whole) - found) <= Fraction(1, 2)


def test_no_share_of_nothing() -> None:
    assert share(0, 0) is None
