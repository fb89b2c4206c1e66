"""The kit of an ambassador on one page of A4: tagged, checked against PDF/UA-1."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from io import BytesIO
from typing import Any

from groeimodel.formats.one_page import render


@dataclass(frozen=True, slots=True)
class Point:
    """One thing to tell."""

    side: str
    say: str
    figure: str
    """Empty where there is none."""
    unit: str
    """What the figure counts."""
    proof: str
    source: str


@dataclass(frozen=True, slots=True)
class Figure:
    number: str
    words: str
    source: str


@dataclass(frozen=True, slots=True)
class Milestone:
    day: str
    text: str


@dataclass(frozen=True, slots=True)
class KitSheet:
    title: str
    overline: str
    lead: str
    occasion: str
    """Where it is told next, and what for; may be empty."""
    points: Sequence[Point]
    """At most three."""
    nothing: str
    """Said when there are no points."""
    figures_title: str
    figures: Sequence[Figure]
    """At most four."""
    milestones_title: str
    milestones: Sequence[Milestone]
    link: str
    """An address to scan; empty without one."""
    link_says: str
    footer: str
    example: str
    """'verzonnen voorbeeld'; empty for what is real."""
    garden: str
    """The picture of the garden, an SVG."""
    garden_says: str
    colour: str
    """Of the partnership, as '#rrggbb'."""


def render_kit(kit: KitSheet) -> bytes:
    """A PDF of exactly one page; the same kit gives the same bytes."""
    data: dict[str, Any] = asdict(kit)
    data["code"] = _code(kit.link) if kit.link else ""
    return render("kit_sheet.typ", data)


def _code(address: str) -> str:
    """A QR code, as SVG."""
    import segno

    out = BytesIO()
    segno.make(address, error="m").save(out, kind="svg", xmldecl=False, svgns=True, border=0, dark="#2b2a26")
    return out.getvalue().decode()
