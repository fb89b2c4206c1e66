"""A newsletter from end to end: subscribe without an account, an edition made from what happened, and out with one click."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import Become, NewPage
from tests.journeys.test_every_page import serious

MEADOW = "bloemenweide-klaverland"
READER = "lezer@voorbeeld.test"


def mail_to(page: Page, subject: str, address: str) -> None:
    """Open the newest mail with this subject to this reader in the outbox of the demonstration."""
    for _ in range(60):
        page.goto("/postvak/")
        for link in page.locator(".post__subject", has_text=subject).all()[:3]:
            href = link.get_attribute("href") or ""
            page.goto(href)
            if page.locator("main", has_text=address).count():
                return
            page.goto("/postvak/")
        page.wait_for_timeout(500)
    pytest.fail(f"No mail '{subject}' to {address} came")


@pytest.mark.journey
@pytest.mark.claim("I5")
def test_from_subscribing_to_leaving(new_page: NewPage, become: Become) -> None:
    reader = new_page(viewport={"width": 390, "height": 844}, has_touch=True)
    reader.goto(f"/samen/{MEADOW}/nieuws/")
    assert not serious(reader)
    reader.get_by_label(re.compile("e-mail", re.IGNORECASE)).fill(READER)
    reader.wait_for_timeout(2500)  # a person takes longer than a program
    reader.get_by_role("button", name="Schrijf me in").click()
    expect(reader.get_by_role("heading", level=1)).to_contain_text("Nog één stap")
    assert not reader.context.cookies()

    # The link in the mail only opens a page: what follows links in mails confirms nothing.
    mail_to(reader, "Bevestig: nieuws van", READER)
    reader.frame_locator(".mail-frame").get_by_role("link", name="Ja, schrijf me in").click()
    expect(reader.get_by_role("heading", level=1)).to_contain_text("Wil je het nieuws")
    assert not serious(reader)
    reader.get_by_role("button", name="Ja, schrijf me in").click()
    expect(reader.get_by_role("heading", level=1)).to_contain_text("Je bent ingeschreven")

    desk = new_page(viewport={"width": 1280, "height": 900})
    become(desk, "Finn Claes")
    desk.goto(f"/igs/{MEADOW}/nieuwsbrief/")
    assert not serious(desk)
    desk.locator("a, button").filter(
        has_text=re.compile("Schrijf verder|Maak een nieuwe brief")
    ).first.click()
    desk.locator("input[name$=title]").first.fill("Nieuws voor een lezer")
    assert not serious(desk)
    desk.get_by_role("button", name="Bewaar en bekijk").click()
    expect(desk.get_by_role("heading", level=1)).to_contain_text("Zo krijgen lezers de brief")
    assert not serious(desk)
    desk.get_by_role("link", name="Ga naar versturen").click()
    assert not serious(desk)
    desk.get_by_role("button", name=re.compile("Verstuur naar")).click()

    mail_to(reader, "Nieuws voor een lezer", READER)
    reader.frame_locator(".mail-frame").get_by_role(
        "link", name=re.compile("schrijf", re.IGNORECASE)
    ).last.click()
    expect(reader.get_by_role("heading", level=1)).to_contain_text("geen nieuws meer")
    assert not serious(reader)
    reader.get_by_role("button", name="Schrijf me uit").click()
    expect(reader.get_by_role("heading", level=1)).to_contain_text("Je bent uitgeschreven")
    reader.goto(f"/samen/{MEADOW}/nieuws/")
    expect(reader.get_by_role("link", name="Nieuws voor een lezer")).to_be_visible()
