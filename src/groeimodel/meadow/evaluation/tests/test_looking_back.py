"""Near its end an action asks for its evaluation, and what partners expected comes back (claims W7, W23)."""

from datetime import timedelta

import pytest
import time_machine
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client
from django.utils import timezone
from django_scopes import scope

from groeimodel.foundation.asks import Here, asked_of
from groeimodel.foundation.mail.models import OutgoingMail
from groeimodel.foundation.partners.access import parts_in
from groeimodel.foundation.partners.models import Municipality
from groeimodel.foundation.partners.services.mergers import merge
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.testing.cast import Cast
from groeimodel.meadow.actions import expecting
from groeimodel.meadow.actions.models import Action
from groeimodel.meadow.evaluation import services, tasks
from groeimodel.meadow.evaluation.models import LookBack
from groeimodel.meadow.evaluation.tests.test_closing import closed, page
from groeimodel.meadow.tending.tests.running import running


def asks(cast: Cast, person: Person) -> list[str]:
    here = Here(person, cast.partnership, parts_in(person, cast.partnership), timezone.localdate())
    with scope(partnership=cast.partnership):
        return [one.title for one in asked_of(here)]


@pytest.mark.claim("W7")
@pytest.mark.parametrize(("days", "asked"), [(15, False), (14, True), (0, True), (-14, True), (-15, False)])
def test_two_weeks_around_its_end_it_asks_for_its_evaluation(cast: Cast, days: int, asked: bool) -> None:
    with scope(partnership=cast.partnership):
        running(cast, days=(-90, days))
    assert ("Evalueer 'Fuifcoaches'" in asks(cast, cast.bram)) is asked
    assert "Evalueer 'Fuifcoaches'" not in asks(cast, cast.finn)
    tasks.ask_for_evaluations()
    tasks.ask_for_evaluations()
    mails = OutgoingMail.objects.filter(kind="evaluation.ask")
    assert [one.person for one in mails] == ([cast.bram] if asked else [])


def test_without_a_gardener_the_coordinator_is_asked(cast: Cast) -> None:
    with scope(partnership=cast.partnership):
        action = running(cast, days=(-90, 5))
        Action.objects.filter(pk=action.pk).update(gardener=None)
    assert "Evalueer 'Fuifcoaches'" in asks(cast, cast.finn)
    tasks.ask_for_evaluations()
    assert OutgoingMail.objects.get(kind="evaluation.ask").person == cast.finn


@pytest.mark.claim("W23")
def test_what_was_expected_comes_back_at_the_evaluation(client: Client, cast: Cast) -> None:
    with scope(partnership=cast.partnership):
        action = running(cast, days=(-90, 30))
        expecting.expect(
            action=action, municipality=cast.neighbour, text="Tien jongeren doen mee.", actor=cast.celia
        )
    with time_machine.travel(timezone.now() + timedelta(days=20)):
        client.force_login(cast.celia)
        shown = client.get(page(action)).text
        assert "Tien jongeren doen mee." in shown
        assert "Kijk terug voor jullie gemeente" in shown
        answer = client.post(
            page(action, "look_back"), {"municipality": cast.neighbour.pk, "came": "", "text": ""}
        )
        assert answer.status_code == 422
        sent = {"municipality": cast.neighbour.pk, "came": "partly", "text": "Zeven, en twee bleven."}
        client.post(page(action, "look_back"), sent)
        client.force_login(cast.bram)
        shown = client.get(page(action)).text
        assert "deels" in shown
        assert "Zeven, en twee bleven." in shown
        client.post(
            page(action, "look_back"),
            {"municipality": cast.municipality.pk, "text": "Wij zeiden niets vooraf."},
        )
        assert "Wij zeiden niets vooraf." in client.get(page(action)).text


@pytest.mark.claim("W23")
def test_after_closing_nobody_looks_back_any_more(client: Client, cast: Cast) -> None:
    with scope(partnership=cast.partnership):
        action = running(cast, days=(-90, 30))
        expecting.expect(action=action, municipality=cast.neighbour, text="Tien.", actor=cast.celia)
    with time_machine.travel(timezone.now() + timedelta(days=20)):
        assert "Kijk terug op 'Fuifcoaches'" in asks(cast, cast.celia)
        with scope(partnership=cast.partnership):
            closed(action, "again", cast.bram)
            for where, actor in ((cast.neighbour, cast.celia), (cast.municipality, cast.bram)):
                with pytest.raises(ValidationError):
                    services.look_back(
                        action=action, municipality=where, came="yes", text="Toch", actor=actor
                    )
        assert "Kijk terug op 'Fuifcoaches'" not in asks(cast, cast.celia)
        client.force_login(cast.celia)
        assert "Kijk terug voor jullie gemeente" not in client.get(page(action)).text


def test_each_speaks_for_the_own_municipality(client: Client, cast: Cast) -> None:
    with scope(partnership=cast.partnership):
        action = running(cast, days=(-90, 5))
        for person in (cast.celia, cast.daan, cast.els):
            with pytest.raises(PermissionDenied):
                services.look_back(action=action, municipality=cast.municipality, text="Nee", actor=person)
        with pytest.raises(PermissionDenied):
            services.look_back(action=action, municipality=cast.faraway, text="Nee", actor=cast.finn)
    client.force_login(cast.daan)
    assert client.post(page(action, "look_back"), {}).status_code == 403


def test_too_early_or_on_a_plot_nobody_looks_back(cast: Cast) -> None:
    with scope(partnership=cast.partnership):
        early = running(cast, days=(-5, 30))
        own = running(cast, days=(-90, 5), plot=cast.municipality)
        for action in (early, own):
            with pytest.raises(ValidationError):
                services.look_back(
                    action=action, municipality=cast.municipality, text="Goed", actor=cast.bram
                )


def test_a_look_back_goes_along_with_a_merger(cast: Cast) -> None:
    with scope(partnership=cast.partnership):
        action = running(cast, days=(-90, 5))
        for where in (cast.municipality, cast.neighbour):
            services.look_back(action=action, municipality=where, text=where.name)
    joined = Municipality.objects.create(name="Samendorp", invented=True)
    merge(into=joined, parts=[cast.municipality, cast.neighbour], on=timezone.localdate())
    with scope(partnership=cast.partnership):
        said = {one.municipality.name: one.text for one in LookBack.objects.all()}
    assert said == {"Samendorp": "Buurdorp", "Proefdorp": "Proefdorp"}
