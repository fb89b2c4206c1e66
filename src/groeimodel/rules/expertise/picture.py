"""A soil profile: each nutrient a layer of the ground, with the stones of who brings it and who looks for it.

A full stone brings, a dotted one looks for it; threads of mycelium run from one to the other. A layer that nobody
brings is pale and dry. The same layers always give the same text. See docs/rules/expertise.md.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import sin
from typing import Literal

from groeimodel.rules.expertise import Bringer, Stratum
from groeimodel.rules.picture.canvas import Dice, clean, number, points, text, text_width, thing
from groeimodel.rules.picture.garden import Nutrient as Stone
from groeimodel.rules.picture.minerals import facets
from groeimodel.rules.picture.palette import MEMBER_COLOURS, TEXT_FONT, Colours, Theme, colours, style_of
from groeimodel.rules.picture.spots import outline, polygon

Shape = Literal["wide", "tall"]


@dataclass(frozen=True, slots=True)
class Labels:
    """What is written in the picture, in the language of the reader."""

    title: str
    description: str
    brings: str
    seeks: str
    nobody: str
    """Beside what somebody looks for and nobody brings."""
    quiet: str
    """Beside what nobody spoke of."""
    layers: Mapping[str, str]
    """By the id of a nutrient: who brings it and who looks for it, as a sentence."""
    links: Mapping[str, str]
    """By the id of a nutrient: where a layer leads."""


@dataclass(frozen=True, slots=True)
class Plan:
    """Measures of a shape, in units of the drawing."""

    width: float
    head: float
    """Height of what lies above the ground."""
    name_width: float
    """Room for the names of the nutrients beside the stones; 0: they stand above the stones."""
    left: tuple[float, float]
    """From where to where the stones lie that bring."""
    right: tuple[float, float]
    cell: float
    """Height of a stone with its name."""
    across: int
    """Stones beside each other on one side."""
    radius: float
    size: float
    """Of the names of the stones."""
    title: float
    """Size of the names of the nutrients."""


PLANS: Mapping[Shape, Plan] = {
    "wide": Plan(1120, 118, 262, (270, 660), (730, 1104), 80, 4, 21, 15, 21),
    "tall": Plan(420, 104, 0, (8, 196), (224, 412), 74, 2, 18, 15, 20),
}
PAD, QUIET = 15.0, 46.0
"""Above and below the stones of a layer; the height of a layer without any."""
DEEP = 46.0
"""The water below."""


@dataclass(frozen=True, slots=True)
class Row:
    layer: Stratum
    top: float
    height: float


def draw(
    layers: Sequence[Stratum],
    labels: Labels,
    *,
    shape: Shape = "wide",
    theme: Theme = "auto",
    prefix: str = "e",
) -> str:
    """The profile as a complete SVG without a stylesheet for 'auto': a page links to the garden's own.

    `prefix` keeps two pictures in one page apart. Raises KeyError for a shape, ValueError for a theme that is not there.
    """
    plan, c = PLANS[shape], colours(theme)
    rows, y = [], plan.head
    for layer in layers:
        height = _height(layer, plan)
        rows.append(Row(layer, y, height))
        y += height
    css = "" if theme in ("auto", "print") else f"<style>{style_of(theme)}</style>"
    frame = f"0 0 {plan.width:.0f} {number(y + DEEP)}"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{frame}" class="garden{" garden-auto" if theme == "auto" else ""}" '
        f'role="group" aria-labelledby="{prefix}-title" aria-describedby="{prefix}-desc">'
        f'<title id="{prefix}-title">{clean(labels.title)}</title><desc id="{prefix}-desc">{clean(labels.description)}</desc>'
        f"{css}<defs>{_fades(c, prefix, theme)}</defs>"
        + _sky(plan, c, labels, prefix)
        + "".join(_layer(row, plan, c, labels, at) for at, row in enumerate(rows))
        + _turf(plan, c)
        + _water(plan, c, y)
        + "</svg>\n"
    )


def _lines(count: int, plan: Plan) -> int:
    return -(-count // plan.across)


def _height(layer: Stratum, plan: Plan) -> float:
    lines = max(_lines(len(layer.givers), plan), _lines(len(layer.takers), plan))
    above = 0.0 if plan.name_width else plan.title * 1.5
    return (lines * plan.cell + 2 * PAD + above) if lines else QUIET + above


def _fades(c: Colours, prefix: str, theme: Theme) -> str:
    css = ' class="garden-auto"' if theme == "auto" else ""
    return (
        f'<linearGradient id="{prefix}-sky" x1="0" y1="0" x2="0" y2="1"{css}><stop offset="0" stop-color="{c.sky_1}"/>'
        f'<stop offset="1" stop-color="{c.sky_3}"/></linearGradient>'
    )


def _sky(plan: Plan, c: Colours, labels: Labels, prefix: str) -> str:
    """Above the ground: what a full and a dotted stone mean."""
    y = plan.head - 62
    out = [f'<rect width="{plan.width:.0f}" height="{number(plan.head + 12)}" fill="url(#{prefix}-sky)"/>']
    for (start, end), label, full in ((plan.left, labels.brings, True), (plan.right, labels.seeks, False)):
        size = plan.title
        width = text_width(label, size) + 30
        x = (start + end) / 2 - width / 2
        stone = _stone(Bringer("legend", ""), c, 11, c.leaf, full=full, ground=c.cloud)
        out.append(f'<g transform="translate({number(x + 10)} {number(y - 6)})">{stone}</g>')
        out.append(text(label, (x + 30, y), size, c.label, anchor="start", head=True))
    return "".join(out)


def _crest(x: float, y: float, seed: float) -> float:
    return y + 4.5 * sin(x / 97 + seed) + 2.5 * sin(x / 31 + seed * 2)


def _edge(plan: Plan, y: float, at: int) -> str:
    """The wavy upper edge of a layer, from left to right."""
    step = 20
    along = range(0, int(plan.width) + step, step)
    return " ".join(points("~ ~", x, _crest(x, y, at * 1.7)) for x in along)


def _layer(row: Row, plan: Plan, c: Colours, labels: Labels, at: int) -> str:
    layer, bottom = row.layer, row.top + row.height + 14
    fill = c.soil_1_mid if layer.missing else (c.soil_4_mid, c.soil_2_mid)[at % 2]
    edge = _edge(plan, row.top, at)
    body = [f'<path d="M{edge}V{number(bottom)}H0Z" fill="{fill}"/>', _grain(row, plan, c)]
    if at:
        body.append(f'<path d="M{edge}" fill="none" stroke="{c.soil_4_deep}" stroke-width="3" opacity=".5"/>')
    if layer.missing:
        body.append(_cracks(row, plan, c))
    body += [_threads(row, plan, c), *_stones(row, plan, c, fill), _title(row, plan, c, labels)]
    sentence = labels.layers.get(layer.nutrient.id, layer.nutrient.name)
    return thing("".join(body), sentence, labels.links.get(layer.nutrient.id, ""))


def _title(row: Row, plan: Plan, c: Colours, labels: Labels) -> str:
    """The name of the nutrient, in two lines where it needs them, and what lacks."""
    layer = row.layer
    room = (plan.name_width or plan.width) - 34
    lines = _wrapped(layer.nutrient.name, plan.title, room)
    middle = row.top + row.height / 2
    y = middle + 7 - (len(lines) - 1) * plan.title * 0.58 if plan.name_width else row.top + plan.title * 1.35
    out = [
        text(line, (20 if plan.name_width else 14, y + at * plan.title * 1.16), plan.title, c.name, anchor="start", head=True)
        for at, line in enumerate(lines)
    ]  # fmt: skip
    if layer.missing:
        said = labels.nobody if layer.wanted else labels.quiet
        centre = (plan.left[0] + plan.left[1]) / 2
        low = middle + 5 if plan.name_width else (row.top + plan.title * 1.5 + row.height + row.top) / 2 + 5
        out.append(text(said, (centre, low), plan.size + 1, c.name))
    return "".join(out)


def _wrapped(name: str, size: float, room: float) -> list[str]:
    lines = [""]
    for word in name.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and text_width(longer, size) > room:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def _grain(row: Row, plan: Plan, c: Colours) -> str:
    """Crumbs: humus where somebody brings it, little where not."""
    dice = Dice("grain" + row.layer.nutrient.id)
    count = int(plan.width * row.height / (9000 if row.layer.missing else 3200))
    dots = "".join(
        points("M~ ~h~", dice(4, plan.width - 4), row.top + dice(12, max(13, row.height)), dice(0.2, 3))
        for _one in range(count)
    )
    return (
        f'<path d="{dots}" stroke="{c.crumb_2}" stroke-width="3" stroke-linecap="round" opacity=".45"/>'
        if dots
        else ""
    )


def _cracks(row: Row, plan: Plan, c: Colours) -> str:
    """Dry ground splits open."""
    dice, paths = Dice("dry" + row.layer.nutrient.id), []
    for at in range(int(plan.width / 62)):
        x = plan.width * (at + dice(0.15, 0.85)) / int(plan.width / 62)
        a, b = dice(-7, 7), dice(-7, 7)
        paths.append(points("M~ ~l~ 9l~ 8", x, _crest(x, row.top, 0) + 3, a, b))
    return (
        f'<path d="{"".join(paths)}" fill="none" stroke="{c.soil_0_deep}" stroke-width="2.2" '
        f'stroke-linejoin="round" opacity=".8"/>'
    )


def _places(count: int, side: tuple[float, float], row: Row, plan: Plan) -> list[tuple[float, float]]:
    """Centres of the stones of one side: lines of equal length, in the middle of the layer's height."""
    lines = _lines(count, plan)
    if not lines:
        return []
    above = 0.0 if plan.name_width else plan.title * 1.5
    room = row.height - above - lines * plan.cell
    top = row.top + above + room / 2 + plan.radius + 4
    cell = (side[1] - side[0]) / plan.across
    out = []
    for at in range(count):
        line, place = divmod(at, plan.across)
        here = min(plan.across, count - line * plan.across)
        start = (side[0] + side[1]) / 2 - here * cell / 2
        out.append((start + (place + 0.5) * cell, top + line * plan.cell))
    return out


