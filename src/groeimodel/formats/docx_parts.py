"""What our Word files share: styles, language, tables with a head on each page, page numbers, and fixed bytes."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Sequence
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from groeimodel.formats.document_parts import LONG_CELL

LANGUAGE = "nl-BE"
MIME = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
GREEN, GREY = RGBColor(0x2F, 0x6B, 0x45), RGBColor(0x55, 0x55, 0x55)
INNER = Cm(21 - 2 * 2.3)
"""Between the margins."""
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What no XML file can hold."""
_MANY = 7
"""Columns: with more, their letters are smaller."""
_ALWAYS = (1980, 1, 1, 0, 0, 0)


def new_file(language: str = LANGUAGE) -> Any:
    """An empty A4 in our letters, in that language."""
    file = Document()
    _styles(file, language)
    page = file.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = Cm(2.3)
    page.top_margin = page.bottom_margin = Cm(2.2)
    return file


def bytes_of(file: Any) -> bytes:
    """The same content gives the same bytes: no part of the file says when it was packed."""
    packed, into = BytesIO(), BytesIO()
    file.save(packed)
    with zipfile.ZipFile(packed) as old, zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as new:
        for one in old.infolist():
            new.writestr(zipfile.ZipInfo(one.filename, _ALWAYS), old.read(one), zipfile.ZIP_DEFLATED)
    return into.getvalue()


def describe(
    file: Any,
    *,
    title: str,
    subject: str = "",
    author: str = "",
    language: str = LANGUAGE,
    made_at: datetime = datetime(2000, 1, 1, tzinfo=UTC),
) -> None:
    """The properties of the file."""
    about = file.core_properties
    about.title, about.subject = clean(title)[:255], clean(subject)[:255]
    about.author = about.last_modified_by = clean(author)[:255]
    about.language, about.comments, about.keywords = language, "", ""
    about.created = about.modified = made_at.astimezone(UTC).replace(tzinfo=None)


def number_pages(file: Any, words: str) -> None:
    """Those words and 'n / N' at the foot of each page."""
    foot = file.sections[0].footer.paragraphs[0]
    foot.alignment = WD_ALIGN_PARAGRAPH.CENTER
    if words:
        foot.add_run(f"{clean(words)} · ")
    _field(foot, "PAGE")
    foot.add_run(" / ")
    _field(foot, "NUMPAGES")


def add_table(
    file: Any,
    head: Sequence[str],
    rows: Sequence[Sequence[str]],
    right: Sequence[bool],
    widths: Sequence[int],
) -> None:
    """A table whose head, if it has one, stands on each page that it runs over; `widths` are shares."""
    told = ([head] if head else []) + list(rows)
    table = file.add_table(rows=len(told), cols=len(right), style="Table Grid")
    table.autofit = False
    table._tbl.tblPr.append(_lines())
    for column, width in zip(table.columns, widths, strict=True):
        column.width = int(INNER * width / sum(widths))
    for at, (made, row) in enumerate(zip(table.rows, told, strict=True)):
        for cell, words, figure, width in zip(made.cells, row, right, widths, strict=True):
            cell.width = int(INNER * width / sum(widths))
            _cell(
                cell,
                words,
                figure=figure,
                bold=bool(head) and at == 0,
                size=9.5 if len(right) <= _MANY else 8.0,
            )
        about = made._tr.get_or_add_trPr()
        if max(map(len, row), default=0) < LONG_CELL:
            about.append(element("w:cantSplit"))
        if head and at == 0:
            about.append(element("w:tblHeader", val="true"))


def _lines() -> Any:
    """Between the rows alone, as thin as on our other paper."""
    lines = element("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        shown = side in ("bottom", "insideH")
        lines.append(
            element(f"w:{side}", val="single" if shown else "nil", sz="4", space="0", color="BFB08C")
        )
    return lines


def element(name: str, **values: str) -> Any:
    """An XML element of Word, with its values."""
    made = OxmlElement(name)
    for key, value in values.items():
        made.set(qn(f"w:{key}"), value)
    return made


def clean(text: str) -> str:
    return _UNPRINTABLE.sub("", text.replace("\r\n", "\n"))


def _cell(cell: Any, words: str, *, figure: bool, bold: bool, size: float) -> None:
    paragraph = cell.paragraphs[0]
    paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(2)
    run = paragraph.add_run(clean(words))
    run.bold = bold
    run.font.size = Pt(size)
    if figure:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _styles(file: Any, language: str) -> None:
    normal = file.styles["Normal"]
    normal.font.name, normal.font.size = "Calibri", Pt(11)
    normal.paragraph_format.space_after = Pt(6)
    for style in (normal.element, file.styles.element.find(qn("w:docDefaults")).find(qn("w:rPrDefault"))):
        properties = style.get_or_add_rPr() if hasattr(style, "get_or_add_rPr") else style.find(qn("w:rPr"))
        for old in properties.findall(qn("w:lang")):
            properties.remove(old)
        properties.append(element("w:lang", val=language, eastAsia=language))
    for name in ("Title", "Heading 1", "Subtitle"):
        style = file.styles[name]
        style.font.name, style.font.color.rgb = "Calibri", GREEN
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for key in [one for one in fonts.attrib if "Theme" in one]:
            del fonts.attrib[key]
    caption = file.styles["Caption"]
    caption.font.size, caption.font.bold, caption.font.italic = Pt(9), False, True
    caption.font.color.rgb = GREY
    caption.paragraph_format.space_before = Pt(4)
    file.styles["Heading 1"].paragraph_format.space_after = Pt(4)
    file.styles["Footer"].font.size, file.styles["Footer"].font.color.rgb = Pt(9), GREY


def _field(paragraph: Any, code: str) -> None:
    words = OxmlElement("w:instrText")
    words.set(qn("xml:space"), "preserve")
    words.text = code
    for inside in (
        element("w:fldChar", fldCharType="begin"),
        words,
        element("w:fldChar", fldCharType="separate"),
    ):
        paragraph.add_run()._r.append(inside)
    paragraph.add_run("1")
    paragraph.add_run()._r.append(element("w:fldChar", fldCharType="end"))
