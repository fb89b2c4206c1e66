"""Over time, over budget, silent: first the gardener hears it, after a week who coordinates too (claim W7)."""

from datetime import timedelta
from decimal import Decimal

import pytest
import time_machine
from django.test import Client
from django.utils import timezone
from django_scopes import scope

from groeimodel.foundation.asks import Ask, Here, asked_of
from groeimodel.foundation.mail.models import OutgoingMail
from groeimodel.foundation.partners.access import parts_in
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.testing.cast import Cast
from groeimodel.meadow.actions import services as actions
from groeimodel.meadow.actions.models import Action
from groeimodel.meadow.tending import services
from groeimodel.meadow.tending.models import Signal
from groeimodel.meadow.tending.services import News
from groeimodel.meadow.tending.tests.running import address, running, spend


def asks(cast: Cast, person: Person) -> list[Ask]:
    here = Here(person, cast.partnership, parts_in(person, cast.partnership), timezone.localdate())
    with scope(partnership=cast.partnership):
        return [one for one in asked_of(here) if "/verloop/" in one.url]


def over_time(cast: Cast) -> Action:
    return running(cast, title="Kamp", days=(-90, -1))


def overspent(cast: Cast) -> Action:
    action = running(cast, title="Kamp", budget=50)
    spend(action, "60")
    return action


def silent(cast: Cast) -> Action:
    return running(cast, title="Kamp", days=(-57, 60))


@pytest.mark.claim("W7")
@pytest.mark.parametrize(
    ("make", "says"),
    [
        (over_time, "Rond 'Kamp' af"),
        (overspent, "Bekijk het budget van 'Kamp'"),
        (silent, "Vertel iets nieuws over 'Kamp'"),
    ],
)
def test_first_the_gardener_then_the_coordinator(cast: Cast, make: object, says: str) -> None:
    assert callable(make)
    with scope(partnership=cast.partnership):
        make(cast)
    (own,) = asks(cast, cast.bram)
    assert (own.title, own.weight) == (says, 85)
    assert not asks(cast, cast.finn)
    assert not asks(cast, cast.celia)
    services.watch(timezone.localdate())
    services.watch(timezone.localdate())
    (mail,) = OutgoingMail.objects.all()
    assert (mail.person, mail.kind, mail.subject) == (cast.bram, "tending.signal", says)
    with time_machine.travel(timezone.now() + timedelta(days=8)):
        services.watch(timezone.localdate())
        assert OutgoingMail.objects.count() == 1, "once for each signal"
        (later,) = asks(cast, cast.finn)
    assert later.title == says
    assert "Bram weet het al een week." in later.why


def test_what_is_over_is_silent_and_what_comes_again_is_mailed_again(cast: Cast) -> None:
    with scope(partnership=cast.partnership):
        action = silent(cast)
        services.watch(timezone.localdate())
        services.write_update(action=action, news=News("Twaalf coaches opgeleid."), actor=cast.bram)
    assert not asks(cast, cast.bram)
    services.watch(timezone.localdate())
    with scope(partnership=cast.partnership):
        assert not Signal.objects.exists()
        assert OutgoingMail.objects.count() == 1
        with time_machine.travel(timezone.now() + timedelta(weeks=8, hours=1)):
            services.watch(timezone.localdate())
    assert OutgoingMail.objects.count() == 2


def test_an_action_that_is_done_asks_nothing(cast: Cast) -> None:
    with scope(partnership=cast.partnership):
        action = over_time(cast)
        services.watch(timezone.localdate())
        actions.pick(action=action, result=70)
        assert not asks(cast, cast.bram)
        services.watch(timezone.localdate())
        assert not Signal.objects.exists()


def test_without_a_gardener_the_coordinator_hears_it_at_once(cast: Cast) -> None:
    with scope(partnership=cast.partnership):
        action = over_time(cast)
        Action.objects.filter(pk=action.pk).update(gardener=None)
    services.watch(timezone.localdate())
    (ask,) = asks(cast, cast.finn)
    assert "geen tuinier" in ask.why
    assert not OutgoingMail.objects.exists()


def test_the_page_says_it_to_everybody(client: Client, cast: Cast) -> None:
    with scope(partnership=cast.partnership):
        action = overspent(cast)
    client.force_login(cast.celia)
    page = client.get(address(action)).text
    assert "Er is €\xa010 te veel uitgegeven. Bespreek hoe het verder kan." in page


def test_spending_that_waits_or_was_refused_is_not_overspending(cast: Cast) -> None:
    with scope(partnership=cast.partnership):
        action = running(cast, budget=50)
        services.set_bound(action=action, bound=Decimal(10), actor=cast.finn)
        row = spend(action, "60", actor=cast.bram)
        assert not asks(cast, cast.bram)
        services.answer(expense=row, yes=False, reason="Te duur", actor=cast.finn)
        assert not asks(cast, cast.bram)
