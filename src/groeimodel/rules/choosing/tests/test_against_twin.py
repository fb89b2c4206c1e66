"""The quick rules answer what the slow ones do, ties included."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from groeimodel.rules.choosing import SATISFACTIONS, Election, equal_shares, phragmen
from groeimodel.rules.choosing.tests.elections import elections
from groeimodel.rules.choosing.tests.twin import slow_add_one, slow_phragmen, slow_shares

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
    # Prices in tenths of cents, so that one unit is tiny and there is something to skip.
    finer = 7
    wide = Election(
        tuple(type(one)(one.id, one.cost * finer) for one in election.projects),
        election.ballots,
        election.budget * finer,
    )
    completion = "add1-exhaustive" if stop else "add1"
    found = equal_shares(wide, satisfaction=satisfaction, completion=completion, ties=ties)
    assert list(found.selected) == slow_add_one(wide, satisfaction, ties, stop=stop)


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
