"""What still lacks, and what might do better than what was stopped."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groeimodel.rules.sprouting import WEIGHTS, Idea, Known, Tried, instead, needs

EVERYTHING = Known(
    seed=False, shared=True, species=True, gardener=True, estimate=True, dates=True, time=True, decided=True
)
STOPPED = Idea(1, "poppy", 7)


def lacking(known: Known) -> list[str]:
    return [one.point for one in needs(known) if not one.done]


def test_a_seed_needs_a_kind_and_somebody() -> None:
    assert lacking(Known(seed=True, shared=True)) == ["species", "gardener"]
    assert lacking(Known(seed=True, shared=True, species=True, gardener=True)) == []


def test_what_is_worked_out_needs_the_rest() -> None:
    assert lacking(Known(seed=False, shared=True)) == ["gardener", "estimate", "dates", "time", "decision"]
    assert lacking(EVERYTHING) == []


def test_on_an_own_plot_nobody_else_decides() -> None:
    assert "decision" not in [one.point for one in needs(replace(EVERYTHING, shared=False))]


@pytest.mark.parametrize("point", ["gardener", "estimate", "dates", "time"])
def test_each_is_missed_alone(point: str) -> None:
    assert lacking(replace(EVERYTHING, **{point: False})) == [point]


def test_only_some_stop_it() -> None:
    must = {one.point for one in needs(EVERYTHING) if one.must}
    assert must == {"gardener", "dates", "decision"}


def test_the_same_theme_goes_before_another_kind() -> None:
    ideas = [Idea(2, "daisy", None), Idea(3, "poppy", 7), Idea(4, "poppy", None), Idea(5, "", None)]
    found = instead(STOPPED, ideas, {})
    assert [(one.key, one.reasons) for one in found] == [(3, ("theme",)), (2, ("other_species",))]


def test_a_kind_that_did_well_here_goes_before_one_that_did_not() -> None:
    ideas = [Idea(2, "daisy", None), Idea(3, "mallow", None)]
    found = instead(STOPPED, ideas, {"mallow": Tried(picked=2, stopped=1), "daisy": Tried(0, 3)})
    assert [one.key for one in found] == [3, 2]
    assert found[0].reasons == ("thrives", "other_species")


def test_what_was_stopped_is_not_proposed_again() -> None:
    assert instead(STOPPED, [STOPPED], {}) == ()


@given(
    st.lists(
        st.builds(
            Idea,
            key=st.integers(2, 40),
            species=st.sampled_from(["", "poppy", "daisy", "mallow"]),
            theme=st.sampled_from([None, 7, 8]),
            worked_out=st.booleans(),
            tended=st.booleans(),
        ),
        unique_by=lambda one: one.key,
    )
)
def test_in_order_with_a_reason_each_however_they_come(ideas: list[Idea]) -> None:
    tried = {"daisy": Tried(picked=1)}
    found = instead(STOPPED, ideas, tried)
    assert found == instead(STOPPED, ideas[::-1], tried)
    weights = [sum(WEIGHTS[reason] for reason in one.reasons) for one in found]
    assert weights == sorted(weights, reverse=True)
    assert all({"theme", "other_species"} & set(one.reasons) for one in found)
    assert len(found) <= 5
