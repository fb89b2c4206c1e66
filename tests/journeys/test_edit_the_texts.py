"""The umbrella organisation's editor changes a text, looks at it, publishes it, and puts it back."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import NewPage
from tests.journeys.test_every_page import serious


def as_editor(page: Page) -> None:
    page.goto("/wie/")
    page.get_by_role("button", name="Iris De Backer").first.click()
    page.wait_for_load_state()


@pytest.mark.journey
def test_every_page_of_the_desk_can_be_read_by_everybody(new_page: NewPage) -> None:
    for width, scheme in ((1280, "light"), (390, "dark")):
        page = new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
        as_editor(page)
        page.goto("/teksten/")
        first = page.locator("main a[href*='/teksten/deel/']").first.get_attribute("href") or ""
        page.goto(first)
        piece = page.locator("main a[href*='/teksten/stuk/']").first.get_attribute("href") or ""
        for path in (
            "/teksten/",
            first,
            piece,
            "/teksten/ontwerp/",
            "/teksten/versies/",
            "/teksten/bestanden/",
        ):
            page.goto(path)
            assert not serious(page), path
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), (path, width)


@pytest.mark.journey
def test_a_draft_is_seen_by_its_editor_only_until_it_is_published(new_page: NewPage) -> None:
    page, visitor = new_page(viewport={"width": 1280, "height": 900}), new_page()
    as_editor(page)
    page.goto("/teksten/deel/modellen/")
    link = page.locator("main a[href*='/teksten/stuk/']").first
    page.goto(link.get_attribute("href") or "")
    field = page.locator("main textarea, main input[type=text]").first
    before = field.input_value()
    field.fill(f"{before} proefwoord")
    page.locator("main form button").first.click()
    page.goto("/teksten/ontwerp/")
    expect(page.locator("main")).to_contain_text("proefwoord")
    assert "proefwoord" not in (visitor.goto("/model/potgrond/") or visitor).text()  # type: ignore[union-attr]
