"""What became of each species of actions, as bars: picked, running, composted. Marks differ in shape, not in colour alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from groeimodel.formats.chart_parts import Canvas, element

_ROW, _BAR, _TOP, _FOOT = 58.0, 24.0, 6.0, 34.0


@dataclass(frozen=True, slots=True)
class Bar:
    """One species; the three together are what was tried."""

    name: str
    picked: int
    running: int
    composted: int

    @property
    def tried(self) -> int:
        return self.picked + self.running + self.composted


def species_bars(
    bars: Sequence[Bar], labels: Mapping[str, str], *, width: float | None = None, key: str = "species"
) -> str:
    """A bar a species, as long as it was tried; the figures stand in the bars and in the description.

    `labels`: title, picked, running, composted.
    """
    canvas = Canvas(width, margin=1)
    ink = canvas.palette
    most = max((bar.tried for bar in bars), default=0) or 1
    for at, bar in enumerate(bars):
        top = _TOP + at * _ROW
        canvas.text(canvas.x(0), top + 15, bar.name, size=15, weight="650")
        canvas.text(canvas.x(100), top + 15, str(bar.tried), size=15, anchor="end", fill=ink.soft)
        start = 0.0
        for name, count in _parts(bar):
            if count:
                size = 100 * count / most
                _segment(canvas, name, (start, size), top + 22, count)
                start += size
    foot = _TOP + len(bars) * _ROW + 16
    for at, name in enumerate(("picked", "running", "composted")):
        x = canvas.x(at * 34)
        canvas.at(x, foot - 5, _mark(canvas, name))
        canvas.text(x, foot, labels[name], size=14, dx=18)
    told = " ".join(
        f"{bar.name}: " + ", ".join(f"{labels[name]} {count}" for name, count in _parts(bar)) + "."
        for bar in bars
    )
    return canvas.svg(_TOP + len(bars) * _ROW + _FOOT, key=key, title=labels["title"], desc=told)


def _parts(bar: Bar) -> tuple[tuple[str, int], ...]:
    return ("picked", bar.picked), ("running", bar.running), ("composted", bar.composted)


def _look(canvas: Canvas, name: str) -> dict[str, Any]:
    """Picked is full, running is open, composted is dashed."""
    ink = canvas.palette
    looks: dict[str, dict[str, Any]] = {
        "picked": {"fill": ink.layers["meadow"], "stroke": ink.layers["meadow"]},
        "running": {"fill": ink.surface, "stroke": ink.layers["meadow"]},
        "composted": {"fill": ink.track, "stroke": ink.layers["soil"], "stroke_dasharray": "4 3"},
    }
    return {**looks[name], "stroke_width": 2.0}


def _segment(canvas: Canvas, name: str, place: tuple[float, float], top: float, count: int) -> None:
    start, size = place
    canvas.add(
        "rect",
        x=canvas.x(start),
        y=top,
        width=canvas.span(size),
        height=_BAR,
        rx=3.0,
        **_look(canvas, name),
    )
    colour = canvas.palette.surface if name == "picked" else canvas.palette.ink
    canvas.text(
        canvas.x(start + size / 2), top + 17, str(count), size=14, weight="700", anchor="middle", fill=colour
    )


def _mark(canvas: Canvas, name: str) -> str:
    return element("rect", x=0.0, y=-6.0, width=12.0, height=12.0, rx=2.0, **_look(canvas, name))
