"""The soil in cross-section: its health in colour and depth, energy in crumbs and worms, trust in the groundwater."""

from math import sin

from groeimodel.rules.picture.canvas import Dice, points, skyline, thing
from groeimodel.rules.picture.scene import Scene

LEVELS = 5
"""Kinds of soil, from poor to rich, each with its own colours."""
WORM_ROOM = 46.0
TURF = 15.0
"""How far the sod reaches below the ground line."""


def level(health: float | None) -> str:
    """Which colours the soil has: 0 (poor) to 4 (rich), or 'none' while it was not measured."""
    return "none" if health is None else str(max(0, min(LEVELS - 1, int(health / 100 * LEVELS))))


def ground_colour(scene: Scene) -> str:
    """The colour around the names in the soil."""
    return scene.colours[f"soil_{level(scene.garden.soil_health)}_deep"]


def soil(scene: Scene) -> str:
    garden, place, c = scene.garden, scene.layout, scene.colours
    kind = level(garden.soil_health)
    top, mid, deep = (c[f"soil_{kind}_{part}"] for part in ("top", "mid", "deep"))
    paint = scene.fade("soil", (0, mid, 1), (0.42, mid, 1), (1, deep, 1))
    surface = skyline(place.line, place.width, place.height)
    body = [f'<path d="{surface}" fill="{paint}"/>']
    body.append(_strata(scene, deep))
    if garden.soil_health is not None:
        body.append(_topsoil(scene, top))
        body.append(_cracks(scene, garden.soil_health))
    body.append(_stones(scene))
    out = [thing("".join(body), scene.words.soil(garden.soil_health), garden.link_soil)]
    crumbs = _crumbs(scene) + (_worms(scene) if garden.energy is not None else "")
    if garden.energy is not None:
        crumbs = thing(crumbs, scene.words["energy"].format(score=round(garden.energy)))
    out.append(crumbs)
    if garden.trust is not None:
        out.append(thing(_water(scene, garden.trust), scene.words["water"].format(score=round(garden.trust))))
    return "".join(out)


def _topsoil(scene: Scene, colour: str) -> str:
    """The dark, living layer: as deep as the soil is healthy. It fades into the ground below."""
    place, health = scene.layout, scene.garden.soil_health or 0.0
    depth = 34 + 1.05 * health * place.height / 900
    dice = Dice("topsoil" + scene.garden.title)
    start = dice(0, 6)

    def edge(x: float) -> float:
        return place.line(x) + depth + 9 * sin(x / 95 + start) + 5 * sin(x / 37 + start)

    along = [(x, edge(x)) for x in range(int(place.width) + 40, -81, -40)]
    upper = skyline(place.line, place.width, place.ground + 40).split("V")[0].split("L", 1)[1]
    lower = "".join(points("L~ ~", *one) for one in along)
    paint = scene.fade("topsoil", (0, colour, 1), (0.6, colour, 0.85), (1, colour, 0.35))
    soft = f'<path d="M{upper}{lower}Z" fill="{paint}"/>'
    line = "M" + "".join(points("~ ~ ", x, y) for x, y in along[::2])
    return soft + f'<path d="{line}" fill="none" stroke="{colour}" stroke-width="3" opacity=".4"/>'


def _strata(scene: Scene, colour: str) -> str:
    """Layers of older ground, as faint lines that dip and rise."""
    place = scene.layout
    dice = Dice("strata" + scene.garden.title)
    rows = []
    for at in range(4):
        y = place.ground + (place.height - place.ground) * (0.36 + 0.17 * at)
        start, wave = dice(0, 6), dice(6, 11)
        along = [
            (x, y + wave * sin(x / 210 + start) + 3 * sin(x / 61 + at))
            for x in range(-40, int(place.width) + 81, 80)
        ]
        line = points("M~ ~Q~ ~ ~ ~", *along[0], *along[1], *along[2]) + "".join(
            points("T~ ~", *one) for one in along[3:]
        )
        rows.append(line)
    return f'<path d="{"".join(rows)}" fill="none" stroke="{colour}" stroke-width="5" opacity=".3"/>'


def _cracks(scene: Scene, health: float) -> str:
    """Dry ground splits open at the top."""
    count = int((28 - health) / 2)
    if count <= 0:
        return ""
    place, dice, paths = scene.layout, Dice("cracks" + scene.garden.title), []
    for at in range(count):
        x = place.width * (at + dice(0.1, 0.9)) / count
        a, b, c = (dice(-9, 9) for _ in range(3))
        paths.append(
            points(
                "M~ ~l~ 14l~ 12l~ 15m~ -15l~ 9",
                x,
                place.line(x) + TURF - 4,
                a,
                b,
                c,
                -c,
                c + 5 if c > 0 else c - 5,
            )
        )
    colour = scene.colours.soil_0_deep
    return f'<path d="{"".join(paths)}" fill="none" stroke="{colour}" stroke-width="2.4" stroke-linejoin="round" opacity=".7"/>'


