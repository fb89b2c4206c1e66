"""Slides opened by another program: LibreOffice shows each, with its title and its sources."""

from __future__ import annotations

from pathlib import Path

import pytest

from groeimodel.formats.slides_pptx import pptx_of
from groeimodel.formats.tests.decks import DECK, text_of, to_pdf


@pytest.mark.office
def test_libreoffice_shows_every_slide(tmp_path: Path) -> None:
    pages = to_pdf(pptx_of(DECK), tmp_path)
    assert len(pages) == len(DECK.slides)
    for n, slide in enumerate(DECK.slides):
        told = text_of(pages[n])
        assert slide.title in told
        assert f"Testland · verzonnen voorbeeld {n + 1}" in told.replace("\xa0", " ") or str(n + 1) in told
    assert "Uitgaven, 2026" in text_of(pages[2])
    assert [one.get_title() for one in pages.get_toc()] == [one.title for one in DECK.slides]
    wide, high = pages[0].get_size()
    assert round(wide / high, 2) == round(16 / 9, 2)
