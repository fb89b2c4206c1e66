"""Three moments a year: on the days that are planned, else in a good season."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groeimodel.rules.college import NOTICE, Known, Occasion, Why, suggest
from groeimodel.rules.workdays import is_working_day, ordinal

TODAY = ordinal(2026, 11, 24)


def days(known: Known, today: int = TODAY) -> dict[str, tuple[int, str]]:
    return {one.occasion.value: (one.day, one.why.value) for one in suggest(known, today)}


def test_with_nothing_planned_the_seasons_count() -> None:
    assert days(Known()) == {
        "choice": (ordinal(2027, 10, 1), "season"),
        "flower": (ordinal(2027, 4, 1), "season"),
        "harvest": (ordinal(2027, 12, 1), "season"),
    }


def test_what_is_planned_counts_first() -> None:
    planned = Known(
        choice=ordinal(2027, 2, 26),
        flower=ordinal(2027, 3, 13),
        harvest=ordinal(2027, 6, 30),
    )
    assert days(planned) == {
        "choice": (ordinal(2027, 2, 12), "recorded"),  # two weeks before
        "flower": (ordinal(2027, 3, 15), "recorded"),  # 13 March is a Saturday
        "harvest": (ordinal(2027, 7, 14), "recorded"),  # two weeks after
    }


@pytest.mark.parametrize("ahead", [0, NOTICE + 13, 400])
def test_what_is_too_soon_or_too_far_is_left_to_the_season(ahead: int) -> None:
    assert days(Known(choice=TODAY + ahead))["choice"] == (ordinal(2027, 10, 1), "season")


@given(
    st.integers(730_000, 760_000),
    st.none() | st.integers(-500, 900),
    st.none() | st.integers(-500, 900),
    st.none() | st.integers(-500, 900),
)
def test_always_three_working_days_with_time_to_get_ready(
    today: int, choice: int | None, flower: int | None, harvest: int | None
) -> None:
    ahead = [None if one is None else today + one for one in (choice, flower, harvest)]
    found = suggest(Known(*ahead), today)
    assert {one.occasion for one in found} == set(Occasion)
    assert [one.day for one in found] == sorted(one.day for one in found)
    for one in found:
        assert is_working_day(one.day)
        assert today + NOTICE <= one.day <= today + NOTICE + 366 + 5
        assert one.why in set(Why)
