"""Where cycles run through each other."""

import pytest

from groeimodel.rules.plan import Cross, Span, crossings


@pytest.mark.claim("B15")
def test_two_cycles_that_overlap_in_part_cross() -> None:
    found = crossings([Span("subsidy", 10, 20), Span("plan", 5, 15)])
    assert found == [Cross("plan", "subsidy", 10, 15)]


@pytest.mark.claim("B15")
def test_cycles_that_run_together_or_after_each_other_do_not() -> None:
    assert crossings([Span("a", 1, 5), Span("b", 1, 5), Span("c", 6, 9)]) == []


@pytest.mark.claim("B15")
def test_one_within_another_crosses_for_as_long_as_it_lasts() -> None:
    assert crossings([Span("long", 1, 20), Span("short", 5, 8)]) == [Cross("long", "short", 5, 8)]


@pytest.mark.claim("B15")
def test_a_shared_day_is_enough() -> None:
    assert crossings([Span("a", 1, 5), Span("b", 5, 9)]) == [Cross("a", "b", 5, 5)]
