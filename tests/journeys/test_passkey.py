"""A passkey from the first to the last day: added, named, used to come in, and taken away."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import NewPage

FINGER = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}
"""A device with a fingerprint reader, as the browser itself plays it."""


def with_finger(page: Page) -> None:
    device = page.context.new_cdp_session(page)
    device.send("WebAuthn.enable")
    device.send("WebAuthn.addVirtualAuthenticator", {"options": FINGER})


def by_name(site: str) -> str:
    """Passkeys belong to a name, never to a number."""
    return site.replace("127.0.0.1", "localhost")


@pytest.mark.journey
def test_a_passkey_opens_the_door(new_page: NewPage, site: str) -> None:
    page, base = new_page(), by_name(site)
    with_finger(page)
    page.goto(f"{base}/wie/")
    page.get_by_role("button", name="Bram").first.click()
    page.wait_for_load_state()

    page.goto(f"{base}/ik/toegang/")
    page.get_by_role("link", name="Voeg een toegangssleutel toe").click()
    page.get_by_label("Hoe noem je dit toestel?").fill("Mijn werklaptop")
    page.get_by_role("button", name="Maak de sleutel").click()
    page.wait_for_url(re.compile("/ik/toegang/$"))
    expect(page.get_by_text("Mijn werklaptop", exact=False).first).to_be_visible()

    page.get_by_role("link", name=re.compile("Geef een naam")).click()
    page.get_by_label("Naam").fill("Laptop van het gemeentehuis")
    page.get_by_role("button", name="Bewaar").click()
    expect(page.get_by_text("Laptop van het gemeentehuis").first).to_be_visible()

    page.get_by_role("button", name="Afmelden").click()
    page.goto(f"{base}/aanmelden/")
    page.get_by_role("button", name="Met een toegangssleutel").click()
    page.wait_for_url(re.compile("/mijn/$"))

    page.goto(f"{base}/ik/toegang/")
    page.get_by_role("link", name=re.compile("Haal weg")).click()
    page.get_by_role("button", name="Haal weg").click()
    page.wait_for_url(re.compile("/ik/toegang/$"))
    expect(page.get_by_text("Laptop van het gemeentehuis")).to_have_count(0)


@pytest.mark.journey
def test_without_a_script_the_button_is_not_there_and_a_code_is(new_page: NewPage, site: str) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(f"{by_name(site)}/aanmelden/")
    expect(page.get_by_role("button", name="Met een toegangssleutel")).to_be_hidden()
    page.get_by_label("Je e-mailadres").fill("niemand@elders.test")
    page.get_by_role("button", name="Stuur me een mail").click()
    expect(page.get_by_role("heading", name="Kijk in je mail")).to_be_visible()


SECRET = "zeven paarse gieters dansen"


@pytest.mark.journey
def test_the_administration_opens_with_a_passkey(
    new_page: NewPage, site: str, environment: dict[str, str]
) -> None:
    """From a fresh account on the server to the administration: a password alone does not open it."""
    command = [sys.executable, "-m", "groeimodel", "manage", "createsuperuser", "--noinput"]
    account = {"DJANGO_SUPERUSER_EMAIL": "beheer@voorbeeld.test", "DJANGO_SUPERUSER_NAME": "Noor"}
    env = {**environment, **account, "DJANGO_SUPERUSER_PASSWORD": SECRET}
    subprocess.run(command, env=env, check=True, capture_output=True)
    page, base = new_page(), by_name(site)
    with_finger(page)
    page.goto(f"{base}/beheer/")
    page.locator("#id_username").fill("beheer@voorbeeld.test")
    page.locator("#id_password").fill(SECRET)
    page.locator("input[type=submit]").click()
    expect(page.get_by_role("heading", name="Nog één stap: je toegangssleutel")).to_be_visible()
    page.get_by_role("link", name="Maak je toegangssleutel").click()
    page.get_by_label("Hoe noem je dit toestel?").fill("Toestel van de beheerder")
    page.get_by_role("button", name="Maak de sleutel").click()
    page.wait_for_url(re.compile("/ik/toegang/$"))

    page.goto(f"{base}/beheer/")
    page.get_by_role("button", name="Meld je aan met je toegangssleutel").click()
    page.get_by_role("button", name="Met een toegangssleutel").click()
    page.wait_for_url(f"{base}/beheer/")
    expect(page.get_by_role("link", name="Personen").first).to_be_visible()
