"""The charts of the gauge of expectations: a dial, its course, and the map of importance and fulfilment."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import cos, pi, sin

from groeimodel.formats.chart_parts import Canvas, element, short

LOWEST, HIGHEST = 1.0, 5.0
_MAP_HEIGHT, _TOP, _FOOT = 460.0, 14.0, 46.0
_RADIUS = 14.0
_NEAR_ACROSS, _NEAR_DOWN = 9.5, 29.0
"""Points nearer than this, in hundredths of the width (of a phone) and in pixels, would hide each other's number."""


def dial(value: float | None, *, before: float | None = None) -> str:
    """Half a circle, filled as far as the value of 0 to 100; a notch where it stood before. The page says the figure."""
    arc = '<path d="M12 62A48 48 0 0 1 108 62" pathLength="100" {}/>'
    parts = [arc.format('class="dial__track"')]
    if value is not None:
        parts.append(arc.format(f'class="dial__value" stroke-dasharray="{short(max(value, 0.5))} 200"'))
    if before is not None:
        at = pi * (1 - before / 100)
        ends = [f"{short(60 + r * cos(at))} {short(62 - r * sin(at))}" for r in (37, 59)]
        parts.append(f'<path d="M{ends[0]}L{ends[1]}" class="dial__before"/>')
    return f'<svg class="dial" viewBox="0 0 120 68" aria-hidden="true">{"".join(parts)}</svg>'


def course(values: Sequence[float | None]) -> str:
    """A small line of the figure over the rounds, oldest first; empty with fewer than two."""
    there = [(at, value) for at, value in enumerate(values) if value is not None]
    if len(there) < 2:
        return ""
    step = 112 / (len(values) - 1)
    spots = [(4 + at * step, 28 - value * 0.24) for at, value in there]
    line = "".join(f"M{short(a)} {short(b)}L{short(c)} {short(d)}" for (a, b), (c, d) in pairwise(spots))
    x, y = spots[-1]
    return (
        f'<svg class="course" viewBox="0 0 120 32" aria-hidden="true"><path d="{line}"/>'
        f'<circle cx="{short(x)}" cy="{short(y)}" r="3.6"/></svg>'
    )


@dataclass(frozen=True, slots=True)
class Point:
    """One expectation on the map, by its number in the list beside it; both values 1 to 5."""

    number: int
    text: str
    importance: float
    fulfilment: float
    talk: bool
    """Whether it stands in the corner to talk about."""


def importance_map(
    points: Sequence[Point], labels: Mapping[str, str], *, width: float | None = None, key: str = "map"
) -> str:
    """Importance upwards, fulfilment to the right, the cross in the middle of both scales.

    `labels`: title, up, across, cross, and the four corners talk, keep, later and extra.
    """
    canvas = Canvas(width, margin=7)
    ink = canvas.palette
    bottom = _MAP_HEIGHT - _FOOT
    canvas.add(
        "rect",
        x=canvas.x(0),
        y=_TOP,
        width=canvas.span(50),
        height=(bottom - _TOP) / 2,
        fill=ink.talk,
        fill_opacity=0.1,
    )
    for value in range(1, 6):
        across, up = _across(value), _up(value)
        middle = value == 3
        line = ink.line if middle else ink.track
        thick = 1.5 if middle else 1
        canvas.add(
            "line",
            x1=canvas.x(across),
            x2=canvas.x(across),
            y1=_TOP,
            y2=bottom,
            stroke=line,
            stroke_width=thick,
        )
        canvas.add("line", x1=canvas.x(0), x2=canvas.x(100), y1=up, y2=up, stroke=line, stroke_width=thick)
        canvas.text(canvas.x(across), bottom + 18, str(value), size=13, fill=ink.soft, anchor="middle")
        canvas.text(canvas.x(0), up + 5, str(value), size=13, fill=ink.soft, anchor="end", dx=-8)
    for name, x, y, anchor, dx in (
        ("talk", 0, _TOP + 18, "start", 8),
        ("keep", 100, _TOP + 18, "end", -8),
        ("later", 0, bottom - 9, "start", 8),
        ("extra", 100, bottom - 9, "end", -8),
    ):
        weight = "700" if name == "talk" else "500"
        canvas.text(canvas.x(x), y, labels[name], size=14, weight=weight, anchor=anchor, dx=dx)
    canvas.text(canvas.x(50), bottom + 40, labels["across"], size=14, fill=ink.soft, anchor="middle")
    for point, across, up in _apart(points):
        canvas.at(canvas.x(across), up, _numbered(point, ink.talk, ink.ink, ink.surface))
    desc = " ".join(
        f"{one.number}. {one.text}: {short(round(one.importance, 1))}, {short(round(one.fulfilment, 1))}."
        for one in points
    )
    return canvas.svg(_MAP_HEIGHT, key=key, title=labels["title"], desc=f"{labels['cross']} {desc}")


