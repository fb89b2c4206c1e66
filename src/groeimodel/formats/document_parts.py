"""What PDF and Word need to know of a document before it is laid out: what is empty, and how tables stand."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from groeimodel.formats.document import Document, Figure, Grid, Part

LEAF = "#2f6b45"
LAYERS = {
    "soil": ("#6b4331", "#f0e2d3"),
    "meadow": (LEAF, "#e3edd6"),
    "shop": ("#a83a23", "#fbe4da"),
    "": (LEAF, "#e3edd6"),
}
"""Of each layer the colour of its letters, and the one behind its figures; as in `typst/look.typ`."""
LONG_CELL = 400
"""Letters: a row with such a cell may break over two pages."""
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_NUMBER = re.compile(r"[€+\-−±<>≤≥~]*\s*\d[\d.,\s]*(%|€|uur|u|km|op \d+)?")
_UNKNOWN = ("", "-", "–", "—", "?", "n.v.t.")
_FEW, _MANY = 7, 42
"""Letters: no column is weighed narrower or wider than this."""
_ROOM, _LONG_WORD = 78, 20
"""Letters: what stands on a line of A4, and from where on a word may be cut."""


def tidied(document: Document) -> Document:
    """Without what is empty; with a title, and words for the picture: without them no file is accessible."""
    title = document.title.strip() or document.subtitle.strip() or document.overline.strip() or "Groeimodel"
    return replace(
        document,
        title=title,
        garden_says=document.garden_says.strip() or title,
        colour=safe_colour(document.colour),
        parts=tuple(one for one in map(_tidied_part, document.parts) if _holds_anything(one)),
    )


def safe_colour(colour: str) -> str:
    """As '#rrggbb', or our green when it is not that."""
    return colour if _COLOUR.fullmatch(colour) else LEAF


def byline_of(document: Document) -> str:
    """Who made it and when, as far as nothing else on the first page says so."""
    said = " ".join((document.overline, document.title, document.subtitle, document.lead, document.footer))
    return " · ".join(one for one in (document.author, document.made_on) if one.strip() and one not in said)


def figure_columns(grid: Grid) -> tuple[bool, ...]:
    """Per column whether it holds figures alone, and at least one."""
    return tuple(_holds_figures(row[at] for row in grid.rows) for at in range(len(_widest(grid))))


def whole_figures(grid: Grid) -> tuple[tuple[str, ...], ...]:
    """The rows, with figures that no line breaks in two."""
    right = figure_columns(grid)
    return tuple(
        tuple(
            cell.strip().replace(" ", "\xa0") if figure else cell
            for cell, figure in zip(row, right, strict=True)
        )
        for row in grid.rows
    )


def column_weights(grid: Grid) -> tuple[int, ...]:
    """How wide the columns are beside each other: first the longest word of each, then what its texts still ask."""
    floors, asked = [], []
    for at, figures in enumerate(figure_columns(grid)):
        cells = [row[at] for row in (grid.head, *grid.rows) if at < len(row)]
        words = max((len(word) for cell in cells for word in cell.split()), default=0)
        texts = max((len(cell) for cell in cells), default=0)
        floor = max(_FEW, min(_MANY, round(texts * 1.2) + 2 if figures else min(words, _LONG_WORD) + 3))
        floors.append(floor)
        asked.append(max(0, min(_MANY, round(texts * 0.6)) - floor))
    spare = max(0, _ROOM - sum(floors)) / max(1, sum(asked))
    return tuple(floor + round(more * min(1, spare)) for floor, more in zip(floors, asked, strict=True))


def per_row(count: int, most: int = 4) -> int:
    """How many figures stand beside each other, so that rows are about as long: 5 are 3 and 2."""
    return -(-count // -(-count // most)) if count else 1


def _tidied_part(part: Part) -> Part:
    return replace(
        part,
        title=part.title.strip(),
        paragraphs=_filled(part.paragraphs),
        points=_filled(part.points),
        figures=tuple(one for one in part.figures if _figure_says(one)),
        grid=_squared(part.grid) if part.grid is not None else None,
        note=part.note.strip(),
        layer=part.layer if part.layer in LAYERS else "",
    )


def _squared(grid: Grid) -> Grid | None:
    """All rows as long as the longest; a table without any words is none."""
    if not any(cell.strip() for row in (grid.head, *grid.rows) for cell in row):
        return None
    wide = len(_widest(grid))
    head, *rows = ((*row, *[""] * (wide - len(row))) for row in (grid.head, *grid.rows))
    return Grid(head if any(one.strip() for one in head) else (), tuple(rows), grid.source.strip())


def _widest(grid: Grid) -> tuple[str, ...]:
    return max((grid.head, *grid.rows), key=len)


def _holds_figures(cells: Iterable[str]) -> bool:
    known = [one for one in (cell.strip() for cell in cells) if one not in _UNKNOWN]
    return bool(known) and all(_NUMBER.fullmatch(one) for one in known)


def _figure_says(figure: Figure) -> bool:
    return bool(figure.number.strip() or figure.words.strip() or figure.source.strip())


def _holds_anything(part: Part) -> bool:
    return bool(
        part.title or part.paragraphs or part.points or part.figures or part.grid is not None or part.note
    )


def _filled(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(one.strip() for one in texts if one.strip())
