"""What is kept of a round when it closes: an election that anybody recomputes, and that no row of today changes."""

from fractions import Fraction

import pytest
from django.utils import timezone
from django_scopes import scope

from groeimodel.formats.pb_file import read_pb
from groeimodel.meadow.choosing import snapshot
from groeimodel.meadow.choosing.models import Round
from groeimodel.meadow.choosing.results import apart
from groeimodel.meadow.choosing.tests.choosing import Meadow, meadow, opened, vote
from groeimodel.rules.choosing import choose

pytestmark = pytest.mark.django_db

TOWNS = ("Aa", "Bee", "Cee")
PROPOSALS = {"Hal": 4000, "Tent": 1500, "Bus": 1500}


@pytest.fixture
def made() -> Meadow:
    return meadow(TOWNS, PROPOSALS)


def closed_text(round: Round) -> str:
    counted = list(round.ballots.prefetch_related("lines"))
    election, settings = snapshot.election_of(round, counted), snapshot.settings_of(round)
    outcome = choose(election, settings)
    return snapshot.text_of(round, election, settings, outcome.ids, timezone.localdate())


def test_the_text_gives_the_same_outcome_without_options(made: Meadow) -> None:
    with scope(partnership=made.partnership):
        round = opened(made)
        vote(round, made.towns[0], {"Hal": 5})
        vote(round, made.towns[1], {"Hal": 5})
        vote(round, made.towns[2], {"Tent": 4, "Bus": 3})
        file = read_pb(closed_text(round))
    assert file.settings is not None
    titles = [file.names[key] for key in choose(file.election, file.settings).ids]
    assert set(titles) == {"Hal", "Bus"} or set(titles) == {"Hal", "Tent"}
    assert set(file.marked) == set(choose(file.election, file.settings).ids)


def test_equal_ballots_are_taken_apart_again(made: Meadow) -> None:
    """The file holds two municipalities that said the same as one; the page tells what each pays."""
    with scope(partnership=made.partnership):
        round = opened(made)
        for one in made.towns:
            vote(round, one, {"Hal": 5})
        file = read_pb(closed_text(round))
    assert len(file.election.ballots) == 1
    election = apart(file.election)
    assert {ballot.voters for ballot in election.ballots} == {("Aa",), ("Bee",), ("Cee",)}
    assert all(ballot.weight == Fraction(2000) for ballot in election.ballots)


def test_no_name_of_a_person_is_in_it(made: Meadow) -> None:
    with scope(partnership=made.partnership):
        round = opened(made)
        vote(round, made.towns[0], {"Hal": 5})
        text = closed_text(round)
    assert made.towns[0].alderman.name not in text
    assert "@" not in text
