"""The growth scan in a browser: by keyboard, by thumb, without script, and a round that is followed live (claim I3)."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import Become, NewPage

SHORT = 12
STATEMENT = re.compile(r"/\d+/$")


def begin(page: Page, role: str = "Jeugdambtenaar") -> None:
    page.goto("/scan/")
    page.get_by_label(role, exact=True).check()
    page.get_by_role("button", name="Begin de groeiscan").click()
    expect(page).to_have_url(re.compile(r"/1/$"))
    if page.evaluate("matchMedia('(scripting: enabled)').matches"):
        expect(page.get_by_role("heading", level=1)).to_be_focused()  # the script is there: keys are heard


def tab_to(page: Page, text: str, most: int = 40) -> None:
    """Press Tab until what carries this text has the focus."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if text in str(page.evaluate("document.activeElement.textContent")).strip():
            return
    pytest.fail(f"'{text}' cannot be reached with Tab")


@pytest.mark.journey
@pytest.mark.claim("I3")
def test_by_keyboard_alone(page: Page) -> None:
    page.goto("/scan/?rol=officer")
    tab_to(page, "Begin de groeiscan")
    page.keyboard.press("Enter")
    for number in range(1, SHORT + 1):
        expect(page).to_have_url(re.compile(rf"/{number}/$"))
        expect(page.get_by_role("heading", level=1)).to_be_focused()
        page.keyboard.press("54321w"[number % 6])
    expect(page).to_have_url(re.compile("/woorden/$"))
    tab_to(page, "Volgende")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/nakijken/$"))
    tab_to(page, "Toon mijn resultaat")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/resultaat/$"))
    expect(page.get_by_role("heading", level=1)).to_contain_text("jouw antwoorden")


@pytest.mark.journey
def test_arrows_choose_without_going_on_and_go_back(page: Page) -> None:
    begin(page)
    page.keyboard.press("Tab")
    for _ in range(3):
        page.keyboard.press("ArrowDown")
    expect(page).to_have_url(re.compile(r"/1/$"))
    expect(page.get_by_role("radio", name="Eens", exact=True)).to_be_checked()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/2/$"))
    page.keyboard.press("ArrowLeft")
    expect(page).to_have_url(re.compile(r"/1/$"))
    expect(page.get_by_role("radio", name="Eens", exact=True)).to_be_checked()
    page.keyboard.press("ArrowRight")
    expect(page).to_have_url(re.compile(r"/2/$"))


@pytest.mark.journey
def test_a_key_held_down_answers_one_statement(page: Page) -> None:
    begin(page)
    page.keyboard.down("4")
    expect(page).to_have_url(re.compile(r"/2/$"))
    for _ in range(5):
        page.keyboard.down("4")  # repeats, as a held key does
    expect(page.get_by_text("2 van 12")).to_be_visible()
    expect(page).to_have_url(re.compile(r"/2/$"))


@pytest.mark.journey
def test_by_thumb_on_a_small_phone(new_page: NewPage) -> None:
    """Everything of a statement fits on the screen, and one tap goes on: also on the answer that was there."""
    phone = new_page(viewport={"width": 360, "height": 640}, has_touch=True)
    begin(phone)
    last = phone.get_by_role("button", name="Volgende").bounding_box()
    assert last is not None
    assert last["y"] + last["height"] <= 640
    phone.get_by_text("Eens", exact=True).tap()
    expect(phone).to_have_url(re.compile(r"/2/$"))
    phone.get_by_role("link", name="Vorige").tap()
    expect(phone).to_have_url(re.compile(r"/1/$"))
    phone.get_by_text("Eens", exact=True).tap()
    expect(phone).to_have_url(re.compile(r"/2/$"))


@pytest.mark.journey
@pytest.mark.claim("I3")
def test_without_script(new_page: NewPage) -> None:
    page = new_page(java_script_enabled=False)
    begin(page)
    while STATEMENT.search(page.url):
        page.get_by_role("radio", name="Eens", exact=True).check()
        page.get_by_role("button", name="Volgende").click()
    page.get_by_role("button", name="Volgende").click()
    page.get_by_role("button", name="Toon mijn resultaat").click()
    expect(page).to_have_url(re.compile("/resultaat/$"))
    expect(page.get_by_role("heading", name="Volgende stappen")).to_be_visible()


@pytest.mark.journey
def test_later_on_another_device(new_page: NewPage) -> None:
    page = new_page()
    begin(page)
    page.keyboard.press("4")
    expect(page).to_have_url(re.compile(r"/2/$"))
    page.get_by_role("link", name="Later verder").click()
    link = page.get_by_label("Je eigen link").input_value()
    elsewhere = new_page()
    elsewhere.goto(link)
    expect(elsewhere).to_have_url(re.compile(r"/2/$"))


@pytest.mark.journey
@pytest.mark.claim("I3")
def test_a_round_is_followed_while_it_runs(new_page: NewPage, become: Become) -> None:
    """The coordinator opens, a participant answers on a phone, the coordinator's page shows it by itself."""
    finn = new_page()
    become(finn, "Finn")
    slug = finn.url.split("/igs/")[1].split("/")[0]
    finn.goto(f"/scan/igs/{slug}/nieuw/")
    finn.get_by_label("Naam van de ronde").fill("Proefronde")
    finn.get_by_role("radio", name=re.compile("Kort")).check()
    finn.get_by_role("checkbox", name=re.compile("Laat schepenen")).uncheck()
    finn.get_by_role("button", name="Open de ronde").click()
    heard = finn.get_by_role("region", name="Wie is gehoord?")
    expect(heard).to_contain_text("0 van de")
    link = finn.get_by_label("Link voor schepen", exact=True).input_value()

    phone = new_page(viewport={"width": 390, "height": 844}, has_touch=True)
    phone.goto(link)
    expect(phone.get_by_text("Dit is een open ronde.")).to_be_visible()
    phone.get_by_label("Voor welke gemeente").select_option(index=1)
    phone.get_by_role("button", name="Begin").click()
    for number in range(1, SHORT + 1):
        expect(phone).to_have_url(re.compile(rf"/{number}/$"))
        phone.get_by_text("Eens", exact=True).tap()
    phone.get_by_role("link", name="Sla over").click()
    phone.get_by_role("button", name="Dien in").click()
    expect(phone.get_by_role("heading", level=1)).to_have_text("Bedankt, je bent gehoord")

    expect(heard).to_contain_text("1 van de", timeout=12_000)
    finn.get_by_role("link", name="Sluit de ronde").click()
    finn.get_by_role("button", name="Sluit de ronde").click()
    expect(finn).to_have_url(re.compile("/resultaat/$"))
