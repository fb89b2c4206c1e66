"""Terms that end, renewals, and what happens when one is missing; by hand."""

from decimal import Decimal

import pytest

from groeimodel.rules.organs import Bounds, expiry, is_election_year, problems_of_term, renewal
from groeimodel.rules.organs.load import Load, granted, together

END = 10_000


@pytest.mark.parametrize(
    ("left", "stage", "next_in"),
    [
        (549, "far", 1), (548, "18", 183), (366, "18", 1), (365, "12", 182), (184, "12", 1),
        (183, "6", None), (0, "6", None), (-1, "over", None),
    ],
)  # fmt: skip
def test_a_warning_comes_eighteen_twelve_and_six_months_before(
    left: int, stage: str, next_in: int | None
) -> None:
    today = END - left
    found = expiry(END, today)
    assert (found.stage, found.left) == (stage, left)
    assert found.next_on == (None if next_in is None else today + next_in)
    assert found.warns is (stage != "far")


def test_without_an_end_nothing_warns() -> None:
    found = expiry(None, END)
    assert (found.stage, found.warns) == ("endless", False)


@pytest.mark.parametrize(
    ("decided", "over", "all_needed", "outlook"),
    [
        ({}, False, True, "waiting"),
        ({1: True, 2: True, 3: True}, False, True, "goes_on"),
        ({1: True, 2: True, 3: True}, True, True, "goes_on"),
        ({1: True, 2: True}, True, True, "dissolved"),
        ({1: True, 2: True}, True, False, "ended"),
        ({1: True, 2: False}, False, True, "refused"),
        ({1: True, 2: False, 3: True}, True, True, "dissolved"),
    ],
)
def test_one_missing_decision_dissolves_where_all_are_needed(
    decided: dict[int, bool], over: bool, all_needed: bool, outlook: str
) -> None:
    found = renewal([1, 2, 3], decided, parts={}, over=over, all_needed=all_needed)
    assert found.outlook == outlook


def test_a_merged_municipality_said_what_all_its_parts_said() -> None:
    parts = {9: [1, 2]}
    for decided, yes, no, missing in (
        ({1: True, 2: True}, (9,), (), ()),
        ({1: True}, (), (), (9,)),
        ({1: True, 2: False}, (), (9,), ()),
        ({1: False}, (), (9,), ()),
        ({1: False, 9: True}, (9,), (), ()),
    ):
        found = renewal([9], decided, parts=parts, over=False, all_needed=True)
        assert (found.yes, found.no, found.missing) == (yes, no, missing)


def test_what_does_not_fit_with_the_rules_of_a_form() -> None:
    six = Bounds(6, election_years=False)
    assert problems_of_term((2025, 1, 1), (2030, 12, 31), six) == ()
    assert problems_of_term((2025, 1, 1), (2031, 1, 1), six) == ("too_long",)
    assert problems_of_term((2024, 5, 1), None, six) == ("no_end", "election_year")
    assert problems_of_term((2030, 1, 1), (2035, 12, 31), six, renews=True) == (), "a renewal is no founding"
    assert problems_of_term((2025, 1, 2), (2025, 1, 1), Bounds()) == ("ends_before",)
    assert [year for year in range(2018, 2037) if is_election_year(year)] == [2018, 2024, 2030, 2036]


def test_hours_granted_within_a_year() -> None:
    assert granted(Decimal(8), starts=0, ends=9999, since=100, until=464) == Decimal("95.9")
    assert granted(Decimal(8), starts=400, ends=464, since=100, until=464) == Decimal("17.1")
    assert granted(Decimal(8), starts=500, ends=600, since=100, until=464) == 0


def test_loads_add_up_and_nothing_granted_is_not_zero() -> None:
    one, two = Load(sittings=2, sitting_hours=Decimal(6)), Load(meetings=1, meeting_hours=Decimal(2))
    assert together([one, two]).hours == 8
    assert together([one, two]).granted_hours is None
    granted_some = together([one, Load(granted_hours=Decimal(5))])
    assert granted_some.over
