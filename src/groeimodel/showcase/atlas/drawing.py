"""The map of Flanders as SVG: who works together with whom. Pure: areas in, one text out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from groeimodel.content.outlines import Outlines

MARGIN = 8
DOT = 3
"""Half the width of a municipality without a shape, in points of the grid."""


@dataclass(frozen=True, slots=True)
class Area:
    """One partnership on the map."""

    number: int
    """As in the list beside the map."""
    name: str
    url: str
    colour: str
    """A name of the palette; the number says it too."""
    places: tuple[str, ...]
    """NIS codes."""
    found: bool = False
    """What was searched for lies in it."""


def draw_map(areas: Sequence[Area], outlines: Outlines, says: str) -> str:
    """Everything of Flanders pale, the areas in colour with their number; each area is a link."""
    taken = {nis for area in areas for nis in area.places}
    land = "".join(one.path for nis, one in outlines.of.items() if nis not in taken)
    box = f"{-MARGIN} {-MARGIN} {outlines.width + 2 * MARGIN} {outlines.height + 2 * MARGIN}"
    parts = [
        f'<svg class="atlas" xmlns="http://www.w3.org/2000/svg" viewBox="{box}" aria-label="{escape(says)}" role="group">',
        f'<path class="atlas__land" d="{land}"/>',
    ]
    drawn: set[str] = set()
    for area in areas:
        parts.append(_area(area, outlines, [nis for nis in area.places if nis not in drawn]))
        drawn.update(area.places)
    # All numbers on top: a neighbour drawn later must not cover one.
    parts += [_number(area, outlines) for area in areas]
    return "".join([*parts, "</svg>"])


def _area(area: Area, outlines: Outlines, places: Sequence[str]) -> str:
    known = [outlines.of[nis] for nis in places if nis in outlines.of]
    dots = "".join(
        f'<circle cx="{one.point[0]}" cy="{one.point[1]}" r="{DOT}"/>' for one in known if not one.path
    )
    shape = "".join(one.path for one in known)
    found = " atlas__area--found" if area.found else ""
    return (
        f'<a href="{escape(area.url)}" class="atlas__area atlas__area--{area.colour}{found}" tabindex="-1" aria-hidden="true">'
        f'<title>{escape(area.name)}</title><path d="{shape}"/>{dots}</a>'
    )


def _number(area: Area, outlines: Outlines) -> str:
    points = [outlines.of[nis].point for nis in area.places if nis in outlines.of]
    if not points:
        return ""
    middle = sum(x for x, _y in points) / len(points), sum(y for _x, y in points) / len(points)
    # On a place of its own rather than in the middle of nowhere: members need not touch.
    x, y = min(points, key=lambda one: (one[0] - middle[0]) ** 2 + (one[1] - middle[1]) ** 2)
    return (
        f'<a href="{escape(area.url)}" class="atlas__number" aria-label="{area.number}. {escape(area.name)}">'
        f'<circle cx="{x}" cy="{y}" r="12"/><text x="{x}" y="{y + 5}" text-anchor="middle">{area.number}</text></a>'
    )
