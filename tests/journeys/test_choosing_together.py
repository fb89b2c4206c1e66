"""One whole round in real browsers: six municipalities, twelve proposals, mandates of different size, one taken back in the
middle; result, explanation, decision, and the same outcome on the command line."""

from __future__ import annotations

import hashlib
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import Become, NewPage
from tests.journeys.test_every_page import serious

PLACE = "/igs/bloemenweide-klaverland"
PHONE = {"width": 390, "height": 844}
ROUND = "Wat doen we samen in het voorjaar?"
SIXTH, SIXTH_ALDERMAN = "Eikvoort", "Zita Zesde"
ALDERMEN = {
    "Klaverhove": "Amina Haddad",
    "Meidoornbeek": "Luc Janssens",
    "Kastanjegem": "Petra Van Loo",
    "Roggelaar": "Hakim Yilmaz",
    "Wilgerode": "Greet Hendrickx",
    SIXTH: SIXTH_ALDERMAN,
}
MANDATES = {
    "Klaverhove": "",
    "Meidoornbeek": "5000",
    "Kastanjegem": "2500",
    "Roggelaar": "2000",
    "Wilgerode": "1500",
    SIXTH: "3000",
}
"""Up to how many euro; each puts in 2.000, so one is too small. Empty is without a bound."""
PROPOSALS = {
    "Speelbus op woensdag": ("ontmoeting", 3600),
    "Nacht van de jeugd": ("evenement", 2400),
    "Animatorencursus dicht bij huis": ("vorming", 1800),
    "Kamp aan zee": ("kampen en vakantie", 4200),
    "Jongerenraad op tournee": ("participatie", 900),
    "Streekfuif zonder afval": ("evenement", 1500),
    "Fotoproject in de trein": ("participatie", 700),
    "EHBO voor fuifcoaches": ("vorming", 600),
    "Skatedag op vijf pleinen": ("evenement", 2100),
    "Koken met de buren": ("ontmoeting", 500),
    "Taalkamp voor nieuwkomers": ("kampen en vakantie", 3000),
    "Podium op de kermis": ("evenement", 800),
}
POINTS = {
    "Klaverhove": {"Speelbus op woensdag": 5, "Nacht van de jeugd": 4, "EHBO voor fuifcoaches": 3},
    "Meidoornbeek": {"Kamp aan zee": 5, "Taalkamp voor nieuwkomers": 5},
    "Kastanjegem": {"Speelbus op woensdag": 4, "Animatorencursus dicht bij huis": 5, "Koken met de buren": 2},
    "Roggelaar": {"Speelbus op woensdag": 3, "EHBO voor fuifcoaches": 4, "Fotoproject in de trein": 2},
    "Wilgerode": {"Skatedag op vijf pleinen": 5},
    SIXTH: {"Nacht van de jeugd": 5, "Animatorencursus dicht bij huis": 4, "Podium op de kermis": 1},
}


def link_in_mail(page: Page, subject: str, reader: str, path: str) -> str:
    """Where the newest mail with this subject to this reader leads, in the outbox of the demonstration."""
    page.goto("/postvak/")
    rows = page.locator("main li, main tr").filter(has_text=reader).filter(has_text=subject)
    rows.first.get_by_role("link").first.click()
    page.wait_for_load_state()
    text = page.locator("main").inner_text() + "".join(frame.content() for frame in page.frames[1:])
    found = re.search(rf"https?://[^/\s\"<]+(/{path}/[^\s\"<]+)", text)
    assert found, text[-2000:]
    return found[1]


def a_sixth_joins(finn: Page, new_page: NewPage) -> Page:
    """The coordinator adds a municipality and invites its alderman, who comes in by the mail."""
    finn.goto(f"{PLACE}/partners/erbij/")
    finn.get_by_label("Welke gemeente?").fill(SIXTH)
    finn.get_by_role("button", name="Voeg toe").click()
    card = finn.locator("section.card", has=finn.get_by_role("heading", name=SIXTH))
    card.get_by_role("link", name="Lege zetel").first.click()
    finn.get_by_label("Naam", exact=True).first.fill(SIXTH_ALDERMAN)
    finn.get_by_label("E-mailadres").fill("zita@voorbeeld.test")
    finn.get_by_role("button", name="Stuur de uitnodiging").click()
    zita = new_page(viewport=PHONE, has_touch=True)
    zita.goto(link_in_mail(finn, "Doe je mee met Bloemenweide", SIXTH_ALDERMAN, "welkom"))
    zita.get_by_text("Ik ben 18 jaar of ouder.").tap()
    zita.get_by_role("button", name="Ja, ik doe mee").tap()
    expect(zita.get_by_role("heading", level=1)).to_have_text(f"Welkom, {SIXTH_ALDERMAN}")
    return zita


