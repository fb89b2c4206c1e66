"""Whose session ended while they were away: sign in, and be back on the page that was asked."""

import re
from html import unescape

import pytest
from django.test import Client
from django.urls import reverse

from groeimodel.foundation.testing.cast import Cast
from groeimodel.foundation.testing.mailbox import code_in, last_mail_to, link_in


@pytest.fixture
def page(cast: Cast) -> str:
    return reverse("garden:home", args=[cast.partnership.slug]) + "?rol=officer"


def way_in(client: Client, page: str) -> dict[str, str]:
    """Follow the link of the refusal; gives the hidden fields of the form there."""
    refused = client.get(page)
    found = re.search(r'href="(/aanmelden/[^"]*)"[^>]*>Meld je aan', refused.text)
    assert refused.status_code == 403
    assert found
    back = re.search(r'name="next" value="([^"]*)"', client.get(unescape(found[1])).text)
    assert back
    return {"next": unescape(back[1])}


def test_the_way_in_leads_back_by_code(client: Client, cast: Cast, page: str) -> None:
    fields = way_in(client, page)
    sent = client.post("/aanmelden/", {"email": cast.bram.email, **fields})
    code = code_in(last_mail_to(str(cast.bram.email)))
    answer = client.post(sent["Location"], {"code": code, "action": "verify", **fields})
    assert (answer.status_code, answer["Location"]) == (302, page)


def test_the_way_in_leads_back_by_the_link_of_the_mail(client: Client, cast: Cast, page: str) -> None:
    client.post("/aanmelden/", {"email": cast.bram.email, **way_in(client, page)})
    link = link_in(last_mail_to(str(cast.bram.email)), "aanmelden/link/")
    assert Client().post(link)["Location"] == page


@pytest.mark.parametrize("elsewhere", ["//elders.test/", "https://elders.test/", "javascript:alert(1)"])
def test_nobody_is_sent_to_another_site(client: Client, cast: Cast, elsewhere: str) -> None:
    client.post("/aanmelden/", {"email": cast.bram.email, "next": elsewhere})
    mail = last_mail_to(str(cast.bram.email))
    assert Client().post(link_in(mail, "aanmelden/link/"))["Location"] == reverse("mine:garden")
    answer = client.post(f"/aanmelden/code/?next={elsewhere}", {"code": code_in(mail), "next": elsewhere})
    assert answer["Location"] == reverse("mine:garden")


def test_who_is_signed_in_is_not_asked_to_do_it_again(client: Client, cast: Cast, page: str) -> None:
    client.force_login(cast.daan)
    assert reverse("signin:sign_in") not in client.get(page).text


def test_the_demonstration_offers_to_be_somebody(client: Client, page: str, settings: object) -> None:
    settings.DEMO = True  # type: ignore[attr-defined]
    assert reverse("signin:choose") in client.get(page).text.split("<main")[1]
