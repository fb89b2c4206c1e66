"""What is told of an outcome adds up: to the cost of what was chosen, and to what each has left."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from groeimodel.rules.choosing import (
    COMPLETIONS,
    SATISFACTIONS,
    Ballot,
    Cap,
    Election,
    Project,
    Settings,
    choose,
)
from groeimodel.rules.choosing.explain import lost, steps
from groeimodel.rules.choosing.tests.elections import elections

ANY = st.one_of(
    st.builds(
        Settings,
        satisfaction=st.sampled_from(SATISFACTIONS),
        completion=st.sampled_from(COMPLETIONS),
        step=st.sampled_from([None, Fraction(1)]),
    ),
    st.builds(Settings, rule=st.just("greedy"), satisfaction=st.sampled_from(SATISFACTIONS)),
    st.builds(Settings, rule=st.sampled_from(["phragmen", "consent"])),
)


def paid_per_point(election: Election, kind: str, row: int, project: int, part: Fraction) -> Fraction:
    ballot = election.ballots[row]
    return part / ballot.weight / (ballot.points[project] if kind == "additive" else 1)


@settings(max_examples=300, deadline=None)
@given(elections(caps=2), ANY)
def test_every_step_adds_up(election: Election, how: Settings) -> None:
    outcome = choose(election, how)
    accounts = outcome.accounts()
    left, pot = [account.share for account in accounts], election.budget
    found = steps(outcome)
    assert [step.project for step in found] == list(outcome.selected)
    for step in found:
        pot -= step.cost
        assert step.pot == pot
        left = [rest - step.payments.get(row, 0) for row, rest in enumerate(left)]
        assert step.left == tuple(left)
        assert all(rest >= 0 for rest in left)
        if step.by in {"supporters", "all"}:
            assert sum(step.payments.values()) == step.cost
            assert set(step.payments) <= set(step.supporters)
        else:
            assert not step.payments
            assert step.by == ("completion" if how.rule == "equal-shares" else "pot")
        if step.payments and how.rule == "equal-shares":
            # Who could pay half of the full part counts half.
            rates = [
                paid_per_point(election, how.satisfaction, row, step.project, part)
                for row, part in step.payments.items()
            ]
            assert step.effective == step.cost / max(rates)
            assert step.effective <= step.support
    assert left == [account.left for account in accounts]


@settings(max_examples=300, deadline=None)
@given(elections(caps=2), ANY)
def test_what_was_missed_adds_up(election: Election, how: Settings) -> None:
    outcome = choose(election, how)
    accounts, missing = outcome.accounts(), outcome.missing()
    found = lost(outcome)
    assert [one.project for one in found] == sorted(missing)
    for one in found:
        assert one.missing == missing[one.project] == max(0, one.cost - one.have)
        assert sorted((*one.supporters, *one.against)) == list(range(len(election.ballots)))
        for row, rest in one.left.items():
            assert rest + sum(one.spent[row].values()) == accounts[row].share
        for over in one.over:
            assert over.spent + one.cost > over.cap.most >= over.spent
        if one.reason == "money":
            assert one.share is not None
            assert one.have == sum(one.left.values())
            assert one.share < 1
        assert (one.reason == "support") == (not one.supporters)


@settings(max_examples=200, deadline=None)
@given(elections(), st.sampled_from(["equal-shares", "consent"]))
def test_own_contributions(election: Election, rule: str) -> None:
    """Nobody pays more than it put in; all that was put in is the budget."""
    whole = sum(ballot.weight for ballot in election.ballots)
    funded = Election(election.projects, election.ballots, Fraction(whole))
    accounts = choose(funded, Settings(rule=rule, money="own")).accounts()
    for account, ballot in zip(accounts, funded.ballots, strict=True):
        assert account.entitlement == account.share == ballot.weight
        assert 0 <= account.paid <= ballot.weight
        assert account.left == ballot.weight - account.paid


@settings(max_examples=200, deadline=None)
@given(elections(caps=1), st.sampled_from(COMPLETIONS), st.sampled_from([Fraction(1, 7), Fraction(4000)]))
def test_the_unit_of_weights_does_not_matter(election: Election, completion: str, times: Fraction) -> None:
    """Voters, euros or cents: with a step for all together, the outcome and what each pays are the same."""
    other = Election(
        election.projects,
        tuple(Ballot(one.points, one.weight * times) for one in election.ballots),
        election.budget,
        election.caps,
    )
    how = Settings(completion=completion, step=Fraction(1))
    one, two = choose(election, how), choose(other, how)
    assert (one.selected, one.accounts()) == (two.selected, two.accounts())


def test_by_hand() -> None:
    """Aalst puts in 600, Gent 300: the hall (600) costs 2/3 of each euro; then Gent has 100 for a bus of 200."""
    projects = (Project("hal", Fraction(600)), Project("bus", Fraction(200)), Project("gratis", Fraction(0)))
    ballots = (Ballot({0: 1, 2: 1}, Fraction(600)), Ballot({0: 5, 1: 5}, Fraction(300)))
    election = Election(projects, ballots, Fraction(900))
    outcome = choose(election, Settings(money="own"))
    free, hall = steps(outcome)
    assert (free.project, free.payments, free.effective) == (2, {}, Fraction(600))
    assert (hall.project, hall.by, hall.tie) == (0, "supporters", None)
    assert [hall.support, hall.effective, hall.pot] == [900, 900, 300]
    assert (hall.payments, hall.left) == (
        {0: Fraction(400), 1: Fraction(200)},
        (Fraction(200), Fraction(100)),
    )
    (bus,) = lost(outcome)
    assert (bus.reason, bus.supporters, bus.against) == ("money", (1,), (0,))
    assert [bus.support, bus.have, bus.missing, bus.share] == [300, 100, 100, Fraction(1, 2)]
    assert (bus.spent, bus.left) == ({1: {0: Fraction(200)}}, {1: Fraction(100)})


def test_who_cannot_pay_a_full_part_counts_for_what_it_can() -> None:
    """Gent paid the bus and has 140 left; of the hall a full part is 210, so Gent is two thirds of a supporter."""
    projects = (Project("bus", Fraction(160)), Project("hal", Fraction(350)))
    ballots = (Ballot({1: 1}), Ballot({0: 1, 1: 1}))
    outcome = choose(Election(projects, ballots, Fraction(600)), Settings(satisfaction="cardinality"))
    bus, hall = steps(outcome)
    assert (bus.payments, hall.payments) == ({1: Fraction(160)}, {0: Fraction(210), 1: Fraction(140)})
    assert [hall.support, hall.effective] == [Fraction(2), Fraction(5, 3)]


def test_other_reasons() -> None:
    projects = tuple(Project(i, Fraction(c)) for i, c in {"a": 40, "b": 40, "c": 90, "d": 10, "e": 1}.items())
    ballots = (Ballot({0: 1, 1: 1, 2: 1}), Ballot({0: 1, 1: 1, 2: 1, 3: 1}))
    cap = Cap("hallen", frozenset({0, 1}), Fraction(50))
    election = Election(projects, ballots, Fraction(100), (cap,))

    def reasons(how: Settings) -> dict[str, str]:
        return {projects[one.project].id: one.reason for one in lost(choose(election, how))}

    assert reasons(Settings()) == {"b": "cap", "c": "money", "e": "support"}
    assert reasons(Settings(rule="greedy")) == {"b": "cap", "c": "pot", "e": "support"}
    assert reasons(Settings(rule="consent")) == {"b": "cap", "c": "pot", "d": "consent", "e": "support"}
    (held,) = [one.over for one in lost(choose(election, Settings())) if one.project == 1]
    assert [(one.cap.name, one.spent) for one in held] == [("hallen", Fraction(40))]
    # Phragmén stops at the first that does not fit, though the small one would.
    late = Election(
        (Project("a", Fraction(60)), Project("b", Fraction(50)), Project("c", Fraction(30))),
        (Ballot({0: 1}, Fraction(6)), Ballot({1: 1}, Fraction(4)), Ballot({2: 1}, Fraction(1))),
        Fraction(100),
    )
    outcome = choose(late, Settings(rule="phragmen"))
    assert [(late.projects[one.project].id, one.reason) for one in lost(outcome)] == [
        ("b", "pot"),
        ("c", "stopped"),
    ]
    assert (outcome.accounts(), steps(outcome)[0].by) == ((), "pot")


def test_a_tie_is_told_at_its_step_also_where_a_completion_or_consent_met_it() -> None:
    projects = (Project("a", Fraction(10)), Project("b", Fraction(10)))
    both = Election(projects, (Ballot({0: 1, 1: 1}),), Fraction(10))
    for rule in ("equal-shares", "greedy", "consent"):
        (step,) = steps(choose(both, Settings(rule=rule)))
        assert step.tie is not None
        assert (step.tie.taken, step.tie.before) == ("a", ("b",))
    apart = Election(projects, (Ballot({0: 1}), Ballot({1: 1})), Fraction(15))
    (step,) = steps(choose(apart, Settings(completion="greedy")))
    assert (step.by, step.effective) == ("completion", None)
    assert step.tie is not None


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"rule": "dice"}, "rule is one of"),
        ({"money": "loan"}, "money is one of"),
        ({"rule": "greedy", "completion": "add1"}, "completion"),
        ({"rule": "consent", "satisfaction": "additive"}, "satisfaction"),
        ({"money": "own", "completion": "add1"}, "put in"),
        ({"money": "own", "rule": "greedy"}, "who pays"),
        ({"step": Fraction(0)}, "step"),
    ],
)
def test_settings_that_do_not_go_together(wrong: dict[str, str], says: str) -> None:
    with pytest.raises(ValueError, match=says):
        Settings(**wrong)  # type: ignore[arg-type]
