"""Pages that no link leads to: the steps of a scan, an open round, what comes out on paper."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import Become, NewPage
from tests.journeys.test_every_page import serious

SHORT = 12


def check(page: Page, complaints: list[str]) -> None:
    complaints += [f"{page.url}: {line}" for line in serious(page)]
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    if wide > 1:
        complaints.append(f"{page.url}: scrolls sideways by {wide} px")


def answer_all(page: Page) -> None:
    for number in range(1, SHORT + 1):
        page.wait_for_url(re.compile(rf"/{number}/$"))
        expect(page.get_by_role("heading", level=1)).to_be_focused()  # the script is there: keys are heard
        page.keyboard.press(str(number % 5 + 1))
    page.wait_for_url(re.compile(r"/(raden|woorden)/$"))


@pytest.mark.journey
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_step_of_a_scan_is_accessible(new_page: NewPage, scheme: str) -> None:
    page = new_page(color_scheme=scheme, viewport={"width": 390, "height": 844}, reduced_motion="reduce")
    complaints: list[str] = []
    page.goto("/scan/")
    page.get_by_role("button", name="Begin de groeiscan").click()
    check(page, complaints)  # with its errors: no role was chosen
    page.get_by_role("radio", name="Schepen").check()
    page.get_by_role("button", name="Begin de groeiscan").click()
    check(page, complaints)
    answer_all(page)
    check(page, complaints)
    page.get_by_role("button", name="Volgende").click()
    check(page, complaints)
    page.get_by_role("button", name="Toon mijn resultaat").click()
    page.wait_for_url(re.compile("/resultaat/$"))
    check(page, complaints)
    page.get_by_role("link", name="Wis mijn scan").click()
    check(page, complaints)
    assert not complaints, "\n".join(complaints)


@pytest.mark.journey
def test_a_round_is_accessible_and_fits_on_paper(new_page: NewPage, become: Become) -> None:
    """The example coordinator of the soil opens a round; its pages are checked and the handout is one page."""
    page = new_page(reduced_motion="reduce")
    become(page, "Gitte")
    slug = page.url.split("/igs/")[1].split("/")[0]
    complaints: list[str] = []
    page.goto(f"/scan/igs/{slug}/nieuw/")
    page.get_by_label("Naam van de ronde").fill("Proef")
    page.get_by_role("button", name="Open de ronde").click()
    page.wait_for_url(re.compile(r"/\d+/$"))
    check(page, complaints)
    link = page.get_by_label("Link voor jeugdambtenaar", exact=True).input_value()
    page.goto(page.url + "uitdelen/")
    check(page, complaints)
    assert pages_of(page.pdf(format="A4")) == 1
    page.goto(link)
    check(page, complaints)
    page.get_by_label("Voor welke gemeente").select_option(index=1)
    page.get_by_role("button", name="Begin").click()
    token = page.url.split("/blad/")[1].split("/")[0]
    page.goto(f"/scan/blad/{token}/raden/")
    check(page, complaints)
    assert not complaints, "\n".join(complaints)


@pytest.mark.journey
def test_result_and_infographic_come_out_on_paper(new_page: NewPage, become: Become) -> None:
    page = new_page()
    become(page, "Finn")
    page.get_by_role("link", name="Bekijk het hele resultaat").click()
    page.wait_for_url(re.compile("/resultaat/$"))
    assert 3 <= pages_of(page.pdf(format="A4")) <= 14
    page.goto("/model/")
    assert 1 <= pages_of(page.pdf(format="A4", landscape=True)) <= 4


@pytest.mark.journey
def test_the_keyboard_finds_the_content_first(page: Page) -> None:
    """The first stop is the link past the menu, and it works."""
    page.goto("/model/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Naar de inhoud"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "inhoud"


@pytest.mark.journey
@pytest.mark.claim("G5", "I1")
def test_the_model_is_explored_by_clicking_and_lands_on_the_own_role(page: Page, become: Become) -> None:
    page.goto("/model/")
    page.get_by_role("link", name="Bloemenwinkel", exact=True).first.click()
    page.get_by_role("link", name="Ambtenaar", exact=True).first.click()
    assert page.locator(".panel").count() == 1
    assert page.locator(".part--officer").count() == 1
    assert page.locator(".part--alderman").count() == 0
    become(page, "Bram")
    page.goto("/model/mijn/")
    assert page.url.endswith("/model/bloemenweide/#ambtenaar")
    assert page.locator(".part").first.get_attribute("id") == "ambtenaar"


def pages_of(pdf: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", pdf))
