"""Energy per municipality, and soil that dries out, compared to itself only (claim P4)."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groeimodel.rules.energy import (
    FULL,
    WEIGHTS,
    WINDOW,
    Deed,
    Dry,
    Half,
    Kind,
    dry,
    halves,
    points,
    quiet,
    rows,
    share,
    windows,
)
from groeimodel.rules.energy.bars import bars

TODAY = date(2026, 11, 24)
NOW = TODAY.toordinal()


def deed(days: int, kind: Kind = Kind.KNOWLEDGE, amount: float = 1.0, municipality: int = 1) -> Deed:
    day = TODAY - timedelta(days=days)
    return Deed(municipality, kind, Half.of(day.year, day.month), day.toordinal(), amount)


def test_half_years() -> None:
    assert Half.of(2026, 6) == Half(2026, 1)
    assert Half.of(2026, 7) == Half(2026, 2)
    assert halves(Half(2026, 1), 3) == (Half(2025, 1), Half(2025, 2), Half(2026, 1))


@pytest.mark.claim("P4")
def test_four_kinds_a_municipality_a_half_year() -> None:
    deeds = [deed(1, kind) for kind in Kind] + [deed(1, Kind.HOURS, 3.5), deed(200, municipality=2)]
    found = rows(deeds, halves(Half(2026, 2), 2))
    assert [row.half for row in found[1]] == [Half(2026, 1), Half(2026, 2)]
    assert found[1][1].amounts == {Kind.MEETINGS: 1, Kind.KNOWLEDGE: 1, Kind.QUESTIONS: 1, Kind.HOURS: 4.5}
    assert found[1][1].points == 2 + 1 + 1 + 2.25
    assert found[1][0].points == 0
    assert found[2][0].points == 1


def test_what_was_taken_back_does_not_count() -> None:
    found = rows([deed(1), deed(1, amount=-1), deed(1, Kind.MEETINGS, -1)], halves(Half(2026, 2), 1))
    assert found[1][0].points == 0


@pytest.mark.claim("P4")
@pytest.mark.parametrize(
    ("figures", "found"),
    [
        ((1, 9, 9, 9), Dry(1, 9)),
        ((2.9, 9, 8, 10), Dry(2.9, 9)),
        ((3, 9, 9, 9), None),
        ((0, 9), None),
        ((0, 9, 9), Dry(0, 9)),
        ((0, 3, 3, 3), None),
        ((0, 0, 20, 20, 20), Dry(0, 20)),
        ((0, 0, 0, 0, 40), None),
        ((), None),
    ],
)
def test_dry_is_under_a_third_of_ones_own_usual(figures: tuple[float, ...], found: Dry | None) -> None:
    assert dry(figures) == found


@given(st.lists(st.floats(0, 1000), max_size=5), st.floats(1, 100))
def test_only_the_own_figures_matter(figures: list[float], factor: float) -> None:
    """Twice as large a municipality that does twice as much dries out at the same moment (above the least)."""
    usual = sorted(figures[1:])
    if dry(figures) is not None and usual:
        assert dry([one * factor for one in figures]) is not None


def test_windows_lie_wholly_in_the_membership() -> None:
    deeds = [deed(0), deed(WINDOW - 1), deed(WINDOW), deed(WINDOW * 4), deed(WINDOW * 5)]
    assert windows(deeds, today=NOW, since=NOW - 3000) == (2, 1, 0, 0, 1)
    assert windows(deeds, today=NOW, since=NOW - WINDOW * 2 + 1) == (2, 1)
    assert windows(deeds, today=NOW, since=NOW - WINDOW * 2 + 2) == (2,)
    assert windows(deeds, today=NOW, since=NOW) == (2,)


@given(st.lists(st.tuples(st.integers(0, 1200), st.sampled_from(list(Kind)), st.floats(0, 20))))
def test_windows_like_a_slow_twin(done: list[tuple[int, Kind, float]]) -> None:
    deeds = [deed(*one) for one in done]
    slow = []
    for at in range(5):
        inside = [one for one in done if at * WINDOW <= one[0] < (at + 1) * WINDOW]
        slow.append(sum(WEIGHTS[kind] * amount for _day, kind, amount in inside))
    assert windows(deeds, today=NOW, since=0) == pytest.approx(tuple(slow))


@pytest.mark.parametrize(
    ("last", "since", "days"),
    [(NOW - 71, 0, 71), (NOW - 70, 0, None), (None, NOW - 80, 80), (None, NOW - 10, None)],
)
def test_ten_weeks_without_meeting(last: int | None, since: int, days: int | None) -> None:
    assert quiet(last, today=NOW, since=since) == days


def test_the_share_of_the_picture() -> None:
    assert share(0, 0) is None
    assert share(FULL, 2) == 50
    assert share(FULL * 9, 2) == 100
    assert points({Kind.HOURS: -4}) == 0


def test_bars_have_a_scale_of_their_own_and_say_what_they_show() -> None:
    small = rows([deed(1)], halves(Half(2026, 2), 2))[1]
    large = rows([deed(1, amount=50)], halves(Half(2026, 2), 2))[1]
    drawn = [bars(one, ["1", "2"], "Lindergem <nu>") for one in (small, large)]
    assert drawn[0] == drawn[1]
    assert 'aria-label="Lindergem &lt;nu&gt;"' in drawn[0]
    assert drawn[0].count("<rect") == 1
    assert "style=" not in drawn[0]
