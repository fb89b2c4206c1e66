"""Five and ten working days, with Belgian public holidays."""

from datetime import date, timedelta

import pytest
from dateutil.easter import easter as known_easter  # type: ignore[import-untyped]
from hypothesis import given
from hypothesis import strategies as st

from groeimodel.rules.workdays import (
    easter,
    holidays,
    is_working_day,
    ordinal,
    working_day_after,
    working_days,
    year_of,
)


def day(text: str) -> int:
    return date.fromisoformat(text).toordinal()


def test_easter_of_every_year_that_matters() -> None:
    for year in range(1900, 2200):
        assert date(year, *easter(year)) == known_easter(year)


@given(st.dates(date(1600, 1, 1), date(2400, 12, 31)))
def test_days_are_those_of_the_calendar(one: date) -> None:
    assert ordinal(one.year, one.month, one.day) == one.toordinal()
    assert year_of(one.toordinal()) == one.year


def test_the_holidays_of_2027() -> None:
    """As the federal government lists them."""
    listed = ["01-01", "03-29", "05-01", "05-06", "05-17", "07-21", "08-15", "11-01", "11-11", "12-25"]
    assert holidays(2027) == {day(f"2027-{one}") for one in listed}


@pytest.mark.parametrize(
    ("since", "until", "count"),
    [
        ("2027-03-01", "2027-03-08", 5),  # Monday to the next Monday
        ("2027-03-05", "2027-03-08", 1),  # Friday to Monday
        ("2027-03-24", "2027-03-31", 4),  # Easter Monday in between
        ("2026-12-24", "2027-01-04", 5),  # Christmas and New Year, both a Friday
        ("2027-03-06", "2027-03-07", 0),  # a weekend
        ("2027-03-08", "2027-03-01", 0),  # backwards
    ],
)
def test_working_days(since: str, until: str, count: int) -> None:
    assert working_days(day(since), day(until)) == count


@given(st.dates(date(2000, 1, 1), date(2060, 1, 1)), st.integers(0, 60))
def test_a_slow_twin(since: date, length: int) -> None:
    days = [since + timedelta(days=at) for at in range(1, length + 1)]
    slow = [one for one in days if one.isoweekday() <= 5 and one.toordinal() not in holidays(one.year)]
    assert working_days(since.toordinal(), since.toordinal() + length) == len(slow)
    assert all(is_working_day(one.toordinal()) for one in slow)


@given(st.dates(date(2020, 1, 1), date(2040, 12, 31)), st.integers(1, 30))
def test_the_day_that_was_promised_is_the_first_with_so_many_working_days(one: date, count: int) -> None:
    since = one.toordinal()
    until = working_day_after(since, count)
    assert is_working_day(until)
    assert working_days(since, until) == count
    assert working_days(since, until - 1) == count - 1


def test_five_working_days_over_easter() -> None:
    assert working_day_after(day("2027-03-25"), 5) == day("2027-04-02")  # Thursday; Easter Monday is the 29th
    assert working_day_after(day("2027-03-27"), 0) == day("2027-03-30")
