"""Fenced plots: each municipality's own ground, with its own flowers, and a fence foot in its colour."""

from collections.abc import Sequence

from groeimodel.rules.picture.canvas import Dice, number, points, thing
from groeimodel.rules.picture.flowers import Stand, draw_flower
from groeimodel.rules.picture.garden import Flower, Nutrient
from groeimodel.rules.picture.scene import Scene
from groeimodel.rules.picture.spots import outline, polygon

GAP = 12.0


def plots_in_row(scene: Scene, lane: int, depth: float) -> str:
    """The plots that stand in this row of the meadow."""
    place, members = scene.layout, scene.garden.members
    if not members:
        return ""
    rows = len(place.plot_lanes)
    return "".join(
        _terrace(scene, members[at * len(members) // rows : (at + 1) * len(members) // rows], depth)
        for at in range(rows)
        if place.plot_lanes[at] == lane
    )


def _terrace(scene: Scene, row: Sequence[Nutrient], depth: float) -> str:
    left, right = scene.layout.plots
    cell = (right - left) / len(row)
    return "".join(_plot(scene, one, left + cell * at, cell, depth) for at, one in enumerate(row))


def plot_spot(scene: Scene, member: str) -> tuple[float, float]:
    """Middle and width of a member's plot."""
    place, members = scene.layout, scene.garden.members
    rows = len(place.plot_lanes)
    left, right = place.plots
    for at in range(rows):
        row = members[at * len(members) // rows : (at + 1) * len(members) // rows]
        for index, one in enumerate(row):
            if one.id == member:
                cell = (right - left) / len(row)
                return left + cell * (index + 0.5), cell
    raise KeyError(member)


def _plot(scene: Scene, member: Nutrient, x: float, cell: float, depth: float) -> str:
    place, c = scene.layout, scene.colours
    scale = place.scale(depth)
    width = cell - GAP * min(1.0, cell / 100)
    x += (cell - width) / 2
    y = place.at(x + width / 2, depth) - 3
    high = min(42.0, 24 + width * 0.18) * scale
    earth = (
        f'<ellipse cx="{number(x + width / 2)}" cy="{number(y - high * 0.2)}" rx="{number(width / 2 - 1)}" '
        f'ry="{number(high * 0.34)}" fill="{c.tilled}"/>'
    )
    mine = [one for one in scene.garden.flowers if one.plot == member.id]
    grown = (
        f'<g fill="none" stroke="{c.leaf}" stroke-linecap="round">{_flowers(scene, mine, x, y, width, depth)}</g>'
        if mine
        else ""
    )
    fence = thing(_fence(scene, member, x, y, width, high), scene.words["plot"].format(name=member.name))
    return earth + grown + fence


def _flowers(scene: Scene, mine: Sequence[Flower], x: float, y: float, width: float, depth: float) -> str:
    """Up to three rows within the fence; smaller when there are many."""
    rows = 1 if len(mine) <= 3 else 2 if len(mine) <= 8 else 3
    per_row = -(-len(mine) // rows)
    scale = scene.layout.scale(depth)
    size = max(0.22, min(0.8 * scale, (width - 8) / per_row / 48))
    out = []
    ordered = sorted(mine, key=lambda one: (-one.progress, one.id))
    for row in range(rows):
        here = ordered[row * per_row : (row + 1) * per_row]
        here.sort(key=lambda one: Dice("in plot" + one.id)())
        cell = (width - 10) / max(1, len(here))
        shift = (0.18 if row % 2 else -0.18) * cell if rows > 1 else 0
        for at, flower in enumerate(here):
            dice = Dice("stand" + flower.id)
            left = x + 5 + cell * (at + 0.5 + dice(-0.12, 0.12)) + shift
            away = (rows - 1 - row) * 7 * scale
            out.append(
                draw_flower(
                    scene,
                    Stand(
                        flower,
                        left,
                        y - 5 * scale - away,
                        size,
                        rooted=depth == 1 and row == rows - 1,
                        sways=depth == 1 and row == rows - 1 and len(scene.garden.flowers) < 80,
                        low=0.8,
                    ),
                )
            )
    return "".join(out)


def _fence(scene: Scene, member: Nutrient, x: float, y: float, width: float, high: float) -> str:
    c, colour = scene.colours, scene.member_colour(member)
    pickets = max(4, round(width / (high * 0.36)))
    step = width / pickets
    w = step * 0.62
    wood = "".join(
        points(
            "M~ ~v~l~ ~l~ ~v~z",
            x + step * at + (step - w) / 2,
            y,
            -high * 0.86,
            w / 2,
            -high * 0.14,
            w / 2,
            high * 0.14,
            high * 0.86,
        )
        for at in range(pickets)
    )
    rail = points("M~ ~h~M~ ~h~", x, y - high * 0.66, width, x, y - high * 0.3, width)
    foot = high * 0.2
    out = (
        f'<path d="{rail}" stroke="{c.fence_2}" stroke-width="{number(high * 0.1)}"/><path d="{wood}" fill="{c.fence}" stroke="{c.fence_2}" stroke-width=".8"/>'
        f'<path d="{points("M~ ~h~", x - 1, y, width + 2)}" stroke="{colour}" stroke-width="{number(foot)}" stroke-linecap="round"/>'
    )
    if scene.striped(member):
        out += f'<path d="{points("M~ ~h~", x, y, width)}" stroke="{c.fence}" stroke-width="{number(foot)}" stroke-dasharray="3 9"/>'
    size = high * 0.3
    sign = polygon(outline(member), size, (x + width / 2, y - high * 0.5))
    return out + f'<path d="{sign}" fill="{colour}" stroke="{c.fence}" stroke-width="{number(size / 6)}"/>'
