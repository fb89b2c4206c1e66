"""What happens by itself, once each; and what is asked on 'Mijn tuin'. Nothing closes by itself."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone
from django_scopes import scope

from groeimodel.foundation.asks import Here
from groeimodel.foundation.mail.models import OutgoingMail
from groeimodel.foundation.partners.access import parts_in
from groeimodel.foundation.people.models import Person
from groeimodel.meadow.choosing import services, tasks
from groeimodel.meadow.choosing.asking import asks_of
from groeimodel.meadow.choosing.models import Round
from groeimodel.meadow.choosing.tests.choosing import Meadow, mandate, meadow, opened, plan, poll, vote

pytestmark = pytest.mark.django_db


@pytest.fixture
def made() -> Meadow:
    return meadow(["Aalst", "Brugge"], {"Zaal": 2000, "Tent": 900})


def asks(made: Meadow, person: Person) -> list[str]:
    parts = parts_in(person, made.partnership)
    here = Here(person, made.partnership, parts, timezone.localdate())
    return [one.title for one in asks_of(here)]


def mails(person: Person) -> int:
    return OutgoingMail.objects.filter(kind="choosing.ask", person=person).count()


def test_who_did_not_vote_is_reminded_once(made: Meadow) -> None:
    with scope(partnership=made.partnership):
        vote(opened(made), made.towns[0], {"Zaal": 5})
    tasks.tend()
    assert mails(made.towns[1].alderman) == 1, "not yet"
    with time_machine.travel(timezone.now() + timedelta(days=11)):
        tasks.tend()
        tasks.tend()
    assert (mails(made.towns[0].alderman), mails(made.towns[1].alderman)) == (1, 2)


def test_after_the_last_day_the_coordinator_is_asked_once_and_nothing_closes(made: Meadow) -> None:
    with scope(partnership=made.partnership):
        round = opened(made)
    with time_machine.travel(timezone.now() + timedelta(days=15)):
        tasks.tend()
        tasks.tend()
        assert mails(made.coordinator) == 1
        with scope(partnership=made.partnership):
            assert Round.objects.get().state == "open"
            assert asks(made, made.coordinator) == [f"Sluit de kiesronde ‘{round.title}’"]


@pytest.mark.claim("W11")
def test_after_the_layout_the_ballots_go_out(made: Meadow) -> None:
    with scope(partnership=made.partnership):
        round = opened(made, asks_layout=True, layout_until=timezone.localdate() + timedelta(days=5))
        assert asks(made, made.towns[0].alderman) == ["Geef je indeling van het budget"]
        services.give_layout(
            poll=poll(round, made.towns[0].municipality), parts={"poppy": 100}, actor=made.towns[0].alderman
        )
        assert asks(made, made.towns[0].alderman) == []
    tasks.tend()
    with time_machine.travel(timezone.now() + timedelta(days=6)):
        tasks.tend()
        with scope(partnership=made.partnership):
            assert Round.objects.get().state == "open"
            assert asks(made, made.towns[0].alderman) == ["Geef de stem van Aalst"]
    assert mails(made.towns[0].alderman) == 2


def test_the_vote_is_asked_of_who_may_give_it_until_it_is_given(made: Meadow) -> None:
    with scope(partnership=made.partnership):
        round = opened(made)
        town = made.towns[0]
        assert asks(made, town.alderman) == ["Geef de stem van Aalst"]
        assert asks(made, town.officer) == []
        mandate(made.partnership, town.municipality, town.officer)
        assert asks(made, town.officer) == ["Geef de stem van Aalst"]
        vote(round, town, {}, by=town.officer)
        assert asks(made, town.alderman) == asks(made, town.officer) == []
        assert asks(made, made.coordinator) == []


def test_a_round_that_lies_ready_is_not_forgotten(made: Meadow) -> None:
    with scope(partnership=made.partnership):
        services.prepare_round(partnership=made.partnership, plan=plan(made.actions), actor=made.coordinator)
        assert asks(made, made.coordinator) == ["Open de kiesronde ‘Wat doen we in het voorjaar?’"]
        assert asks(made, made.towns[0].alderman) == []
