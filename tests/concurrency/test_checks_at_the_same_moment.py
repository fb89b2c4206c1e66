"""Local checks with two people at the same moment: one word a municipality, one mail a person, none after the decision."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone
from django_scopes import scope, scopes_disabled

from groeimodel.foundation.decisions.services import MatterSaid, Taken, take_decision
from groeimodel.foundation.mail.models import OutgoingMail
from groeimodel.foundation.testing.cast import Cast, make_cast
from groeimodel.meadow.actions.models import Action
from groeimodel.meadow.checks import services
from groeimodel.meadow.checks.models import CheckCall, LocalCheck
from groeimodel.meadow.checks.tests.kit import proposal
from tests.concurrency.test_at_the_same_moment import ROUNDS, race

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.parametrize("number", range(ROUNDS))]


@pytest.fixture
def world(transactional_db: None) -> Cast:
    return make_cast()


def inside(cast: Cast, work: Any) -> Any:
    with scope(partnership=cast.partnership):
        return work()


def test_both_seats_check_the_same_proposal(world: Cast, number: int) -> None:
    action = inside(world, lambda: proposal(world))

    def say(who: Any) -> Any:
        return inside(
            world,
            lambda: services.check(
                action=action, municipality=world.municipality, verdict="neutral", actor=who
            ),
        )

    done = race(lambda: say(world.amina), lambda: say(world.bram))
    assert not any(isinstance(one, Exception) for one in done)
    with scopes_disabled():
        assert LocalCheck.objects.count() == 1


def test_the_button_to_ask_is_pressed_twice(world: Cast, number: int) -> None:
    action = inside(world, lambda: proposal(world))

    def ask() -> Any:
        return inside(world, lambda: services.ask_checks(actions=[action], actor=world.finn).mails)

    assert sorted(race(ask, ask)) == [0, 3]
    with scopes_disabled():
        assert CheckCall.objects.count() == 2
    assert OutgoingMail.objects.count() == 3


def test_a_check_while_it_is_decided(world: Cast, number: int) -> None:
    """It is written down before the decision, or refused."""
    action = inside(world, lambda: proposal(world))

    def decide() -> Any:
        taken = Taken("Keuze", "agreed", [MatterSaid(action.key, action.title, True)], [])
        decision = take_decision(partnership=world.partnership, taken=taken, on=timezone.localdate())
        return Action.objects.filter(pk=action.pk).update(decision=decision)

    done = race(
        lambda: inside(world, decide),
        lambda: inside(
            world,
            lambda: services.check(
                action=action, municipality=world.municipality, verdict="neutral", actor=world.bram
            ),
        ),
    )
    with scopes_disabled():
        assert LocalCheck.objects.exists() != isinstance(done[1], ValidationError)
