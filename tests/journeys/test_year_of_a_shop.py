"""The shop through a year, in a browser: a sitting with too few, a second call, money, the bank, a report (claims B1 to B20)."""

from __future__ import annotations

import re
from datetime import date, timedelta
from decimal import Decimal

import pytest
from playwright.sync_api import Page, expect

from groeimodel.demo.shop_bank import OURS
from groeimodel.formats.coda_writing import Move, Sheet, write_coda
from tests.journeys.conftest import Become, NewPage
from tests.journeys.test_ask_the_shop import fits
from tests.journeys.test_every_page import serious

IGS = "/igs/jeugdwinkel-drie-beken"
SHOP = f"{IGS}/winkel"
TITLE = "Een tweede bus voor de zomer"


def attend(page: Page, present: int | None) -> None:
    """Open a sitting with so many there; None is everybody."""
    page.get_by_role("link", name=re.compile("Open de zitting")).first.click()
    places = page.locator("form.presence-form select")
    for at in range(places.count()):
        places.nth(at).select_option("present" if present is None or at < present else "absent")
    page.get_by_role("button", name="Open de zitting").click()


@pytest.mark.journey
@pytest.mark.claim("B2", "B19")
def test_too_few_come_the_second_call_decides_and_everyone_reads_it(
    new_page: NewPage, become: Become
) -> None:
    hanne = new_page(viewport={"width": 1280, "height": 900})
    become(hanne, "Hanne")
    hanne.goto(f"{SHOP}/zittingen/nieuw/")
    hanne.get_by_label("Welk orgaan?").select_option(label="Raad van bestuur")
    hanne.get_by_label("Op welke dag?").fill((date.today() + timedelta(days=1)).isoformat())  # noqa: DTZ011
    hanne.get_by_label("Hoe laat?").fill("19:00")
    hanne.get_by_role("button", name="Plan de zitting").click()
    hanne.get_by_label("Waarover gaat het?").fill(TITLE)
    hanne.get_by_label("Voorstel van beslissing").fill("De vereniging koopt een tweede bus.")
    hanne.get_by_role("button", name="Zet op de agenda").click()
    expect(hanne.get_by_role("link", name=TITLE).first).to_be_visible()
    fits(hanne)
    attend(hanne, 2)
    expect(hanne.get_by_text("niet in aantal").first).to_be_visible()
    fits(hanne)
    again = hanne.locator("form.again")
    again.locator("input[type=date]").fill((date.today() + timedelta(days=2)).isoformat())  # noqa: DTZ011
    again.get_by_role("button", name="Roep opnieuw samen").click()
    expect(hanne.get_by_text("tweede oproep").first).to_be_visible()
    attend(hanne, 2)
    hanne.get_by_role("link", name="Naar punt 1").click()
    hanne.get_by_role("button", name="Iedereen voor").click()
    fits(hanne)
    hanne.get_by_role("button", name="Leg vast als besluit").click()
    hanne.get_by_role("link", name=re.compile("Bekijk besluit")).click()
    expect(hanne.get_by_role("heading", level=1)).to_contain_text(TITLE)
    fits(hanne)

    hanne.goto(f"{IGS}/besluiten/bekendmaken/")
    hanne.get_by_role("button", name="Zet op het web").click()
    visitor = new_page(viewport={"width": 390, "height": 844})
    visitor.goto(f"{IGS}/besluiten/openbaar/")
    visitor.get_by_role("link", name=TITLE).click()
    expect(visitor.get_by_text("2 stemmen voor")).to_be_visible()
    fits(visitor)


