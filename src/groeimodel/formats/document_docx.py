"""A document in the house style as a Word file, to go on writing in: real headings, tables with heads, page numbers.

docx_of(Document(title="Terugblik", parts=(Part("Wat het opbracht", points=("Twee kampen.",)),)))
"""

from __future__ import annotations

from io import BytesIO
from typing import Any

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor
from PIL import Image

from groeimodel.formats.document import Document, Figure, Part
from groeimodel.formats.document_parts import (
    LAYERS,
    byline_of,
    column_weights,
    figure_columns,
    per_row,
    tidied,
    whole_figures,
)
from groeimodel.formats.docx_parts import (
    GREY,
    INNER,
    add_table,
    bytes_of,
    clean,
    describe,
    element,
    new_file,
    number_pages,
)
from groeimodel.formats.garden_png import render_png

INK = RGBColor(0x2B, 0x2A, 0x26)
_HEAD = "Georgia"
"""Of headings and numbers: near to our own letters, and on every computer."""
_WIDE = 11
"""Signs: such a number is set smaller, to stay on one line."""
_SOIL_STARTS, _SKY_STARTS = 594 / 900, 137 / 900
"""Where a strip of the garden is cut: above the names in the soil, below the name in the sky."""


def docx_of(document: Document) -> bytes:
    """The same document gives the same bytes; opens in Word and LibreOffice. How long it gets, Word decides."""
    shown = tidied(document)
    file = new_file(shown.language)
    _letters(file, shown.colour)
    describe(file, title=shown.title, subject=shown.subtitle, author=shown.author, language=shown.language)
    number_pages(file, shown.footer or shown.title)
    if shown.example:
        _mark(file, shown.example)
    if shown.garden:
        _picture(file, shown)
    _opening(file, shown)
    for part in shown.parts:
        _part(file, part)
    if shown.parts and _ends_with_table(shown.parts[-1]):
        _gap(file)
    return bytes_of(file)


def _letters(file: Any, colour: str) -> None:
    """Headings as on our other paper, and under the title a line in the colour of the partnership."""
    for name, size in (("Title", 24), ("Heading 1", 15), ("Subtitle", 13)):
        style = file.styles[name]
        style.font.name, style.font.size = _HEAD, Pt(size)
        style.font.bold, style.font.italic = name != "Subtitle", False
        for spaced in style.element.rPr.findall(qn("w:spacing")):
            style.element.rPr.remove(spaced)
    file.styles["Title"].font.color.rgb = INK
    file.styles["Heading 1"].paragraph_format.space_before = Pt(16)
    file.styles["Subtitle"].font.color.rgb = GREY
    for line in file.styles["Title"].element.iter(qn("w:bottom")):
        line.attrib.clear()
        for key, value in {"val": "single", "sz": "18", "space": "6", "color": colour[1:].upper()}.items():
            line.set(qn(f"w:{key}"), value)


def _mark(file: Any, words: str) -> None:
    """At the head of each page."""
    paragraph = file.sections[0].header.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    run = paragraph.add_run(f" {clean(words)} ")
    run.bold, run.font.size = True, Pt(9)
    run._r.get_or_add_rPr().append(element("w:shd", val="clear", color="auto", fill="F0B32E"))


def _picture(file: Any, document: Document) -> None:
    """The garden over the whole width; of one page it takes no more than a strip."""
    picture = render_png(document.garden, document.garden_says)
    file.add_picture(BytesIO(_strip(picture) if document.one_page else picture), width=INNER)
    inline = file.inline_shapes[-1]._inline
    for side in ("distT", "distB", "distL", "distR"):
        inline.set(side, "0")
    about = inline.docPr
    about.set("name", "Tuin")
    about.set("descr", clean(document.garden_says))


def _strip(picture: bytes) -> bytes:
    whole = Image.open(BytesIO(picture))
    box = (0, int(whole.height * _SKY_STARTS), whole.width, int(whole.height * _SOIL_STARTS))
    into = BytesIO()
    whole.crop(box).save(into, "PNG", optimize=True)
    return into.getvalue()


