"""Signing in without a password: a code or a link by mail, for whoever is known and for nobody else."""

from datetime import timedelta

import pytest
import time_machine
from allauth.usersessions.models import UserSession
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from groeimodel.foundation.mail.models import OutgoingMail
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.testing.cast import Cast
from groeimodel.foundation.testing.mailbox import code_in, last_mail_to, link_in

DOOR, CODE = "/aanmelden/", "/aanmelden/code/"


def signed_in(client: Client) -> str | None:
    return client.session.get("_auth_user_id")


def test_a_code_opens_the_door(client: Client, cast: Cast) -> None:
    client.post(DOOR, {"email": cast.bram.email})
    answer = client.post(CODE, {"code": code_in(last_mail_to("bram@voorbeeld.test"))})
    assert answer["Location"] == reverse("mine:garden")
    assert signed_in(client) == str(cast.bram.pk)


def test_capitals_and_spaces_in_an_address_do_no_harm(client: Client, cast: Cast) -> None:
    client.post(DOOR, {"email": " Bram@Voorbeeld.TEST "})
    assert code_in(last_mail_to("bram@voorbeeld.test"))


def test_a_wrong_code_does_not(client: Client, cast: Cast) -> None:
    client.post(DOOR, {"email": cast.bram.email})
    answer = client.post(CODE, {"code": "AAAAAA"})
    assert "Deze code klopt niet" in answer.text
    assert signed_in(client) is None


def test_codes_cannot_be_guessed_for_ever(client: Client, cast: Cast) -> None:
    client.post(DOOR, {"email": cast.bram.email})
    right = code_in(last_mail_to("bram@voorbeeld.test"))
    for _ in range(5):
        client.post(CODE, {"code": "AAAAAA"})
    client.post(CODE, {"code": right})
    assert signed_in(client) is None


def test_a_code_is_of_one_browser(client: Client, cast: Cast) -> None:
    client.post(DOOR, {"email": cast.bram.email})
    other = Client()
    other.post(CODE, {"code": code_in(last_mail_to("bram@voorbeeld.test"))})
    assert signed_in(other) is None


def test_an_old_code_is_refused(client: Client, cast: Cast) -> None:
    client.post(DOOR, {"email": cast.bram.email})
    code = code_in(last_mail_to("bram@voorbeeld.test"))
    with time_machine.travel(timezone.now() + timedelta(minutes=11)):
        client.post(CODE, {"code": code})
        assert signed_in(client) is None


def test_an_unknown_address_sees_the_same_page(client: Client, cast: Cast) -> None:
    known = client.post(DOOR, {"email": cast.bram.email}, follow=True)
    unknown = Client().post(DOOR, {"email": "niemand@elders.test"}, follow=True)
    assert known.status_code == unknown.status_code == 200
    assert known.text.replace(str(cast.bram.email), "").count("Kijk in je mail") == unknown.text.count(
        "Kijk in je mail"
    )
    assert "niet bekend" in last_mail_to("niemand@elders.test").subject
    assert not Person.objects.filter(email="niemand@elders.test").exists()


def test_an_erased_person_is_unknown(client: Client, cast: Cast) -> None:
    Person.objects.filter(pk=cast.bram.pk).update(is_active=False, erased_at=timezone.now())
    client.post(DOOR, {"email": cast.bram.email})
    for mail in OutgoingMail.objects.filter(kind="signin.code"):
        client.post(CODE, {"code": code_in(mail)})
        client.post(link_in(mail, "aanmelden/link/"))
    assert signed_in(client) is None


@pytest.fixture
def link(client: Client, cast: Cast) -> str:
    client.post(DOOR, {"email": cast.bram.email})
    return link_in(last_mail_to("bram@voorbeeld.test"), "aanmelden/link/")


def test_opening_the_link_changes_nothing(link: str, cast: Cast) -> None:
    """Programs that guard mailboxes open every link."""
    guard = Client()
    assert "Dag Bram" in guard.get(link).text
    assert signed_in(guard) is None


def test_the_link_works_on_another_device_and_once(link: str, cast: Cast) -> None:
    phone, thief = Client(), Client()
    phone.post(link)
    assert signed_in(phone) == str(cast.bram.pk)
    assert thief.post(link).status_code == 410
    assert signed_in(thief) is None


