import pytest
from hypothesis import given
from hypothesis import strategies as st

from groeimodel.rules.rhythm import LONG, rhythm_of

days = st.lists(st.integers(700_000, 701_000), max_size=12)


@pytest.mark.parametrize(
    ("held", "today", "planned", "state"),
    [
        ([], 100, None, "never"),
        ([], 100, 120, "never"),
        ([100], 100 + LONG, None, "regular"),
        ([100], 101 + LONG, None, "lost"),
        ([0, 40, 80], 120, None, "regular"),
        ([0, 40, 80], 121, None, "plan"),
        ([0, 40, 80], 140, None, "plan"),
        ([0, 40, 80], 141, None, "lost"),
        ([0, 40, 80], 121, 139, "regular"),
        ([0, 40, 80], 121, 160, "plan"),
        ([0, 40, 80], 141, 150, "lost"),
    ],
)
def test_states(held: list[int], today: int, planned: int | None, state: str) -> None:
    assert rhythm_of(held, today=today, planned=planned).state == state


def test_one_long_summer_does_not_change_the_rhythm() -> None:
    assert rhythm_of([0, 42, 84, 180, 222, 264], today=264).usual == 42


@given(days, st.integers(700_000, 701_100))
def test_the_later_it_gets_the_worse_it_is(held: list[int], today: int) -> None:
    order = ["never", "regular", "plan", "lost"]
    held = [day for day in held if day <= today]
    now, later = rhythm_of(held, today=today), rhythm_of(held, today=today + 30)
    assert order.index(later.state) >= order.index(now.state)


@given(days, st.integers(700_000, 701_100), st.integers(0, 200))
def test_planning_never_makes_it_worse(held: list[int], today: int, ahead: int) -> None:
    order = ["never", "regular", "plan", "lost"]
    without = rhythm_of(held, today=today)
    planned = rhythm_of(held, today=today, planned=today + ahead)
    if without.state != "regular":
        assert order.index(planned.state) <= order.index(without.state)
