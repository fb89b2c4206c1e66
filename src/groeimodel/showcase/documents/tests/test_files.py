"""The files themselves, opened by programs that know nothing of us."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from django_scopes import scope
from docx import Document as open_docx
from pptx import Presentation as open_pptx

from groeimodel.formats.tests.office import as_pdf
from groeimodel.foundation.testing.cast import Cast
from groeimodel.showcase.documents.making import make
from groeimodel.showcase.documents.tests.records import record_all, wanted, words_of_docx

pytestmark = pytest.mark.django_db
TEXTS = {
    "collegenota": ("Wat samenwerken Proefdorp oplevert", "Fuifcharter", "341 kinderen"),
    "jaarverslag": ("Jaarverslag", "Kampvuurweek", "Najaarsoverleg", "€ 6.211,50", "Vraag vroeg een zaal"),
    "evaluatie": ("Voor de gemeenteraad van Proefdorp", "Voorstel van besluit", "te bevestigen"),
    "bijlagen": ("A. Partners", "Kampvuurweek", "341 kinderen"),
}


def read_pdf(content: bytes) -> str:
    pdf = pypdfium2.PdfDocument(content)
    return " ".join(" ".join(page.get_textpage().get_text_bounded() for page in pdf).split())


@pytest.mark.parametrize("key", sorted(TEXTS))
def test_pdf_and_word_say_the_same(key: str, cast: Cast) -> None:
    cast.partnership.legal_form = "interlokale_vereniging"
    cast.partnership.save()
    record_all(cast)
    with scope(partnership=cast.partnership):
        pdf = read_pdf(make(key, "pdf", wanted(cast)).content)
        word = words_of_docx(make(key, "docx", wanted(cast)).content)
    for words in TEXTS[key]:
        assert words in pdf.replace("\xa0", " ")
        assert words in word.replace("\xa0", " ")


def test_word_has_real_headings_and_properties(cast: Cast) -> None:
    record_all(cast)
    with scope(partnership=cast.partnership):
        content = make("jaarverslag", "docx", wanted(cast)).content
    opened = open_docx(BytesIO(content))
    headings = [one.text for one in opened.paragraphs if one.style and "Heading" in str(one.style.name)]
    assert "Besluiten" in headings
    assert opened.core_properties.author == "Testland"


@pytest.mark.office
def test_libreoffice_opens_the_report(cast: Cast, tmp_path: Path) -> None:
    record_all(cast)
    with scope(partnership=cast.partnership):
        made = {"verslag.docx": make("jaarverslag", "docx", wanted(cast)).content}
    assert "Kampvuurweek" in read_pdf(as_pdf(made, tmp_path)["verslag.docx"])


@pytest.mark.parametrize("key", ["dia-college", "dia-raad"])
def test_slides_open_with_notes(key: str, cast: Cast) -> None:
    record_all(cast)
    with scope(partnership=cast.partnership):
        content = make(key, "pptx", wanted(cast)).content
    opened = open_pptx(BytesIO(content))
    said = " ".join(
        shape.text_frame.text for slide in opened.slides for shape in slide.shapes if shape.has_text_frame
    )
    assert len(opened.slides) > 4
    assert "Testland" in said
    assert all(slide.has_notes_slide for slide in opened.slides)