def _numbered(point: Point, talk: str, ink: str, surface: str) -> str:
    fill = talk if point.talk else ink
    shape = (
        element(
            "rect",
            x=-_RADIUS,
            y=-_RADIUS,
            width=2 * _RADIUS,
            height=2 * _RADIUS,
            rx=5,
            fill=fill,
            stroke=surface,
            stroke_width=2,
        )
        if point.talk
        else element("circle", r=_RADIUS, fill=fill, stroke=surface, stroke_width=2)
    )
    number = element(
        "text", y=5, size=14, weight="700", anchor="middle", fill=surface, inside=str(point.number)
    )
    return shape + number


def _apart(points: Sequence[Point]) -> list[tuple[Point, float, float]]:
    """Where each point stands: hundredths across, pixels down. What would lie on another one moves down or up, whichever is free and nearer."""
    placed: list[tuple[Point, float, float]] = []
    for one in points:
        across, up = _across(one.fulfilment), _up(one.importance)
        tries = [up + side * step * _NEAR_DOWN for step in range(12) for side in (1, -1)]
        inside = [y for y in tries if _TOP + _RADIUS <= y <= _MAP_HEIGHT - _FOOT - _RADIUS] or [up]
        free = [y for y in inside if not any(_hides(across, y, other) for other in placed)]
        placed.append((one, across, (free or inside)[0]))
    return placed


def _hides(across: float, down: float, other: tuple[Point, float, float]) -> bool:
    return abs(across - other[1]) < _NEAR_ACROSS and abs(down - other[2]) < _NEAR_DOWN


def _across(value: float) -> float:
    return (value - LOWEST) / (HIGHEST - LOWEST) * 100


def _up(value: float) -> float:
    return _MAP_HEIGHT - _FOOT - (value - LOWEST) / (HIGHEST - LOWEST) * (_MAP_HEIGHT - _FOOT - _TOP)


@dataclass(frozen=True, slots=True)
class Line:
    """One course of 0 to 100 in a picture over time."""

    name: str
    mark: str
    """'circle' or 'square'; a square's line is dashed, so that no colour is needed."""
    values: Sequence[float]


def over_time(
    days: Sequence[int], names: Sequence[str], lines: Sequence[Line], *, title: str, key: str = "course"
) -> str:
    """Courses over days, oldest first; the first and last day are named, and each line at its end in the legend."""
    canvas = Canvas(None, margin=7)
    ink = canvas.palette
    colours = {"circle": ink.layers["meadow"], "square": ink.layers["soil"]}
    span = max(days[-1] - days[0], 1)
    top, high = 12.0, 200.0

    def up(value: float) -> float:
        return top + high - value / 100 * high

    for value in (0, 50, 100):
        canvas.add("line", x1=canvas.x(0), x2=canvas.x(100), y1=up(value), y2=up(value), stroke=ink.track)
        canvas.text(canvas.x(0), up(value) + 4, str(value), size=12, fill=ink.soft, anchor="end", dx=-8)
    for line in lines:
        spots = [
            ((day - days[0]) / span * 100, up(value)) for day, value in zip(days, line.values, strict=True)
        ]
        dash = {"stroke_dasharray": "7 6"} if line.mark == "square" else {}
        for (x1, y1), (x2, y2) in pairwise(spots):
            canvas.add(
                "line",
                x1=canvas.x(x1),
                x2=canvas.x(x2),
                y1=y1,
                y2=y2,
                stroke=colours[line.mark],
                stroke_width=3,
                **dash,
            )
        for x, y in spots:
            canvas.mark(line.mark, canvas.x(x), y, colours[line.mark])
    canvas.text(canvas.x(0), top + high + 24, names[0], size=13, fill=ink.soft)
    canvas.text(canvas.x(100), top + high + 24, names[-1], size=13, fill=ink.soft, anchor="end")
    for at, line in enumerate(lines):
        canvas.mark(line.mark, canvas.across(9 + at * 38), top + high + 50, colours[line.mark])
        canvas.text(canvas.across(9 + at * 38), top + high + 55, line.name, size=14, dx=13)
    told = "; ".join(
        f"{name}: " + ", ".join(f"{line.name} {round(line.values[at])}" for line in lines)
        for at, name in enumerate(names)
    )
    return canvas.svg(top + high + 64, key=key, title=title, desc=told + ".")
