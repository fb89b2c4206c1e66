"""The door, the seats and the mandates as people use them: at a desk and on a phone, with the mail in hand."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import Become, NewPage
from tests.journeys.test_every_page import serious

PHONE = {"width": 390, "height": 844}
PLACE = "/igs/bloemenweide-klaverland"


def last_mail(page: Page, subject: str) -> str:
    """Where the button of the newest mail with this subject leads, as a path; the outbox of the demonstration."""
    page.goto("/postvak/")
    page.get_by_role("link", name=re.compile(subject)).first.click()
    page.wait_for_load_state()
    text = page.locator("main").inner_text() + "".join(frame.content() for frame in page.frames[1:])
    found = re.search(r"https?://[^/\s\"<]+(/(?:welkom|mandaat|aanmelden/link)/[^\s\"<]+)", text)
    assert found, text[-2000:]
    return found[1]


@pytest.mark.journey
def test_an_invitation_leads_to_the_seat_and_the_page_for_newcomers(
    new_page: NewPage, become: Become
) -> None:
    finn = new_page()
    become(finn, "Finn")
    finn.get_by_text("Meer", exact=True).click()
    finn.get_by_role("link", name="Partners", exact=True).click()
    # Of this municipality: another journey may have added a partner, with seats that are empty too.
    card = finn.locator("section.card", has=finn.get_by_role("heading", name="Roggelaar"))
    card.get_by_role("link", name="Lege zetel").click()
    finn.get_by_label("Naam", exact=True).first.fill("Nele Nieuw")
    finn.get_by_label("E-mailadres").fill("nele.nieuw@voorbeeld.test")
    finn.get_by_role("button", name="Stuur de uitnodiging").click()
    expect(finn.get_by_text("Uitgenodigd.")).to_be_visible()

    nele = new_page(viewport=PHONE, has_touch=True)
    nele.goto(last_mail(finn, "Doe je mee met Bloemenweide"))
    expect(nele.get_by_role("heading", level=1)).to_have_text("Word je jeugdambtenaar voor Roggelaar?")
    assert not serious(nele)
    nele.get_by_role("button", name="Ja, ik doe mee").tap()
    expect(nele.get_by_text("18 jaar of ouder is")).to_be_visible()
    nele.get_by_text("Ik ben 18 jaar of ouder.").tap()
    nele.get_by_role("button", name="Ja, ik doe mee").tap()
    expect(nele.get_by_role("heading", level=1)).to_have_text("Welkom, Nele Nieuw")
    expect(nele.get_by_text("4. Wat staat er nog open?")).to_be_visible()
    nele.get_by_role("link", name="Naar mijn tuin").tap()
    # What waits for her seat comes first; asking for time may come later.
    expect(nele.get_by_role("link", name=re.compile("bij jullie pass"))).to_be_visible()


@pytest.mark.journey
def test_an_alderman_gives_time_from_the_mail_with_one_tap(new_page: NewPage, become: Become) -> None:
    """Siebe asks for more hours; Greet gives them on her phone, without signing in; she revokes and thinks again."""
    siebe = new_page()
    become(siebe, "Siebe")
    siebe.goto(f"{PLACE}/mandaten/")
    siebe.get_by_role("link", name=re.compile("Vraag tijd aan de schepen")).click()
    siebe.get_by_label("Hoeveel uren per maand?").fill("10")
    siebe.get_by_role("button", name="Vraag het mandaat").click()
    expect(siebe.get_by_text("Greet Hendrickx krijgt een mail")).to_be_visible()

    greet = new_page(viewport=PHONE, has_touch=True)
    greet.goto(last_mail(siebe, "Geef je Siebe Lambrecht dit mandaat"))
    assert not serious(greet)
    greet.get_by_role("button", name="Ja, geef dit mandaat").tap()
    expect(greet.get_by_role("heading", level=1)).to_have_text("Bedankt, dat is geregeld")

    siebe.goto(f"{PLACE}/mandaten/")
    siebe.get_by_role("link", name="10 uur per maand voor Siebe Lambrecht").click()
    siebe.get_by_label("Hoeveel uren?").fill("2.5")
    siebe.get_by_role("button", name="Noteer", exact=True).click()
    expect(siebe.get_by_text("Samen 2,5 uur.")).to_be_visible()

    become(greet, "Greet")
    greet.goto(f"{PLACE}/mandaten/")
    greet.get_by_role("link", name="10 uur per maand voor Siebe Lambrecht").tap()
    greet.get_by_role("link", name="Trek in").tap()
    greet.get_by_role("button", name="Trek in").tap()
    expect(greet.get_by_text("Vandaag kun je dat nog ongedaan maken")).to_be_visible()


@pytest.mark.journey
def test_one_signs_in_with_the_button_of_the_mail_and_with_the_code(new_page: NewPage) -> None:
    desk = new_page()
    desk.goto("/aanmelden/")
    desk.get_by_label("Je e-mailadres").fill("petra-van-loo@voorbeeld.test")
    desk.get_by_role("button", name="Stuur me een mail").click()
    expect(desk.get_by_role("heading", level=1)).to_have_text("Kijk in je mail")

    phone = new_page(viewport=PHONE, has_touch=True)
    phone.goto(last_mail(phone, "Je code om aan te melden"))
    phone.get_by_role("button", name="Meld me aan op dit toestel").tap()
    expect(phone.get_by_role("heading", level=1)).to_have_text("Mijn tuin")

    phone.goto("/ik/toegang/")
    expect(phone.get_by_text("dit toestel")).to_be_visible()


@pytest.mark.journey
def test_a_question_from_a_page_reaches_the_supporter_and_comes_back(
    new_page: NewPage, become: Become
) -> None:
    luc = new_page(viewport=PHONE, has_touch=True)
    become(luc, "Luc")
    luc.get_by_role("link", name="Vraag het je regio-ondersteuner").tap()
    luc.get_by_label("Wat wil je vragen?").fill("Mag een stad van buiten de streek meedoen?")
    luc.get_by_role("button", name="Verstuur").tap()
    expect(luc.get_by_text("Je krijgt het antwoord per mail")).to_be_visible()

    els = new_page()
    els.goto("/wie/")
    els.get_by_role("button", name="Els").first.click()
    els.get_by_role("link", name=re.compile("Antwoord op")).first.click()
    els.get_by_role("link", name=re.compile("Mag een stad van buiten")).click()
    expect(els.get_by_text("schepen van Meidoornbeek")).to_be_visible()
    els.get_by_label("Je antwoord").fill("Dat kan, als elke partner er iets aan heeft.")
    els.get_by_role("button", name="Verstuur het antwoord").click()

    luc.goto("/vraag/postvak/")
    luc.get_by_role("link", name=re.compile("Mag een stad van buiten")).tap()
    expect(luc.get_by_text("als elke partner er iets aan heeft")).to_be_visible()


@pytest.mark.journey
def test_a_list_with_mistakes_is_told_and_a_good_one_is_shown_first(
    new_page: NewPage, become: Become
) -> None:
    page = new_page()
    become(page, "Gitte")
    page.get_by_text("Meer", exact=True).click()
    page.get_by_role("link", name="Partners", exact=True).click()
    page.get_by_role("link", name="Lees een lijst in").click()
    bad = "gemeente;schepen;schepen e-mail\nNergens;A;geen-adres\n;B;\n"
    page.get_by_label("Bestand").set_input_files(
        {"name": "lijst.csv", "mimeType": "text/csv", "buffer": bad.encode()}
    )
    page.get_by_role("button", name="Lees in en kijk na").click()
    expect(page.get_by_text("Er is niets veranderd.")).to_be_visible()
    expect(page.get_by_text("De gemeente ontbreekt")).to_be_visible()
    assert not serious(page)
    good = "gemeente;jeugdambtenaar\nEikvoort;Nieuwe Nora\n"
    page.get_by_label("Bestand").set_input_files(
        {"name": "lijst.csv", "mimeType": "text/csv", "buffer": good.encode()}
    )
    page.get_by_role("button", name="Lees in en kijk na").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Kijk na wat er verandert")
    expect(page.get_by_text("Nieuwe Nora")).to_be_visible()
    assert not serious(page)
    page.get_by_role("button", name="Bevestig").click()
    expect(page.get_by_role("link", name="Nieuwe Nora")).to_be_visible()
