"""Expectations from the mail to the agreement: a coordinator, and an officer with a phone and without an account."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import Become, NewPage
from tests.journeys.test_every_page import serious
from tests.journeys.test_from_theme_to_harvest import mail

PLACE = "/igs/potgrond-aan-de-linde"


@pytest.mark.journey
@pytest.mark.claim("G9", "G10", "G11")
def test_from_the_mail_to_the_agreement(new_page: NewPage, become: Become) -> None:
    gitte, phone = new_page(), new_page(viewport={"width": 390, "height": 844}, has_touch=True)
    become(gitte, "Gitte Maes")
    gitte.goto(f"{PLACE}/verwachtingen/")
    assert not serious(gitte)
    gitte.get_by_role("link", name="Open een nieuwe ronde").click()
    gitte.get_by_role("button", name="Open de ronde en verstuur de mails").click()
    expect(gitte.get_by_role("heading", name=re.compile("Er loopt een ronde"))).to_be_visible()

    text = mail(gitte, "Wat verwacht je van", "Lotte Claessens")
    found = re.search(r"/verwachtingen/[\w-]+/", text)
    assert found is not None
    phone.goto(found[0])
    phone.get_by_label(re.compile("Wat verwacht jij")).fill("Dat we elkaar bellen.")
    phone.get_by_role("button", name="Volgende").click()
    assert not serious(phone)
    total = int(re.search(r"van (\d+)", phone.locator(".figure").inner_text())[1])  # type: ignore[index]
    for number in range(1, total + 1):
        expect(phone.locator(".figure")).to_contain_text(f"{number} van")
        phone.locator("input[name=importance][value='5']").locator("..").tap()
        phone.locator("input[name=met][value='2']").locator("..").tap()
    expect(phone.get_by_role("heading", name="Wat vindt je schepen belangrijk?")).to_be_visible()
    phone.get_by_role("link", name="Sla over").click()
    phone.get_by_role("button", name="Dien in").click()
    expect(phone.get_by_role("heading", name="Bedankt, je bent gehoord")).to_be_visible()

    gitte.goto(f"{PLACE}/verwachtingen/")
    gitte.get_by_role("link", name="Sluit de ronde").click()
    gitte.get_by_role("button", name="Sluit de ronde").click()
    expect(gitte.locator("main")).to_contain_text("Dat we elkaar bellen.")
    expect(gitte.locator("main")).to_contain_text("minder dan drie mensen")
    # The round before had more voices: its guide is ready for the next meeting.
    gitte.goto(f"{PLACE}/verwachtingen/")
    gitte.get_by_role("row").nth(2).get_by_role("link").click()
    gitte.get_by_role("link", name=re.compile("Praat erover")).click()
    assert not serious(gitte)
    card = gitte.locator(".talk-card").first
    card.get_by_text("Noteer een afspraak").click()
    card.get_by_label("wat spreken jullie af?").fill("Elkaar bellen als het misloopt")
    card.get_by_label("Wie trekt het?").select_option(label="Lotte Claessens")
    card.get_by_label("tegen wanneer?").fill("2030-05-01")
    card.get_by_role("button", name="Bewaar de afspraak").click()
    expect(gitte.locator(".talk-card").first).to_contain_text("✓ Elkaar bellen als het misloopt")
    gitte.goto(f"{PLACE}/verwachtingen/#afspraken")
    expect(gitte.locator(".agreements")).to_contain_text("Lotte Claessens")
