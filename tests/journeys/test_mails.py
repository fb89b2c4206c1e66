"""Mails of the demonstration: written by somebody's deed, sent by the worker, read in the outbox."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.journeys.conftest import Become, NewPage


def open_first_mail(page: Page) -> None:
    page.goto("/postvak/")
    page.locator(".post__subject").first.click()


@pytest.mark.journey
def test_the_worker_beside_the_server_handles_every_mail(page: Page) -> None:
    """Nothing keeps waiting, and nothing is really sent."""
    page.goto("/postvak/")
    paths = [link.get_attribute("href") or "" for link in page.locator(".post__subject").all()]
    assert paths
    for path in paths[:5]:
        page.goto(path)
        for _ in range(50):
            if page.get_by_text("enkel bewaard").count():
                break
            page.wait_for_timeout(200)
            page.reload()
        expect(page.get_by_text("enkel bewaard")).to_be_visible()


@pytest.mark.journey
def test_the_button_of_a_mail_leads_into_the_site(page: Page) -> None:
    """The mail stands in a frame that may do nothing but be read and follow a click."""
    open_first_mail(page)
    mail = page.frame_locator(".mail-frame")
    mail.get_by_role("link", name="Groeimodel").click()
    expect(page).to_have_url(re.compile(r"^[^/]+//[^/]+/$"))
    expect(page.get_by_role("heading", level=1)).to_be_visible()


@pytest.mark.journey
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_mail_itself_is_accessible(new_page: NewPage, scheme: str) -> None:
    page = new_page(color_scheme=scheme, viewport={"width": 390, "height": 844})
    open_first_mail(page)
    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()
    body = page.locator(".mail-frame").content_frame.locator("body")
    assert body.evaluate("one => one.scrollWidth <= one.ownerDocument.defaultView.innerWidth")


@pytest.mark.journey
def test_wishes_without_script(new_page: NewPage, become: Become) -> None:
    page = new_page(java_script_enabled=False)
    become(page, "Joris")
    page.goto("/ik/mails/")
    page.get_by_label("Elke maand").check()
    page.get_by_role("button", name="Bewaar").click()
    expect(page.get_by_text("Vanaf nu krijg je de mails die je koos.")).to_be_visible()
    expect(page.get_by_label("Elke maand")).to_be_checked()
