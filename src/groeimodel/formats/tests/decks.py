"""Decks and readers for the tests of slides."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdfium2
from PIL import Image
from pptx import Presentation
from pptx.util import Pt

from groeimodel.formats.document import Figure, Grid
from groeimodel.formats.slides_measure import LINE, lines_of
from groeimodel.formats.slides_pptx import Deck, Slide, pptx_of
from groeimodel.formats.tests.office import as_pdf


def png(wide: int = 1600, tall: int = 900) -> bytes:
    out = BytesIO()
    Image.new("RGB", (wide, tall), "#5c9a54").save(out, "PNG")
    return out.getvalue()


GARDEN = png()
FROM = "Verslagen van ontmoetingen, 2026"
DECK = Deck(
    "Wat groeit er in Testland?",
    "Voor het college van Proefdorp",
    "Testland",
    slides=(
        Slide(
            "Wat groeit er in Testland?",
            "title",
            picture=GARDEN,
            says="Een tuin met twee gemeenten",
            notes="Welkom.",
        ),
        Slide(
            "Wie we zijn",
            "picture",
            lead="Twee gemeenten.",
            points=("Proefdorp en Buurdorp.",),
            picture=GARDEN,
            says="Een tuin met twee gemeenten",
            source="Partners, vandaag",
            notes="Dit zijn wij.\nBron: partners.",
        ),
        Slide(
            "Wat we deden",
            "figures",
            lead="In 2026.",
            figures=(
                Figure("12", "ontmoetingen", FROM),
                Figure("€ 1.200", "besteed aan acties", "Uitgaven, 2026"),
                Figure("340", "jongeren bereikt", FROM),
            ),
            notes="Twaalf keer samen.",
        ),
        Slide("Wat het opbracht", "points", points=("Een speelstraat.", "Een kamp."), notes="Twee dingen."),
        Slide(
            "Wat nu loopt",
            "grid",
            grid=Grid(
                ("Actie", "Tot", "Budget"), (("Kamp", "1 maart 2027", "€ 900"),), "Acties, stand van vandaag"
            ),
            notes="Eén actie.",
        ),
        Slide("En nu jullie", "closing", lead="Dank je wel.", notes="Vragen?"),
    ),
    example="verzonnen voorbeeld",
    colour="#bf4f86",
)


def opened(deck: Deck) -> Any:
    return Presentation(BytesIO(pptx_of(deck)))


def titles(file: Any) -> list[str]:
    return [one.shapes.title.text_frame.text for one in file.slides]


def words_on(slide: Any) -> str:
    found = []
    for shape in slide.shapes:
        if shape.has_text_frame:
            found.append(shape.text_frame.text)
        if shape.has_table:
            found += [cell.text for row in shape.table.rows for cell in row.cells]
    return "\n".join(found)


def notes_of(slide: Any) -> str:
    return str(slide.notes_slide.notes_text_frame.text) if slide.has_notes_slide else ""


def problems(file: Any) -> list[str]:
    """What stands outside its slide, and what text does not fit its box, measured with the widest letters."""
    found = []
    for n, slide in enumerate(file.slides, start=1):
        for shape in slide.shapes:
            right, bottom = shape.left + shape.width, shape.top + shape.height
            if shape.left < 0 or shape.top < 0 or right > file.slide_width or bottom > file.slide_height:
                found.append(f"{n}: {shape.name} stands outside the slide")
            if shape.has_text_frame and _taken(shape) > shape.height / Pt(1) + 0.5:
                found.append(f"{n}: {shape.name} runs over ({_taken(shape):.0f} points)")
            if shape.has_table and sum(row.height for row in shape.table.rows) > shape.height + 100:
                found.append(f"{n}: the table is taller than its frame")
    return found


def _taken(shape: Any) -> float:
    """Height of the text of a shape, in points."""
    frame, total = shape.text_frame, 0.0
    card = not shape.is_placeholder
    wide = shape.width / Pt(1) - ((frame.margin_left + frame.margin_right) / Pt(1) if card else 0)
    head = shape.is_placeholder and "TITLE" in str(shape.placeholder_format.type).replace("SUBTITLE", "")
    for paragraph in frame.paragraphs:
        for run in paragraph.runs:
            size = run.font.size / Pt(1)
            indent = int((paragraph._p.pPr.get("marL") if paragraph._p.pPr is not None else 0) or 0) / Pt(1)
            face: Any = "head" if head else "bold" if run.font.bold else "text"
            total += len(lines_of(run.text, size, wide - indent, face)) * size * (1.16 if head else LINE)
            total += (paragraph.space_before or 0) / Pt(1)
    return total + ((frame.margin_top + frame.margin_bottom) / Pt(1) if card else 0)


def to_pdf(made: bytes, folder: Path) -> Any:
    """The slides as LibreOffice shows them."""
    return pypdfium2.PdfDocument(as_pdf({"deck.pptx": made}, folder)["deck.pptx"])


def text_of(page: Any) -> str:
    return re.sub(r"\s+", " ", page.get_textpage().get_text_bounded())
