"""What is recorded comes out on paper: one document at once, all of them from the queue with its progress."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pypdfium2
import pytest
from playwright.sync_api import Page, expect
from pptx import Presentation

from tests.journeys.conftest import Become, NewPage
from tests.journeys.test_every_page import serious

SHOP = "jeugdwinkel-drie-beken"


def taken(page: Page, name: str | re.Pattern[str]) -> bytes:
    with page.expect_download() as waiting:
        page.get_by_role("link", name=name).first.click()
    return Path(waiting.value.path()).read_bytes()


@pytest.mark.journey
@pytest.mark.claim("G7")
def test_one_document_at_once_and_all_of_them_from_the_queue(new_page: NewPage, become: Become) -> None:
    page = new_page(viewport={"width": 1280, "height": 900})
    become(page, "Fatima Amrani")
    page.goto(f"/igs/{SHOP}/papier/")
    assert not serious(page)

    note = pypdfium2.PdfDocument(taken(page, re.compile("^PDF.*[Nn]ota aan het college")))
    assert len(note) == 1
    assert "Esdoornhout" in note[0].get_textpage().get_text_bounded()
    slides = Presentation(io.BytesIO(taken(page, re.compile("PPTX|PowerPoint"))))
    assert len(slides.slides) >= 6
    assert all(one.has_notes_slide for one in slides.slides)

    everything = page.locator("article, li, .card").filter(has_text="Alles in één keer").last
    everything.get_by_role("button").first.click()
    expect(page.locator("#stand")).to_be_visible()
    assert not serious(page)
    # The worker of the demonstration makes it while the page refreshes itself in place.
    expect(page.get_by_role("link", name="Neem mee")).to_be_visible(timeout=120_000)
    assert not serious(page)
    with zipfile.ZipFile(io.BytesIO(taken(page, "Neem mee"))) as folder:
        names = folder.namelist()
        assert folder.testzip() is None
        for name in names:
            if name.endswith(".pdf"):
                assert len(pypdfium2.PdfDocument(folder.read(name))) >= 1, name
    assert sum(name.endswith(".pdf") for name in names) >= 5
    assert sum(name.endswith(".docx") for name in names) >= 3
