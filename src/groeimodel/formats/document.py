"""A document in the house style as a value: written once, put on paper as PDF or opened in Word.

pdf_of(Document(title="Eén pagina voor het college", parts=(Part("Wat het opbracht", points=("Twee kampen.",)),)))
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """One number, what it counts, and where it stands."""

    number: str
    """In Belgian notation: '12', '€ 1.200', '84 %'."""
    words: str
    """What follows the number: 'ontmoetingen'."""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table; a column that holds figures alone is put to the right."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    """Each as long as the head."""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """Under one heading: paragraphs, then points, figures, the table and the note. What is empty is left out."""

    title: str
    """Without a title the part goes on under the heading above it."""
    paragraphs: tuple[str, ...] = ()
    points: tuple[str, ...] = ()
    figures: tuple[Figure, ...] = ()
    grid: Grid | None = None
    note: str = ""
    layer: str = ""
    """'soil', 'meadow' or 'shop' gives its colour."""


@dataclass(frozen=True, slots=True)
class Document:
    """What anyone can be handed: the same value always gives the same bytes."""

    title: str
    subtitle: str = ""
    overline: str = ""
    """Above the title: for whom, about which period."""
    lead: str = ""
    parts: tuple[Part, ...] = ()
    footer: str = ""
    """On every page: who made it, from what."""
    author: str = ""
    """Of the properties of the file: the partnership."""
    made_on: str = ""
    """A day in words, '28 november 2026'."""
    language: str = "nl-BE"
    """'nl-BE', 'fr-BE' or another tag of two parts."""
    region: str = "BE"
    example: str = ""
    """'verzonnen voorbeeld'; empty for what is real."""
    colour: str = "#2f6b45"
    """Of the partnership, as '#rrggbb'."""
    garden: str = ""
    """The picture of the garden, an SVG; empty without one."""
    garden_says: str = ""
    """The picture in words, for who does not see it."""
    one_page: bool = False
    """Exactly one A4: what does not fit is refused, never cut."""


class TooLong(ValueError):
    """The document was to be one page, and is not: whoever asked makes it shorter."""
