"""Cycles beside each other on one line of time, as SVG text; the same stands beside it as a table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from groeimodel.formats.chart_parts import Canvas

ROW, TOP, BAR = 62.0, 30.0, 20.0
COLOURS = ("shop", "meadow", "soil")


@dataclass(frozen=True, slots=True)
class Bar:
    """One cycle as it is drawn."""

    title: str
    told: str
    """Its days in words, with how sure they are."""
    starts: date
    ends: date
    sure: bool
    days: tuple[date, ...] = ()
    """Marked with a sign."""


def cycles_chart(
    bars: Sequence[Bar],
    today: date,
    labels: Mapping[str, str],
    *,
    width: float | None = None,
    key: str = "cycles",
) -> str:
    """From the first of January of the first year to the last day of the last one. At least one bar.

    `labels` has 'title' and 'today'. What is not sure has a dashed edge.
    """
    first = date(min(one.starts for one in bars).year, 1, 1)
    last = date(max(one.ends for one in bars).year, 12, 31)
    length = (last - first).days + 1

    def place(day: date, *, after: bool = False) -> float:
        return 100 * ((min(max(day, first), last) - first).days + after) / length

    canvas = Canvas(width)
    foot = TOP + ROW * len(bars)
    for year in range(first.year, last.year + 1):
        at = canvas.x(place(date(year, 1, 1)))
        canvas.add("line", x1=at, x2=at, y1=18.0, y2=foot, stroke=canvas.palette.track, stroke_width=1)
        canvas.text(at, 12, str(year), size=12, fill=canvas.palette.soft, dx=2)
    for row, one in enumerate(bars):
        _bar(
            canvas,
            one,
            TOP + row * ROW,
            COLOURS[row % len(COLOURS)],
            place(one.starts),
            place(one.ends, after=True),
        )
        for day in one.days:
            if first <= day <= last:
                canvas.mark("diamond", canvas.x(place(day)), TOP + row * ROW + 34, canvas.palette.ink)
    if first <= today <= last:
        share = place(today)
        at = canvas.x(share)
        canvas.add(
            "line",
            x1=at,
            x2=at,
            y1=18.0,
            y2=foot,
            stroke=canvas.palette.talk,
            stroke_width=2,
            stroke_dasharray="5 4",
        )
        side = "end" if share > 80 else "start"
        canvas.text(
            at, foot + 14, labels["today"], size=13, weight="700", fill=canvas.palette.talk, anchor=side
        )
    desc = " ".join(f"{one.title}: {one.told}." for one in bars)
    return canvas.svg(foot + 20, key=key, title=labels["title"], desc=desc)


def _bar(canvas: Canvas, one: Bar, y: float, layer: str, starts: float, ends: float) -> None:
    colour = canvas.palette.layers[layer]
    anchor, at = ("end", ends) if starts > 45 else ("start", starts)
    canvas.text(canvas.x(at), y + 16, one.title, size=14, weight="700", anchor=anchor)
    canvas.add(
        "rect",
        css=f"chart-{layer}",
        x=canvas.x(starts),
        y=y + 24,
        width=canvas.span(ends - starts),
        height=BAR,
        rx=5,
        fill=colour,
        fill_opacity=0.75 if one.sure else 0.3,
        stroke=colour,
        stroke_width=1.5,
        stroke_dasharray="none" if one.sure else "6 4",
    )
