"""A report as a Word file: real headings, tables with header rows, Dutch as its language, page numbers.

docx_bytes(Report(title="Voortgangsrapport", sections=(Section("Wat deden jullie?", "- Kamp.", note="7 van 4.000 tekens"),)))
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

LANGUAGE = "nl-BE"
MIME = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What no XML file can hold."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table; all columns but the first are figures."""

    head: Sequence[str]
    rows: Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class Section:
    title: str
    text: str
    """Paragraphs by line; '- ' begins a point of a list."""
    note: str = ""
    """Small, below the text: how long it is."""
    grid: Grid | None = None


@dataclass(frozen=True, slots=True)
class Report:
    title: str
    sections: Sequence[Section]
    subtitle: str = ""
    lead: str = ""
    author: str = ""
    """Of the properties of the file: the partnership."""
    made_at: datetime = datetime(2000, 1, 1, tzinfo=UTC)


def docx_bytes(report: Report) -> bytes:
    """The same report gives the same text; opens in Word and LibreOffice."""
    file = Document()
    _styles(file)
    _properties(file, report)
    _page(file, report)
    file.add_heading(_clean(report.title), 0)
    if report.subtitle:
        file.add_paragraph(_clean(report.subtitle), style="Subtitle")
    if report.lead:
        file.add_paragraph(_clean(report.lead))
    for section in report.sections:
        file.add_heading(_clean(section.title), 1)
        for line in section.text.split("\n"):
            _line(file, _clean(line))
        if section.grid is not None:
            _table(file, section.grid)
        if section.note:
            file.add_paragraph(_clean(section.note), style="Caption")
    into = BytesIO()
    file.save(into)
    return into.getvalue()


def _line(file: Any, line: str) -> None:
    """Empty lines only part paragraphs, which the style does already."""
    line = line.strip()
    if line.startswith("- "):
        file.add_paragraph(line[2:], style="List Bullet")
    elif line:
        file.add_paragraph(line)


def _table(file: Any, grid: Grid) -> None:
    table = file.add_table(rows=1, cols=len(grid.head), style="Table Grid")
    for n, (cell, words) in enumerate(zip(table.rows[0].cells, grid.head, strict=True)):
        _cell(cell, words, figure=n > 0, bold=True)
    again = OxmlElement("w:tblHeader")  # the head of the table stands on each page that it runs over
    again.set(qn("w:val"), "true")
    table.rows[0]._tr.get_or_add_trPr().append(again)
    for row in grid.rows:
        cells = table.add_row().cells
        for n, words in enumerate(row):
            _cell(cells[n], words, figure=n > 0)
    for row in table.rows:
        whole = OxmlElement("w:cantSplit")
        row._tr.get_or_add_trPr().append(whole)


def _cell(cell: Any, words: str, *, figure: bool, bold: bool = False) -> None:
    paragraph = cell.paragraphs[0]
    paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(2)
    run = paragraph.add_run(_clean(words))
    run.bold = bold
    run.font.size = Pt(9)
    if figure:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _styles(file: Any) -> None:
    normal = file.styles["Normal"]
    normal.font.name, normal.font.size = "Calibri", Pt(11)
    normal.paragraph_format.space_after = Pt(6)
    language = OxmlElement("w:lang")
    for key in ("w:val", "w:eastAsia"):
        language.set(qn(key), LANGUAGE)
    for style in (normal.element, file.styles.element.find(qn("w:docDefaults")).find(qn("w:rPrDefault"))):
        properties = style.get_or_add_rPr() if hasattr(style, "get_or_add_rPr") else style.find(qn("w:rPr"))
        for old in properties.findall(qn("w:lang")):
            properties.remove(old)
        properties.append(_copy(language))
    for name in ("Title", "Heading 1", "Subtitle"):
        style = file.styles[name]
        style.font.name, style.font.color.rgb = "Calibri", RGBColor(0x2F, 0x6B, 0x45)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for key in [one for one in fonts.attrib if "Theme" in one]:
            del fonts.attrib[key]
    caption = file.styles["Caption"]
    caption.font.size, caption.font.bold, caption.font.italic = Pt(9), False, True
    caption.font.color.rgb = RGBColor(0x55, 0x55, 0x55)
    caption.paragraph_format.space_before = Pt(4)
    file.styles["Heading 1"].paragraph_format.space_after = Pt(4)


def _copy(element: Any) -> Any:
    fresh = OxmlElement(
        element.tag.replace("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}", "w:")
    )
    for key, value in element.attrib.items():
        fresh.set(key, value)
    return fresh


def _properties(file: Any, report: Report) -> None:
    about = file.core_properties
    about.title, about.subject = _clean(report.title)[:255], _clean(report.subtitle)[:255]
    about.author = about.last_modified_by = _clean(report.author)[:255]
    about.language, about.comments, about.keywords = LANGUAGE, "", ""
    about.created = about.modified = report.made_at.astimezone(UTC).replace(tzinfo=None)


def _page(file: Any, report: Report) -> None:
    """A4, with the title and 'n / N' at the foot."""
    page = file.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = Cm(2.3)
    page.top_margin = page.bottom_margin = Cm(2.2)
    foot = page.footer.paragraphs[0]
    foot.alignment = WD_ALIGN_PARAGRAPH.CENTER
    foot.add_run(f"{_clean(report.title)} · ").font.size = Pt(9)
    _field(foot, "PAGE")
    foot.add_run(" / ").font.size = Pt(9)
    _field(foot, "NUMPAGES")


def _field(paragraph: Any, code: str) -> None:
    run = paragraph.add_run()
    run.font.size = Pt(9)
    for kind in ("begin", "separate", "end"):
        mark = OxmlElement("w:fldChar")
        mark.set(qn("w:fldCharType"), kind)
        run._r.append(mark)
        if kind == "begin":
            words = OxmlElement("w:instrText")
            words.set(qn("xml:space"), "preserve")
            words.text = code
            run._r.append(words)
        elif kind == "separate":
            shown = OxmlElement("w:t")
            shown.text = "1"
            run._r.append(shown)


def _clean(text: str) -> str:
    return _UNPRINTABLE.sub("", text)
