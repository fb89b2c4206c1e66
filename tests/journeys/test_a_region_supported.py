"""The regional supporter in a real browser: see who asks most, prepare a session on a laptop, run it from a phone.

First of all journeys, by its name: others leave a round of the scan open, beside which no live session of it begins.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import Become, NewPage
from tests.journeys.test_every_page import serious
from tests.journeys.test_live_session import PHONE, join, tap

SOIL, MEADOW = "potgrond-aan-de-linde", "bloemenweide-klaverland"
ELS = "Els Martens"


@pytest.mark.journey
@pytest.mark.claim("I2")
@pytest.mark.claim("I4")
def test_prepare_and_run_a_session_from_one_page(new_page: NewPage, become: Become) -> None:
    desk = new_page(viewport={"width": 1280, "height": 900})
    become(desk, ELS)
    desk.goto("/mijn/")
    desk.get_by_role("link", name="Mijn regio").click()
    first = desk.locator(".wall__igs").first
    expect(first).to_contain_text("Je beloofde een antwoord")
    expect(first.locator("img")).to_have_js_property("complete", True)
    assert first.locator("img").evaluate("one => one.naturalWidth") > 0
    assert not serious(desk)

    # Only what loses attention by its term; and back to all.
    desk.get_by_role("link", name=re.compile("Wat loopt af")).click()
    expect(desk.locator(".sign--asks")).to_have_count(0)
    desk.get_by_role("link", name="Alles").click()

    # Prepare on a new moment.
    desk.goto(f"/regio/{SOIL}/")
    assert not serious(desk)
    desk.get_by_role("link", name="Bereid een sessie voor").click()
    expect(desk.locator("#id_day")).to_be_hidden()
    desk.get_by_label(re.compile("Samen de groeiscan doen")).check()
    desk.get_by_label("Een nieuw moment").check()
    desk.locator("#id_day").fill((datetime.now(UTC).date() + timedelta(days=12)).isoformat())
    assert not serious(desk)
    desk.get_by_role("button", name="Bereid voor").click()
    expect(desk.get_by_role("heading", name="Samen de groeiscan doen")).to_be_visible()
    expect(desk.locator(".session-step").first).to_contain_text("14:00")
    address = desk.url
    assert not serious(desk)

    # Run it on a phone, while the live session stands on the big screen.
    hand = new_page(viewport=PHONE, has_touch=True)
    become(hand, ELS)
    hand.goto(address)
    assert hand.evaluate("document.documentElement.scrollWidth <= innerWidth")
    hand.get_by_role("button", name="Begin de sessie").click()
    expect(hand.locator("[aria-current=step]")).to_contain_text("Zeg waarom")
    hand.locator("[aria-current=step]").get_by_role("button", name="Gedaan").click()
    expect(hand.locator("[aria-current=step]")).to_contain_text("Open de livesessie")
    with desk.expect_popup() as opened:
        desk.locator(".tools").first.get_by_role("link", name="Livesessie met QR-code").click()
    together(opened.value, new_page)
    hand.locator("[aria-current=step]").get_by_role("button", name="Gedaan").click()
    hand.get_by_role("textbox", name="Notities").fill("Hazelrode zoekt een schepen.")
    hand.get_by_role("button", name="Bewaar de notities").click()
    expect(hand.get_by_role("textbox", name="Notities")).to_have_value("Hazelrode zoekt een schepen.")
    assert not serious(hand)

    # Round it off; what was agreed stands with the meeting.
    hand.get_by_role("link", name="Rond de sessie af").click()
    hand.get_by_label("Wat spraken jullie af?").fill("Lotte belt Hazelrode\nVolgende scan over een jaar")
    hand.get_by_label("De les, in één zin").fill("Begin met een rondje")
    assert not serious(hand)
    hand.get_by_role("button", name="Rond de sessie af").click()
    expect(hand.locator("section[aria-labelledby=sessies]")).to_contain_text("klaar")
    desk.goto(address)
    desk.locator("main header a", has_text="Samen de groeiscan doen").first.click()
    expect(desk.locator("main")).to_contain_text("Lotte belt Hazelrode")


def together(screen: Page, new_page: NewPage) -> None:
    """One phone joins what the supporter opened and answers the first statement."""
    screen.wait_for_load_state()
    screen.locator("input[value=scan_short]").check()
    screen.get_by_role("button", name="Open de sessie").click()
    expect(screen.locator(".live-code")).to_be_visible(timeout=90_000)
    code = str(screen.locator(".live-code").get_attribute("aria-label"))
    phone = new_page(viewport=PHONE, has_touch=True)
    phone.goto(f"/live/{code}/")
    join(phone, "jeugdambtenaar", "Lindergem")
    expect(screen.locator(".live-count")).to_contain_text("1")
    screen.keyboard.press("Space")
    expect(phone.locator("[data-card='1']")).to_be_visible()
    tap(phone, 1, 4)
    expect(phone.get_by_role("status")).to_contain_text("Aangekomen")


@pytest.mark.journey
@pytest.mark.claim("I4")
def test_a_coordinator_lets_the_supporter_look_along_and_takes_it_back(
    new_page: NewPage, become: Become
) -> None:
    els, finn = new_page(), new_page(viewport=PHONE, has_touch=True)
    become(els, ELS)
    els.goto("/regio/")
    card = els.locator(f"#igs-{MEADOW}")
    expect(card).to_contain_text("Wie coördineert, antwoordde nog niet")
    expect(card.locator("img")).to_have_count(0)
    become(finn, "Finn Claes")
    finn.goto("/mijn/")
    finn.get_by_role("link", name="Laat je regio-ondersteuner meekijken, of zeg nee").click()
    assert not serious(finn)
    finn.get_by_role("button", name="Ja, laat meekijken").click()
    els.reload()
    expect(card.locator("img")).to_have_count(1)
    finn.get_by_label(re.compile("Onze regio-ondersteuner ziet")).uncheck()
    finn.get_by_role("button", name="Bewaar").click()
    els.reload()
    expect(card.locator("img")).to_have_count(0)
    expect(card.get_by_role("button", name="Vraag om mee te kijken")).to_be_visible()
