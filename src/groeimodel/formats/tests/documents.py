"""A document, a drawn garden, and what another program reads and sees in a PDF of ours."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

import pypdfium2
from PIL import Image

from groeimodel.formats.document import Document, Figure, Grid, Part
from groeimodel.formats.document_pdf import pdf_of
from groeimodel.formats.garden_file import read_garden
from groeimodel.rules.picture import draw

EXAMPLE = Path(__file__).parents[4] / "docs" / "examples" / "garden.json"
GARDEN = draw(read_garden(EXAMPLE.read_text()), theme="light")
SAYS = "De tuin van Kempendal: vijf gemeenten, acht bloemen, de winkel is open."
LONG_WORD = "Hottentottententententoonstellingsvoorbereidingscommissie"
PARAGRAPH = (
    "De samenwerking kwam dit jaar twaalf keer samen. De groep besprak vooral hoe gemeenten materiaal en mensen "
    "kunnen delen, en wie daarin welke rol opneemt. Dat leverde drie nieuwe zaadjes op."
)
FIGURES = (
    Figure("12", "ontmoetingen", "Verslagen, 2026"),
    Figure("84 %", "van de zetels aanwezig", "Aanwezigheden, 2026"),
    Figure("€ 18.450", "eigen inbreng", "Rekening, 2026"),
)
SHARES = Grid(
    ("Gemeente", "Inwoners", "Bijdrage"),
    (("Lindergem", "18.204", "€ 5.461"), ("Eikvoort", "12.880", "€ 3.864"), ("Beukmeer", "9.417", "-")),
    source="Verdeelsleutel van 12 maart 2026",
)


def document(**changes: Any) -> Document:
    """A page for a college, with one part of each kind."""
    told: dict[str, Any] = {
        "title": "Wat samenwerken oplevert",
        "subtitle": "Eén pagina voor het college",
        "overline": "Kempendal · 2026",
        "lead": "Lindergem werkt met vier andere gemeenten samen.",
        "parts": (
            Part("In cijfers", figures=FIGURES),
            Part(
                "Wat het opbracht", ("Drie acties bloeien.",), ("Uitleendienst.", "Zomerpas."), layer="meadow"
            ),
            Part("Wat we leerden", points=("Eén leidinggevende volstaat.",), layer="soil"),
            Part("Bijdragen", grid=SHARES, note="Te bevestigen: de subsidie.", layer="shop"),
        ),
        "footer": "Gemaakt uit wat de samenwerking noteerde.",
        "author": "IGS Kempendal",
        "made_on": "28 november 2026",
        "garden": GARDEN,
        "garden_says": SAYS,
    }
    return Document(**{**told, **changes})


def report(parts: int = 12, rows: int = 60) -> Document:
    """Long: every part has words, figures and a table; one table runs over pages."""
    return document(
        title="Terugblik op een jaar",
        parts=tuple(
            Part(
                f"Hoofdstuk {at}: samen op de weide",
                (PARAGRAPH,) * (2 + at % 3),
                ("Eerste punt.", "Tweede punt.", "Derde punt.") * (1 + at % 4),
                FIGURES[: at % 4],
                Grid(
                    ("Actie", "Stand", "Budget"),
                    tuple(
                        (f"Actie {at}-{row}", "in bloei", f"€ {row * 150}")
                        for row in range(rows if at == 4 else 6)
                    ),
                ),
                layer=("soil", "meadow", "shop", "")[at % 4],
            )
            for at in range(parts)
        ),
    )


def read(pdf: bytes) -> list[str]:
    """The words of each page, in order, with one space wherever they stand apart."""
    return [re.sub(r"\s+", " ", page.get_textpage().get_text_range()) for page in pypdfium2.PdfDocument(pdf)]


def seen(pdf: bytes, scale: float = 1.0) -> list[Image.Image]:
    """Each page as it is rendered."""
    return [page.render(scale=scale).to_pil().convert("RGB") for page in pypdfium2.PdfDocument(pdf)]


def outside(pdf: bytes) -> list[str]:
    """Letters that lie beyond the edges of their page; what the strip takes from the sky is above it as a whole."""
    found = []
    for page in pypdfium2.PdfDocument(pdf):
        wide, high = page.get_size()
        text = page.get_textpage()
        for at in range(text.count_chars()):
            left, bottom, right, top = text.get_charbox(at)
            if (
                right > left
                and bottom < high
                and (left < -1 or bottom < -1 or right > wide + 1 or top > high + 1)
            ):
                found.append(text.get_text_range(at, 1))
    return found


def holds_colour(picture: Image.Image, colour: str, near: int = 6) -> bool:
    """Whether some pixels are (almost) that '#rrggbb'."""
    asked = tuple(bytes.fromhex(colour[1:]))
    colours = picture.getcolors(picture.width * picture.height) or []
    return any(
        all(abs(one - two) <= near for one, two in zip(pixel, asked, strict=True))
        for _, pixel in colours
        if isinstance(pixel, tuple)
    )


@cache
def report_pdf() -> bytes:
    """The long report on paper."""
    return pdf_of(report())
