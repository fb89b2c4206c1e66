"""A figure over the years that is known between two numbers, as SVG. No script, no inline style."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from groeimodel.formats.chart_parts import Canvas

HIGH, TOP, FOOT = 110.0, 24.0, 24.0


@dataclass(frozen=True, slots=True)
class Range:
    """One year: between which two numbers, or None where it stays away; with the words for it."""

    label: str
    low: int | None
    high: int | None
    text: str


def ranges(years: Sequence[Range], *, layer: str, title: str, key: str, width: float | None = None) -> str:
    """Bars that are solid up to the lowest number and light up to the highest: what lies between is not known.

    `layer` gives the colour: 'soil', 'meadow', 'shop', or none.
    """
    canvas = Canvas(width)
    ink = canvas.palette
    top = max([one.high for one in years if one.high is not None], default=1)
    step = 100 / max(1, len(years))
    ground = TOP + HIGH
    for at, one in enumerate(years):
        middle = canvas.across((at + 0.5) * step)
        if one.low is None or one.high is None:
            canvas.text(middle, ground - 8, "–", size=16, fill=ink.soft, anchor="middle")
        else:
            low, high = HIGH * one.low / top, HIGH * one.high / top
            left, wide = canvas.across((at + 0.22) * step), canvas.across(0.56 * step)
            colour = ink.layers.get(layer, ink.line)
            canvas.add("rect", css="range-known", x=left, y=ground - low, width=wide, height=low, fill=colour)
            canvas.add(
                "rect", css="range-between", x=left, y=ground - high, width=wide, height=high - low,
                fill=colour, fill_opacity=0.35, stroke=colour, stroke_width=1, stroke_dasharray="3 3",
            )  # fmt: skip
            canvas.text(middle, ground - high - 7, one.text, size=13, weight="700", anchor="middle")
        canvas.text(middle, ground + 17, one.label, size=13, fill=ink.soft, anchor="middle")
    canvas.add(
        "line",
        x1=canvas.across(0),
        x2=canvas.across(100),
        y1=ground,
        y2=ground,
        stroke=ink.line,
        stroke_width=1.5,
    )
    desc = " ".join(f"{one.label}: {one.text}." for one in years)
    return canvas.svg(TOP + HIGH + FOOT, key=key, title=title, desc=desc)
