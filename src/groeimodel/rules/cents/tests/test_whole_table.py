"""Every sum is kept, on random tables."""

from fractions import Fraction
from math import ceil, floor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groeimodel.rules.cents import whole_table


@st.composite
def tables(draw: st.DrawFn) -> list[list[Fraction]]:
    """Costs in whole cents, divided over rows by weights that may be zero."""
    rows, columns = draw(st.integers(1, 6)), draw(st.integers(1, 6))
    table = [[Fraction(0)] * columns for _row in range(rows)]
    for at in range(columns):
        cost = draw(st.integers(0, 50))
        weights = draw(st.lists(st.integers(0, 7), min_size=rows, max_size=rows).filter(any))
        for row, weight in enumerate(weights):
            table[row][at] = Fraction(cost * weight, sum(weights))
    return table


@given(tables())
def test_columns_keep_their_sum_and_rows_come_within_one(table: list[list[Fraction]]) -> None:
    whole = whole_table(table)
    for before, after in zip(table, whole, strict=True):
        assert floor(sum(before)) <= sum(after) <= ceil(sum(before))
        assert all(floor(one) <= other <= ceil(one) for one, other in zip(before, after, strict=True))
    assert [sum(column) for column in zip(*whole, strict=True)] == [
        sum(column) for column in zip(*table, strict=True)
    ]


def test_nobody_pays_a_cent_too_much_for_each_thing() -> None:
    """Rounded by itself, each of these columns would ask 34 of the first row: 102 of 100."""
    third = Fraction(100, 3)
    assert sum(whole_table([[third] * 3] * 3)[0]) == 100


def test_a_cost_that_is_no_whole_number_is_refused() -> None:
    with pytest.raises(ValueError, match="whole number"):
        whole_table([[Fraction(1, 3)]])