def _threads(row: Row, plan: Plan, c: Colours) -> str:
    """Mycelium: from every full stone to a knot in the middle, and from there to every dotted one."""
    layer = row.layer
    if not layer.givers or not layer.takers:
        return ""
    given = _places(len(layer.givers), plan.left, row, plan)
    taken = _places(len(layer.takers), plan.right, row, plan)
    dice = Dice("thread" + layer.nutrient.id)
    knot_x = (plan.left[1] + plan.right[0]) / 2
    knot_y = sum(y for _x, y in given + taken) / len(given + taken)
    strands = []
    for x, y in given + taken:
        bow = dice(-9, 9)
        strands.append(
            points(
                "M~ ~C~ ~ ~ ~ ~ ~",
                *(x, y, x + (knot_x - x) * 0.4, y + bow),
                *(x + (knot_x - x) * 0.75, knot_y - bow, knot_x, knot_y),
            )
        )
    feelers = "".join(
        points("M~ ~q~ ~ ~ ~", knot_x, knot_y, dice(-9, 9), dice(-14, 14), dice(-16, 16), dice(-20, 20))
        for _one in range(5)
    )
    return (
        f'<g fill="none" stroke="{c.thread}" stroke-linecap="round" opacity=".75"><path d="{"".join(strands)}" stroke-width="2"/>'
        f'<path d="{feelers}" stroke-width="1.1"/></g>'
    )


