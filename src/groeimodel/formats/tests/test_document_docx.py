"""A document as a Word file: its structure, its language, its picture in words, and that another program opens it."""

from __future__ import annotations

import re
import zipfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from docx import Document as Opened
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from PIL import Image

from groeimodel.formats.document import Document, Figure, Grid, Part
from groeimodel.formats.document_docx import docx_of
from groeimodel.formats.tests.documents import LONG_WORD, SAYS, document, read, report
from groeimodel.formats.tests.office import as_pdf


def opened(made: Document) -> Any:
    return Opened(BytesIO(docx_of(made)))


def styled(made: Document) -> list[tuple[str, str]]:
    return [(one.style.name, one.text) for one in opened(made).paragraphs if one.text]


def picture_of(made: Document) -> Image.Image:
    with zipfile.ZipFile(BytesIO(docx_of(made))) as file:
        (name,) = [one for one in file.namelist() if one.startswith("word/media/")]
        return Image.open(BytesIO(file.read(name)))


def test_headings_points_and_notes_in_the_order_that_they_were_written() -> None:
    assert styled(document()) == [
        ("Normal", "Kempendal · 2026"),
        ("Title", "Wat samenwerken oplevert"),
        ("Subtitle", "Eén pagina voor het college"),
        ("Normal", "Lindergem werkt met vier andere gemeenten samen."),
        ("Caption", "IGS Kempendal · 28 november 2026"),
        ("Heading 1", "In cijfers"),
        ("Heading 1", "Wat het opbracht"),
        ("Normal", "Drie acties bloeien."),
        ("List Bullet", "Uitleendienst."),
        ("List Bullet", "Zomerpas."),
        ("Heading 1", "Wat we leerden"),
        ("List Bullet", "Eén leidinggevende volstaat."),
        ("Heading 1", "Bijdragen"),
        ("Caption", "Verdeelsleutel van 12 maart 2026"),
        ("Caption", "Te bevestigen: de subsidie."),
    ]


def test_figures_stand_beside_each_other_with_their_sources() -> None:
    figures, shares = opened(document()).tables
    assert [cell.text.split("\n") for cell in figures.rows[0].cells] == [
        ["12", "ontmoetingen", "Verslagen, 2026"],
        ["84\xa0%", "van de zetels aanwezig", "Aanwezigheden, 2026"],
        ["€\xa018.450", "eigen inbreng", "Rekening, 2026"],
    ]
    assert figures._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val")) == "In cijfers"
    assert shares.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    assert all(row._tr.trPr.find(qn("w:tblHeader")) is None for row in shares.rows[1:])
    assert [cell.text for cell in shares.rows[1].cells] == ["Lindergem", "18.204", "€\xa05.461"]
    sides = [cell.paragraphs[0].alignment for cell in shares.rows[2].cells]
    assert sides == [None, WD_ALIGN_PARAGRAPH.RIGHT, WD_ALIGN_PARAGRAPH.RIGHT]


def test_the_garden_is_a_picture_with_words() -> None:
    (shape,) = opened(document()).inline_shapes
    assert shape._inline.docPr.get("descr") == SAYS
    assert picture_of(document()).size == (1600, 900)
    strip = picture_of(document(one_page=True))
    assert strip.width > 3 * strip.height
    assert not opened(document(garden="")).inline_shapes


def test_language_properties_and_page_numbers() -> None:
    file = opened(document())
    about = file.core_properties
    assert (about.title, about.author, about.language) == (
        "Wat samenwerken oplevert",
        "IGS Kempendal",
        "nl-BE",
    )
    assert {one.get(qn("w:val")) for one in file.styles.element.findall(".//" + qn("w:lang"))} == {"nl-BE"}
    foot = file.sections[0].footer
    assert foot.paragraphs[0].text.startswith("Gemaakt uit wat de samenwerking noteerde.")
    assert [one.text for one in foot._element.iter(qn("w:instrText"))] == ["PAGE", "NUMPAGES"]
    french = opened(document(language="fr-BE"))
    assert {one.get(qn("w:val")) for one in french.styles.element.findall(".//" + qn("w:lang"))} == {"fr-BE"}


def test_an_invented_example_says_so_on_every_page() -> None:
    header = opened(document(example="verzonnen voorbeeld")).sections[0].header
    assert header.paragraphs[0].text.strip() == "verzonnen voorbeeld"
    assert not opened(document()).sections[0].header.paragraphs[0].text


def test_the_same_value_gives_the_same_bytes() -> None:
    assert docx_of(document()) == docx_of(document())
    with zipfile.ZipFile(BytesIO(docx_of(document()))) as file:
        assert {one.date_time for one in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}


ODD = document(
    title=f"{LONG_WORD} \x00\x07\ud800 ❤️",
    parts=(
        Part(""),
        Part("Scheef", grid=Grid(("A", "B"), (("1",), ("2", "3", "vier"), ("\x0b", "x" * 500)))),
        Part("Kaal", figures=(Figure("", "alleen woorden", ""),) * 5, grid=Grid((), (("zonder", "kop"),))),
        Part("Regels", ("een\ntwee\r\ndrie", ""), figures=(Figure("1", "laatste", ""),)),
    ),
)


def test_odd_input_is_kept() -> None:
    file = opened(ODD)
    assert f"{LONG_WORD}  ❤️" in [one.text for one in file.paragraphs]
    assert "een\ntwee\ndrie" in [one.text for one in file.paragraphs]
    cells = [cell.text for table in file.tables for row in table.rows for cell in row.cells]
    assert {"vier", "x" * 500, "zonder", "kop", "alleen woorden"} <= set(cells)
    # After the last table stands a paragraph, which Word asks for.
    assert file.element.body[-2].tag == qn("w:p")


@pytest.mark.office
def test_libreoffice_makes_pages_of_it(tmp_path: Path) -> None:
    made = {
        "short.docx": docx_of(document(example="verzonnen voorbeeld")),
        "long.docx": docx_of(replace(report(6), example="")),
        "odd.docx": docx_of(ODD),
    }
    found = {name: read(content) for name, content in as_pdf(made, tmp_path).items()}
    pages = found["long.docx"]
    assert all(f"{at} / {len(pages)}" in page for at, page in enumerate(pages, 1))
    rows = [page for page in pages if "Actie 4-" in page]
    assert len(rows) >= 2
    assert all("Actie Stand Budget" in page for page in rows)
    assert re.findall(r"Actie 4-(\d+)", " ".join(pages)) == [str(one) for one in range(60)]
    assert all("verzonnen voorbeeld" in page for page in found["short.docx"])
    assert "vier" in " ".join(found["odd.docx"])