def _stones(scene: Scene) -> str:
    """Poor ground is stony."""
    garden, place, c = scene.garden, scene.layout, scene.colours
    health = 50.0 if garden.soil_health is None else garden.soil_health
    dice = Dice("stones" + garden.title)
    tones: list[list[str]] = [[], []]
    for at in range(int(12 + (100 - health) * 0.3)):
        x, share = dice(0, place.width), dice(0.12, 0.98)
        y = place.ground + TURF + share * (place.height - place.ground - TURF)
        w, h = dice(5, 9 + 9 * share), dice(3, 6 + 4 * share)
        tones[at % 2].append(
            points(
                "M~ ~q~ ~ ~ ~q~ ~ ~ ~q~ ~ ~ ~q~ ~ ~ ~z",
                x - w,
                y,
                0,
                -h,
                w * 0.8,
                -h,
                w,
                0,
                w * 1.2,
                h * 0.9,
                w * 0.1,
                h,
                -w * 0.9,
                h * 1.1,
                -w,
                0,
                -w * 1.1,
                -h,
            )
        )
    return "".join(
        f'<path d="{"".join(paths)}" fill="{colour}" opacity=".55"/>'
        for paths, colour in zip(tones, (c.stone, c.stone_2), strict=True)
    )


def _crumbs(scene: Scene) -> str:
    """Crumbs of humus: the more energy was put in, the more of them, most near the surface."""
    garden, place, c = scene.garden, scene.layout, scene.colours
    energy = 0.0 if garden.energy is None else garden.energy
    dice = Dice("crumbs" + garden.title)
    out = []
    for width, colour, share in ((4.5, c.crumb, 1.0), (3.2, c.crumb_2, 1.3), (5.5, c.crumb_3, 0.8)):
        dots = []
        for _ in range(int((12 + energy * 0.8) * share)):
            depth = dice() * dice(0.25, 1)
            y = place.ground + TURF + 12 + depth * (place.height - place.ground - 40)
            dots.append(f"M{dice(4, place.width - 4):.0f} {y:.0f}l{dice(-5, 5):.0f} {dice(1, 3):.0f}")
        out.append(f'<path d="{"".join(dots)}" stroke="{colour}" stroke-width="{width}"/>')
    return f'<g fill="none" stroke-linecap="round" opacity=".75">{"".join(out)}</g>'


def _worms(scene: Scene) -> str:
    """One worm for each twelve points of energy."""
    garden, place, c = scene.garden, scene.layout, scene.colours
    count = round((garden.energy or 0.0) / 12)
    dice = Dice("worms" + garden.title)
    scene.keep(
        "worm",
        f'<g fill="none" stroke-linecap="round"><path d="M-40 4C-30 -14 -18 -12 -8 2S14 16 24 2S38 -8 43 -3" stroke="{c.worm}" '
        f'stroke-width="9.5"/><path d="M-36 -3C-28 -13 -19 -11 -10 1" stroke="{c.worm_2}" stroke-width="2.4"/>'
        f'<path d="M-6 4.5Q-2 9 4 9.5" stroke="{c.worm_2}" stroke-width="9.5" stroke-linecap="butt"/></g>',
    )
    out = []
    for at in range(count):
        x, y = _free(scene, dice, place.width * at / count, place.width / count)
        size = dice(0.62, 0.9) * (1 if dice() < 0.5 else -1)
        out.append(
            scene.use(
                "worm",
                points("translate(~ ~)rotate(~)", x, y, dice(-16, 16)) + f"scale({size:.2f} {abs(size):.2f})",
            )
        )
    return "".join(out)


def _free(scene: Scene, dice: Dice, start: float, width: float) -> tuple[float, float]:
    """A place in this part of the soil, under the roots, away from stones and names."""
    place = scene.layout
    best, room = (start + width / 2, place.ground + 62.0), -999.0
    for _ in range(9):
        x, y = start + width * dice(0.1, 0.9), place.ground + dice(62, 250)
        near = min((one.away(x, y) for one in scene.spots), default=WORM_ROOM)
        if near > room:
            best, room = (x, y), near
        if near >= WORM_ROOM:
            break
    return best


def water_level(scene: Scene, trust: float) -> float:
    """Where the groundwater stands: at the bottom without trust, just under the nutrients when it is full."""
    return scene.layout.height - 16 - 0.6 * max(0.0, min(100.0, trust))


def _water(scene: Scene, trust: float) -> str:
    place, c = scene.layout, scene.colours
    y = water_level(scene, trust)
    paint = scene.fade("water", (0, c.water_2, 0.62), (0.3, c.water, 0.85), (1, c.water, 1))

    def wave(x: float) -> float:
        return y + 4.5 * sin(x / 88) + 2 * sin(x / 31)

    def second(x: float) -> float:
        return y + 16 + 4 * sin(x / 105 + 2)

    dice = Dice("ripples" + scene.garden.title)
    ripples = "".join(
        points("M~ ~q~ -4 ~ 0", dice(0, place.width - 80), dice(y + 12, place.height), 16, dice(30, 44))
        for _ in range(4 + int(trust / 8))
    )
    return (
        f'<path d="{skyline(wave, place.width, place.height, 40)}" fill="{paint}"/>'
        f'<path d="{skyline(second, place.width, place.height, 60)}" fill="{c.water}" fill-opacity=".45"/>'
        f'<path d="{ripples}" fill="none" stroke="{c.water_line}" stroke-width="2.5" stroke-linecap="round" opacity=".7"/>'
    )
