"""What happens at the door and every refusal stands in the log, and nobody who did it."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse

from groeimodel.foundation.testing.cast import Cast
from groeimodel.foundation.testing.mailbox import code_in, last_mail_to, link_in

DOOR, CODE = "/aanmelden/", "/aanmelden/code/"
Told = list[dict[str, Any]]


class Kept(logging.Handler):
    def __init__(self) -> None:
        super().__init__()
        self.told: Told = []
        self.texts: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.told.append(record.told)  # type: ignore[attr-defined]
        self.texts.append(record.getMessage())


@pytest.fixture
def kept() -> Iterator[Kept]:
    kept, log = Kept(), logging.getLogger("groeimodel.security")
    log.addHandler(kept)
    yield kept
    log.removeHandler(kept)


def test_it_is_told_whatever_the_level_of_the_rest() -> None:
    assert logging.getLogger("groeimodel.security").getEffectiveLevel() == logging.INFO


def test_coming_in_by_code_and_going(client: Client, cast: Cast, kept: Kept) -> None:
    client.post(DOOR, {"email": cast.bram.email})
    client.post(CODE, {"code": "AAAAAA"})
    client.post(CODE, {"code": code_in(last_mail_to("bram@voorbeeld.test"))})
    client.post(reverse("signin:sign_out"))
    assert kept.told == [
        {"event": "sign-in refused", "how": "code"},
        {"event": "signed in", "how": "code"},
        {"event": "signed out"},
    ]


def test_coming_in_by_link_and_trying_it_again(client: Client, cast: Cast, kept: Kept) -> None:
    client.post(DOOR, {"email": cast.bram.email})
    link = link_in(last_mail_to("bram@voorbeeld.test"), "/aanmelden/link/")
    other = Client()
    other.post(link)
    other.post(link)
    other.get("/aanmelden/link/verzonnen/")
    assert kept.told == [
        {"event": "signed in", "how": "link"},
        {"event": "sign-in refused", "how": "link", "why": "over"},
        {"event": "sign-in refused", "how": "link", "why": "not one of ours"},
    ]


def test_an_address_that_nobody_has(client: Client, db: None, kept: Kept) -> None:
    client.post(DOOR, {"email": "vreemd@elders.test"})
    assert kept.told == [{"event": "sign-in refused", "how": "code", "why": "nobody who is known here"}]


def test_a_wrong_password(client: Client, db: None, kept: Kept) -> None:
    get_user_model().objects.create_superuser("staf@voorbeeld.test", "een heel lange zin van ons")
    client.post("/beheer/login/", {"username": "staf@voorbeeld.test", "password": "geraden"})
    assert {"event": "sign-in refused", "how": "password"} in kept.told


def test_refusals_of_a_right_and_of_a_method(client: Client, cast: Cast, kept: Kept) -> None:
    client.force_login(cast.daan)
    kept.told.clear()
    assert client.get("/igs/testland/themas/").status_code == 403
    assert client.generic("TRACE", "/").status_code == 405
    assert kept.told == [
        {"event": "right refused", "status": 403},
        {"event": "method refused", "status": 405},
    ]


def test_a_form_from_another_site(cast: Cast, kept: Kept) -> None:
    client = Client(enforce_csrf_checks=True)
    assert client.post(DOOR, {"email": cast.bram.email}).status_code == 403
    assert kept.told == [{"event": "right refused", "status": 403}]


def test_too_many_tries(client: Client, cast: Cast, kept: Kept) -> None:
    for _ in range(6):
        Client().post(DOOR, {"email": cast.bram.email})
    assert kept.told == [{"event": "too many tries", "how": "code"}]


def test_nobody_stands_in_it(client: Client, cast: Cast, kept: Kept) -> None:
    client.post(DOOR, {"email": cast.bram.email})
    client.post(CODE, {"code": code_in(last_mail_to("bram@voorbeeld.test"))})
    client.get("/igs/elders/themas/")
    text = " ".join(kept.texts)
    assert "signed in" in text
    assert "right refused" in text
    for hidden in ("Bram", "bram", "@", "127.0.0.1", "elders"):
        assert hidden not in text


def test_what_somebody_sends_makes_no_line_of_its_own(client: Client, db: None, kept: Kept) -> None:
    client.post(DOOR, {"email": "x\r\nERROR alles weg@elders.test"})
    client.get("/aanmelden/link/x%0D%0AERROR%20alles%20weg/")
    assert all("\n" not in text and "alles weg" not in text for text in kept.texts)


def test_whoever_goes_leaves_nothing_on_the_device(client: Client, cast: Cast) -> None:
    client.force_login(cast.bram)
    answer = client.post(reverse("signin:sign_out"))
    assert '"cache"' in answer["Clear-Site-Data"]
    assert '"storage"' in answer["Clear-Site-Data"]
