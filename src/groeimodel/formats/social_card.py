"""The picture that a message shows beside a link: the garden, a name, one line. PNG of 1200 by 630.

card_of(Card(title="Kempendal", line="Vijf gemeenten, één jeugdbeleid", svg=draw(garden, theme="light", standalone=False)))
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from io import BytesIO

from PIL import Image

from groeimodel.formats.document_parts import safe_colour
from groeimodel.formats.one_page import render_picture

MIME = "image/png"
SIZE = (1200, 630)
LARGEST = 300_000
"""Bytes: what chat programs still fetch."""


@dataclass(frozen=True, slots=True)
class Card:
    title: str
    line: str = ""
    svg: str = ""
    """16:9, best drawn without its own name (`standalone=False`)."""
    says: str = ""
    """The picture in words: for the page that shows it, and inside the file."""
    colour: str = "#2f6b45"
    """Of the partnership, as '#rrggbb'."""
    example: str = ""
    """'verzonnen voorbeeld'; empty for what is real."""


def card_of(card: Card) -> bytes:
    """The same card gives the same bytes; long words make its letters smaller, what is still too long ends in '…'."""
    title = card.title.strip() or card.line.strip() or "Groeimodel"
    data = {**asdict(card), "title": title, "colour": safe_colour(card.colour)}
    drawn = render_picture("social_card.typ", data)
    return drawn if len(drawn) <= LARGEST else _smaller(drawn)


def _smaller(drawn: bytes) -> bytes:
    """With 256 colours, mixed: the sky stays smooth and small flowers keep theirs."""
    into = BytesIO()
    picture = Image.open(BytesIO(drawn)).convert("RGB")
    colours = picture.quantize(256, method=Image.Quantize.FASTOCTREE)
    picture.quantize(palette=colours, dither=Image.Dither.FLOYDSTEINBERG).save(into, "PNG", optimize=True)
    return into.getvalue()