def grow_seedlings(finn: Page) -> None:
    """Twelve ideas, each worked out with a kind and an estimate."""
    for title, (kind, cost) in PROPOSALS.items():
        finn.goto(f"{PLACE}/weide/zaadje/")
        finn.get_by_label("Welk idee?").fill(title)
        finn.get_by_role("button", name="Noteer", exact=True).click()
        finn.goto(f"{PLACE}/weide/?stadium=seed")
        finn.get_by_role("link", name=title, exact=True).first.click()
        finn.get_by_role("link", name="Werk dit uit").click()
        finn.get_by_label(re.compile(kind, re.IGNORECASE)).check()
        finn.get_by_label("Waarom groeit dit verder?").fill("Drie gemeenten vroegen ernaar.")
        finn.get_by_label("Wat kost het ongeveer?").fill(str(cost))
        finn.get_by_role("button", name="Maak er een kiem van").click()
        expect(finn.get_by_role("heading", level=1)).to_have_text(title)


def give_mandate(page: Page, municipality: str) -> None:
    """An alderman decides for the own municipality, up to an amount."""
    page.goto(f"{PLACE}/mandaten/")
    page.get_by_role("link", name=re.compile(rf"Laat iemand beslissen.*{municipality}")).click()
    page.get_by_label("Voor wie?").select_option(label=ALDERMEN[municipality])
    page.get_by_label("Tot welk bedrag per beslissing?").fill(MANDATES[municipality])
    page.get_by_role("button", name="Geef het mandaat").click()
    expect(page.get_by_text("Het mandaat is gegeven")).to_be_visible()


def check_all(page: Page, path: str) -> None:
    """The local check of every proposal, from the link of the mail: one tap each, page by page."""
    number, more = 1, True
    while more:
        page.goto(f"{path}?bladzijde={number}")
        if number == 1:
            assert not serious(page)
        more = page.get_by_role("link", name="Volgende", exact=True).count() > 0
        page.locator("details").evaluate_all("all => all.forEach((one) => { one.open = true })")
        for neutral in page.get_by_label("neutraal").all():
            neutral.check()
        page.get_by_role("button", name="Bewaar").click()
        expect(page.get_by_role("status")).to_be_visible()
        number += 1


def vote(page: Page, path: str, municipality: str) -> None:
    """A ballot from the link of the mail, on a phone."""
    page.goto(path)
    assert not serious(page)
    for title, points in POINTS[municipality].items():
        line = page.locator("section.vote", has=page.get_by_role("heading", name=title))
        line.get_by_label(str(points), exact=True).check()
        if municipality == "Klaverhove":
            line.get_by_label("Bij welk doel van jullie beleid past dit?").fill("Kansen voor elk kind")
    page.get_by_role("button", name="Kijk na").click()
    assert not serious(page)
    page.get_by_role("button", name="Geef de stem").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("is gegeven")


