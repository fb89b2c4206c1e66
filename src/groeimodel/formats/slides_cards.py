"""Figures on cards: the number large, what it counts under it, and where it stands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.util import Pt

from groeimodel.formats import slides_template as look
from groeimodel.formats.document import Figure
from groeimodel.formats.slides_measure import LINE, cut, lines_of

MOST = 6
"""On one slide."""
BETWEEN, INSET, ABOVE, TALLEST, WIDEST = 18.0, 16.0, 8.0, 240.0, 420.0
NUMBERS = (80, 72, 66, 60, 54, 48, 44, 40, 36, 32, 28, 24)
WORDS = (24, 22, 20, 18, 16, 14)
SMALL = 12
SOURCE_LINES = 2


def row_of(figures: Sequence[Figure], most: int) -> list[Figure]:
    """Those of the first slide, when they are spread over as few slides as can be, about as many on each."""
    slides = -(-len(figures) // most)
    return list(figures[: -(-len(figures) // slides)])


def add_cards(made: Any, figures: Sequence[Figure], box: look.Box, colour: str, language: str) -> None:
    places = _places(len(figures), box)
    wide, high = places[0][2] - 2 * INSET, places[0][3] - 2 * ABOVE
    number, words = _sizes(figures, wide, high)
    for figure, place in zip(figures, places, strict=True):
        _card(made, figure, place, (number, words), colour, language)


def _places(n: int, box: look.Box) -> list[look.Box]:
    x, y, wide, high = box
    narrow = wide < look.FULL * 0.7
    columns = (1 if n < 3 else 2) if narrow else {1: 1, 2: 2, 3: 3, 4: 2}.get(n, 3)
    if narrow and n == 3:
        columns = 1
    rows = -(-n // columns)
    each = min((wide - BETWEEN * (columns - 1)) / columns, wide if narrow else WIDEST)
    tall = min((high - BETWEEN * (rows - 1)) / rows, TALLEST)
    return [
        (x + (m % columns) * (each + BETWEEN), y + (m // columns) * (tall + BETWEEN), each, tall)
        for m in range(n)
    ]


def _sizes(figures: Sequence[Figure], wide: float, high: float) -> tuple[int, int]:
    """The largest number and words that fit on each card, the same on all."""
    pairs = [(number, words) for number in NUMBERS for words in WORDS if words * 1.6 <= number]
    fitting = [
        (number, words)
        for number, words in pairs
        if all(_fits(one, number, words, wide, high) for one in figures)
    ]
    # Words are to be read as well: up to 18 points they are worth a smaller number.
    return max(fitting, key=_worth, default=(NUMBERS[-1], WORDS[-1]))


def _worth(sizes: tuple[int, int]) -> tuple[int, int]:
    number, words = sizes
    return min(number, 54) + 5 * min(words, 18), number + words


def _fits(figure: Figure, number: int, words: int, wide: float, high: float) -> bool:
    if len(lines_of(figure.number, number, wide, "bold")) > 1:
        return False
    return _tall(figure, number, words, wide) <= high


def _tall(figure: Figure, number: int, words: int, wide: float) -> float:
    source = min(len(lines_of(figure.source, SMALL, wide)), SOURCE_LINES) * SMALL * LINE + 6
    return (
        number * LINE + len(lines_of(figure.words, words, wide)) * words * LINE + source * bool(figure.source)
    )


def _card(
    made: Any, figure: Figure, place: look.Box, sizes: tuple[int, int], colour: str, language: str
) -> None:
    x, y, wide, high = place
    number, words = sizes
    shape = made.shapes.add_shape(MSO_SHAPE.ROUNDED_RECTANGLE, Pt(x), Pt(y), Pt(wide), Pt(high))
    shape.name = f"Cijfer: {figure.words}"[:60]
    shape.adjustments[0] = 10 / min(wide, high)
    shape._element.remove(shape._element.find("{*}style"))
    shape.fill.solid()
    shape.fill.fore_color.rgb = look.rgb(look.SURFACE)
    shape.line.color.rgb = look.rgb(look.LINE)
    shape.line.width = Pt(1.25)
    frame = shape.text_frame
    frame.word_wrap, frame.vertical_anchor = True, MSO_ANCHOR.MIDDLE
    frame.margin_left = frame.margin_right = Pt(INSET)
    frame.margin_top = frame.margin_bottom = Pt(ABOVE)
    inner = wide - 2 * INSET
    room = high - 2 * ABOVE - number * LINE - (SOURCE_LINES * SMALL * LINE + 6) * bool(figure.source)
    told = cut(figure.words, words, inner, max(1, int(room / (words * LINE))))
    rows = (
        (cut(figure.number, number, inner, 1, "bold"), number, True, look.DEEP, 0.0),
        (told, words, False, look.INK, 0.0),
        (cut(figure.source, SMALL, inner, SOURCE_LINES), SMALL, False, look.SOFT, 6.0),
    )
    paragraph = frame.paragraphs[0]
    for n, (text, size, bold, ink, above) in enumerate(one for one in rows if one[0]):
        paragraph = paragraph if n == 0 else frame.add_paragraph()
        paragraph.alignment, paragraph.space_before = PP_ALIGN.LEFT, Pt(above)
        run = paragraph.add_run()
        run.text = text
        run.font.size, run.font.bold, run.font.color.rgb = Pt(size), bold, look.rgb(ink)
        run._r.get_or_add_rPr().set("lang", language)
