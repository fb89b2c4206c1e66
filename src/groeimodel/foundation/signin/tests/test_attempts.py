"""Attempts are limited per address and per visitor, and nobody else is locked out."""

import pytest
from django.core.cache import caches
from django.core.cache.backends.db import DatabaseCache
from django.test import Client

from groeimodel.foundation.people.models import Person
from groeimodel.foundation.testing.cast import Cast
from groeimodel.foundation.testing.mailbox import mails_to


def ask(email: str, ip: str) -> tuple[int, str]:
    answer = Client(REMOTE_ADDR=ip).post("/aanmelden/", {"email": email}, follow=True)
    return answer.status_code, answer.content.decode()


def test_the_sixth_mail_waits_wherever_one_asks_from(cast: Cast) -> None:
    for n in range(5):
        assert ask("bram@voorbeeld.test", f"192.0.2.{n}")[0] == 200
    status, words = ask("Bram@voorbeeld.test", "192.0.2.77")
    assert status == 422
    assert "Wacht vijf minuten" in words
    assert len(mails_to(cast.bram)) == 5
    assert ask("amina@voorbeeld.test", "192.0.2.77")[0] == 200


def test_who_asks_for_many_addresses_waits_alone(cast: Cast) -> None:
    answers = [ask(f"iemand{n}@elders.test", "192.0.2.9") for n in range(21)]
    assert [status for status, _words in answers[:20]] == [200] * 20
    status, words = answers[20]
    assert status == 422
    assert "Wacht vijf minuten" in words
    assert ask("bram@voorbeeld.test", "192.0.2.10")[0] == 200


def test_tries_are_counted_for_all_processes_together() -> None:
    assert isinstance(caches["default"], DatabaseCache)


@pytest.fixture
def staff(db: None) -> Person:
    return Person.objects.create_superuser("baas@voorbeeld.test", "een lang wachtwoord", name="Baas")


def try_password(password: str, ip: str = "192.0.2.1") -> str:
    client = Client(REMOTE_ADDR=ip)
    words = {"username": "baas@voorbeeld.test", "password": password}
    answer = client.post("/beheer/login/", words, follow=True)
    return "in" if "_auth_user_id" in client.session else answer.content.decode()


def test_a_password_opens_only_the_administration_and_is_guessed_five_times(staff: Person) -> None:
    assert try_password("een lang wachtwoord") == "in"
    for n in range(4):
        assert "Wacht vijf minuten" not in try_password("fout", f"192.0.2.{n}")
    assert "Wacht vijf minuten" in try_password("een lang wachtwoord", "192.0.2.50")


def test_the_administration_points_to_the_door(client: Client, staff: Person) -> None:
    assert "/aanmelden/?next=%2Fbeheer%2F" in client.get("/beheer/", follow=True).content.decode()
