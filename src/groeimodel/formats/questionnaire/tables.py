"""A table as rows of texts, whatever file it came from."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

CHUNK = 1 << 20
HEADER_WITHIN = 8
"""The header is looked for in this many rows: templates and exports put titles above it."""
Rows = Iterator[list[str]]
Score = Callable[[list[str]], int]
"""How well a row reads as a header."""


@dataclass(frozen=True, slots=True)
class Table:
    """A header, where it stands, and the rows below it (read as they are asked for)."""

    header: list[str]
    row: int
    """Of the header, counted as a spreadsheet does: the first row is 1."""
    rows: Rows
    warnings: tuple[str, ...] = ()


def letter(column: int) -> str:
    """'A' for column 0, 'AA' for column 26: as a spreadsheet names it."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name