@pytest.mark.journey
@pytest.mark.claim("W5", "W6", "W12", "W22", "G8")
def test_six_municipalities_choose_from_twelve_proposals(
    new_page: NewPage, become: Become, tmp_path: Path
) -> None:
    finn = new_page()
    become(finn, "Finn Claes")
    phones = {SIXTH: a_sixth_joins(finn, new_page)}
    grow_seedlings(finn)
    for place, name in ALDERMEN.items():
        if place not in phones:
            phones[place] = new_page(viewport=PHONE, has_touch=True)
            become(phones[place], name)
        give_mandate(phones[place], place)

    # Everything on one page, with defaults; shown what it means, and only then opened.
    finn.goto(f"{PLACE}/kiezen/")
    finn.get_by_role("link", name=re.compile("kiesronde voor")).click()
    finn.get_by_label("Waarover kiezen jullie?").fill(ROUND)
    for box in finn.get_by_role("checkbox").all():
        if any(title in (box.locator("xpath=..").inner_text()) for title in PROPOSALS):
            box.check()
    finn.get_by_label("Eigen inleg").check()
    finn.get_by_label(re.compile("leggen.* in")).first.fill("12000")
    finn.get_by_label(re.compile("advies aan kinderen")).check()
    assert not serious(finn)
    finn.get_by_role("button", name="Bekijk wat dit betekent").click()
    expect(finn.get_by_text("12.000").first).to_be_visible()
    assert not serious(finn)
    finn.get_by_role("button", name="Open de ronde").click()
    expect(finn.get_by_text("0 van 6 gemeenten stemden")).to_be_visible()
    assert not serious(finn)
    address = finn.url

    # It cannot be closed while not every municipality had the chance to do its local check.
    finn.get_by_role("link", name="Kijk na en sluit de ronde").click()
    expect(finn.get_by_text("Sluiten kan nog niet.")).to_be_visible()

    for place, name in ALDERMEN.items():
        check_all(phones[place], link_in_mail(finn, "voorstellen bij", name, "toets"))
        vote(phones[place], link_in_mail(finn, ROUND, name, "stem"), place)

    # In the middle a mandate is taken back: that ballot is kept, shown, and does not count.
    luc = phones["Meidoornbeek"]
    luc.goto(f"{PLACE}/mandaten/")
    luc.get_by_role("link", name=re.compile("5.000 euro.*Luc Janssens")).first.click()
    luc.get_by_role("link", name="Trek in").click()
    luc.get_by_role("button", name="Trek in").click()

    young = new_page(viewport=PHONE, has_touch=True)
    finn.goto(address)
    finn.get_by_role("link", name="Link en QR-code voor jongeren").click()
    young.goto(re.sub(r"^https?://[^/]+", "", finn.locator("figcaption").inner_text().strip()))
    assert not serious(young)
    young.get_by_label("Kamp aan zee").check()
    young.get_by_label("12 tot 15").check()
    young.get_by_label("Waar woon je?").select_option(label="Roggelaar")
    young.get_by_role("button", name="Dit zou ik doen").tap()
    expect(young.get_by_text("Bedankt, je advies telt mee")).to_be_visible()

    finn.goto(address)
    finn.get_by_role("link", name="Kijk na en sluit de ronde").click()
    assert not serious(finn)
    finn.get_by_role("button", name="Sluit de ronde").click()
    finn.goto(f"{address}uitslag/")
    expect(finn.get_by_role("heading", name=re.compile("Wat bloeit straks"))).to_be_visible()
    assert not serious(finn)
    row = finn.get_by_role("row", name=re.compile("Meidoornbeek.*ingetrokken"))
    expect(row).to_be_visible()
    expect(finn.get_by_role("row", name=re.compile("Wilgerode.*1.500"))).to_be_visible()
    expect(finn.get_by_text("minder dan vijf kinderen")).to_be_visible()
    winners = [re.sub(r"\s+", " ", one) for one in finn.locator("ol.result__list h3 a").all_inner_texts()]
    assert winners
    assert "Kamp aan zee" not in winners

    # The decision stands in the register, with its checks and its checksum.
    finn.get_by_role("link", name=re.compile(r"^besluit \d+$")).first.click()
    assert not serious(finn)
    expect(finn.get_by_text("Kansen voor elk kind").or_(finn.get_by_text(winners[0])).first).to_be_visible()
    finn.go_back()

    # Whoever has the file gets the same outcome on the command line.
    with finn.expect_download() as download:
        finn.get_by_role("link", name=re.compile("Download de verkiezing")).click()
    file = tmp_path / "ronde.pb"
    download.value.save_as(file)
    assert finn.get_by_text(hashlib.sha256(file.read_bytes()).hexdigest()).is_visible()
    done = subprocess.run(
        [sys.executable, "-m", "groeimodel", "choose", str(file), "--json"],
        capture_output=True,
        text=True,
        check=True,
    )
    answer = json.loads(done.stdout)
    names = dict(
        line.split(";")[0::3][:2] for line in file.read_text().splitlines() if re.match(r"\d+;\d", line)
    )
    assert [names[key] for key in answer["selected"]] == winners

    # What was chosen can start, and nothing else on the shared meadow can.
    finn.goto(f"{address}uitslag/")
    finn.get_by_role("link", name=winners[0], exact=True).first.click()
    expect(finn.get_by_role("link", name=re.compile("Besluit|besluit|[0-9]+\\. ")).first).to_be_visible()
