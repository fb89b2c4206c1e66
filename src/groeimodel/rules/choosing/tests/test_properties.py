"""What must hold for every election."""

from fractions import Fraction
from itertools import chain, combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from groeimodel.rules.choosing import (
    SATISFACTIONS,
    Ballot,
    Election,
    Outcome,
    Project,
    consent,
    equal_shares,
    greedy,
    phragmen,
)
from groeimodel.rules.choosing.tests.elections import elections

KINDS = st.sampled_from(SATISFACTIONS)


def all_rules(election: Election) -> list[Outcome]:
    shares = [equal_shares(election, completion=how) for how in ("none", "greedy", "add1", "add1-exhaustive")]
    return [*shares, greedy(election), greedy(election, satisfaction="cardinality"), phragmen(election), consent(election)]  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(elections(caps=2))
def test_never_over_budget_and_nothing_twice(election: Election) -> None:
    for outcome in all_rules(election):
        assert outcome.cost <= election.budget
        assert len(set(outcome.selected)) == len(outcome.selected)


@settings(max_examples=200, deadline=None)
@given(elections(caps=2), KINDS)
def test_each_pays_at_most_its_share_and_only_for_what_it_supports(election: Election, kind: str) -> None:
    outcome = equal_shares(election, satisfaction=kind)
    each = election.budget / sum(ballot.weight for ballot in election.ballots)
    paid = [Fraction(0) for _ballot in election.ballots]
    for_project = {p: Fraction(0) for p in outcome.selected}
    for row, project, part in outcome.payments():
        assert part > 0
        assert project in election.ballots[row].points
        paid[row] += part
        for_project[project] += part
    assert all(part <= each * ballot.weight for part, ballot in zip(paid, election.ballots, strict=True))
    assert for_project == {p: election.projects[p].cost for p in outcome.selected}


@settings(max_examples=120, deadline=None)
@given(elections(projects=5, ballots=5))
def test_justified_up_to_one_project_by_brute_force(election: Election) -> None:
    """EJR up to one project, cost satisfaction (Peters, Pierczynski & Skowron 2021).

    A group that agrees on a set of projects and whose share of the budget pays it, has somebody who is at least as well
    off, or would be better off with one more project of the set.
    """
    chosen = set(equal_shares(election).selected)
    cost = [project.cost for project in election.projects]
    each = election.budget / sum(ballot.weight for ballot in election.ballots)
    for group in subsets(range(len(election.ballots))):
        together = set.intersection(*(set(election.ballots[row].points) for row in group))
        share = each * sum(election.ballots[row].weight for row in group)
        for some in subsets(sorted(together)):
            wanted = sum(cost[p] for p in some)
            if wanted > share:
                continue
            assert any(well_off(election, row, chosen, some, wanted, cost) for row in group)


def well_off(
    election: Election,
    row: int,
    chosen: set[int],
    some: tuple[int, ...],
    wanted: Fraction | int,
    cost: list[Fraction],
) -> bool:
    have = sum(cost[p] for p in chosen & set(election.ballots[row].points))
    return have >= wanted or any(have + cost[p] > wanted for p in some if p not in chosen)


def subsets(of: object) -> chain[tuple[int, ...]]:
    every = list(of)  # type: ignore[call-overload]
    return chain.from_iterable(combinations(every, size) for size in range(1, len(every) + 1))


def three(budget: int) -> Election:
    """Two partners want the hall, one wants two small things."""
    projects = (Project("hal", Fraction(60)), Project("tent", Fraction(30)), Project("bus", Fraction(20)))
    ballots = (Ballot({0: 1}), Ballot({0: 1}), Ballot({1: 1, 2: 1}))
    return Election(projects, ballots, Fraction(budget))


def test_by_hand() -> None:
    """90 over three is 30 each.

    The hall costs its two supporters half of what it is worth to them, the small things all of it: the hall is first,
    and takes all that the two have. Of tent and bus, equally dear for what they are worth, the cheaper one is taken;
    then the third has 10 left, 20 less than the tent costs.
    """
    outcome = equal_shares(three(90))
    assert outcome.ids == ("hal", "bus")
    assert list(outcome.payments()) == [(0, 0, Fraction(30)), (1, 0, Fraction(30)), (2, 2, Fraction(20))]
    assert outcome.missing() == {1: Fraction(20)}
    assert outcome.exhausted
    # With 80 the two have 53.33 together: no hall. By support alone it would still go first.
    assert equal_shares(three(80)).ids == ("bus",)
    assert equal_shares(three(80)).missing()[0] == Fraction(20, 3)
    assert greedy(three(80)).ids == ("hal", "bus")
    assert greedy(three(80), satisfaction="cardinality").ids == ("bus", "tent")
    assert phragmen(three(90)).ids == ("bus", "hal")
    assert consent(three(90)).ids == ()


def test_a_tie_is_said() -> None:
    projects = (Project("b", Fraction(10)), Project("a", Fraction(10)))
    election = Election(projects, (Ballot({0: 1, 1: 1}),), Fraction(10))
    by_lot, by_name = equal_shares(election), equal_shares(election, ties="id")
    assert (by_lot.ids, by_name.ids) == (("b",), ("a",))
    assert [(one.taken, one.before) for one in by_lot.ties] == [("b", ("a",))]


def test_money_that_is_tiny_against_the_budget_is_skipped_over() -> None:
    """A hundred million steps of one unit would take days; what changes nothing is passed over."""
    big = 10**9
    projects = (Project("a", Fraction(6 * big)), Project("b", Fraction(5 * big)))
    ballots = (Ballot({0: 1}), Ballot({1: 1}))
    assert equal_shares(Election(projects, ballots, Fraction(9 * big)), completion="add1").ids == ("b",)