@pytest.mark.journey
@pytest.mark.claim("B5", "B7")
def test_contributions_are_asked_and_the_bank_brings_them(new_page: NewPage, become: Become) -> None:
    year = date.today().year  # noqa: DTZ011
    hanne = new_page(viewport={"width": 1280, "height": 900})
    become(hanne, "Hanne")
    hanne.goto(f"{SHOP}/geld/jaar/{year}/sleutel/?total=1.000,01&equal=40&under_25=60")
    expect(hanne.get_by_role("heading", name="Naast elkaar")).to_be_visible()
    fits(hanne)
    hanne.get_by_role("button", name="Vraag bijdragen met jullie keuze").click()
    hanne.get_by_label("Waarvoor?").fill("Zomerbus")
    hanne.get_by_label("Betalen tegen").fill((date.today() + timedelta(days=40)).isoformat())  # noqa: DTZ011
    hanne.get_by_role("button", name="Vraag deze bijdragen").click()
    asked = hanne.locator("section", has=hanne.get_by_role("heading", name=f"Zomerbus {year}"))
    rows = asked.get_by_role("row")
    owed = []
    for at in range(1, rows.count()):
        cells = rows.nth(at).locator("td")
        amount = re.sub(r"[^\d,]", "", cells.nth(0).inner_text()).replace(",", ".")
        owed.append((Decimal(amount), re.sub(r"\D", "", cells.nth(2).inner_text())))
    assert sum(amount for amount, _reference in owed) == Decimal("1000.01")
    fits(hanne)

    day = date.today() - timedelta(days=1)  # noqa: DTZ011
    moves = [Move(day, amount, reference=reference) for amount, reference in owed]
    coda = write_coda([Sheet(OURS, 2, day, day, Decimal("9999.99"), moves)])
    hanne.goto(f"{SHOP}/bank/")
    hanne.get_by_role("link", name="Lees een uittreksel in").click()
    hanne.locator("input[type=file]").set_input_files(
        {"name": "fout.cod", "mimeType": "text/plain", "buffer": coda[:700].encode()}
    )
    hanne.locator("form button.button--primary").click()
    expect(
        hanne.get_by_text(re.compile("zit een fout|kan niet|klopt niet|ontbreekt|past niet")).first
    ).to_be_visible()
    hanne.locator("input[type=file]").set_input_files(
        {"name": "goed.cod", "mimeType": "text/plain", "buffer": coda.encode()}
    )
    hanne.locator("form button.button--primary").click()
    fits(hanne)
    hanne.locator("form button.button--primary").click()
    hanne.get_by_role("link", name=re.compile("Bevestig")).first.click()
    hanne.get_by_role("button", name="Koppel en boek wat aangevinkt is").click()
    hanne.goto(f"{SHOP}/geld/bijdragen/")
    expect(asked.get_by_text("betaald", exact=True)).to_have_count(len(owed))

    hanne.goto(f"{SHOP}/geld/wat-als/?kind=leaving&municipality=Sleedoorn&on={year}-12-31")
    expect(hanne.get_by_role("heading", name="Als Sleedoorn weggaat")).to_be_visible()
    fits(hanne)


@pytest.mark.journey
@pytest.mark.claim("B6", "B18")
def test_the_page_of_the_shop_leads_everywhere_and_the_report_is_a_word_file(
    new_page: NewPage, become: Become
) -> None:
    hanne = new_page(viewport={"width": 1280, "height": 900})
    become(hanne, "Hanne")
    hanne.goto(f"{SHOP}/")
    expect(hanne.get_by_role("heading", name=re.compile("Potgrond"))).to_be_visible()
    fits(hanne)
    places = {one.get_attribute("href") for one in hanne.locator(".shop-cards a").all()}
    assert len(places) == 8
    for place in sorted(filter(None, places)):
        answer = hanne.goto(place)
        assert answer is not None
        assert answer.status == 200
        assert not serious(hanne)
    hanne.goto(f"{SHOP}/te-doen/")
    fits(hanne)
    hanne.goto(f"{SHOP}/subsidie/")
    hanne.locator("main section h2 a").first.click()
    fits(hanne)
    hanne.get_by_role("link", name="Werkingsverslag", exact=True).click()
    with hanne.expect_download() as started:
        hanne.get_by_role("link", name=re.compile("Word")).first.click()
    assert started.value.suggested_filename.endswith(".docx")
