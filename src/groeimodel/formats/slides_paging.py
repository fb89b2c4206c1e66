"""What fits on one slide, and what goes on the next: text, tables. All sizes in points."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from groeimodel.formats.document import Grid
from groeimodel.formats.slides_measure import LINE, cut, height_of, lines_of, width_of

SIZES = (30, 28, 26, 24, 22, 20, 18)
"""Of text. Smaller is not read at the back of a room: what does not fit goes on the next slide."""
INDENT = 0.85
"""Room of the mark of a point, in parts of the size of the letters."""
CELL_SIDE, CELL_TOP = 8.0, 5.0
"""Room between text and edge in a cell."""
_FIGURE = re.compile(r"^[\s€+\-−–%.,:/\d\u00a0\u202f]*$")


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph of the text of a slide."""

    text: str
    point: bool = True


def gap(size: float) -> float:
    """Above each paragraph."""
    return size * 0.55


def tall(lines: Sequence[Line], size: float, width: float) -> float:
    return sum(_tall(one, size, width) for one in lines)


def _tall(line: Line, size: float, width: float) -> float:
    return height_of(line.text, size, width - INDENT * size * line.point) + gap(size)


def pages_of(lines: Sequence[Line], width: float, height: float) -> tuple[int, list[list[Line]]]:
    """The size of the letters, and what stands on each slide: one when it can, else of about the same length."""
    for size in SIZES:
        if tall(lines, size, width) <= height:
            return size, [list(lines)]
    size = SIZES[-1]
    pieces = [piece for one in lines for piece in _pieces(one, size, width, height)]
    pages = _fill(pieces, size, width, height)
    even = tall(pieces, size, width) / len(pages) * 1.1
    balanced = _fill(pieces, size, width, min(even, height))
    return size, balanced if len(balanced) == len(pages) else pages


def _fill(lines: Sequence[Line], size: float, width: float, height: float) -> list[list[Line]]:
    pages: list[list[Line]] = [[]]
    for one in lines:
        if pages[-1] and tall([*pages[-1], one], size, width) > height:
            pages.append([])
        pages[-1].append(one)
    return pages


def _pieces(line: Line, size: float, width: float, height: float) -> list[Line]:
    """A paragraph that is taller than a slide, in parts that are not."""
    if _tall(line, size, width) <= height:
        return [line]
    most = max(1, int((height - gap(size)) / (size * LINE)))
    found = lines_of(line.text, size, width - INDENT * size * line.point)
    parts = [" ".join(found[n : n + most]) for n in range(0, len(found), most)]
    return [Line(parts[0], line.point), *(Line(one, point=False) for one in parts[1:])]


@dataclass(frozen=True, slots=True)
class Table:
    """Part of a table, on one slide."""

    size: int
    widths: tuple[float, ...]
    heights: tuple[float, ...]
    """Of the head, then of each row."""
    rows: tuple[tuple[str, ...], ...]
    """The head first."""
    figures: tuple[bool, ...]
    """By column: holds figures alone, and stands to the right."""


def tables_of(grid: Grid, width: float, height: float) -> list[Table]:
    """The table on as many slides as it takes, its head on each; a cell of more than four lines is cut off."""
    columns = len(grid.head)
    rows = [(*row, *[""] * columns)[:columns] for row in grid.rows]
    sizes = (24, 22, 20, 18, 16) if columns <= 4 else (16, 14) if columns <= 7 else (10,)
    for size in sizes:
        found = _tables([grid.head, *rows], size, width, height)
        if len(found) == 1:
            break
    return found


def _tables(rows: Sequence[Sequence[str]], size: int, width: float, height: float) -> list[Table]:
    """`rows` with the head first."""
    widths = _widths(rows, size, width)
    fitted = [_cells(row, size, widths, bold=n == 0) for n, row in enumerate(rows)]
    heights = [_row(row, size, widths, bold=n == 0) for n, row in enumerate(fitted)]
    figures = tuple(
        any(row[n] for row in rows[1:]) and all(_FIGURE.match(row[n]) for row in rows[1:])
        for n in range(len(widths))
    )
    pages: list[list[int]] = [[]]
    for n in range(1, len(fitted)):
        if pages[-1] and heights[0] + sum(heights[m] for m in pages[-1]) + heights[n] > height:
            pages.append([])
        pages[-1].append(n)
    return [
        Table(
            size,
            widths,
            (heights[0], *(heights[n] for n in page)),
            (fitted[0], *(fitted[n] for n in page)),
            figures,
        )
        for page in pages
    ]


def _widths(rows: Sequence[Sequence[str]], size: int, width: float) -> tuple[float, ...]:
    """What the cells want, or as much as there is: short columns keep theirs, the long ones share the rest."""
    wanted = [
        max(width_of(row[n], size, "bold" if m == 0 else "text") for m, row in enumerate(rows))
        + 2 * CELL_SIDE
        + 2
        for n in range(len(rows[0]))
    ]
    wanted = [max(one, size * 3.0) for one in wanted]
    total = sum(wanted)
    if total <= width:
        longest = wanted.index(max(wanted))
        each = min((width - total) / len(wanted), size * 2.0)
        spare = width - total - each * len(wanted)
        return tuple(one + each + (spare if n == longest else 0) for n, one in enumerate(wanted))
    room, left = width, len(wanted)
    given = dict[int, float]()
    for n in sorted(range(len(wanted)), key=wanted.__getitem__):
        given[n] = min(wanted[n], room / left)
        room, left = room - given[n], left - 1
    return tuple(given[n] for n in range(len(wanted)))


def _cells(row: Sequence[str], size: int, widths: Sequence[float], *, bold: bool) -> tuple[str, ...]:
    face = "bold" if bold else "text"
    pairs = zip(row, widths, strict=True)
    return tuple(cut(one, size, width - 2 * CELL_SIDE, 4, face) for one, width in pairs)  # type: ignore[arg-type]


def _row(row: Sequence[str], size: int, widths: Sequence[float], *, bold: bool) -> float:
    lines = max(
        len(lines_of(one, size, width - 2 * CELL_SIDE, "bold" if bold else "text"))
        for one, width in zip(row, widths, strict=True)
    )
    return max(lines, 1) * size * LINE + 2 * CELL_TOP
