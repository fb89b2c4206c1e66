"""A whole live session in real browsers: one facilitator and three phones, of which one loses the net, and one has no script."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import Become, NewPage
from tests.journeys.test_every_page import serious

PLACE = "/igs/jeugdwinkel-drie-beken"
PHONE = {"width": 390, "height": 844}


def open_session(screen: Page, source: str) -> str:
    screen.goto(f"{PLACE}/live/")
    screen.locator(f"input[value={source}]").check()
    screen.get_by_role("button", name="Open de sessie").click()
    return str(screen.locator(".live-code").get_attribute("aria-label"))


def join(phone: Page, role: str, municipality: str) -> None:
    phone.get_by_label(role, exact=True).check()
    phone.get_by_label("Van welke gemeente?").select_option(label=municipality)
    phone.get_by_role("button", name="Doe mee").click()
    expect(phone.get_by_role("heading", name="Je bent erbij")).to_be_visible()


def tap(phone: Page, number: int, value: int) -> None:
    phone.locator(f"[data-card='{number}'] input[value='{value}']").check(force=True)


@pytest.mark.journey
@pytest.mark.claim("I2")
def test_a_whole_session_with_three_phones(new_page: NewPage, become: Become) -> None:
    screen = new_page(viewport={"width": 1280, "height": 720})
    first, second = new_page(viewport=PHONE, has_touch=True), new_page(viewport=PHONE, has_touch=True)
    plain = new_page(viewport=PHONE, java_script_enabled=False)
    become(screen, "Hanne Wouters")
    code = open_session(screen, "scan_short")
    assert not serious(screen)

    # One types the six digits, two come by the address of the QR code.
    first.goto("/live/")
    first.get_by_label("Typ de zes cijfers van het scherm").fill(f"{code[:3]} {code[3:]}")
    first.get_by_role("button", name="Verder").click()
    join(first, "schepen", "Esdoornhout")
    second.goto(f"/live/{code}/")
    join(second, "jeugdambtenaar", "Iepenrade")
    plain.goto(f"/live/{code}/")
    join(plain, "jeugdambtenaar", "Sleedoorn")
    expect(screen.locator(".live-count")).to_contain_text("3")

    screen.keyboard.press("Space")
    expect(first.locator("[data-card='1']")).to_be_visible()
    assert not serious(first)
    tap(first, 1, 4)
    expect(first.get_by_role("status")).to_contain_text("Aangekomen")
    expect(second.locator("[data-card='1']")).to_be_visible()

    # Without a script: look again, choose, send.
    plain.get_by_role("link", name="Ververs deze bladzijde").click()
    plain.locator("form:not([hidden])").get_by_label("Oneens", exact=True).check()
    plain.locator("form:not([hidden])").get_by_role("button", name="Verstuur").click()

    # Off the net: the answer waits on the phone, through a reload of the page when the net is back.
    second.context.set_offline(True)
    tap(second, 1, 5)
    expect(second.get_by_role("status")).to_contain_text("vanzelf opnieuw")
    expect(screen.locator(".live-count")).to_contain_text("2")
    second.context.set_offline(False)
    second.reload()
    expect(second.locator("[data-card='1'] input[value='5']")).to_be_checked()
    expect(screen.locator(".live-count")).to_contain_text("3")

    # Three people of two roles: nobody apart.
    screen.keyboard.press("Space")
    expect(screen.locator(".live-legend")).to_contain_text("iedereen samen")
    expect(screen.locator(".live-heaps table")).to_contain_text("iedereen samen")
    assert screen.locator(".live-heaps circle").count() == 3
    assert not serious(screen)
    expect(first.locator("[data-card='1'] input[type=radio]").first).to_be_disabled()

    # Who lost the page finds it again by the same code.
    first.goto(f"/live/{code}/")
    first.get_by_role("link", name="Je deed al mee op deze telefoon").click()
    total = int(re.search(r"van (\d+)", screen.locator(".live-number").inner_text())[1])  # type: ignore[index]
    for number in range(2, total + 1):
        screen.keyboard.press("ArrowRight")
        for phone in (first, second):
            expect(phone.locator(f"[data-card='{number}']")).to_be_visible()
            tap(phone, number, 2 + number % 4)
        expect(screen.locator(".live-count strong")).to_have_text("2")

    screen.get_by_text("Beëindig", exact=True).click()
    screen.get_by_role("button", name="Beëindig de sessie").click()
    expect(screen.locator(".live-grow svg").first).to_be_visible()
    expect(screen.locator(".live-outcome__words h1")).to_be_visible()
    expect(first.get_by_role("heading", name="Bedankt!")).to_be_visible()
    assert not serious(screen)
    screen.get_by_role("button", name="Bewaar als ronde").click()
    expect(screen).to_have_url(re.compile(r"/scan/igs/.*/resultaat/"))
    expect(screen.locator("main")).to_contain_text("Livesessie van")


@pytest.mark.journey
@pytest.mark.claim("I2")
def test_present_from_the_model_to_the_own_result_with_notes_that_follow(
    new_page: NewPage, become: Become
) -> None:
    screen = new_page(viewport={"width": 1280, "height": 720})
    become(screen, "Els Martens")
    screen.goto("/igs/potgrond-aan-de-linde/presentatie/")
    with screen.expect_popup() as opened:
        screen.keyboard.press("n")
    notes = opened.value
    expect(notes.locator(".notes__say")).to_be_visible()
    seen = []
    total = int(screen.locator(".deck-nav summary").inner_text().split("/")[1])
    for number in range(1, total + 1):
        expect(screen.locator("#deck")).to_have_attribute("data-number", str(number))
        expect(notes.locator("#deck")).to_have_attribute("data-number", str(number))
        assert screen.evaluate("document.activeElement.tagName") in ("H1", "BODY", "A")
        seen.append(screen.locator("h1").inner_text())
        if number in (2, 8):
            assert not serious(screen)
        screen.keyboard.press("ArrowRight")
    assert "Drie manieren om samen te werken" in seen
    assert any("potgrond" in one for one in seen[6:])
    notes.keyboard.press("ArrowLeft")
    expect(screen.locator("#deck")).to_have_attribute("data-number", str(total - 1))
    screen.keyboard.press("Home")
    expect(screen.locator("#deck")).to_have_attribute("data-number", "1")
