"""Asking to look along: who coordinates gets a mail and a thing to do, says yes or no, and the supporter sees which."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from groeimodel.foundation.asks import Here
from groeimodel.foundation.partners.access import parts_in
from groeimodel.foundation.partners.models import Appointment
from groeimodel.foundation.testing.cast import Cast
from groeimodel.foundation.testing.mailbox import last_mail_to, link_in, mails_to
from groeimodel.showcase.sharing.models import Kind
from groeimodel.showcase.sharing.selectors import shown_by
from groeimodel.support.region import services
from groeimodel.support.region.asking import asks_of
from groeimodel.support.region.models import Look
from groeimodel.support.region.tests.kit import inside, open_up, shut

pytestmark = pytest.mark.django_db


def ask(client: Client, cast: Cast) -> None:
    client.force_login(cast.els)
    client.post(reverse("region:ask_to_look", args=["testland"]))


def asked_of_finn(cast: Cast) -> list[str]:
    with inside(cast.partnership):
        here = Here(cast.finn, cast.partnership, parts_in(cast.finn, cast.partnership), timezone.localdate())
        return [one.url for one in asks_of(here)]


@pytest.mark.claim("I4")
def test_ask_by_mail_and_say_yes(client: Client, cast: Cast) -> None:
    ask(client, cast)
    assert "Je vroeg op" in client.get(reverse("region:overview")).text
    address = link_in(last_mail_to(cast.finn), "/meekijken/")
    assert asked_of_finn(cast) == [address]
    client.force_login(cast.finn)
    page = client.get(address).text
    assert "Els vroeg het" in page
    assert "de polsslag of het duogesprek" in page, "it says what is not shown too"
    client.post(address, {"do": "yes"})
    assert Kind.REGION in shown_by(cast.partnership)
    assert asked_of_finn(cast) == []
    client.force_login(cast.els)
    assert "Vraag om mee te kijken" not in client.get(reverse("region:overview")).text


def test_no_is_an_answer_and_is_not_asked_again_soon(client: Client, cast: Cast) -> None:
    ask(client, cast)
    client.force_login(cast.finn)
    client.post(reverse("region:look", args=["testland"]), {"do": "no"})
    assert Kind.REGION not in shown_by(cast.partnership)
    assert asked_of_finn(cast) == []
    client.force_login(cast.els)
    page = client.get(reverse("region:overview")).text
    assert "zeiden ze: nu niet" in page
    assert "Vraag om mee te kijken" not in page
    with inside(cast.partnership):
        with pytest.raises(ValidationError, match="onlangs nee"):
            services.ask_to_look(partnership=cast.partnership, actor=cast.els)
        later = timezone.now() + timedelta(days=91)
        services.ask_to_look(partnership=cast.partnership, actor=cast.els, at=later)


def test_twice_is_once(client: Client, cast: Cast) -> None:
    ask(client, cast)
    ask(client, cast)
    with inside(cast.partnership):
        assert Look.objects.count() == 1
    assert len(mails_to(cast.finn)) == 1


def test_opening_it_on_the_page_of_sharing_answers_the_question(client: Client, cast: Cast) -> None:
    ask(client, cast)
    open_up(cast.partnership)
    shut(cast.partnership)
    assert asked_of_finn(cast) == []
    client.force_login(cast.els)
    page = client.get(reverse("region:overview")).text
    assert "en zetten het weer dicht" in page
    assert "Vraag om mee te kijken" in page


def test_what_cannot_be_asked(cast: Cast) -> None:
    with inside(cast.partnership):
        Appointment.objects.filter(person=cast.finn).delete()
        with pytest.raises(ValidationError, match="Niemand coördineert"):
            services.ask_to_look(partnership=cast.partnership, actor=cast.els)
    open_up(cast.partnership)
    with inside(cast.partnership), pytest.raises(ValidationError, match="al meekijken"):
        services.ask_to_look(partnership=cast.partnership, actor=cast.els)


@pytest.mark.parametrize("who", ["amina", "bram", "celia", "daan", "els"])
def test_only_who_coordinates_answers(client: Client, cast: Cast, who: str) -> None:
    actor = getattr(cast, who)
    client.force_login(actor)
    assert client.get(reverse("region:look", args=["testland"])).status_code == 403
    with inside(cast.partnership):
        for service in (services.let_look, services.refuse_look):
            with pytest.raises(PermissionDenied):
                service(partnership=cast.partnership, actor=actor)


@pytest.mark.parametrize("who", ["amina", "finn", "daan"])
def test_only_who_supports_asks(cast: Cast, who: str) -> None:
    with inside(cast.partnership), pytest.raises(PermissionDenied):
        services.ask_to_look(partnership=cast.partnership, actor=getattr(cast, who))
