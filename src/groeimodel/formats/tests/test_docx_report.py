"""A report as a Word file: structure, language, figures and properties, and that another program opens it."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn

from groeimodel.formats.docx_report import Grid, Report, Section, docx_bytes
from groeimodel.formats.tests.office import as_pdf

REPORT = Report(
    title="Voortgangsrapport",
    subtitle="Testland · IGS jeugd",
    lead="Opgemaakt op 1 juni 2026.",
    author="Testland",
    made_at=datetime(2026, 6, 1, 9, tzinfo=UTC),
    sections=(
        Section(
            "Wat deden jullie?", "Twee acties.\n\n- Kamp.\n- Fuif & <dans>.\x07", note="31 van 4.000 tekens."
        ),
        Section(
            "Geld",
            "Zie de tabel.",
            grid=Grid(("Jaar", "Eigen inbreng"), (("2025", "€ 1.200"), ("2026", "€ 800,50"))),
        ),
    ),
)


def opened(report: Report = REPORT) -> Any:
    return Document(BytesIO(docx_bytes(report)))


def test_headings_lists_and_counts() -> None:
    told = [(one.style.name, one.text) for one in opened().paragraphs]
    assert told[0] == ("Title", "Voortgangsrapport")
    assert ("Heading 1", "Wat deden jullie?") in told
    assert ("List Bullet", "Fuif & <dans>.") in told
    assert told[told.index(("List Bullet", "Fuif & <dans>.")) + 1] == ("Caption", "31 van 4.000 tekens.")
    assert all(text for _, text in told), "no empty paragraphs to make space with"


def test_a_table_has_a_head_that_is_repeated() -> None:
    (table,) = opened().tables
    assert [cell.text for cell in table.rows[0].cells] == ["Jaar", "Eigen inbreng"]
    sides = [[cell.paragraphs[0].alignment for cell in row.cells] for row in table.rows]
    assert sides == [[None, WD_ALIGN_PARAGRAPH.RIGHT]] * 3
    assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    assert [[cell.text for cell in row.cells] for row in table.rows[1:]] == [
        ["2025", "€ 1.200"],
        ["2026", "€ 800,50"],
    ]


def test_language_properties_and_page_numbers() -> None:
    file = opened()
    about = file.core_properties
    assert (about.title, about.author, about.language) == ("Voortgangsrapport", "Testland", "nl-BE")
    languages = file.styles.element.findall(".//" + qn("w:lang"))
    assert {one.get(qn("w:val")) for one in languages} == {"nl-BE"}
    codes = [one.text for one in file.sections[0].footer._element.iter(qn("w:instrText"))]
    assert codes == ["PAGE", "NUMPAGES"]


@pytest.mark.office
def test_libreoffice_makes_pages_of_it(tmp_path: Path) -> None:
    made = as_pdf({"report.docx": docx_bytes(REPORT)}, tmp_path)
    assert made["report.docx"].startswith(b"%PDF")
