"""A youth club asks something of the shop on a phone, without an account, and says yes to a proposal (claim B10)."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import Become, NewPage
from tests.journeys.test_every_page import SCHEMES, serious, turn

SHOP = "/igs/jeugdwinkel-drie-beken/winkel"


def fits(page: Page) -> None:
    """By day and by night nothing serious, and nothing that scrolls sideways."""
    for scheme in SCHEMES:
        turn(page, scheme)
        assert not serious(page)
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wide <= 1


def follow_mail(page: Page, subject: str, button: str) -> None:
    """Open the newest mail with these words in its subject, and go where its button leads."""
    page.goto("/postvak/")
    page.locator(".post__subject", has_text=subject).first.click()
    link = page.frame_locator(".mail-frame").get_by_role("link", name=button)
    page.goto(link.get_attribute("href") or "")


@pytest.mark.journey
@pytest.mark.claim("B10")
def test_from_the_form_to_an_agreement(new_page: NewPage, become: Become) -> None:
    phone = new_page(
        viewport={"width": 390, "height": 844}, reduced_motion="reduce", java_script_enabled=True
    )
    phone.goto(f"{SHOP}/vraag/")
    fits(phone)
    phone.get_by_label("Wat wil je vragen?").fill(
        "Onze fuif is in een loods. Helpen jullie met de veiligheid?"
    )
    phone.get_by_label("Hoeveel mensen?").fill("200")
    phone.wait_for_timeout(4500)  # nobody types faster; a program does
    phone.get_by_role("button", name="Ga verder").click()
    expect(phone.get_by_role("alert")).to_contain_text("Je e-mailadres")
    expect(phone.get_by_label("Wat wil je vragen?")).to_have_value(re.compile("loods"))
    fits(phone)
    phone.get_by_label("een jeugdvereniging of jeugdhuis").check()
    phone.get_by_label("Naam van je school").fill("Chiro Beekdal")
    phone.get_by_label("In welke gemeente").select_option(index=1)
    phone.get_by_label("Je naam").fill("Tine Maes")
    phone.get_by_label("Je e-mailadres").fill("tine.maes@voorbeeld.test")
    phone.get_by_label("Ik ben 18 of ouder").check()
    phone.wait_for_timeout(4500)
    phone.get_by_role("button", name="Ga verder").click()
    expect(phone.get_by_role("heading", level=1)).to_contain_text("mailbox")

    follow_mail(phone, "Bevestig je vraag", "Verstuur mijn vraag")
    fits(phone)
    phone.get_by_role("button", name="Ja, verstuur mijn vraag").click()
    expect(phone.get_by_role("heading", name="We hebben je vraag")).to_be_visible()
    fits(phone)
    own = phone.url

    desk = new_page(viewport={"width": 1280, "height": 900})
    become(desk, "Fatima Amrani")
    desk.goto(f"{SHOP}/aanvragen/?toon=nieuw")
    desk.get_by_role("row", name=re.compile("Chiro Beekdal")).get_by_role("link").click()
    desk.get_by_text("Doe een voorstel op maat").click()
    desk.get_by_label("Wat stel je voor?").fill("Een coach komt kijken, een week vooraf.")
    desk.get_by_label("Prijs in euro").nth(0).fill("45,50")
    desk.get_by_role("button", name="Verstuur het voorstel").click()
    expect(desk.get_by_text("zegt ja met één knop").first).to_be_visible()

    follow_mail(phone, "Een voorstel voor jou", "Bekijk het voorstel")
    assert phone.url == own
    expect(phone.get_by_text("45,50").first).to_be_visible()
    fits(phone)
    phone.get_by_role("button", name="Ja, dat is goed").click()
    expect(phone.get_by_role("heading", name="Afgesproken")).to_be_visible()


@pytest.mark.journey
def test_a_month_of_bookings_by_keyboard_and_on_a_phone(new_page: NewPage, become: Become) -> None:
    page = new_page(viewport={"width": 1280, "height": 900})
    become(page, "Fatima Amrani")
    page.goto(f"{SHOP}/boekingen/")
    page.get_by_role("link", name="Partytent").click()
    page.get_by_role("link", name="Boek op 28").first.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_label("Van", exact=True)).to_have_value(re.compile("-28$"))
    page.get_by_label("Hoeveel?").fill("3")
    page.get_by_label("Voor welke organisatie?").fill("Jeugdraad")
    page.get_by_role("button", name="Boek").click()
    expect(page.get_by_text("Geboekt:")).to_be_visible()
    page.set_viewport_size({"width": 390, "height": 844})
    expect(page.locator(".desk-month")).to_be_hidden()
    expect(page.locator(".desk-days").get_by_text("3 × Jeugdraad")).to_be_visible()
    fits(page)
