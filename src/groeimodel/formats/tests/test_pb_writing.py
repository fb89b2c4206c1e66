"""A round goes out as `.pb` and comes back as the same election, with the same outcome."""

from collections import defaultdict
from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from groeimodel.formats.pb_file import BadElection, PbFile, read_pb
from groeimodel.formats.pb_writing import Sheet, write_pb
from groeimodel.rules.choosing import (
    COMPLETIONS,
    SATISFACTIONS,
    TIES,
    Ballot,
    Cap,
    Election,
    Project,
    Settings,
    choose,
)
from groeimodel.rules.choosing.tests.elections import elections

SHEET = Sheet(
    "Samen kiezen; 'voorjaar'",
    "Vijf Rivieren",
    "2026-1",
    date(2026, 3, 1),
    date(2026, 3, 15),
    names={"hal": 'Een "hal";\nmet dak', "bus": "Bus"},
    categories={"hal": ["Sport, spel", "Ruimte"], "bus": []},
)
HOW = st.one_of(
    st.builds(
        Settings,
        satisfaction=st.sampled_from(SATISFACTIONS),
        completion=st.sampled_from(COMPLETIONS),
        ties=st.sampled_from(TIES),
        step=st.sampled_from([None, Fraction(1), Fraction(1, 3)]),
    ),
    st.builds(Settings, money=st.just("own"), satisfaction=st.sampled_from(SATISFACTIONS)),
    st.builds(Settings, rule=st.just("greedy"), satisfaction=st.sampled_from(SATISFACTIONS)),
    st.builds(Settings, rule=st.sampled_from(["phragmen", "consent"])),
)
SCALES = st.sampled_from([Fraction(1), Fraction(4000), Fraction("0.01"), Fraction(1, 7)])
LARGE = st.sampled_from([Fraction(0), Fraction(977), Fraction("1234.56")])


@st.composite
def rounds(draw: st.DrawFn) -> Election:
    """Weights of any kind: clones, cents, thirds; sometimes more than can be clones."""
    election, times, more = draw(elections(caps=2, points=5)), draw(SCALES), draw(LARGE)
    first, *rest = election.ballots
    ballots = [
        Ballot(first.points, (first.weight + more) * times, ("Aalst", "Aalst")[: draw(st.integers(0, 2))])
    ]
    ballots += [Ballot(one.points, one.weight * times) for one in rest]
    return Election(election.projects, tuple(ballots), election.budget, election.caps)


def merged(election: Election) -> tuple[Any, ...]:
    """What an election is, whoever holds its ballots."""
    weights: dict[frozenset[tuple[int, int]], Fraction] = defaultdict(Fraction)
    for ballot in election.ballots:
        weights[frozenset(ballot.points.items())] += ballot.weight
    return election.projects, election.budget, election.caps, dict(weights)


@settings(max_examples=300, deadline=None)
@given(rounds(), HOW)
def test_there_and_back(election: Election, how: Settings) -> None:
    found = read_pb(write_pb(election, how, SHEET))
    assert merged(found.election) == merged(election)
    assert found.settings == how
    assert choose(found.election, how).ids == choose(election, how).ids


HALL = (
    Project("hal", Fraction(60000)),
    Project("bus", Fraction("30000.50")),
    Project("tent", Fraction(20000)),
)


def small(*ballots: Ballot, caps: tuple[Cap, ...] = ()) -> Election:
    return Election(HALL, ballots, Fraction(80000), caps)


def part(text: str, name: str) -> list[str]:
    lines = text.splitlines()
    return lines[lines.index(name) + 1 :]


def test_weights_become_voters_where_that_is_exact_and_small() -> None:
    text = write_pb(
        small(
            Ballot({0: 1, 1: 1}, Fraction(12000), ("Merelgem",)), Ballot({2: 1}, Fraction(8000), ("Linde",))
        ),
        Settings(money="own"),
        SHEET,
        selected=["tent"],
    )
    assert part(text, "VOTES") == [
        "voter_id;vote",
        "Merelgem (1);hal,bus",
        "Merelgem (2);hal,bus",
        "Merelgem (3);hal,bus",
        "Linde (1);tent",
        "Linde (2);tent",
    ]
    assert part(text, "PROJECTS")[:4] == [
        "project_id;cost;votes;name;category;selected",
        'hal;60000;3;"Een ""hal""; met dak";Sport spel,Ruimte;0',
        "bus;30000.5;3;Bus;;0",
        "tent;20000;2;tent;;1",
    ]
    assert "comment;#1: groeimodel rule=equal-shares satisfaction=cost completion=none ties=cost money=own weight=4000" in text  # fmt: skip
    found = read_pb(text)
    assert [ballot.weight for ballot in found.election.ballots] == [12000, 8000]
    assert found.marked == {"tent"}


def test_other_weights_stand_in_a_column() -> None:
    """Points go with the most first; who supports nothing is there, with no points for the first."""
    text = write_pb(
        small(
            Ballot({0: 2, 2: 5}, Fraction("12345.67"), ("Merelgem",)), Ballot({}, Fraction(8000), ("Linde",))
        ),
        Settings(satisfaction="additive"),
        SHEET,
    )
    assert part(text, "VOTES") == [
        "voter_id;vote;points;__weight",
        "Merelgem;tent,hal;5,2;12345.67",
        "Linde;hal;0;8000",
    ]
    assert "vote_type;scoring" in text
    assert [dict(one.points) for one in read_pb(text).election.ballots] == [{2: 5, 0: 2}, {}]


