"""Readers choose which mails come, signed in or with the link of a mail; nothing changes by only opening a link."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.utils import timezone

from groeimodel.foundation.mail import kinds, selectors, services
from groeimodel.foundation.mail.addresses import stop_url, wishes_url
from groeimodel.foundation.mail.models import Cadence, Refusal
from groeimodel.foundation.mail.readers import Reader
from groeimodel.foundation.mail.services import Letter, post
from groeimodel.foundation.testing.cast import Cast

NEWS = kinds.Kind("test.news", label="Nieuws van de proef", optional=True)
STRANGER = "vreemd@voorbeeld.test"


@pytest.fixture(autouse=True)
def news() -> Iterator[None]:
    kinds.register(NEWS)
    yield
    del kinds._kinds[NEWS.name]


def path(url: str) -> str:
    return url.removeprefix("http://127.0.0.1:8000")


def gets(to: object, kind: str = NEWS.name) -> bool:
    return post(kind=kind, to=to, letter=Letter(subject="x", paragraphs=["y"])) is not None  # type: ignore[arg-type]


@pytest.mark.parametrize("who", ["person", "address"])
def test_opening_the_link_stops_nothing_and_its_button_can_be_taken_back(
    cast: Cast, client: Client, who: str
) -> None:
    to = cast.bram if who == "person" else STRANGER
    page = path(stop_url(NEWS.name, Reader(cast.bram) if who == "person" else Reader.at(STRANGER)))
    assert "Nieuws van de proef" in client.get(page).content.decode()
    assert gets(to)
    assert "niet meer" in client.post(page).content.decode()
    assert not gets(to)
    assert client.post(page).status_code == 200
    assert Refusal.objects.count() == 1
    assert "Je krijgt deze mails weer" in client.post(page, {"undo": "1"}).content.decode()
    assert gets(to)


def test_an_address_is_not_kept_to_know_it_again(cast: Cast) -> None:
    services.refuse(kind=NEWS.name, reader=Reader.at("Vreemd@Voorbeeld.test"))
    assert not gets(STRANGER)
    assert "vreemd" not in str(list(Refusal.objects.values())).lower()


def test_what_was_said_for_an_address_holds_for_its_person_too(cast: Cast) -> None:
    services.refuse(kind=NEWS.name, reader=Reader.at("bram@voorbeeld.test"))
    assert not gets(cast.bram)
    services.allow(kind=NEWS.name, reader=Reader(cast.bram))
    assert gets(cast.bram)


def test_what_is_needed_cannot_be_stopped(cast: Cast, client: Client) -> None:
    with pytest.raises(ValueError, match="cannot be refused"):
        services.refuse(kind="mail.test", reader=Reader(cast.bram))
    assert client.post(path(stop_url("mail.test", Reader(cast.bram)))).status_code == 410
    assert gets(cast.bram, "mail.test")


@pytest.mark.parametrize("change", ["older than its days", "cut off", "of somebody who was erased"])
def test_a_link_that_is_over_says_what_to_do(cast: Cast, client: Client, change: str) -> None:
    pages = [path(stop_url(NEWS.name, Reader(cast.bram))), path(wishes_url(Reader(cast.bram)))]
    days = 401 if change == "older than its days" else 0
    if change == "cut off":
        pages = [page[:-9] + "/" for page in pages]
    if change == "of somebody who was erased":
        cast.bram.erased_at = timezone.now()
        cast.bram.save()
    with time_machine.travel(timezone.now() + timedelta(days=days), tick=False):
        for page in pages:
            for answer in (client.get(page), client.post(page)):
                assert answer.status_code == 410
                assert "werkt niet meer" in answer.content.decode()
    assert not Refusal.objects.exists()


def test_all_wishes_on_one_page_by_link(cast: Cast, client: Client) -> None:
    page = path(wishes_url(Reader(cast.bram)))
    assert selectors.wishes_of(Reader(cast.bram)).every == "week"
    client.post(page, {"every": "off"})
    assert not gets(cast.bram)
    assert not gets(cast.bram, "mail.digest")
    client.post(page, {"every": "month", "wanted": [NEWS.name]})
    assert gets(cast.bram)
    assert selectors.wishes_of(Reader(cast.bram)).every == "month"


def test_an_unknown_address_chooses_kinds_but_gets_no_digest(cast: Cast, client: Client) -> None:
    page = path(wishes_url(Reader.at(STRANGER)))
    assert "overzicht" not in client.get(page).content.decode()
    client.post(page, {"every": "day"})
    assert not gets(STRANGER)
    assert not Cadence.objects.exists()


def test_my_mails_are_mine(cast: Cast, client: Client) -> None:
    assert client.get("/ik/mails/").status_code == 302
    client.force_login(cast.bram)
    assert client.post("/ik/mails/", {"every": "day"}, follow=True).status_code == 200
    assert selectors.wishes_of(Reader(cast.bram)).every == "day"
    assert selectors.wishes_of(Reader(cast.daan)).every == "week"
    with pytest.raises(PermissionDenied):
        services.choose(reader=Reader(cast.bram), wanted=(), actor=cast.daan)


def test_a_wrong_choice_is_said_and_changes_nothing(cast: Cast, client: Client) -> None:
    client.force_login(cast.bram)
    answer = client.post("/ik/mails/", {"every": "hour", "wanted": ["nobody.knows"]})
    assert answer.status_code == 422
    assert answer.content.decode().count("field__error") == 2
    assert not Refusal.objects.exists()
