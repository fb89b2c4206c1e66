"""Amounts as people type them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groeimodel.formats.amounts import read_amount, write_amount


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("1.250,50", "1250.50"),
        ("1250,5", "1250.50"),
        ("1250.50", "1250.50"),
        ("1.250", "1250"),
        ("1 250", "1250"),
        ("1\xa0250,05", "1250.05"),
        ("€ 12", "12"),
        ("12 €", "12"),
        ("300,-", "300"),
        ("1,250.50", "1250.50"),
        ("1.234.567,89", "1234567.89"),
        ("", "0"),
        ("  ", "0"),
        ("0", "0"),
    ],
)
def test_what_is_read(text: str, amount: str) -> None:
    assert read_amount(text) == Decimal(amount)


@pytest.mark.parametrize(
    "text", ["12x", "-5", "1,2,3", "1.25.0", "1,005", "twaalf", "1e5", "NaN", "1000000000", "=1+1", "12.3456"]
)
def test_what_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"amount|much"):
        read_amount(text)


@given(st.decimals(min_value=0, max_value=10**8, places=2, allow_nan=False))
def test_what_is_written_is_read_as_the_same(amount: Decimal) -> None:
    assert read_amount(write_amount(amount)) == amount
