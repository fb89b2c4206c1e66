"""From the question to the answer: the coordinator asks, an alderman answers on a phone, without an account."""

from __future__ import annotations

import re
import time

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import Become, NewPage
from tests.journeys.test_every_page import serious
from tests.journeys.test_from_theme_to_harvest import mail

PLACE = "/igs/bloemenweide-klaverland"
PICNIC = "Picknick van alle jeugdraden"


@pytest.mark.journey
@pytest.mark.claim("G8", "W12", "W16")
def test_an_alderman_answers_from_the_mail_in_under_a_minute(new_page: NewPage, become: Become) -> None:
    finn, phone = new_page(), new_page(viewport={"width": 390, "height": 844}, has_touch=True)
    become(finn, "Finn Claes")
    finn.goto(f"{PLACE}/toets/")
    assert not serious(finn)
    finn.get_by_role("checkbox", name=re.compile(PICNIC)).check()
    finn.get_by_role("button", name="Vraag wat ze ervan vinden").click()
    finn.get_by_role("button", name="Verstuur de mails").click()
    expect(finn.locator("main")).to_contain_text("onderweg")

    found = re.search(r"/toets/[\w:-]+/", mail(finn, "bij Wilgerode", "Greet Hendrickx"))
    assert found is not None
    began = time.monotonic()
    phone.goto(found[0])
    assert not serious(phone)
    card = phone.locator(".say", has_text=PICNIC)
    card.locator(".say__scale label", has_text="4").tap()
    card.get_by_label("Bij welk doel van jullie beleid past dit?").fill("Jongeren beslissen mee")
    card.get_by_text("Lokale toets").first.tap()
    card.get_by_text("past bij een nood").last.tap()
    card.get_by_text("Jonge muzikanten vinden geen podium").tap()
    assert not serious(phone)
    phone.get_by_role("button", name="Bewaar").tap()
    expect(phone.locator("main")).to_contain_text("Genoteerd")
    assert time.monotonic() - began < 60

    finn.goto(f"{PLACE}/toets/")
    finn.get_by_role("link", name=PICNIC).click()
    expect(finn.locator("main")).to_contain_text("Beleidsdoel: Jongeren beslissen mee")
    expect(finn.locator("main")).to_contain_text("Wilgerode: past bij een nood")
    assert not serious(finn)


@pytest.mark.journey
@pytest.mark.claim("G8")
def test_a_need_is_noted_and_a_seed_falls_there_without_script(new_page: NewPage, become: Become) -> None:
    bram = new_page(java_script_enabled=False)
    bram.goto("/wie/")
    bram.get_by_role("button", name="Bram Verhulst").first.click()
    bram.goto(f"{PLACE}/noden/")
    bram.get_by_text("Noteer een nood").click()
    bram.get_by_label("welke nood, in één zin?").fill("Wie in een rolstoel zit, raakt niet in het jeugdhuis")
    bram.get_by_label("bevraging").check()
    bram.get_by_role("button", name="Noteer").click()
    expect(bram.get_by_role("heading", level=1)).to_contain_text("rolstoel")
    bram.get_by_label("Hier viel een zaadje:").fill("Een helling voor elk jeugdhuis")
    bram.get_by_role("button", name="Noteer").click()
    expect(bram.locator("main")).to_contain_text("Een helling voor elk jeugdhuis")
