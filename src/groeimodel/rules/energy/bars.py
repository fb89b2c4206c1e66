"""Bars for each half-year of one municipality, as SVG: a small multiple with a scale of its own.

The colours are classes (`energy__meetings` and so on), so that a page gives them its own by day and by night; edges keep the
kinds apart, and the same figures stand in a table beside it. Words come from outside.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from groeimodel.rules.energy import WEIGHTS, Kind, Row

WIDTH, HEIGHT, FOOT = 240.0, 96.0, 16.0
ORDER = (Kind.HOURS, Kind.QUESTIONS, Kind.KNOWLEDGE, Kind.MEETINGS)
"""From the ground up."""


def bars(rows: Sequence[Row], labels: Sequence[str], title: str) -> str:
    """The picture; `labels` are short names of the half-years, `title` says it all in words."""
    top = max([one.points for one in rows], default=0.0)
    step = WIDTH / max(1, len(rows))
    out = [
        _bar(row, at * step, step, top) + _label(labels[at], at * step + step / 2)
        for at, row in enumerate(rows)
    ]
    ground = f'<path class="energy__ground" d="M0 {HEIGHT - FOOT:.0f}H{WIDTH:.0f}"/>'
    return (
        f'<svg class="energy__bars" viewBox="0 0 {WIDTH:.0f} {HEIGHT:.0f}" role="img" aria-label="{escape(title, quote=True)}">'
        f"{''.join(out)}{ground}</svg>"
    )


def _bar(row: Row, left: float, step: float, top: float) -> str:
    floor, room, parts = HEIGHT - FOOT, HEIGHT - FOOT - 6, []
    for kind in ORDER:
        high = room * WEIGHTS[kind] * row.amounts[kind] / top if top else 0.0
        if high > 0:
            floor -= high
            parts.append(
                f'<rect class="energy__{kind}" x="{left + step * 0.18:.1f}" y="{floor:.1f}" '
                f'width="{step * 0.64:.1f}" height="{high:.1f}"/>'
            )
    return "".join(parts)


def _label(label: str, middle: float) -> str:
    return f'<text class="energy__label" x="{middle:.1f}" y="{HEIGHT - 3:.0f}" text-anchor="middle">{escape(label)}</text>'
