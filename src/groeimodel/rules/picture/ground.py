"""What lies and sprouts at the ground: seeds, seedlings, and the compost heap with its lessons."""

from collections.abc import Sequence

from groeimodel.rules.picture.canvas import Dice, number, points, thing
from groeimodel.rules.picture.garden import Compost, Seed
from groeimodel.rules.picture.plots import plot_spot
from groeimodel.rules.picture.scene import Scene

MOST_ON_HEAP = 24


def seeds(scene: Scene) -> str:
    """Seeds lie in the soil under the place where they would grow; a seedling has a shoot above the ground."""
    place, c = scene.layout, scene.colours
    scene.keep(
        "seed",
        f'<path d="M-9 1C-8 -6 3 -9 9 -1C8 6 -3 8 -9 1Z" fill="{c.seed}"/><path d="M-6 1Q1 -4 7 -1" fill="none" '
        f'stroke="{c.seed_2}" stroke-width="1.4" stroke-linecap="round"/>',
    )
    left, right = place.meadow
    groups: dict[str | None, list[Seed]] = {}
    for one in scene.garden.seeds:
        groups.setdefault(one.plot if one.plot in scene.members else None, []).append(one)
    out = []
    for plot, group in groups.items():
        middle, width = ((left + right) / 2, right - left) if plot is None else plot_spot(scene, plot)
        out.append(_sown(scene, group, middle - width / 2, width, plot=plot is not None))
    return "".join(out)


def _sown(scene: Scene, group: Sequence[Seed], start: float, width: float, *, plot: bool) -> str:
    place = scene.layout
    cell = width / len(group)
    size = max(0.55, min(1.0, cell / 26))
    out = []
    for at, seed in enumerate(sorted(group, key=lambda one: Dice("sown" + one.id)())):
        dice = Dice("seed" + seed.id)
        x = start + cell * (at + (0.22 if plot else 0.5) + dice(-0.1, 0.25))
        line = place.line(x)
        y = line + 30 + (at % 3) * 14 * min(1.0, 26 / cell + 0.4) + dice(-4, 4)
        body = scene.use("seed", f"rotate({dice(-35, 35):.0f})scale({size:.2f})")
        if seed.sprouting:
            body = _shoot(scene, y - line, size, dice) + body
        title = scene.words.seed(seed, scene.members)
        out.append(thing(body, title, seed.link, transform=points("translate(~ ~)", x, y)))
    return "".join(out)


def _shoot(scene: Scene, depth: float, size: float, dice: Dice) -> str:
    """From the seed up through the ground, with two seed leaves, and fine roots."""
    c = scene.colours
    top = -depth - 30 * size
    bend = dice(-6, 6)
    stem = points("M0 0C~ ~ ~ ~ 0 ~", bend, top * 0.3, -bend, top * 0.7, top)
    leaves = (
        f'<g transform="translate(0 {number(top)})scale({size:.2f})"><path d="M0 2C-4 -10 -18 -16 -24 -10C-22 -1 -8 5 0 2Z" fill="{c.sprout}"/>'
        f'<path d="M0 2C4 -12 17 -20 24 -14C23 -4 9 4 0 2Z" fill="{c.sprout_2}"/><path d="M0 1Q-1 -8 2 -13Q5 -6 0 1Z" fill="{c.sprout}"/></g>'
    )
    return (
        f'<path d="M0 2q2 9 -1 17M0 3q-5 5 -8 13M1 3q6 5 8 12" fill="none" stroke="{c.root}" stroke-width="1.6" stroke-linecap="round"/>'
        f'<path d="{stem}" fill="none" stroke="{c.sprout}" stroke-width="{number(3.6 * size)}" stroke-linecap="round"/>{leaves}'
    )


def bed(scene: Scene) -> str:
    """Nothing grows or was sown: freshly dug ground, with a spade in it. An invitation."""
    if scene.garden.flowers or scene.garden.seeds:
        return ""
    place, c = scene.layout, scene.colours
    left, right = place.meadow
    x, wide = (left + right) / 2, min(250.0, (right - left) / 2 - 20)
    y = place.line(x) - 27
    rows = []
    for at in range(4):
        share = (at - 1.5) / 2.1
        half, level = wide * (1 - share * share) ** 0.5 * 0.93, y + 15 * share
        bumps = "".join(points("q~ ~ ~ 0", half / 10, -7 - 1.5 * at, half / 5) for _ in range(10))
        rows.append(points("M~ ~", x - half, level + 3) + bumps + points("q~ 8 ~ 0Z", -half, -2 * half))
    tones = (c.heap, c.heap_2)
    furrows = "".join(f'<path d="{row}" fill="{tones[at % 2]}"/>' for at, row in enumerate(rows))
    spade = (
        f'<g transform="{points("translate(~ ~)rotate(11)", x + wide * 0.62, y)}" stroke-linecap="round">'
        f'<path d="M0 -40V-118M-12 -120H12" stroke="{c.plank}" stroke-width="7"/><path d="M0 -42V-60" stroke="{c.plank_3}" stroke-width="8"/>'
        f'<path d="M-16 -44H16V-8Q10 6 0 8Q-10 6 -16 -8Z" fill="{c.zinc}"/><path d="M-16 -44H16" stroke="{c.plank_3}" stroke-width="4"/></g>'
        f'<path d="{points("M~ ~q20 -24 48 -2q22 12 -8 14q-36 3 -40 -12z", x + wide * 0.62 - 27, y)}" fill="{c.heap}"/>'
    )
    return thing(
        f'<ellipse cx="{number(x)}" cy="{number(y + 2)}" rx="{number(wide)}" ry="21" fill="{c.tilled}"/>{furrows}{spade}',
        scene.words["bed"],
    )


