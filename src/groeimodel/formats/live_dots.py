"""The answers of a room on one screen: a dot for each person, in a heap above 1, 2, 3, 4 and 5."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from math import floor

from groeimodel.formats.chart_parts import short

WIDTH, HEIGHT = 1000.0, 330.0
_COLUMN, _INSIDE, _POT = 200.0, 176.0, 150.0
_LARGEST, _SMALLEST = 44.0, 5.0
ROLES = ("alderman", "officer", "coordinator", "supporter", "other", "")
"""The order in which they lie, from below."""
_SHAPES = {
    "alderman": '<circle cx="{x}" cy="{y}" r="{r}"/>',
    "officer": '<rect x="{left}" y="{top}" width="{d}" height="{d}" rx="{soft}"/>',
}
_OTHER = '<path d="M{x} {high}L{right} {y}L{x} {low}L{west} {y}Z"/>'
_ALL = '<circle cx="{x}" cy="{y}" r="{r}"/>'


def heaps(counts: Mapping[str, Sequence[int]], labels: Sequence[str]) -> str:
    """Five heaps with what each answer means; as large as fits the highest. Each role has a shape of its own; ''
    is everybody together."""
    highest = max((sum(five[n] for five in counts.values()) for n in range(5)), default=0)
    size = _fitting(highest)
    wide = max(1, floor(_INSIDE / size))
    floor_at = max(3, -(-highest // wide)) * size
    drawn: dict[str, list[str]] = {role: [] for role in ROLES}
    for n in range(5):
        there = [role for role in ROLES for _ in range(counts.get(role, (0,) * 5)[n])]
        left = n * _COLUMN + (_COLUMN - min(wide, max(1, len(there))) * size) / 2
        for place, role in enumerate(there):
            x = left + (place % wide + 0.5) * size
            y = floor_at - (place // wide + 0.5) * size
            drawn[role].append(_dot(role, x, y, size * 0.42))
    groups = "".join(
        f'<g class="heap heap--{role or "all"}">{"".join(dots)}</g>' for role, dots in drawn.items() if dots
    )
    axis = "".join(_label(n, label, floor_at) for n, label in enumerate(labels))
    height = floor_at + 74
    return (
        f'<svg class="heaps" viewBox="0 0 {short(WIDTH)} {short(height)}" aria-hidden="true">{groups}'
        f'<path class="heaps__floor" d="M0 {short(floor_at + 2)}H{short(WIDTH)}"/>{axis}</svg>'
    )


def _label(n: int, label: str, floor_at: float) -> str:
    x = short((n + 0.5) * _COLUMN)
    number = f'<text class="heaps__number" x="{x}" y="{short(floor_at + 36)}">{n + 1}</text>'
    return number + f'<text class="heaps__label" x="{x}" y="{short(floor_at + 64)}">{escape(label)}</text>'


def _fitting(highest: int) -> float:
    """The largest dot with which the highest heap fits."""
    size = _LARGEST
    while size > _SMALLEST and floor(_INSIDE / size) * floor(HEIGHT / size) < highest:
        size -= 0.5
    return size


def _dot(role: str, x: float, y: float, r: float) -> str:
    shape = _ALL if role == "" else _SHAPES.get(role, _OTHER)
    return shape.format(
        x=short(x),
        y=short(y),
        r=short(r),
        left=short(x - r),
        top=short(y - r),
        d=short(2 * r),
        soft=short(r / 4),
        high=short(y - r),
        low=short(y + r),
        right=short(x + r),
        west=short(x - r),
    )


def pot(joined: Mapping[str, int], answered: Mapping[str, int]) -> str:
    """Everybody who is there, hollow until they answered: how many, never what."""
    roles = [role for role in ROLES if joined.get(role)]
    people = sum(joined[role] for role in roles)
    if not people:
        return ""
    size = _LARGEST
    while size > _SMALLEST and floor(WIDTH / size) * floor(_POT / size) < people:
        size -= 0.5
    across = floor(WIDTH / size)
    groups, place = [], 0
    for role in roles:
        parts: dict[bool, list[str]] = {True: [], False: []}
        for n in range(joined[role]):
            x, y = (place % across + 0.5) * size, (place // across + 0.5) * size
            parts[n < answered.get(role, 0)].append(_dot(role, x, y, size * 0.36))
            place += 1
        for done, dots in parts.items():
            name = "there" if done else "waiting"
            groups.append(f'<g class="heap heap--{role} heap--{name}">{"".join(dots)}</g>')
    height = ((people - 1) // across + 1) * size
    return f'<svg class="pot" viewBox="0 0 {short(WIDTH)} {short(height)}" aria-hidden="true">{"".join(groups)}</svg>'
