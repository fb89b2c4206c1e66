"""Sessions: made anew at each signing in, known to the server only, over in time and at once when they should be."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from django.conf import settings
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from groeimodel.foundation.people.models import Person
from groeimodel.foundation.testing.cast import Cast
from groeimodel.foundation.testing.mailbox import code_in, last_mail_to

HERE = "/ik/toegang/"


def key(client: Client) -> str:
    return client.cookies[settings.SESSION_COOKIE_NAME].value


def with_code(client: Client, person: Person) -> None:
    client.post("/aanmelden/", {"email": person.email})
    client.post("/aanmelden/code/", {"code": code_in(last_mail_to(person))})


def is_in(client: Client) -> bool:
    return client.get(HERE).status_code == 200


def test_each_signing_in_gives_another_key_and_the_old_one_is_void(client: Client, cast: Cast) -> None:
    client.post("/aanmelden/", {"email": cast.bram.email})
    before = key(client)
    client.post("/aanmelden/code/", {"code": code_in(last_mail_to(cast.bram))})
    assert is_in(client)
    assert key(client) != before
    assert not Session.objects.filter(session_key=before).exists()
    second = key(client)
    client.post(reverse("signin:again"))
    with_code(client, cast.bram)
    assert key(client) != second
    assert not Session.objects.filter(session_key=second).exists()


def test_keys_are_long_and_all_differ(cast: Cast) -> None:
    keys = set()
    for _ in range(20):
        client = Client()
        client.force_login(cast.bram)
        keys.add(key(client))
    assert len(keys) == 20
    # 32 of 36 letters and digits, by `secrets`: 165 bits.
    assert all(len(one) == 32 and one.isalnum() for one in keys)


def test_a_made_up_key_is_nobody(cast: Cast) -> None:
    client = Client()
    client.cookies[settings.SESSION_COOKIE_NAME] = "a" * 32
    assert not is_in(client)
    assert settings.SESSION_ENGINE == "django.contrib.sessions.backends.db"


def test_signed_out_is_out_also_with_the_old_cookie(client: Client, cast: Cast) -> None:
    client.force_login(cast.bram)
    old = key(client)
    client.post(reverse("signin:sign_out"))
    client.cookies[settings.SESSION_COOKIE_NAME] = old
    assert not is_in(client)


def test_after_thirty_days_of_nothing_it_is_over(client: Client, cast: Cast) -> None:
    client.force_login(cast.bram)
    with time_machine.travel(timezone.now() + timedelta(days=29), tick=False):
        assert is_in(client)
    other = Client()
    other.force_login(cast.bram)
    with time_machine.travel(timezone.now() + timedelta(days=31), tick=False):
        assert not is_in(other)


@pytest.mark.parametrize(
    ("staff", "step", "last"),
    [(False, timedelta(days=20), timedelta(days=90)), (True, timedelta(hours=5), timedelta(hours=12))],
)
def test_however_often_one_comes_it_ends(
    client: Client, cast: Cast, staff: bool, step: timedelta, last: timedelta
) -> None:
    Person.objects.filter(pk=cast.bram.pk).update(is_staff=staff)
    begin = timezone.now()
    client.force_login(Person.objects.get(pk=cast.bram.pk))
    at = begin
    while at + step < begin + last:
        at += step
        with time_machine.travel(at, tick=False):
            assert is_in(client), at - begin
    with time_machine.travel(begin + last + timedelta(minutes=1), tick=False):
        assert not is_in(client)


def test_a_session_of_before_the_term_was_kept_goes_on(client: Client, cast: Cast) -> None:
    client.force_login(cast.bram)
    session = client.session
    del session["signed_in_at"]
    session.save()
    assert is_in(client)
    assert client.get(reverse("mfa_add_webauthn"))["Location"] == reverse("signin:again")


def test_a_closed_account_is_out_at_once(client: Client, cast: Cast) -> None:
    client.force_login(cast.bram)
    assert is_in(client)
    Person.objects.filter(pk=cast.bram.pk).update(is_active=False)
    assert not is_in(client)


def test_every_page_of_who_is_signed_in_leads_out(client: Client, cast: Cast) -> None:
    client.force_login(cast.bram)
    for path in ("/", HERE, f"/igs/{cast.partnership.slug}/", "/ik/", "/over/"):
        page = client.get(path, follow=True).text
        assert f'action="{reverse("signin:sign_out")}"' in page, path


def test_where_ways_in_are_changed_all_other_sessions_can_be_ended(client: Client, cast: Cast) -> None:
    with_code(Client(), cast.bram)
    with_code(client, cast.bram)
    assert reverse("signin:end_others") in client.get(HERE).text
    assert reverse("mfa_list_webauthn") == HERE, "adding and removing a passkey end on this page"


def test_another_site_sends_nobody_to_the_provider(client: Client, db: None) -> None:
    there = reverse("openid_connect_login", args=["oidc"])
    for whence in ("cross-site", "same-site"):
        answer = client.get(f"{there}?next=/ik/", headers={"Sec-Fetch-Site": whence})
        assert answer["Location"] == f"{reverse('signin:sign_in')}?next=%2Fik%2F"
    assert client.get(there, headers={"Sec-Fetch-Site": "same-origin"}).status_code != 302