def compost(scene: Scene) -> str:
    """A heap between boards; on it the stopped actions, each a withered flower that feeds the soil."""
    stopped, place, c = scene.garden.compost, scene.layout, scene.colours
    if not stopped:
        return ""
    high = 62 + 22 * min(1.0, len(stopped) / 8)
    heap = f"M-58 -4C-58 {-high * 0.6:.0f} -30 {-high:.0f} 0 {-high:.0f}C30 {-high:.0f} 58 {-high * 0.6:.0f} 58 -4Z"
    dice = Dice("heap" + scene.garden.title)
    bits = "".join(
        points("M~ ~l~ ~", dice(-36, 36), -high * dice(0.5, 0.9), dice(-7, 7), dice(-3, 3)) for _ in range(16)
    )
    back = (
        f'<path d="M-62 2V-50M62 2V-50" stroke="{c.plank_3}" stroke-width="8"/><path d="{heap}" fill="{c.heap}"/>'
        f'<path d="M-48 {-high * 0.5:.0f}q10 -10 20 0q-10 8 -20 0zM22 {-high * 0.62:.0f}q10 -9 18 2q-10 6 -18 -2z" fill="{c.heap_2}"/>'
        f'<path d="{bits}" stroke="{c.straw}" stroke-width="2.6" stroke-linecap="round" opacity=".75"/>'
    )
    front = (
        f'<path d="M-67 -8H67M-67 -23H67M-67 -38H67" stroke="{c.plank}" stroke-width="11"/>'
        f'<path d="M-67 -4H67M-67 -19H67M-67 -34H67" stroke="{c.plank_2}" stroke-width="2"/>'
        f'<path d="M-61 3V-50M61 3V-50M0 3V-42" stroke="{c.plank_2}" stroke-width="9" stroke-linecap="round"/>'
        f'<path d="M-40 14q-3 9 1 20M-12 14q3 10 0 26M16 14q-3 9 1 22M42 14q3 8 0 19" fill="none" stroke="{c.straw}" stroke-width="2.8" '
        f'stroke-dasharray=".1 6.5" stroke-linecap="round"/>'
    )
    y = place.line(place.compost) + 4
    spot = points("translate(~ ~)", place.compost, y)
    title = scene.words.heap(len(stopped))
    return (
        thing(back, title, scene.garden.link_compost, transform=spot)
        + _withered(scene, stopped, high, spot)
        + f'<g transform="{spot}">{front}</g>'
    )


def _withered(scene: Scene, stopped: Sequence[Compost], high: float, spot: str) -> str:
    c = scene.colours
    scene.keep(
        "withered",
        f'<path d="M0 2Q-4 14 2 25" fill="none" stroke="{c.straw}" stroke-width="2.6" stroke-linecap="round"/>'
        f'<path d="M0 3C-10 5 -15 -2 -11 -8C-7 -6 -6 -12 0 -11C5 -13 7 -6 11 -8C15 -2 9 6 0 3Z" fill="{c.straw}"/>'
        f'<path d="M-5 -1a5 4 0 1 0 10 0a5 4 0 1 0 -10 0z" fill="{c.plank_3}"/>',
    )
    shown = stopped[:MOST_ON_HEAP]
    rows = 1 if len(shown) <= 4 else 2 if len(shown) <= 11 else 3
    size = (1.0, 0.84, 0.62)[rows - 1]
    out = []
    for at, one in enumerate(shown):
        dice = Dice("withered" + one.id)
        row, index = at % rows, at // rows
        count = len(range(row, len(shown), rows))
        share = (index + 0.5) / count
        x = -38 + 76 * share
        slope = 1 - (x / 66) ** 2
        y = -high * slope * (1.02 - 0.17 * row)
        turn = f"translate({number(x)} {number(y)})rotate({dice(-30, 30):.0f})scale({size})"
        title = scene.words["compost"].format(title=one.title)
        out.append(thing(scene.use("withered", turn), title, one.link, transform=spot))
    return "".join(out)
