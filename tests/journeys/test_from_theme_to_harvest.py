"""One meeting, from a proposal to the harvest sheet, by three people: an officer, a coordinator, an alderman on a phone."""

from __future__ import annotations

import re
import struct
import zlib
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import FilePayload, Page, expect

from tests.journeys.conftest import Become, NewPage
from tests.journeys.test_every_page import serious

PLACE = "/igs/potgrond-aan-de-linde"
PHONE = {"width": 390, "height": 844}
THEME = "Een speelbus voor vijf dorpen"
MEETING = "Ontmoeting over de speelbus"


def today() -> date:
    return datetime.now(ZoneInfo("Europe/Brussels")).date()


def green(width: int = 640, height: int = 400) -> FilePayload:
    """A picture, made here: a green field."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = b"".join(b"\0" + bytes((92, 154, 84)) * width for _ in range(height))
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    png = (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )
    return {"name": "speelbus.png", "mimeType": "image/png", "buffer": png}


def mail(page: Page, subject: str, reader: str) -> str:
    """The text of the newest mail with this subject to a reader, in the outbox of the demonstration."""
    page.goto("/postvak/")
    rows = page.locator("main li, main tr").filter(has_text=reader).filter(has_text=subject)
    rows.first.get_by_role("link").first.click()
    page.wait_for_load_state()
    return page.locator("main").inner_text() + "".join(frame.content() for frame in page.frames[1:])


@pytest.mark.journey
@pytest.mark.claim("P1", "P2", "P11", "P12", "P13", "G7")
def test_from_a_proposal_to_the_harvest_sheet(new_page: NewPage, become: Become) -> None:
    lotte, gitte, stijn = new_page(), new_page(), new_page()
    become(lotte, "Lotte Claessens")
    become(gitte, "Gitte Maes")
    become(stijn, "Stijn Aerts")

    # An officer proposes a theme; another one wants it too.
    lotte.goto(f"{PLACE}/themas/")
    lotte.get_by_text("Stel een thema voor").click()
    lotte.get_by_label("Thema", exact=True).fill(THEME)
    lotte.get_by_label("Waarover gaat het?").fill("Eén bus met spelmateriaal, die rondrijdt.")
    lotte.get_by_label("Wat vraag je aan de groep?").fill("Hoeveel dagen heb jij ze nodig?")
    lotte.get_by_role("button", name="Stel voor").click()
    assert not serious(lotte)
    stijn.goto(f"{PLACE}/themas/")
    stijn.get_by_role("button", name=re.compile(f"Wil ik ook.*{THEME}")).click()
    expect(stijn.get_by_role("button", name=re.compile(f"Jij steunt dit.*{THEME}"))).to_be_visible()

    # The coordinator plans a meeting, makes the agenda and sends the themes to the aldermen.
    soon = today() + timedelta(days=8)
    gitte.goto(f"{PLACE}/ontmoetingen/")
    gitte.get_by_role("link", name="Plan een ontmoeting", exact=True).click()
    gitte.get_by_label("Titel").fill(MEETING)
    gitte.get_by_label("Welke dag?").fill(soon.isoformat())
    gitte.get_by_label("Waar?").fill("Bibliotheek, Eikvoort")
    gitte.get_by_role("button", name="Plan en nodig uit").click()
    expect(gitte.get_by_role("heading", level=1)).to_have_text(MEETING)
    gitte.get_by_role("link", name="Maak de agenda").click()
    gitte.get_by_label("Thema").select_option(label=THEME)
    gitte.get_by_role("button", name="Zet op de agenda").click()
    gitte.get_by_role("button", name="Stuur nu naar de schepenen").click()
    expect(gitte.get_by_role("status")).to_contain_text("schepenen kregen de thema's")

    # The alderman answers from the phone, without signing in.
    found = re.search(
        r"https?://[^/\s\"<]+(/ontmoeting/[^\s\"<]+)", mail(gitte, "Wat vindt jouw gemeente", "Karim Bensaïd")
    )
    assert found
    karim = new_page(viewport=PHONE, has_touch=True)
    karim.goto(found[1])
    expect(karim.get_by_role("heading", level=1)).to_have_text("Dag Karim Bensaïd")
    assert not serious(karim)
    karim.get_by_label("belangrijk voor ons").first.check()
    karim.get_by_label("Wat geef je mee?").first.fill("Kijk of ook de scholen mee willen.")
    karim.get_by_role("button", name="Geef dit mee").tap()
    expect(karim.get_by_text("Bedankt.")).to_be_visible()

    # The officer sees it in the agenda, and comes.
    lotte.goto(f"{PLACE}/ontmoetingen/")
    lotte.get_by_role("link", name=MEETING).click()
    expect(lotte.get_by_text("Kijk of ook de scholen mee willen.")).to_be_visible()
    lotte.get_by_role("button", name="Ik kom", exact=True).click()
    expect(lotte.get_by_role("button", name="✓ Ik kom")).to_be_visible()
    assert not serious(lotte)

    # The day has come (it is moved to yesterday), and who was there is marked with one tap each.
    gitte.goto(lotte.url)
    gitte.get_by_role("link", name="Wijzigen").click()
    gitte.get_by_label("Welke dag?").fill((today() - timedelta(days=1)).isoformat())
    gitte.get_by_role("button", name="Bewaar").click()
    gitte.get_by_role("link", name="Duid aan wie er was").click()
    for name in ("Lotte Claessens", "Stijn Aerts"):
        gitte.get_by_role("button", name=name).click()
    expect(gitte.get_by_role("button", pressed=True)).to_have_count(2)
    assert not serious(gitte)

    # The officer writes, and takes down what came out of it.
    lotte.reload()
    lotte.get_by_role("link", name="Lees of schrijf het verslag").click()
    lotte.locator("textarea").first.fill("Vier dorpen willen samen één bus huren.")
    expect(lotte.get_by_text("Alles is bewaard.").first).to_be_visible()
    for kind, words in (("Besluit", "We vragen samen een prijs"), ("Zaadje", "Een speelbus op woensdag")):
        point = lotte.locator("section.point").first
        point.get_by_text(f"+ {kind}").click()
        point.locator(f"details:has-text('+ {kind}') input[name=text]").fill(words)
        point.get_by_role("button", name=re.compile(f"Noteer.*{kind}", re.IGNORECASE)).click()
        expect(lotte.get_by_text(words, exact=True)).to_be_visible()
    assert not serious(lotte)

    # What she takes home, and the report to her alderman, which lay ready.
    lotte.get_by_role("link", name="Terug naar de ontmoeting").click()
    lotte.get_by_role("link", name="Wat nemen we mee, en wie weet het al?").click()
    lotte.get_by_label("Wat neem je mee?").fill("Een bus delen kost minder dan een halve.")
    lotte.get_by_role("button", name="Schrijf op").click()
    assert not serious(lotte)
    lotte.get_by_role("link", name="Het verslag ligt klaar").click()
    draft = lotte.get_by_label("Verslag").input_value()
    for words in (
        "Dag Karim",
        "Vier dorpen willen samen",
        "We vragen samen een prijs",
        "Een bus delen",
        "ook de scholen",
    ):
        assert words in draft
    lotte.get_by_role("button", name="Stuur naar Karim Bensaïd").click()
    expect(lotte.get_by_role("row", name=re.compile("Lindergem.*per mail"))).to_be_visible()
    assert "Vier dorpen willen samen" in mail(gitte, f"Verslag: {MEETING}", "Karim Bensaïd")

    # Used locally: harvest with a figure and a picture.
    lotte.get_by_role("row", name=re.compile("Lindergem")).get_by_role("link", name="Noteer oogst").click()
    lotte.get_by_label("Wat gebruik je nu lokaal?").fill("Speelbus op het dorpsplein")
    lotte.get_by_label("Een cijfer").fill("45")
    lotte.get_by_label("Waarvan?").fill("kinderen")
    lotte.locator("input[type=file]").first.set_input_files(green())
    lotte.get_by_label("Wat is er op de foto te zien?").first.fill("De speelbus op het plein")
    lotte.get_by_role("button", name="Teken op").click()
    expect(lotte.get_by_role("heading", name="Speelbus op het dorpsplein")).to_be_visible()
    assert not serious(lotte)

    # The harvest sheet of the municipality, on screen and on paper; the alderman reads it too.
    lotte.get_by_role("link", name="Maak een oogstblad").click()
    lotte.get_by_role("button", name="Toon het blad").click()
    expect(lotte.get_by_role("heading", level=1)).to_have_text("Wat samenwerken Lindergem oplevert")
    expect(lotte.get_by_text("45 kinderen")).to_be_visible()
    expect(lotte.locator("main img").first).to_be_visible()
    assert not serious(lotte)
    link = lotte.get_by_role("link", name="Blad op A4 (pdf)").get_attribute("href")
    paper = lotte.request.get(link or "")
    assert paper.headers["content-type"] == "application/pdf"
    assert max(int(one) for one in re.findall(rb"/Count\s+(\d+)", paper.body())) >= 1
    become(karim, "Karim Bensaïd")
    karim.goto(lotte.url)
    expect(karim.get_by_text("Speelbus op het dorpsplein")).to_be_visible()
    assert not serious(karim)
