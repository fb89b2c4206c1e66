"""Nutrients: each municipality a mineral in the soil, with its own shape, colour and name."""

from collections.abc import Sequence

from groeimodel.rules.picture.canvas import Point, clean, number, points, thing
from groeimodel.rules.picture.garden import Nutrient
from groeimodel.rules.picture.palette import TEXT_FONT, brightness
from groeimodel.rules.picture.scene import Scene
from groeimodel.rules.picture.soil import ground_colour, level
from groeimodel.rules.picture.spots import Spot, outline, polygon


def minerals(scene: Scene) -> str:
    c = scene.colours
    stones = "".join(_mineral(scene, spot) for spot in scene.spots)
    return (
        f'<g font-family="{TEXT_FONT}" text-anchor="middle" stroke="{c.name}">{stones}</g>' if stones else ""
    )


def _mineral(scene: Scene, spot: Spot) -> str:
    c, member, r = scene.colours, spot.member, spot.radius
    colour, corners = scene.member_colour(member), outline(spot.member)
    full = member.alderman_seat and member.officer_seat
    inner = [(0.52 * x - 0.08, 0.5 * y - 0.1) for x, y in corners]
    shape = polygon(corners, r)
    if full:
        body = f'<path d="{shape}" fill="{colour}" stroke-width="{number(1.6 + r / 30)}" stroke-linejoin="round"/>'
        body += facets(corners, inner, r, c.white, c.shade)
    else:
        faint = ".42" if member.alderman_seat or member.officer_seat else ".16"
        ground = scene.colours[f"soil_{level(scene.garden.soil_health)}_mid"]
        body = f'<path d="{shape}" fill="{ground}" stroke="none"/>'  # so that threads do not show through
        body += (
            f'<path class="garden-empty" d="{shape}" fill="{colour}" fill-opacity="{faint}" '
            f'stroke-width="{number(2 + r / 34)}" stroke-linejoin="round" stroke-linecap="round" stroke-dasharray="0.1 {number(5 + r / 14)}"/>'
        )
    if scene.striped(member):
        body += _stripes(corners, r)
    body += _seats(member, r, c.shade if full and brightness(colour) > 0.42 else c.name)
    name = (
        f'<text y="{number(r + spot.size * 1.02 + 3)}" font-size="{number(spot.size)}" fill="{c.name}" stroke="{ground_colour(scene)}" '
        f'stroke-width="{number(spot.size / 4)}" stroke-linejoin="round" paint-order="stroke">{clean(member.name)}</text>'
    )
    place = points("translate(~ ~)", spot.x, spot.y)
    return thing(body + name, scene.words.member(member), member.link, transform=place)


def facets(corners: Sequence[Point], inner: Sequence[Point], r: float, light: str, dark: str) -> str:
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
        f'<g stroke="none"><path d="{"".join(lit)}" fill="{light}" fill-opacity=".34"/><path d="{"".join(shaded)}" fill="{dark}" '
        f'fill-opacity=".24"/><path d="{polygon(inner, r)}" fill="{light}" fill-opacity=".13"/></g>'
    )


def _stripes(corners: Sequence[Point], r: float) -> str:
    """Two veins through the stone, for a colour that comes back."""
    left, right = min(corners), max(corners)
    lines = "".join(
        points(
            "M~ ~L~ ~",
            0.8 * r * left[0],
            r * (left[1] * 0.4 + y),
            0.8 * r * right[0],
            r * (right[1] * 0.4 + y),
        )
        for y in (-0.42, 0.42)
    )
    return f'<path d="{lines}" stroke-width="{number(r / 9)}" opacity=".8"/>'


def _seats(member: Nutrient, r: float, colour: str) -> str:
    """The two seats: a circle for the alderman, a square for the officer; hollow while empty."""
    s = max(3.4, r * 0.17)
    filled = f'fill="{colour}" stroke="none"'
    hollow = (
        f'fill="none" stroke="{colour}" stroke-width="{number(s / 2.6)}" stroke-dasharray="{number(s / 1.6)}"'
    )
    return (
        f'<circle cx="{number(-1.5 * s)}" cy="0" r="{number(s)}" {filled if member.alderman_seat else hollow}/>'
        f'<path d="M{number(0.6 * s)} {number(-0.9 * s)}h{number(1.8 * s)}v{number(1.8 * s)}h{number(-1.8 * s)}z" '
        f"{filled if member.officer_seat else hollow}/>"
    )
