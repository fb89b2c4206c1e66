"""A coordinator takes the aldermen over from the register, with the example that stands in the documentation."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import Become, NewPage
from tests.journeys.test_pages_on_the_way import check

EXAMPLE = Path(__file__).resolve().parents[2] / "docs" / "examples" / "aldermen.ttl"


@pytest.mark.journey
@pytest.mark.parametrize("javascript", [True, False], ids=["script", "no script"])
def test_the_example_is_looked_at_and_corrected(new_page: NewPage, become: Become, javascript: bool) -> None:
    """Up to the last confirmation: the other journeys meet the seats as they were."""
    page = new_page(viewport={"width": 390, "height": 844}, java_script_enabled=javascript)
    become(page, "Gitte")
    page.goto("/igs/potgrond-aan-de-linde/partners/")
    page.get_by_role("link", name="Haal de schepenen op").click()
    complaints: list[str] = []
    if javascript:
        check(page, complaints)
    page.get_by_label("Bestand").set_input_files(EXAMPLE)
    page.get_by_role("button", name="Lees in en kijk na").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Kijk na wat er verandert")
    dirk = page.get_by_role("group", name="Beukmeer")
    expect(dirk.get_by_role("radio", checked=True)).to_have_count(0)
    page.get_by_role("radio", name="Laat de zetel zoals hij is").last.check()
    page.get_by_role("button", name="Bevestig").click()
    expect(page.get_by_text("Kies nog bij 1 gemeente. Er is niets veranderd.")).to_be_visible()
    expect(page.get_by_role("group", name="Vlierdonk").get_by_label("Laat de zetel")).to_be_checked()
    if javascript:
        check(page, complaints)
    assert not complaints, "\n".join(complaints)
