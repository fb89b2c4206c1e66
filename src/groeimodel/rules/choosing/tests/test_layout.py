"""A layout becomes caps, and the rules hold to them."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from groeimodel.rules.choosing import Ballot, Cap, Election, Project, equal_shares, greedy, phragmen
from groeimodel.rules.choosing.layout import bounds_of, caps_of, out_of_reach
from groeimodel.rules.choosing.tests.elections import elections
from groeimodel.rules.choosing.tests.test_properties import all_rules

GROUPS = ("sport", "cultuur", "ruimte")
LAYOUTS = {
    "Aalst": {"sport": 50, "cultuur": 50},
    "Gent": {"sport": 1, "cultuur": 2, "ruimte": 1},
    "Mol": {"sport": 0},
}
WEIGHTS = {"Aalst": Fraction(1000), "Gent": Fraction(3000), "Mol": Fraction(500)}


def test_by_hand() -> None:
    """Sport: (1 x 1/2 + 3 x 1/4) / 4 = 5/16, and ten points above that: 41.25 % of 4000.02."""
    sport, culture, space = bounds_of(Fraction("4000.02"), GROUPS, LAYOUTS, WEIGHTS, slack=Fraction(10))
    assert [sport.mean, culture.mean, space.mean] == [Fraction(5, 16), Fraction(1, 2), Fraction(3, 16)]
    assert [(one.who, one.weight, one.part) for one in sport.wishes] == [
        ("Aalst", WEIGHTS["Aalst"], Fraction(1, 2)),
        ("Gent", WEIGHTS["Gent"], Fraction(1, 4)),
    ]
    # 1650.00825, rounded up to the cent.
    assert [sport.most, sport.slack] == [Fraction("1650.01"), 10]
    caps = caps_of((sport, space), ["sport", None, "ruimte", "sport"])
    assert [(one.name, sorted(one.projects)) for one in caps] == [("sport", [0, 3]), ("ruimte", [2])]


def test_nobody_gave_a_layout() -> None:
    assert bounds_of(Fraction(100), GROUPS, {"Mol": {}}, WEIGHTS, slack=Fraction(0)) == ()


LAYOUT = st.dictionaries(st.sampled_from(GROUPS), st.integers(0, 5))
TWO = st.dictionaries(st.sampled_from(["Aalst", "Gent", "Mol"]), LAYOUT, min_size=1)


@given(TWO, st.integers(0, 5000), st.integers(0, 100))
def test_the_caps_leave_room_for_the_whole_budget(
    layouts: dict[str, dict[str, int]], budget: int, slack: int
) -> None:
    found = bounds_of(Fraction(budget), GROUPS, layouts, WEIGHTS, slack=Fraction(slack))
    if found:
        assert sum(one.most for one in found) >= budget
        assert all(budget * slack / Fraction(100) <= one.most <= budget for one in found)
        assert sum(one.mean for one in found) == 1


@given(TWO, LAYOUT)
def test_municipalities_that_merge_keep_the_caps(
    layouts: dict[str, dict[str, int]], same: dict[str, int]
) -> None:
    apart = {**layouts, "Aalst": same, "Mol": same}
    merged = {**{who: one for who, one in apart.items() if who != "Mol"}, "Aalst": same}
    weights = {**WEIGHTS, "Aalst": WEIGHTS["Aalst"] + WEIGHTS["Mol"]}

    def most(of: dict[str, dict[str, int]], by: dict[str, Fraction]) -> list[Fraction]:
        return [one.most for one in bounds_of(Fraction(999), GROUPS, of, by, slack=Fraction(5))]

    assert most(apart, WEIGHTS) == most(merged, weights)


@pytest.mark.parametrize(
    ("layouts", "slack", "says"),
    [
        ({"Aalst": {"sport": 1}}, -1, "slack"),
        ({"Aalst": {"sport": -1}}, 0, "below zero"),
        ({"Aalst": {"muziek": 1}}, 0, "unknown groups: muziek"),
        ({"Lier": {"sport": 1}}, 0, "Lier has no weight"),
    ],
)
def test_what_is_no_layout(layouts: dict[str, dict[str, int]], slack: int, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        bounds_of(Fraction(1), GROUPS, layouts, WEIGHTS, slack=Fraction(slack))


@settings(max_examples=200, deadline=None)
@given(elections(caps=3))
def test_no_rule_goes_over_a_cap(election: Election) -> None:
    for outcome in all_rules(election):
        for cap in election.caps:
            assert sum(election.projects[p].cost for p in outcome.selected if p in cap.projects) <= cap.most


@settings(max_examples=100, deadline=None)
@given(elections(caps=2))
def test_what_is_out_of_reach_is_never_chosen(election: Election) -> None:
    away = set(out_of_reach(election))
    assert all(not away & set(outcome.selected) for outcome in all_rules(election))


@settings(max_examples=100, deadline=None)
@given(elections())
def test_caps_that_hold_nothing_back_change_nothing(election: Election) -> None:
    """A cap of the whole budget is more than nothing: a project that alone costs more no longer stops add-one."""
    everything = frozenset(range(len(election.projects)))
    most = sum((project.cost for project in election.projects), Fraction(0))
    caps = (Cap("all", everything, most), Cap("none", frozenset(), Fraction(0)))
    capped = Election(election.projects, election.ballots, election.budget, caps)
    assert [one.ids for one in all_rules(capped)] == [one.ids for one in all_rules(election)]


def test_the_rule_goes_on_beside_a_cap() -> None:
    """Two halls of 40 and a play of 30; at most 50 for halls, though all three fit in 120."""
    projects = tuple(Project(i, Fraction(c)) for i, c in {"hal": 40, "zaal": 40, "spel": 30}.items())
    ballots = (Ballot({0: 1, 1: 1, 2: 1}), Ballot({0: 1, 1: 1}))
    bounds = bounds_of(Fraction(120), ["h", "s"], {"a": {"h": 5, "s": 7}}, {"a": Fraction(1)}, slack=Fraction(0))  # fmt: skip
    election = Election(projects, ballots, Fraction(120), caps_of(bounds, ["h", "h", "s"]))
    assert [cap.most for cap in election.caps] == [50, 70]
    for completion in ("none", "greedy", "add1", "add1-exhaustive"):
        assert equal_shares(election, completion=completion).ids == ("hal", "spel")
        assert equal_shares(election, completion=completion).exhausted
    assert greedy(election).ids == ("hal", "spel")
    assert phragmen(election).ids == ("hal", "spel")
    # The play alone goes over nothing; a hall that costs more than its cap is out of reach.
    assert out_of_reach(election) == {}
    larger = Election((Project("hal", Fraction(60)), *projects[1:]), ballots, Fraction(120), election.caps)
    assert out_of_reach(larger) == {0: (election.caps[0],)}