def _stones(row: Row, plan: Plan, c: Colours, ground: str) -> list[str]:
    out = []
    sides = ((row.layer.givers, plan.left, True), (row.layer.takers, plan.right, False))
    for members, side, full in sides:
        places = _places(len(members), side, row, plan)
        room = (side[1] - side[0]) / plan.across - 4
        for member, (x, y) in zip(members, places, strict=True):
            colour = c[f"member_{member.colour % len(MEMBER_COLOURS)}"]
            stone = _stone(member, c, plan.radius, colour, full=full, ground=ground)
            name, size = _fitted(member.name, plan.size, room)
            label = (
                f'<text y="{number(plan.radius + size + 5)}" font-family="{TEXT_FONT}" font-size="{number(size)}" fill="{c.name}" '
                f'stroke="{c.soil_4_deep}" stroke-width="{number(size / 4)}" stroke-linejoin="round" paint-order="stroke" '
                f'text-anchor="middle">{clean(name)}</text>'
            )
            out.append(f'<g transform="translate({number(x)} {number(y)})">{stone}{label}</g>')
    return out


def _fitted(name: str, size: float, room: float) -> tuple[str, float]:
    """A name in the room there is: smaller at first, then cut off."""
    while text_width(name, size) > room and size > 12.5:
        size -= 0.5
    while text_width(name, size) > room and len(name) > 4:
        name = name[:-2].rstrip() + "…"
    return name, size


