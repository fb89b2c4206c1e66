"""At the administration two factors are asked, wherever browsers know passkeys."""

from __future__ import annotations

import time

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client
from pytest_django import Settings

from groeimodel.foundation.people.models import Person

pytestmark = pytest.mark.django_db
PAGE, ADD, NAME = "/beheer/", "/ik/toegang/sleutel/erbij/", "/ik/toegang/sleutel/{}/naam/"


@pytest.fixture
def staff(settings: Settings) -> Person:
    settings.ADMIN_SECOND_FACTOR = True
    return Person.objects.create_superuser("staf@voorbeeld.test", "zeven paarse gieters dansen", name="Staf")


def came_in(client: Client, person: Person, how: str) -> None:
    client.force_login(person)
    session = client.session
    session["account_authentication_methods"] = [{"method": how, "at": time.time()}]
    session["account_authentication_methods_user"] = str(person.pk)
    session.save()


@pytest.mark.parametrize(
    ("how", "opens"), [("mfa", True), ("socialaccount", True), ("code", False), ("link", False)]
)
def test_the_administration_asks_two_factors(client: Client, staff: Person, how: str, opens: bool) -> None:
    came_in(client, staff, how)
    answer = client.get(PAGE, follow=True)
    assert (answer.request["PATH_INFO"] == PAGE) == opens
    assert ("Maak je toegangssleutel" in answer.text) != opens


def test_a_password_is_one_factor(client: Client, staff: Person) -> None:
    sent = {"username": "staf@voorbeeld.test", "password": "zeven paarse gieters dansen", "next": PAGE}
    answer = client.post("/beheer/login/", sent, follow=True)
    assert answer.request["PATH_INFO"] == "/beheer/login/"
    assert "Nog één stap" in answer.text


def test_a_password_alone_makes_no_second_passkey(client: Client, staff: Person) -> None:
    """The first is made by who came in; from then on nothing changes without it."""
    came_in(client, staff, "password")
    assert client.get(ADD).status_code == 200
    key = Authenticator.objects.create(user=staff, type="webauthn", data={"name": "Laptop"})
    for page in (ADD, NAME.format(key.pk)):
        answer = client.get(page, follow=True)
        assert answer.request["PATH_INFO"] == "/ik/toegang/opnieuw/"
        assert "Kom binnen met je toegangssleutel" in answer.text
    came_in(client, staff, "mfa")
    assert client.get(NAME.format(key.pk)).status_code == 200


def test_signing_in_again_leads_back(client: Client, staff: Person) -> None:
    came_in(client, staff, "code")
    answer = client.post("/ik/toegang/opnieuw/", {"beheer": ""})
    assert answer["Location"] == "/aanmelden/?next=/beheer/"
    assert "_auth_user_id" not in client.session


def test_without_https_nothing_is_asked(client: Client, staff: Person, settings: Settings) -> None:
    settings.ADMIN_SECOND_FACTOR = False
    came_in(client, staff, "code")
    assert client.get(PAGE).status_code == 200
