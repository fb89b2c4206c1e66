"""Three broad bands with a sign in one of them, as SVG. No figure of anybody can be read off it."""

from __future__ import annotations

from html import escape
from typing import Literal

Place = Literal["low", "middle", "high"]
WIDTH, HEIGHT, GAP = 240.0, 34.0, 4.0
PLACES: tuple[Place, Place, Place] = ("low", "middle", "high")


def strip(place: Place | None, title: str) -> str:
    """The own band is filled and carries a flower; colours are classes, so a page gives them by day and by night."""
    step = (WIDTH - 2 * GAP) / 3
    parts = []
    for at, one in enumerate(PLACES):
        css = "strip__band strip__band--own" if one == place else "strip__band"
        left = at * (step + GAP)
        parts.append(f'<rect class="{css}" x="{left:.1f}" y="9" width="{step:.1f}" height="16" rx="8"/>')
        if one == place:
            parts.append(_flower(left + step / 2, 17))
    return (
        f'<svg class="strip" viewBox="0 0 {WIDTH:.0f} {HEIGHT:.0f}" role="img" aria-label="{escape(title, quote=True)}">'
        f"{''.join(parts)}</svg>"
    )


def _flower(x: float, y: float) -> str:
    petals = "".join(
        f'<circle class="strip__petal" cx="{x + dx:.1f}" cy="{y + dy:.1f}" r="5"/>'
        for dx, dy in ((0, -6), (5.7, -1.9), (3.5, 4.9), (-3.5, 4.9), (-5.7, -1.9))
    )
    return f'{petals}<circle class="strip__heart" cx="{x:.1f}" cy="{y:.1f}" r="4"/>'