def test_caps_and_the_lot_are_in_the_file() -> None:
    cap = Cap("Sport #1,\nspel", frozenset({0, 2}), Fraction("40000.01"))
    election = small(Ballot({0: 1, 2: 1}), caps=(cap,))
    found = read_pb(write_pb(election, Settings(), SHEET))
    assert found.election.caps == (Cap("Sport 1, spel", cap.projects, cap.most),)
    assert [project.id for project in found.election.projects] == ["hal", "bus", "tent"]


def test_names_that_two_rows_would_have() -> None:
    same = [Ballot({n: 1}, voters=("Linde",)) for n in range(2)]
    text = write_pb(small(*same, Ballot({2: 1}, voters=("Votes", ""))), Settings(), SHEET)
    names = [row.split(";")[0] for row in part(text, "VOTES")[1:]]
    assert len(set(names)) == len(names) == 6
    assert not {"VOTES", ""} & {name.upper() for name in names}


@pytest.mark.parametrize(
    ("project", "says"),
    [
        (Project("a,b", Fraction(1)), "called"),
        (Project("a b", Fraction(1)), "called"),
        (Project("", Fraction(1)), "called"),
        (Project("meta", Fraction(1)), "called"),
        (Project("hal", Fraction(1)), "one id"),
        (Project("x", Fraction(1, 3)), "no end"),
    ],
)
def test_what_cannot_stand_in_a_file(project: Project, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        write_pb(Election((HALL[0], project), (), Fraction(1)), Settings(), SHEET)


@pytest.mark.parametrize(
    "wrong",
    [
        "rule=dice",
        "rule=greedy completion=add1",
        "colour=red",
        "weight=0",
        "step=1/0",
        "rule",
        "cap=5 projects=nergens name=X",
        "cap=-5 projects=hal name=X",
        "cap=5 name=X",
    ],
)
def test_comments_of_ours_that_are_no_good(wrong: str) -> None:
    text = write_pb(small(Ballot({0: 1})), Settings(), SHEET).replace("rule=equal-shares", "rule=greedy")
    bad = text.replace("#1: groeimodel", f"#1: groeimodel {wrong} #2: groeimodel")
    with pytest.raises(BadElection, match="META: comment"):
        read_pb(bad)


def test_comments_of_others_are_left_alone() -> None:
    text = write_pb(small(Ballot({0: 1})), Settings(rule="greedy"), SHEET)
    found = read_pb(text.replace("comment;", "comment;#1: Ligt ter inzage op het gemeentehuis "))
    assert found.settings == Settings(rule="greedy")
    assert read_pb(text.replace("groeimodel", "iemand")).settings is None


def check(text: str) -> PbFile:
    """What the checker of the field says: valid, or all its errors."""
    checker = pytest.importorskip(
        "pabulib.checker", reason="pabulib-checker is not installed: run `make test`, which brings it"
    )
    found = checker.Checker().process_files([text])
    assert found["metadata"]["valid"] == 1, found[1]["results"]["errors"]
    return read_pb(text)


@pytest.mark.parametrize("selected", [None, ["hal", "tent"]])
def test_the_checker_of_the_field_takes_clones(selected: list[str] | None) -> None:
    """It computes equal shares itself: what is marked as selected must be what the rule gives."""
    projects = (HALL[0], Project("bus", Fraction(30000)), HALL[2])
    election = Election(
        projects,
        (Ballot({0: 1}, Fraction(12000), ("Merelgem",)), Ballot({1: 1, 2: 1}, Fraction(4000), ("Linde",))),
        Fraction(80000),
    )
    text = write_pb(election, Settings(), SHEET, selected=selected)
    assert "rule;equalshares" in text
    assert choose(check(text).election, Settings()).ids == ("hal", "tent")


def test_the_checker_of_the_field_takes_a_column_of_weights_points_and_caps() -> None:
    cap = Cap("Sport en spel", frozenset({0}), Fraction(50000))
    election = small(
        Ballot({0: 5, 1: 3, 2: 1}, Fraction("12345.67"), ("Merelgem",)),
        Ballot({}, Fraction(9000), ("Linde",)),
        Ballot({2: 4}, Fraction(8000), ("Klaver",)),
        caps=(cap,),
    )
    for how in (
        Settings(satisfaction="additive", money="own"),
        Settings(completion="add1", step=Fraction(1)),
        Settings(rule="consent"),
    ):
        outcome = choose(election, how)
        found = check(write_pb(election, how, SHEET, selected=outcome.ids))
        assert found.settings == how
        assert choose(found.election, how).ids == outcome.ids


def test_the_checker_of_the_field_takes_a_budget_for_everything() -> None:
    rich = Election(HALL, (Ballot({0: 1, 1: 1}, voters=("Linde",)),), Fraction(200000))
    check(write_pb(rich, Settings(rule="greedy"), SHEET, selected=["hal", "bus"]))
