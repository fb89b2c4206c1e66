"""A report as a Word file: real headings, tables with header rows, Dutch as its language, page numbers.

docx_bytes(Report(title="Voortgangsrapport", sections=(Section("Wat deden jullie?", "- Kamp.", note="7 van 4.000 tekens"),)))
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from groeimodel.formats.docx_parts import add_table, bytes_of, clean, describe, new_file, number_pages


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
    file = new_file()
    describe(file, title=report.title, subject=report.subtitle, author=report.author, made_at=report.made_at)
    number_pages(file, report.title)
    file.add_heading(clean(report.title), 0)
    if report.subtitle:
        file.add_paragraph(clean(report.subtitle), style="Subtitle")
    if report.lead:
        file.add_paragraph(clean(report.lead))
    for section in report.sections:
        file.add_heading(clean(section.title), 1)
        for line in section.text.split("\n"):
            _line(file, clean(line))
        if section.grid is not None:
            columns = len(section.grid.head)
            right = [at > 0 for at in range(columns)]
            add_table(file, section.grid.head, section.grid.rows, right, [1] * columns)
        if section.note:
            file.add_paragraph(clean(section.note), style="Caption")
    return bytes_of(file)


def _line(file: Any, line: str) -> None:
    """Empty lines only part paragraphs, which the style does already."""
    line = line.strip()
    if line.startswith("- "):
        file.add_paragraph(line[2:], style="List Bullet")
    elif line:
        file.add_paragraph(line)
