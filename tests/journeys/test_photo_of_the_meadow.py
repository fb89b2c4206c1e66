"""An alderman shows the meadow to a colleague without an account: by link, on a big screen and on paper (claim W15)."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import Become, NewPage

pytestmark = pytest.mark.journey


@pytest.mark.claim("W15")
def test_from_the_kit_to_a_colleague_and_back(page: Page, new_page: NewPage, become: Become) -> None:
    become(page, "Amina Haddad")
    page.get_by_text("Meer", exact=True).click()
    page.get_by_role("link", name="Ambassadeurskit", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Drie dingen om te vertellen")
    page.get_by_role("link", name="Deel de link").click()
    page.get_by_label("een week").check()
    page.get_by_label("Voor welke gelegenheid?").fill("Het college van december")
    page.get_by_role("button", name="Maak de link").click()
    link = page.get_by_role("textbox", name="Adres").first.input_value()
    path = link[link.index("/foto/") :]

    colleague = new_page(viewport={"width": 390, "height": 844})
    colleague.goto(path)
    expect(colleague.get_by_role("heading", level=1)).to_have_text(re.compile("Bloemenweide Klaverland"))
    expect(colleague.get_by_text("verzonnen voorbeeld").first).to_be_visible()
    running = colleague.get_by_role("listitem").filter(has_text="Fuifcoaches voor de hele streek")
    expect(running.first).to_be_visible()
    on_paper = colleague.pdf(prefer_css_page_size=True, print_background=True)
    assert len(re.findall(rb"/Type\s*/Page\b", on_paper)) == 1

    screen = new_page(viewport={"width": 1600, "height": 900})
    screen.goto(f"{path}dia/")
    expect(screen.locator(".photo-slide__garden > svg")).to_be_visible()
    fits = screen.evaluate("document.documentElement.scrollHeight <= innerHeight")
    assert fits, "a slide fits its screen"

    page.get_by_role("button", name=re.compile("^Trek in")).first.click()
    expect(page.get_by_role("status")).to_contain_text("Ingetrokken")
    answer = colleague.request.get(path)
    assert answer.status == 410
    assert "Deze foto is er niet meer" in answer.text()
    page.get_by_role("button", name="Toch weer tonen").first.click()
    assert colleague.request.get(path).status == 200
