"""The quick rules answer what the slow ones do, ties included."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from groeimodel.rules.choosing import (
    SATISFACTIONS,
    Ballot,
    Cap,
    Election,
    Project,
    consent,
    equal_shares,
    greedy,
    phragmen,
)
from groeimodel.rules.choosing.tests.elections import elections
from groeimodel.rules.choosing.tests.twin import (
    slow_add_one,
    slow_consent,
    slow_greedy,
    slow_phragmen,
    slow_shares,
)

ORDERS = st.sampled_from(["id", "cost"])


@settings(max_examples=300, deadline=None)
@given(elections(), st.sampled_from(SATISFACTIONS), ORDERS)
def test_equal_shares(election: Election, satisfaction: str, ties: str) -> None:
    chosen, left = slow_shares(election, satisfaction, ties)
    found = equal_shares(election, satisfaction=satisfaction, ties=ties)
    assert list(found.selected) == chosen
    each = election.budget / sum(ballot.weight for ballot in election.ballots)
    paid = [Fraction(0) for _ballot in election.ballots]
    for row, _project, part in found.payments():
        paid[row] += part
    assert paid == [(each - rest) * b.weight for rest, b in zip(left, election.ballots, strict=True)]


@settings(max_examples=150, deadline=None)
@given(elections(projects=4, ballots=4), st.sampled_from(SATISFACTIONS), ORDERS, st.booleans())
def test_add_one_with_steps_that_are_skipped(
    election: Election, satisfaction: str, ties: str, stop: bool
) -> None:
    # Costs times seven, so that one unit is small and there is something to skip.
    wide = finer(election, 7)
    completion = "add1-exhaustive" if stop else "add1"
    found = equal_shares(wide, satisfaction=satisfaction, completion=completion, ties=ties)
    assert list(found.selected) == slow_add_one(wide, satisfaction, ties, stop=stop)


@settings(max_examples=100, deadline=None)
@given(
    elections(projects=4, ballots=4, caps=2),
    st.sampled_from(SATISFACTIONS),
    ORDERS,
    st.booleans(),
    st.sampled_from([None, Fraction(2), Fraction(5, 3)]),
)
def test_add_one_under_caps_by_steps_of_any_size(
    election: Election, satisfaction: str, ties: str, stop: bool, step: Fraction | None
) -> None:
    wide = finer(election, 3)
    completion = "add1-exhaustive" if stop else "add1"
    found = equal_shares(wide, satisfaction=satisfaction, completion=completion, ties=ties, step=step)
    assert list(found.selected) == slow_add_one(wide, satisfaction, ties, stop=stop, step=step)


def finer(election: Election, times: int) -> Election:
    """The same in a smaller unit of money."""
    return Election(
        tuple(Project(one.id, one.cost * times) for one in election.projects),
        election.ballots,
        election.budget * times,
        tuple(Cap(one.name, one.projects, one.most * times) for one in election.caps),
    )


@settings(max_examples=300, deadline=None)
@given(elections(projects=6, caps=3), st.sampled_from(SATISFACTIONS), ORDERS)
def test_under_caps(election: Election, satisfaction: str, ties: str) -> None:
    chosen, _left = slow_shares(election, satisfaction, ties)
    assert list(equal_shares(election, satisfaction=satisfaction, ties=ties).selected) == chosen
    found = equal_shares(election, satisfaction=satisfaction, completion="greedy", ties=ties)
    assert list(found.selected) == slow_greedy(election, satisfaction, ties, chosen)
    assert list(phragmen(election, ties=ties).selected) == slow_phragmen(election, ties)
    assert list(consent(election, ties=ties).selected) == slow_consent(election, ties)


@settings(max_examples=200, deadline=None)
@given(elections(caps=1), st.sampled_from(SATISFACTIONS), ORDERS)
def test_greedy(election: Election, satisfaction: str, ties: str) -> None:
    assert list(greedy(election, satisfaction=satisfaction, ties=ties).selected) == slow_greedy(
        election, satisfaction, ties
    )


@settings(max_examples=200, deadline=None)
@given(elections(), ORDERS)
def test_phragmen(election: Election, ties: str) -> None:
    assert list(phragmen(election, ties=ties).selected) == slow_phragmen(election, ties)


def test_what_does_not_exist_is_refused() -> None:
    election = Election((), (), Fraction(0))
    with pytest.raises(ValueError, match="satisfaction"):
        equal_shares(election, satisfaction="joy")
    with pytest.raises(ValueError, match="completion"):
        equal_shares(election, completion="more")
    with pytest.raises(ValueError, match="ties"):
        equal_shares(election, ties="age")
    with pytest.raises(ValueError, match="step"):
        equal_shares(election, completion="add1", step=Fraction(0))
    with pytest.raises(ValueError, match="cap"):
        Cap("sport", frozenset(), Fraction(-1))
    huge = (Ballot({0: 1}, Fraction(2**61)), Ballot({0: 1}, Fraction(2**61 + 1)))
    with pytest.raises(ValueError, match="finely"):
        equal_shares(Election((Project("a", Fraction(1)),), huge, Fraction(1)))
