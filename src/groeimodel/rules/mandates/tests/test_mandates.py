"""A mandate holds from its first to its last day, up to its amount, until it is closed."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groeimodel.rules.mandates import SOON, Terms, lacks, state

DAYS = st.integers(0, 400)
TERMS = st.builds(
    Terms,
    starts=DAYS,
    ends=DAYS,
    amount=st.none() | st.decimals(0, 10_000, places=2),
    given=st.booleans(),
    refused=st.booleans(),
    closed_on=st.none() | DAYS,
)


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (99, "coming"),
        (100, "in_force"),
        (200 - SOON, "in_force"),
        (200 - SOON + 1, "ends_soon"),
        (200, "ends_soon"),
        (201, "ended"),
    ],
)
def test_both_its_first_and_its_last_day_count(today: int, expected: str) -> None:
    assert state(Terms(100, 200), today) == expected


def test_from_the_day_that_it_is_closed_it_holds_no_more() -> None:
    terms = Terms(100, 200, closed_on=150)
    assert [state(terms, day) for day in (149, 150, 151)] == ["in_force", "closed", "closed"]
    assert lacks(terms, on=149) == ()
    assert lacks(terms, on=150) == ("closed",)


def test_what_was_only_asked_holds_not() -> None:
    terms = Terms(100, 200, given=False)
    assert state(terms, 150) == "asked"
    assert state(terms, 201) == "closed"
    assert lacks(terms, on=150) == ("not_given",)


@pytest.mark.claim("W22")
def test_the_amount_is_a_bound_that_itself_still_counts() -> None:
    terms = Terms(100, 200, amount=Decimal("500.00"))
    assert lacks(terms, on=150, amount=Decimal("500.00")) == ()
    assert lacks(terms, on=150, amount=Decimal("500.01")) == ("too_much",)
    assert lacks(Terms(100, 200), on=150, amount=Decimal(10**9)) == (), "no bound was set"


def test_all_that_lacks_is_said_at_once() -> None:
    terms = Terms(100, 200, amount=Decimal(1), given=False, closed_on=150)
    assert lacks(terms, on=201, amount=Decimal(2)) == ("not_given", "too_late", "closed", "too_much")


@given(TERMS, DAYS)
def test_it_covers_a_free_decision_exactly_while_it_is_in_force(terms: Terms, day: int) -> None:
    assert (lacks(terms, on=day) == ()) == (state(terms, day) in {"in_force", "ends_soon"})


@given(TERMS, DAYS, st.decimals(0, 10_000, places=2), st.decimals(0, 10_000, places=2))
def test_a_smaller_decision_lacks_no_more_than_a_larger_one(
    terms: Terms, day: int, one: Decimal, other: Decimal
) -> None:
    small, large = sorted((one, other))
    assert set(lacks(terms, on=day, amount=small)) <= set(lacks(terms, on=day, amount=large))
