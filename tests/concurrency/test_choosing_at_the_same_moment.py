"""A round that two people close, and a ballot or a revoked mandate at the moment of closing: one is first, nothing is half."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django_scopes import scope

from groeimodel.foundation.decisions.models import Decision
from groeimodel.foundation.mandates import services as mandates
from groeimodel.foundation.mandates.models import Mandate, Use
from groeimodel.foundation.partners.services import appoint
from groeimodel.foundation.testing.cast import SINCE, person
from groeimodel.meadow.choosing import services
from groeimodel.meadow.choosing.models import Ballot, Round
from groeimodel.meadow.choosing.tests.choosing import Meadow, meadow, opened, poll, said, vote
from tests.concurrency.test_at_the_same_moment import ROUNDS, race

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def made(transactional_db: None) -> Meadow:
    return meadow(["Aalst", "Brugge"], {"Zaal": 2000, "Tent": 900})


def voted(made: Meadow) -> Round:
    with scope(partnership=made.partnership):
        round = opened(made, money="own")
        for town in made.towns:
            vote(round, town, {"Zaal": 5})
        return round


def closing(made: Meadow, round: Round, actor: Any) -> Any:
    def run() -> Any:
        with scope(partnership=made.partnership):
            return services.close_round(round=round, actor=actor)

    return run


@pytest.mark.parametrize("number", range(ROUNDS))
def test_two_close_the_same_round(made: Meadow, number: int) -> None:
    round, other = voted(made), person("Tweede")
    appoint(partnership=made.partnership, person=other, kind="coordinator", since=SINCE)
    results = race(closing(made, round, made.coordinator), closing(made, round, other))
    assert sum(isinstance(one, Round) for one in results) == 1, results
    assert sum(isinstance(one, ValidationError) for one in results) == 1, results
    with scope(partnership=made.partnership):
        assert Decision.objects.count() == 1
        assert Use.objects.count() == 2


@pytest.mark.parametrize("number", range(ROUNDS))
def test_a_mandate_is_revoked_while_the_round_closes(made: Meadow, number: int) -> None:
    """Either it was counted on and revoked after, or the ballot does not count: the decision never rests on nothing."""
    round, first = voted(made), made.towns[0]

    def revoke() -> Any:
        with scope(partnership=made.partnership):
            return mandates.revoke(mandate=made.mandates["Aalst"], actor=first.alderman)

    closed, revoked = race(closing(made, round, made.coordinator), revoke)
    assert isinstance(closed, Round), closed
    assert isinstance(revoked, Mandate), revoked
    with scope(partnership=made.partnership):
        counted = Ballot.objects.get(municipality=first.municipality).counted
        assert counted == Use.objects.filter(mandate=made.mandates["Aalst"]).exists()
        assert counted == ("Aalst" in closed.snapshot)


@pytest.mark.parametrize("number", range(ROUNDS))
def test_a_ballot_changes_while_the_round_closes(made: Meadow, number: int) -> None:
    round, first = voted(made), made.towns[0]

    def change() -> Any:
        with scope(partnership=made.partnership):
            return services.hand_in(
                poll=poll(round, first.municipality), said=said(round, {"Tent": 5}), actor=first.alderman
            )

    closed, changed = race(closing(made, round, made.coordinator), change)
    assert isinstance(closed, Round), closed
    with scope(partnership=made.partnership):
        tent = closed.proposals.get(title="Tent").chosen
        assert tent == isinstance(changed, Ballot), (tent, changed)
