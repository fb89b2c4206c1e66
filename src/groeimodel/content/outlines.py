"""The outlines of the Flemish municipalities on a grid, to draw a map with. Origin and licence: docs/data/outlines.md."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Outline:
    point: tuple[int, int]
    """Inside the municipality, in points of the grid: to the right and down."""
    path: str
    """As in the `d` of an SVG path; empty for Mesen, of which the source has no shape."""


@dataclass(frozen=True, slots=True)
class Outlines:
    width: int
    height: int
    of: Mapping[str, Outline]
    """By NIS code of today."""


@cache
def outlines() -> Outlines:
    data = json.loads((Path(__file__).parent / "outlines.json").read_text(encoding="utf-8"))
    shapes = {nis: Outline((x, y), path) for nis, (x, y, path) in data["shapes"].items()}
    return Outlines(data["width"], data["height"], shapes)