def test_the_link_ends_after_ten_minutes(link: str) -> None:
    with time_machine.travel(timezone.now() + timedelta(minutes=11)):
        late = Client()
        assert late.post(link).status_code == 410
        assert signed_in(late) is None


def test_a_changed_link_is_refused(link: str) -> None:
    stranger = Client()
    assert stranger.post(f"{link[:-3]}abc/").status_code == 404
    assert signed_in(stranger) is None


def test_too_many_requests_are_told_to_wait_and_others_are_not(client: Client, cast: Cast) -> None:
    answers = [Client().post(DOOR, {"email": cast.bram.email}) for _ in range(6)]
    assert answers[4].status_code == 302
    assert "Wacht vijf minuten" in answers[5].text
    assert client.post(DOOR, {"email": cast.celia.email}).status_code == 302
    assert OutgoingMail.objects.filter(address="bram@voorbeeld.test").count() == 5


def test_sessions_are_seen_and_ended(client: Client, cast: Cast, link: str) -> None:
    client.post(
        CODE,
        {"code": code_in(last_mail_to("bram@voorbeeld.test"))},
        headers={"user-agent": "Firefox on Windows"},
    )
    client.post(DOOR, {"email": cast.bram.email})
    second = Client(headers={"user-agent": "Mozilla/5.0 (iPhone) Safari"})
    second.post(DOOR, {"email": cast.bram.email})
    second.post(CODE, {"code": code_in(last_mail_to("bram@voorbeeld.test"))})
    page = second.get(reverse("signin:access")).text
    assert "Firefox op Windows" in page
    assert "Safari op iPhone" in page
    other = UserSession.objects.get(user_agent__startswith="Firefox")
    second.post(reverse("signin:end_session", args=[other.pk]))
    assert client.get(reverse("signin:access")).status_code == 302, "that browser is signed out"
    assert second.get(reverse("signin:access")).status_code == 200


def test_nobody_ends_the_session_of_another(client: Client, cast: Cast, link: str) -> None:
    client.post(CODE, {"code": code_in(last_mail_to("bram@voorbeeld.test"))})
    own = UserSession.objects.get()
    stranger = Client()
    stranger.force_login(cast.daan)
    assert stranger.post(reverse("signin:end_session", args=[own.pk])).status_code == 404
    assert client.get(reverse("signin:access")).status_code == 200


def test_ending_all_others_keeps_this_one(cast: Cast) -> None:
    browsers = [Client() for _ in range(3)]
    for browser in browsers:
        browser.post(DOOR, {"email": cast.bram.email})
        browser.post(CODE, {"code": code_in(last_mail_to("bram@voorbeeld.test"))})
    browsers[0].post(reverse("signin:end_others"))
    assert [signed_in(one) is not None for one in browsers] == [True, False, False]


def test_ways_in_are_changed_only_by_who_just_signed_in(client: Client, cast: Cast) -> None:
    client.force_login(cast.bram)
    assert client.get(reverse("mfa_add_webauthn")).status_code == 200
    for name in ("mfa_add_webauthn", "signin:end_others"):
        with time_machine.travel(timezone.now() + timedelta(minutes=59), tick=False):
            assert client.head(reverse(name)).status_code in (200, 405)
    with time_machine.travel(timezone.now() + timedelta(minutes=61), tick=False):
        assert client.get(reverse("mfa_add_webauthn"))["Location"] == reverse("signin:again")
        assert client.post(reverse("signin:end_others"))["Location"] == reverse("signin:again")
        # Signing in somewhere else makes this browser no fresher.
        Client().force_login(cast.bram)
        assert client.get(reverse("mfa_add_webauthn"))["Location"] == reverse("signin:again")


@pytest.mark.parametrize(
    "path", ["/accounts/signup/", "/accounts/password/reset/", "/accounts/login/", "/aanmelden/nieuw/"]
)
def test_there_is_no_other_way_in(client: Client, db: None, path: str) -> None:
    assert client.get(path).status_code == 404


def test_no_mail_came_so_one_starts_over(client: Client, cast: Cast) -> None:
    client.post(DOOR, {"email": "verkeerd@voorbeeld.test"})
    assert client.get(DOOR).status_code == 302, "it waits for the code"
    client.post(reverse("signin:start_over"))
    assert client.get(DOOR).status_code == 200
    client.post(DOOR, {"email": cast.bram.email})
    assert last_mail_to("bram@voorbeeld.test")
