"""Nutrients: each municipality a mineral in the soil with a name, and the threads of exchange between them."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, pi, sin

from groeimodel.rules.picture.canvas import Dice, Point, clean, number, points, text, text_width, thing
from groeimodel.rules.picture.garden import Nutrient, Thread
from groeimodel.rules.picture.scene import Scene
from groeimodel.rules.picture.soil import ground_colour

MOST_THREADS = 70
# From so many members on: rows, radius of a stone, size of a name.
ROWS = ((1, 1, 45.0, 23.0), (7, 2, 31.0, 20.0), (14, 3, 22.0, 17.0), (28, 4, 17.0, 16.0))
TALL_ROWS = ((1, 2, 45.0, 30.0), (5, 3, 42.0, 29.0), (8, 4, 36.0, 27.0), (15, 5, 27.0, 24.0), (24, 7, 22.0, 22.0))


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a nutrient lies, and how large its stone and its name are."""

    member: Nutrient
    x: float
    y: float
    radius: float
    size: float


def spots(scene: Scene) -> list[Spot]:
    """Rows of nutrients, each as far apart as its names need, so that no two names touch."""
    members, place = scene.garden.members, scene.layout
    if not members:
        return []
    table = ROWS if place.width > place.height else TALL_ROWS
    rows, radius, size = next(row[1:] for row in reversed(table) if len(members) >= row[0])
    rows = min(rows, len(members))
    top, bottom = place.ground + 118, place.height - 78
    out: list[Spot] = []
    for at in range(rows):
        row = members[at * len(members) // rows : (at + 1) * len(members) // rows]
        y = (top + bottom) / 2 if rows == 1 else top + (bottom - top) * at / (rows - 1)
        out += _row(row, y, radius, size, scene, shift=at % 2)
    return out


def _row(
    row: Sequence[Nutrient], y: float, radius: float, size: float, scene: Scene, *, shift: int
) -> list[Spot]:
    """One row, spread over the width; the names get smaller when they do not fit."""
    room = scene.layout.width - 2 * 34
    while True:
        widths = [max(2 * radius + 12, text_width(one.name, size)) for one in row]
        gap = (room - sum(widths)) / len(row)
        if gap >= 10 or size <= 11:
            break
        size -= 0.5
    x, out = 34 + gap / 2, []
    for member, width in zip(row, widths, strict=True):
        dice = Dice("spot" + member.id)
        slack = max(0.0, gap - 14)
        away = dice(-0.32, 0.32) * slack + (0.16 if shift else -0.16) * min(slack, 120)
        lift = dice(-1, 1) * (20 if len(row) == len(scene.garden.members) else 5)
        half = width / 2
        at = min(max(x + half + away, 26 + half), scene.layout.width - 26 - half)
        out.append(Spot(member, at, y + lift, radius, size))
        x += width + gap
    return out


def outline(member: Nutrient) -> list[Point]:
    """The corners of a municipality's own stone, on a circle of about one."""
    dice = Dice("stone" + member.id)
    corners = 6 + dice.pick(3)
    start = dice(0, 2 * pi)
    out = []
    for at in range(corners):
        angle = start + (at + dice(-0.24, 0.24)) * 2 * pi / corners
        reach = dice(0.84, 1.12)
        out.append((1.12 * reach * cos(angle), 0.92 * reach * sin(angle)))
    return out


def polygon(corners: Sequence[Point], size: float, centre: Point = (0, 0)) -> str:
    return "M" + "L".join(f"{number(centre[0] + size * x)} {number(centre[1] + size * y)}" for x, y in corners) + "Z"


def minerals(scene: Scene) -> str:
    found = spots(scene)
    return _threads(scene, found) + "".join(_mineral(scene, spot) for spot in found)


def _mineral(scene: Scene, spot: Spot) -> str:
    c, member, r = scene.colours, spot.member, spot.radius
    colour, corners = scene.member_colour(member), outline(spot.member)
    full = member.alderman_seat and member.officer_seat
    inner = [(0.52 * x - 0.08, 0.5 * y - 0.1) for x, y in corners]
    shape = polygon(corners, r)
    if full:
        body = f'<path d="{shape}" fill="{colour}" stroke="{c.name}" stroke-width="{number(1.6 + r / 30)}" stroke-linejoin="round"/>'
        body += _facets(corners, inner, r, c.white, c.shade)
    else:
        faint = ".42" if member.alderman_seat or member.officer_seat else ".16"
        body = (
            f'<path class="garden-empty" d="{shape}" fill="{colour}" fill-opacity="{faint}" stroke="{c.name}" '
            f'stroke-width="{number(2 + r / 34)}" stroke-linejoin="round" stroke-linecap="round" stroke-dasharray="0.1 {number(5 + r / 14)}"/>'
        )
    if scene.striped(member):
        body += _stripes(corners, r, c.name)
    body += _seats(member, r, c.name, colour)
    name = text(member.name, (0, r + spot.size * 1.02 + 3), spot.size, c.name, halo=ground_colour(scene))
    place = points("translate(~ ~)", spot.x, spot.y)
    return thing(body + name, scene.words.member(member), member.link, transform=place)


def _facets(corners: Sequence[Point], inner: Sequence[Point], r: float, light: str, dark: str) -> str:
    """Cut faces: lit from the upper left."""
    lit, shaded = [], []
    for at, (a, b) in enumerate(zip(corners, [*corners[1:], corners[0]], strict=True)):
        c, d = inner[(at + 1) % len(inner)], inner[at]
        facing = (a[0] + b[0]) + 1.4 * (a[1] + b[1])
        if facing < -0.7:
            lit.append(polygon((a, b, c, d), r))
        elif facing > 0.5:
            shaded.append(polygon((a, b, c, d), r))
    return (
        f'<path d="{"".join(lit)}" fill="{light}" fill-opacity=".34"/><path d="{"".join(shaded)}" fill="{dark}" '
        f'fill-opacity=".24"/><path d="{polygon(inner, r)}" fill="{light}" fill-opacity=".13"/>'
    )


def _stripes(corners: Sequence[Point], r: float, colour: str) -> str:
    """Two veins through the stone, for a colour that comes back."""
    left, right = min(corners), max(corners)
    lines = "".join(
        points("M~ ~L~ ~", 0.8 * r * left[0], r * (left[1] * 0.4 + y), 0.8 * r * right[0], r * (right[1] * 0.4 + y))
        for y in (-0.42, 0.42)
    )
    return f'<path d="{lines}" stroke="{colour}" stroke-width="{number(r / 9)}" opacity=".8"/>'


def _seats(member: Nutrient, r: float, colour: str, ground: str) -> str:
    """The two seats: a circle for the alderman, a square for the officer; hollow while empty."""
    s = max(3.4, r * 0.17)
    filled = f'fill="{colour}"'
    hollow = f'fill="none" stroke="{colour}" stroke-width="{number(s / 2.6)}" stroke-dasharray="{number(s / 1.6)}"'
    return (
        f'<circle cx="{number(-1.5 * s)}" cy="0" r="{number(s)}" {filled if member.alderman_seat else hollow}/>'
        f'<path d="M{number(0.6 * s)} {number(-0.9 * s)}h{number(1.8 * s)}v{number(1.8 * s)}h{number(-1.8 * s)}z" '
        f"{filled if member.officer_seat else hollow}/>"
    )


def _threads(scene: Scene, found: Sequence[Spot]) -> str:
    """Mycelium: strands that wander from stone to stone, more and thicker where more is shared."""
    where = {spot.member.id: spot for spot in found}
    known = [one for one in scene.garden.threads if one.a in where and one.b in where and one.a != one.b and one.weight > 0]
    known.sort(key=lambda one: (-one.weight, one.a, one.b))
    drawn = known[:MOST_THREADS]
    out = []
    for one in drawn:
        strands = _strands(one, where[one.a], where[one.b], crowded=len(drawn) > 24)
        width = 1.1 + 1.5 * min(1.0, one.weight)
        title = clean(scene.words.thread(one, scene.members))
        out.append(f'<g stroke-width="{number(width)}"><title>{title}</title><path d="{strands}"/></g>')
    if not out:
        return ""
    faint = ".5" if len(drawn) > 24 else ".72"
    return f'<g fill="none" stroke="{scene.colours.thread}" stroke-linecap="round" opacity="{faint}">{"".join(out)}</g>'


def _strands(thread: Thread, a: Spot, b: Spot, *, crowded: bool) -> str:
    if a.x > b.x:
        a, b = b, a
    dice = Dice(f"thread{min(thread.a, thread.b)}{max(thread.a, thread.b)}")
    count = 1 + round(min(1.0, thread.weight) * (1 if crowded else 3))
    dx, dy = b.x - a.x, b.y - a.y
    far = (dx * dx + dy * dy) ** 0.5
    swing = min(46.0, 12 + far * 0.075)
    parts = []
    for at in range(count):
        side = 1 if at % 2 else -1
        x1, y1 = a.x + dx * 0.3, a.y + dy * 0.3 + side * swing * dice(0.5, 1.3)
        x2, y2 = a.x + dx * 0.7, a.y + dy * 0.7 - side * swing * dice(0.4, 1.2)
        parts.append(points("M~ ~C~ ~ ~ ~ ~ ~", a.x, a.y, x1, y1, x2, y2, b.x, b.y))
        if crowded:
            continue
        for share in (0.27, 0.5, 0.74):  # fine side threads that feel around
            rest = 1 - share
            weights = (rest**3, 3 * rest * rest * share, 3 * rest * share * share, share**3)
            x = sum(w * v for w, v in zip(weights, (a.x, x1, x2, b.x), strict=True))
            y = sum(w * v for w, v in zip(weights, (a.y, y1, y2, b.y), strict=True))
            parts.append(points("M~ ~q~ ~ ~ ~", x, y, dice(6, 14), side * dice(2, 8), dice(16, 30), side * dice(8, 22)))
    return "".join(parts)
