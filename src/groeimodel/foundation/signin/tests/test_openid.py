"""Signing in through an OpenID Connect provider: a real one, on loopback."""

import html
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import requests
from allauth.socialaccount.models import SocialAccount
from django.test import Client
from django.urls import reverse
from oidc_provider_mock import run_server_in_thread
from pytest_django.fixtures import Settings

from groeimodel.foundation.people.models import Person
from groeimodel.foundation.testing.cast import Cast

# The provider itself uses what its own libraries call outdated; here a warning is an error.
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")
START = "/aanmelden/oidc/oidc/"


@pytest.fixture
def provider(settings: Settings) -> Iterator[str]:
    """The address of a provider that runs while the test does; the product is told to use it."""
    with run_server_in_thread(require_nonce=True) as server:
        address = f"http://localhost:{server.server_port}"
        settings.OIDC_NAMES = ["Proefdienst"]
        settings.SOCIALACCOUNT_PROVIDERS = {
            "openid_connect": {
                "OAUTH_PKCE_ENABLED": True,
                "APPS": [
                    {
                        "provider_id": "oidc",
                        "name": "Proefdienst",
                        "client_id": "groeimodel",
                        "secret": "geheim",
                        "settings": {"server_url": address},
                    }
                ],
            }
        }
        yield address


def knows(provider: str, sub: str, **claims: Any) -> None:
    """Tell the provider of a user."""
    answer = requests.put(f"{provider}/users/{sub}", json=claims, timeout=5)
    answer.raise_for_status()


def come_back(client: Client, provider: str, sub: str, query: str = "") -> Any:
    """Go to the provider, say there who one is, and come back with its code."""
    away = client.get(f"{START}{query}")["Location"]
    assert away.startswith(provider)
    answer = requests.post(away, data={"sub": sub}, allow_redirects=False, timeout=5)
    back = urlsplit(answer.headers["Location"])
    return client.get(f"{back.path}?{back.query}")


def signed_in(client: Client) -> str | None:
    return client.session.get("_auth_user_id")


def test_who_is_known_by_a_verified_address_comes_in(client: Client, cast: Cast, provider: str) -> None:
    knows(provider, "u-1", email="Bram@voorbeeld.test", email_verified=True, name="Bram")
    answer = come_back(client, provider, "u-1")
    assert answer["Location"] == reverse("mine:garden")
    assert signed_in(client) == str(cast.bram.pk)
    assert SocialAccount.objects.get().uid == "u-1"


def test_later_the_link_counts_and_not_the_address(client: Client, cast: Cast, provider: str) -> None:
    knows(provider, "u-1", email="bram@voorbeeld.test", email_verified=True)
    come_back(client, provider, "u-1")
    knows(provider, "u-1", email="amina@voorbeeld.test", email_verified=True)
    again = Client()
    come_back(again, provider, "u-1")
    assert signed_in(again) == str(cast.bram.pk)


@pytest.mark.parametrize("verified", [False, "false", None])
def test_an_address_that_nobody_verified_opens_nothing(
    client: Client, cast: Cast, provider: str, verified: object
) -> None:
    knows(provider, "u-2", email="bram@voorbeeld.test", email_verified=verified)
    answer = come_back(client, provider, "u-2")
    assert answer.status_code == 403
    assert "We kennen je hier nog niet" in answer.text
    assert signed_in(client) is None


def test_a_stranger_gets_no_account(client: Client, cast: Cast, provider: str) -> None:
    people = Person.objects.count()
    knows(provider, "u-3", email="niemand@elders.test", email_verified=True)
    assert come_back(client, provider, "u-3").status_code == 403
    assert Person.objects.count() == people
    assert signed_in(client) is None


def test_a_closed_account_stays_closed(client: Client, cast: Cast, provider: str) -> None:
    Person.objects.filter(pk=cast.bram.pk).update(is_active=False)
    knows(provider, "u-1", email="bram@voorbeeld.test", email_verified=True)
    come_back(client, provider, "u-1")
    assert signed_in(client) is None


