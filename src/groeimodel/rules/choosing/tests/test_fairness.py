"""The checks afterwards say what a slow look at every group says, of outcomes of any kind."""

from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from groeimodel.rules.choosing import (
    COMPLETIONS,
    SATISFACTIONS,
    Ballot,
    Cap,
    Election,
    Outcome,
    Project,
    Settings,
    choose,
    equal_shares,
    greedy,
)
from groeimodel.rules.choosing.fairness import compared_with_alone, deserving, portions
from groeimodel.rules.choosing.tests.elections import elections
from groeimodel.rules.choosing.tests.test_properties import subsets
from groeimodel.rules.choosing.tests.twin import fits, slow_greedy, slow_shares, worth_of


@st.composite
def outcomes(draw: st.DrawFn) -> Outcome:
    """Any selection within the budget and the caps, as if some strange rule had made it."""
    election = draw(elections(caps=1))
    chosen: list[int] = []
    for project in draw(st.permutations(range(len(election.projects)))):
        spent = sum(election.projects[p].cost for p in chosen)
        in_budget = spent + election.projects[project].cost <= election.budget
        if in_budget and fits(election, chosen, project) and draw(st.booleans()):
            chosen.append(project)
    return Outcome.of(election, "strange", chosen)


@settings(max_examples=300, deadline=None)
@given(outcomes())
def test_what_deserved_funding_by_brute_force(outcome: Outcome) -> None:
    """Every group of supporters of every project that was not chosen."""
    election, chosen = outcome.election, list(outcome.selected)
    whole = sum(ballot.weight for ballot in election.ballots)
    slow = set()
    for p in range(len(election.projects)):
        rows = [r for r, ballot in enumerate(election.ballots) if p in ballot.points]
        if p in chosen or not fits(election, chosen, p):
            continue
        for group in subsets(rows):
            share = election.budget * sum(election.ballots[r].weight for r in group) / whole
            if all(share >= election.projects[p].cost + cost_for(election, r, chosen) for r in group):
                slow.add(p)
    found = deserving(outcome)
    assert {one.project for one in found} == slow
    for one in found:
        share = election.budget * sum(election.ballots[r].weight for r in one.group) / whole
        assert one.together == share >= election.projects[one.project].cost + one.best_off
        assert one.best_off == max(cost_for(election, r, chosen) for r in one.group)
        assert all(one.project in election.ballots[r].points for r in one.group)


def cost_for(election: Election, row: int, chosen: list[int]) -> Fraction:
    return sum((worth_of(election, "cost", row, p) for p in chosen), Fraction(0))


@settings(max_examples=300, deadline=None)
@given(elections(caps=1), st.sampled_from(COMPLETIONS))
def test_equal_shares_leaves_nothing_that_deserved_funding(election: Election, completion: str) -> None:
    assert deserving(equal_shares(election, completion=completion)) == ()


@settings(max_examples=200, deadline=None)
@given(outcomes())
def test_portions_one_voter_at_a_time(outcome: Outcome) -> None:
    election = outcome.election
    whole = sum(ballot.weight for ballot in election.ballots)
    found = portions(outcome)
    for row, (one, ballot) in enumerate(zip(found, election.ballots, strict=True)):
        slow = Fraction(0)
        for p in outcome.selected:
            rows = [r for r, other in enumerate(election.ballots) if p in other.points]
            if row in rows:
                slow += (
                    election.projects[p].cost * ballot.weight / sum(election.ballots[r].weight for r in rows)
                )
        assert one.got == slow
        assert one.entitlement == election.budget * ballot.weight / whole
        assert one.ratio == (slow / one.entitlement if election.budget else None)
    supported = {p for ballot in election.ballots for p in ballot.points}
    spent = sum(election.projects[p].cost for p in outcome.selected if p in supported)
    assert sum(one.got for one in found) == spent


@settings(max_examples=150, deadline=None)
@given(elections(caps=1), st.sampled_from(SATISFACTIONS), st.booleans())
def test_alone_by_the_slow_rules(election: Election, kind: str, shared: bool) -> None:
    how = Settings("equal-shares" if shared else "greedy", satisfaction=kind)
    outcome = choose(election, how)
    whole = sum(ballot.weight for ballot in election.ballots)
    for row, one in enumerate(compared_with_alone(outcome, how)):
        ballot = election.ballots[row]
        part = ballot.weight / whole
        caps = tuple(Cap(cap.name, cap.projects, cap.most * part) for cap in election.caps)
        own = Election(election.projects, (ballot,), election.budget * part, caps)
        slow = slow_shares(own, kind, "cost")[0] if shared else slow_greedy(own, kind, "cost")
        assert list(one.chosen) == slow
        assert one.alone == sum(worth_of(election, kind, row, p) for p in slow)
        assert one.together == sum(worth_of(election, kind, row, p) for p in outcome.selected)
        assert one.as_well == (one.together >= one.alone)


@settings(max_examples=150, deadline=None)
@given(elections(ballots=1, caps=1), st.sampled_from(COMPLETIONS))
def test_whoever_is_alone_does_as_well_as_alone(election: Election, completion: str) -> None:
    how = Settings(completion=completion, step=Fraction(1))
    (one,) = compared_with_alone(choose(election, how), how)
    assert one.as_well
    assert one.together == one.alone


def test_by_hand() -> None:
    """Two of three want the hall; greedy gives all to them, though the third alone could pay its bus."""
    projects = (Project("hal", Fraction(80)), Project("bus", Fraction(30)))
    election = Election(projects, (Ballot({0: 1}), Ballot({0: 1}), Ballot({1: 1})), Fraction(90))
    outcome = greedy(election)
    (bus,) = deserving(outcome)
    assert (bus.project, bus.group) == (1, (2,))
    assert [bus.together, bus.best_off] == [30, 0]
    assert [one.ratio for one in portions(outcome)] == [Fraction(4, 3), Fraction(4, 3), 0]
    alone = compared_with_alone(outcome, Settings(rule="greedy"))
    assert [(one.chosen, one.as_well) for one in alone] == [((), True), ((), True), ((1,), False)]
    assert deserving(equal_shares(election)) == ()


def test_nothing_to_divide() -> None:
    empty = Election((Project("hal", Fraction(80)),), (), Fraction(90))
    nothing = equal_shares(empty)
    assert (portions(nothing), deserving(nothing), compared_with_alone(nothing, Settings())) == ((), (), ())
    poor = Election(empty.projects, (Ballot({0: 1}),), Fraction(0))
    assert [one.ratio for one in portions(equal_shares(poor))] == [None]