def _stone(member: Bringer, c: Colours, r: float, colour: str, *, full: bool, ground: str) -> str:
    """The municipality's own stone, of the same shape as in the garden."""
    corners = outline(Stone(member.id, member.name, member.colour, True, True))
    shape = polygon(corners, r)
    if full:
        inner = [(0.52 * x - 0.08, 0.5 * y - 0.1) for x, y in corners]
        body = f'<path d="{shape}" fill="{colour}" stroke="{c.name}" stroke-width="1.6" stroke-linejoin="round"/>'
        return body + facets(corners, inner, r, c.white, c.shade)
    return (
        f'<path d="{shape}" fill="{ground}" stroke="{colour}" stroke-width="3.2" stroke-linejoin="round" '
        f'stroke-linecap="round" stroke-dasharray="0.1 {number(r / 3.2)}"/>'
    )


def _turf(plan: Plan, c: Colours) -> str:
    """Grass and a few flowers on top: what grows when the ground is fed."""
    dice, y = Dice("turf"), plan.head
    edge = _edge(plan, y - 12, 9)
    back = " ".join(points("~ ~", x, _crest(x, y + 8, 4)) for x in range(int(plan.width) + 20, -20, -20))
    out = [f'<path d="M{edge}L{back}Z" fill="{c.band_5}"/>']
    blades = "".join(
        points("M~ ~q~ ~ ~ ~", x, _crest(x, y - 10, 15.3), dice(-2, 2), -6, dice(-5, 5), dice(-15, -7))
        for x in range(4, int(plan.width), 9)
    )
    out.append(f'<path d="{blades}" fill="none" stroke="{c.blade}" stroke-width="2" stroke-linecap="round"/>')
    for at in range(int(plan.width / 74)):
        x = (at + dice(0.2, 0.8)) * 74
        top = _crest(x, y - 10, 15.3) - dice(12, 24)
        out.append(
            f'<path d="{points("M~ ~V~", x, y - 6, top)}" stroke="{c.leaf}" stroke-width="2.2" fill="none"/>'
        )
        petal = (c.daisy, c.poppy, c.corn, c.mallow)[at % 4]
        leaves = "".join(
            f'<circle cx="{number(x + dx)}" cy="{number(top + dy)}" r="3.6" fill="{petal}"/>'
            for dx, dy in ((0, -3.6), (3.4, -1.1), (2.1, 2.9), (-2.1, 2.9), (-3.4, -1.1))
        )
        out.append(f'{leaves}<circle cx="{number(x)}" cy="{number(top)}" r="2.5" fill="{c.heart}"/>')
    return f'<g aria-hidden="true">{"".join(out)}</g>'


def _water(plan: Plan, c: Colours, y: float) -> str:
    edge = _edge(plan, y + 4, 3)
    return (
        f'<g aria-hidden="true"><path d="M{edge}V{number(y + DEEP)}H0Z" fill="{c.water}"/>'
        f'<path d="M{edge}" fill="none" stroke="{c.water_line}" stroke-width="2.5"/></g>'
    )
