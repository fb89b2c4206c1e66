"""Who holds the weight does not matter: merging, splitting, order, and ballots that do not count; for every way to choose."""

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from groeimodel.rules.choosing import (
    COMPLETIONS,
    RULES,
    SATISFACTIONS,
    TIES,
    Ballot,
    Election,
    Outcome,
    Settings,
    choose,
    counted,
)
from groeimodel.rules.choosing.fairness import deserving, portions
from groeimodel.rules.choosing.tests.elections import elections

ANY = st.one_of(
    st.builds(
        Settings,
        satisfaction=st.sampled_from(SATISFACTIONS),
        completion=st.sampled_from(COMPLETIONS),
        ties=st.sampled_from(TIES),
        step=st.sampled_from([None, Fraction(1), Fraction(3, 7)]),
    ),
    st.builds(
        Settings,
        rule=st.just("greedy"),
        satisfaction=st.sampled_from(SATISFACTIONS),
        ties=st.sampled_from(TIES),
    ),
    st.builds(Settings, rule=st.sampled_from(["phragmen", "consent"]), ties=st.sampled_from(TIES)),
)


def paid(outcome: Outcome) -> dict[frozenset[tuple[int, int]], Fraction]:
    """By what a ballot says, all together."""
    found: dict[frozenset[tuple[int, int]], Fraction] = {}
    for account, ballot in zip(outcome.accounts(), outcome.election.ballots, strict=True):
        says = frozenset(ballot.points.items())
        found[says] = found.get(says, Fraction(0)) + account.paid
    return found


def same(one: Outcome, other: Outcome) -> None:
    """The same winners in the same order, by the same ties, and paid the same."""
    assert one.ids == other.ids
    assert one.ties == other.ties
    assert one.missing() == other.missing()
    if one.accounts():
        assert paid(one) == paid(other)


@settings(max_examples=400, deadline=None)
@given(elections(caps=2), ANY, st.integers(0, 4), st.sampled_from([Fraction(1), Fraction(3, 2), Fraction(7)]))
def test_two_municipalities_with_the_same_ballot_merge(
    election: Election, how: Settings, at: int, weight: Fraction
) -> None:
    one = election.ballots[at % len(election.ballots)]
    rest = [ballot for ballot in election.ballots if ballot is not one]
    apart = replace(election, ballots=(one, *rest, Ballot(one.points, weight)))
    merged = replace(election, ballots=(Ballot(one.points, one.weight + weight), *rest))
    first, second = choose(apart, how), choose(merged, how)
    same(first, second)
    # Nor does it change what the checks say.
    assert [each.project for each in deserving(first)] == [each.project for each in deserving(second)]
    assert portions(first)[0].ratio == portions(second)[0].ratio


@settings(max_examples=200, deadline=None)
@given(elections(caps=2), ANY, st.randoms(use_true_random=False))
def test_the_order_of_ballots_does_not_matter(election: Election, how: Settings, chance: object) -> None:
    ballots = list(election.ballots)
    chance.shuffle(ballots)  # type: ignore[attr-defined]
    same(choose(election, how), choose(replace(election, ballots=tuple(ballots)), how))


@settings(max_examples=200, deadline=None)
@given(elections(caps=1), ANY, st.integers(0, 5), st.dictionaries(st.integers(0, 4), st.integers(0, 5)))
def test_a_ballot_without_weight_changes_nothing(
    election: Election, how: Settings, at: int, points: dict[int, int]
) -> None:
    """No mandate in force, or nothing put in; nor do points of zero."""
    given_ = [(f"m{row}", ballot.weight, dict(ballot.points)) for row, ballot in enumerate(election.ballots)]
    more = [*given_[:at], ("without", Fraction(0), points), *given_[at:]]
    zero = [(name, weight, {0: 0, **says}) for name, weight, says in more]
    outcome = choose(election, how)
    same(outcome, choose(replace(election, ballots=counted(more)), how))
    same(outcome, choose(replace(election, ballots=counted(zero)), how))


def test_weights_below_zero_are_refused() -> None:
    with pytest.raises(ValueError, match="above zero"):
        Ballot({}, Fraction(0))
    with pytest.raises(ValueError, match="above zero"):
        counted([("Aalst", Fraction(-1), {})])
    assert set(RULES) == {"equal-shares", "greedy", "phragmen", "consent"}
