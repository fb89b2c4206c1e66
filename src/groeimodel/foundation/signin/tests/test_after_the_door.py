"""Where one comes out after the door, for whom it stays closed, and how long one stays in."""

import re
from datetime import datetime, timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from groeimodel.foundation.mail.models import OutgoingMail
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.testing.cast import Cast
from groeimodel.foundation.testing.mailbox import last_mail_to, link_in, mails_to

DOOR, CODE = "/aanmelden/", "/aanmelden/code/"


def ask(client: Client, email: str, then: str = "") -> str:
    """Ask for a mail; the words on the next page."""
    return client.post(DOOR, {"email": email, "next": then}, follow=True).content.decode()


def code_of(mail: OutgoingMail) -> str:
    found = re.search(r": ([A-Z0-9-]{6,})", mail.subject)
    assert found, mail.subject
    return found[1]


def signed_in(client: Client) -> str | None:
    return client.session.get("_auth_user_id")


def test_the_code_signs_in_and_brings_one_where_one_was_going(client: Client, cast: Cast) -> None:
    client.get("/ik/toegang/")
    ask(client, "bram@voorbeeld.test", "/ik/toegang/")
    answer = client.post(CODE, {"code": code_of(last_mail_to(cast.bram)), "next": "/ik/toegang/"})
    assert (answer.status_code, answer["Location"]) == (302, "/ik/toegang/")
    assert signed_in(client) == str(cast.bram.pk)


def test_nobody_is_sent_to_another_site(client: Client, cast: Cast) -> None:
    elsewhere = "https://elders.example/"
    ask(client, "bram@voorbeeld.test", elsewhere)
    answer = client.post(CODE, {"code": code_of(last_mail_to(cast.bram)), "next": elsewhere})
    assert answer["Location"] == reverse("mine:garden")
    ask(Client(), "amina@voorbeeld.test", elsewhere)
    by_link = Client().post(link_in(last_mail_to(cast.amina), "/aanmelden/link/"))
    assert by_link["Location"] == reverse("mine:garden")


def test_an_unknown_address_sees_the_same_page_and_gets_an_explanation(client: Client, cast: Cast) -> None:
    unknown = ask(client, "niemand@elders.test").replace("niemand@elders.test", "X")
    known = ask(Client(), "bram@voorbeeld.test").replace("bram@voorbeeld.test", "X")
    without_token = re.compile(r'value="[A-Za-z0-9]{64}"')
    assert without_token.sub("", unknown) == without_token.sub("", known)
    mail = last_mail_to("niemand@elders.test")
    assert mail.kind == "signin.unknown"
    assert "uitnodiging" in mail.text
    assert not Person.objects.filter(email="niemand@elders.test").exists()


@pytest.mark.parametrize("how", ["inactive", "erased"])
def test_a_closed_account_is_as_unknown(client: Client, cast: Cast, how: str) -> None:
    ask(Client(), "bram@voorbeeld.test")
    earlier = link_in(last_mail_to(cast.bram), "/aanmelden/link/")
    change = {"is_active": False} if how == "inactive" else {"erased_at": timezone.now(), "is_active": False}
    Person.objects.filter(pk=cast.bram.pk).update(**change)
    ask(client, "bram@voorbeeld.test")
    assert mails_to("bram@voorbeeld.test")[-1].kind == "signin.unknown"
    assert client.post(earlier).status_code == 404
    assert signed_in(client) is None


def test_an_address_that_cannot_be_one_is_said_at_once(client: Client, cast: Cast) -> None:
    answer = client.post(DOOR, {"email": "geen adres"})
    assert answer.status_code == 422
    assert 'value="geen adres"' in answer.content.decode()


def test_the_day_of_the_last_visit_makes_a_session_last(client: Client, cast: Cast) -> None:
    begin = datetime(2026, 3, 2, 9, tzinfo=timezone.get_current_timezone())
    with time_machine.travel(begin, tick=False):
        ask(client, "bram@voorbeeld.test")
        client.post(CODE, {"code": code_of(last_mail_to(cast.bram))})
    for days, there in ((20, True), (49, True), (80, False)):
        with time_machine.travel(begin + timedelta(days=days), tick=False):
            assert (client.get("/ik/toegang/").status_code == 200) is there