def _opening(file: Any, document: Document) -> None:
    if document.overline:
        above = _words(file.add_paragraph(), document.overline, size=10, colour=GREY)
        above.bold = True
    file.add_heading(clean(document.title), 0)
    if document.subtitle:
        file.add_paragraph(clean(document.subtitle), style="Subtitle")
    if document.lead:
        _words(file.add_paragraph(), document.lead, size=12.5)
    if byline := byline_of(document):
        file.add_paragraph(clean(byline), style="Caption")


def _part(file: Any, part: Part) -> None:
    colour, fill = LAYERS[part.layer]
    if part.title:
        heading = file.add_heading(clean(part.title), 1)
        heading.runs[0].font.color.rgb = RGBColor.from_string(colour[1:].upper())
    for words in part.paragraphs:
        file.add_paragraph(clean(words))
    for words in part.points:
        file.add_paragraph(clean(words), style="List Bullet")
    if part.figures:
        _figures(file, part, colour, fill)
    if part.grid is not None:
        add_table(
            file,
            part.grid.head,
            whole_figures(part.grid),
            figure_columns(part.grid),
            column_weights(part.grid),
        )
        if part.grid.source:
            file.add_paragraph(clean(part.grid.source), style="Caption")
    if part.note:
        file.add_paragraph(clean(part.note), style="Caption")


def _ends_with_table(part: Part) -> bool:
    return not part.note and (not part.grid.source if part.grid is not None else bool(part.figures))


def _gap(file: Any) -> None:
    """Between two tables, which would become one, and after the last: Word asks for a paragraph there."""
    gap = file.add_paragraph().paragraph_format
    gap.space_after, gap.line_spacing = Pt(0), Pt(6)


def _figures(file: Any, part: Part, colour: str, fill: str) -> None:
    """Side by side, in rows that stay whole and together."""
    wide = per_row(len(part.figures))
    rows = [part.figures[at : at + wide] for at in range(0, len(part.figures), wide)]
    table = file.add_table(rows=len(rows), cols=wide)
    _around(table, part.title)
    for row, figures in zip(table.rows, rows, strict=True):
        row._tr.get_or_add_trPr().append(element("w:cantSplit"))
        for cell, figure in zip(row.cells, figures, strict=False):
            cell._tc.get_or_add_tcPr().append(element("w:shd", val="clear", color="auto", fill=fill[1:]))
            _figure(cell, figure, colour, last=figures is rows[-1])


def _around(table: Any, title: str) -> None:
    """White between the figures, room around their words, and what the table is for who does not see it."""
    about = table._tbl.tblPr
    borders, room = element("w:tblBorders"), element("w:tblCellMar")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        borders.append(element(f"w:{side}", val="single", sz="36", space="0", color="FFFFFF"))
    for side in ("top", "left", "bottom", "right"):
        room.append(element(f"w:{side}", w="120", type="dxa"))
    about.append(borders)
    about.append(room)
    if title:
        about.append(element("w:tblCaption", val=clean(title)))


def _figure(cell: Any, figure: Figure, colour: str, *, last: bool) -> None:
    told = (
        (
            figure.number.replace(" ", "\xa0"),
            20.0 if len(figure.number) < _WIDE else 14.0,
            RGBColor.from_string(colour[1:].upper()),
        ),
        (figure.words, 10.0, None),
        (figure.source, 8.0, GREY),
    )
    paragraphs = [cell.paragraphs[0]]
    for at, (words, size, shade) in enumerate(told):
        if not words.strip():
            continue
        paragraph = paragraphs.pop() if paragraphs else cell.add_paragraph()
        paragraph.paragraph_format.space_after = Pt(1)
        paragraph.paragraph_format.keep_with_next = not last
        run = _words(paragraph, words, size=size, colour=shade)
        if at == 0:
            run.font.name, run.bold = _HEAD, True


def _words(paragraph: Any, words: str, *, size: float, colour: RGBColor | None = None) -> Any:
    run = paragraph.add_run(clean(words))
    run.font.size = Pt(size)
    if colour is not None:
        run.font.color.rgb = colour
    return run
