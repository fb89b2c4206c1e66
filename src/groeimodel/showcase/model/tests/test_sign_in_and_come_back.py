"""Whose session ended while they were away: sign in, and be back on the page that was asked."""

import re
from html import unescape

import pytest
from django.test import Client
from django.urls import reverse

from groeimodel.foundation.testing.cast import Cast


@pytest.fixture
def page(cast: Cast) -> str:
    return reverse("garden:home", args=[cast.partnership.slug]) + "?rol=officer"


def test_the_way_in_leads_back(client: Client, cast: Cast, page: str) -> None:
    cast.bram.set_password("een lang wachtwoord")
    cast.bram.save()
    refused = client.get(page)
    found = re.search(r'href="(/aanmelden/[^"]*)"[^>]*>Meld je aan', refused.text)
    assert refused.status_code == 403
    assert found
    form = client.get(unescape(found[1])).text
    back = re.search(r'name="next" value="([^"]*)"', form)
    assert back
    fields = {"username": cast.bram.email, "password": "een lang wachtwoord", "next": unescape(back[1])}
    answer = client.post(reverse("signin:sign_in"), fields)
    assert (answer.status_code, answer["Location"]) == (302, page)


def test_nobody_is_sent_to_another_site(client: Client, cast: Cast) -> None:
    cast.bram.set_password("een lang wachtwoord")
    cast.bram.save()
    fields = {"username": cast.bram.email, "password": "een lang wachtwoord", "next": "//elders.test/"}
    assert client.post(reverse("signin:sign_in"), fields)["Location"] == reverse("model:start")


def test_who_is_signed_in_is_not_asked_to_do_it_again(client: Client, cast: Cast, page: str) -> None:
    client.force_login(cast.daan)
    assert reverse("signin:sign_in") not in client.get(page).text


def test_the_demonstration_offers_to_be_somebody(client: Client, page: str, settings: object) -> None:
    settings.DEMO = True  # type: ignore[attr-defined]
    assert reverse("signin:choose") in client.get(page).text.split("<main")[1]