def test_who_is_signed_in_links_an_account_without_address(client: Client, cast: Cast, provider: str) -> None:
    """As with ACM/IDM, which need not give an address."""
    client.force_login(cast.bram)
    knows(provider, "vo-7")
    page = html.unescape(client.get(reverse("signin:access")).text)
    button = re.search(r'href="/aanmelden/oidc/oidc/(\?[^"]*process=connect[^"]*)"', page)
    assert button
    come_back(client, provider, "vo-7", button[1])
    fresh = Client()
    come_back(fresh, provider, "vo-7")
    assert signed_in(fresh) == str(cast.bram.pk)
    assert "Proefdienst" in client.get(reverse("signin:access")).text


def test_another_site_cannot_make_somebody_link_an_account(client: Client, cast: Cast, provider: str) -> None:
    client.force_login(cast.bram)
    answer = client.get(f"{START}?process=connect&van=verzonnen")
    assert answer["Location"] == reverse("signin:access")
    assert not SocialAccount.objects.exists()


def test_an_answer_without_the_claim_that_we_need_is_refused_in_words(
    client: Client, cast: Cast, provider: str, settings: Settings
) -> None:
    app = settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"][0]
    app["settings"]["uid_field"] = "vo_id"
    knows(provider, "7", email="bram@voorbeeld.test", email_verified=True)
    answer = come_back(client, provider, "7")
    assert answer.status_code == 502
    assert "Proefdienst antwoordde niet zoals verwacht" in answer.text
    knows(provider, "8", email="bram@voorbeeld.test", email_verified=True, vo_id="vo-8")
    come_back(client, provider, "8")
    assert signed_in(client) == str(cast.bram.pk)
    assert SocialAccount.objects.get().uid == "vo-8"


def test_a_provider_that_calls_itself_another_is_not_gone_to(
    client: Client, cast: Cast, provider: str, settings: Settings
) -> None:
    app = settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"][0]
    app["settings"]["openid_configuration_overrides"] = {"issuer": "https://valse.example"}
    assert client.get(START).status_code == 502


def test_an_answer_that_was_not_asked_for_is_refused(client: Client, cast: Cast, provider: str) -> None:
    knows(provider, "u-1", email="bram@voorbeeld.test", email_verified=True)
    away = client.get(START)["Location"]
    back = requests.post(away, data={"sub": "u-1"}, allow_redirects=False, timeout=5).headers["Location"]
    code = parse_qs(urlsplit(back).query)["code"][0]
    for thief in (Client(), client):
        answer = thief.get(f"{START}terug/?code={code}&state=verzonnen")
        assert answer.status_code == 502
        assert "Aanmelden lukte niet" in answer.text
        assert signed_in(thief) is None


def test_who_says_no_there_reads_that_nothing_happened(client: Client, cast: Cast, provider: str) -> None:
    away = client.get(START)["Location"]
    state = re.search(r"state=([^&]+)", away)
    assert state
    answer = client.get(f"{START}terug/?error=access_denied&state={state[1]}")
    assert "niets gebeurd" in answer.text
    assert signed_in(client) is None


def test_a_provider_that_is_away_is_one_clear_page(
    client: Client, db: None, settings: Settings, provider: str
) -> None:
    app = settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"][0]
    app["settings"]["server_url"] = "http://localhost:9"
    answer = client.get(START)
    assert answer.status_code == 502
    assert "Proefdienst antwoordde niet" in answer.text


def test_without_a_provider_there_is_no_such_door(client: Client, db: None) -> None:
    assert client.get(START).status_code == 404
    for said in ("", "?code=x&state=y", "?error=access_denied", "?igs=%00&next=%00"):
        assert client.get(f"{START}terug/{said}").status_code == 404
    assert "oidc" not in client.get("/aanmelden/").text


def test_the_button_stands_at_the_door(client: Client, db: None, provider: str) -> None:
    assert "Met Proefdienst" in client.get("/aanmelden/").text


def test_the_provider_is_a_real_one(provider: str) -> None:
    found = requests.get(f"{provider}/.well-known/openid-configuration", timeout=5).json()
    assert found["issuer"].rstrip("/") == provider
