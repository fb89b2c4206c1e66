"""The harvest sheet of a municipality on one page of A4: tagged, checked against PDF/UA-1."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from groeimodel.formats.one_page import render


@dataclass(frozen=True, slots=True)
class Figure:
    """A number, and what it counts."""

    number: str
    words: str


@dataclass(frozen=True, slots=True)
class Crop:
    title: str
    text: str = ""
    figure: str = ""
    """With its unit: '212 kinderen'."""
    aside: str = ""
    """Where it came from, or whom to ask."""
    picture: str = ""
    """The name of a picture of the sheet; empty without one."""
    alt: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    title: str
    overline: str
    lead: str
    figures: Sequence[Figure]
    crops: Sequence[Crop]
    left_out: int
    """How many are not even offered to the page."""
    more: str
    """'en nog %d andere'."""
    closing_title: str
    closing: Sequence[str]
    footer: str
    garden: str
    """The picture of the garden, an SVG."""
    garden_says: str
    colour: str
    """Of the partnership, as '#rrggbb'."""
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    """By name: PNG, JPEG or WebP."""


def render_sheet(sheet: Sheet) -> bytes:
    """A PDF of exactly one page; the same sheet gives the same bytes."""
    data: dict[str, Any] = asdict(sheet)
    pictures = data.pop("pictures")
    return render("harvest_sheet.typ", data, pictures)
