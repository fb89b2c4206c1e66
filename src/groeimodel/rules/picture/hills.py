"""Hills, one behind the other, with a village on the horizon for each municipality: nothing but home."""

from collections.abc import Callable, Sequence
from math import sin

from groeimodel.rules.picture.canvas import Dice, points, skyline, thing, whole
from groeimodel.rules.picture.garden import Nutrient
from groeimodel.rules.picture.scene import Scene

Crest = Callable[[float], float]

# Above the back of the meadow, height of the waves, their length, and where they begin; from far to near.
RIDGES = ((138, 12, 300, 0.6), (108, 18, 240, 2.1), (74, 17, 205, 4.4), (34, 12, 260, 1.2))
MOST_ROWS = 3


def hills(scene: Scene) -> str:
    c = scene.colours
    crests = [_crest(scene, at) for at in range(len(RIDGES))]
    shares = _shared_out(scene.garden.members)
    out: list[str] = []
    for at, crest in enumerate(crests):
        if at:
            out.append(_villages(scene, shares[at - 1], crest, at, len(scene.garden.members)))
            out.append(_trees(scene, crest, at))
        paint = scene.fade(f"hill-{at + 1}", (0, c[f"hill_{at + 1}"], 1), (1, c[f"hill_{at + 1}b"], 1))
        out.append(
            f'<path d="{skyline(crest, scene.layout.width, scene.layout.ground, 80)}" fill="{paint}"/>'
        )
        out.append(_fields(scene, crest, at))
    return "".join(out)


def _crest(scene: Scene, at: int) -> Crest:
    up, wave, length, start = RIDGES[at]
    start += 3 * Dice(scene.garden.title)() + at
    base = scene.layout.back - up

    def crest(x: float) -> float:
        return base + wave * sin(x / length + start) + wave * 0.45 * sin(x / length * 2.3 + start * 1.7)

    return crest


def _fields(scene: Scene, crest: Crest, at: int) -> str:
    """Furrows that follow the slope: long, thin lines, lighter than the hill."""
    if at == 0:
        return ""
    dice = Dice(f"fields{at}{scene.garden.title}")
    lines = []
    for _ in range(5):
        x, length, down = dice(0, scene.layout.width - 200), dice(90, 240), dice(12, 42)
        for row in range(3):
            y0, y1 = crest(x) + down + 7 * row, crest(x + length) + down + 7 * row
            middle = crest(x + length / 2) * 2 - (crest(x) + crest(x + length)) / 2 + down + 7 * row
            lines.append(points("M~ ~Q~ ~ ~ ~", x + 9 * row, y0, x + length / 2, middle, x + length, y1))
    return (
        f'<path d="{"".join(lines)}" fill="none" stroke="{scene.colours[f"hill_{at + 1}b"]}" '
        f'stroke-width="2.5" stroke-linecap="round" opacity=".7"/>'
    )


def _trees(scene: Scene, crest: Crest, at: int) -> str:
    """Rows of poplars, round trees and hedges along a crest."""
    dice = Dice(f"trees{at}{scene.garden.title}")
    size = 0.55 + 0.25 * at
    path = []
    for _ in range(3 + at):
        x, poplars = dice(0, scene.layout.width), dice() < 0.45
        for _ in range(2 + dice.pick(4)):
            y = crest(x) + 4
            if poplars:
                w, h = size * dice(5, 7), size * dice(38, 58)
                path.append(
                    whole(
                        "M~ ~c~ ~ ~ ~ ~ ~c~ ~ ~ ~ ~ ~z",
                        x - w,
                        y,
                        -w,
                        -h / 3,
                        0,
                        -h,
                        w,
                        -h,
                        w,
                        0,
                        2 * w,
                        h * 2 / 3,
                        w,
                        h,
                    )
                )
                x += size * dice(15, 21)
            else:
                r = size * dice(11, 19)
                path.append(whole("M~ ~a~ ~ 0 1 1 ~ 0z", x - r, y - r * 0.35, r, r, 2 * r))
                path.append(whole("M~ ~h~v~h~z", x - r, y - r * 0.35, 2 * r, r, -2 * r))
                x += size * dice(18, 34)
    return f'<path d="{"".join(path)}" fill="{scene.colours[f"tree_{at}"]}"/>'


def _shared_out(members: Sequence[Nutrient]) -> list[list[tuple[int, Nutrient]]]:
    """Villages in turn on the far, the middle and the near crest; a few stand on the near ones only."""
    rows: list[list[tuple[int, Nutrient]]] = [[], [], []]
    order = (1, 2) if len(members) <= 8 else (1, 2, 0)
    for at, member in enumerate(members):
        rows[order[at % len(order)]].append((at, member))
    return rows


def _villages(scene: Scene, row: Sequence[tuple[int, Nutrient]], crest: Crest, at: int, total: int) -> str:
    left, right = 70.0, scene.layout.shop - 40 if scene.garden.shop != "none" else scene.layout.width - 70
    cell = (right - left) / max(1, total)
    near = min(at, 2)
    size = (0.86, 1.04, 1.3)[at - 1] * (1.0 if total <= 8 else 0.85 if total <= 14 else 0.7)
    out = []
    for index, member in row:
        dice = Dice("village" + member.id)
        x = left + cell * (index + 0.5 + dice(-0.22, 0.22))
        place = points("translate(~ ~)", x, crest(x) + 7) + f"scale({size:.2f})"
        out.append(
            thing(
                _village(scene, dice, near), scene.words["village"].format(name=member.name), transform=place
            )
        )
    return "".join(out)


def _village(scene: Scene, dice: Dice, near: int) -> str:
    """Houses around a church, a belfry or a mill, on a ground of zero."""
    c = scene.colours
    walls: list[str] = []
    roofs: list[str] = []
    lights: list[str] = []
    x = -dice(40, 56)
    landmark = dice.pick(5)
    houses = 3 + dice.pick(2)
    middle = 1 + dice.pick(2)
    for at in range(houses):
        if at == middle:
            x = _landmark(landmark, x + 2, walls, roofs, lights)
        w, h, ridge = dice(17, 27), dice(13, 21), dice(9, 14)
        walls.append(whole("M~ 8V~h~V8z", x, -h, w))
        if dice() < 0.3:  # a gable to the street, in steps
            step = w / 5
            up = ridge / 2
            roofs.append(
                whole(
                    "M~ ~v~h~v~h~v~h~v~h~v~h~v~z",
                    x,
                    -h,
                    -up * 0.6,
                    step,
                    -up,
                    step,
                    -up,
                    step,
                    up,
                    step,
                    up,
                    step,
                    up * 0.6,
                )
            )
        else:
            roofs.append(whole("M~ ~L~ ~h~L~ ~z", x - 2, -h, x + 4, -h - ridge, w - 8, x + w + 2, -h))
        lights.append(whole("M~ ~h4v5h-4z", x + w * dice(0.25, 0.6), -h + 4))
        x += w + dice(-1, 5)
    return (
        f'<path d="{"".join(walls)}" fill="{c[f"wall_{near}"]}"/><path d="{"".join(roofs)}" fill="{c[f"roof_{near}"]}"/>'
        f'<path d="{"".join(lights)}" fill="{c.light}"/>'
    )


def _landmark(kind: int, x: float, walls: list[str], roofs: list[str], lights: list[str]) -> float:
    """What a village is known by from afar; gives where the next house can stand."""
    if kind == 4:  # a mill
        walls.append(whole("M~ 8L~ -34h14L~ 8z", x, x + 5, x + 24))
        roofs.append(whole("M~ -34q7 -13 14 0z", x + 5))
        roofs.append(whole("M~ -36l24 -20l3 3l-24 20zM~ -36l-24 20l-3 -3l24 -20z", x + 12, x + 13))
        roofs.append(whole("M~ -36l20 22l-3 3l-20 -22zM~ -35l-20 -22l3 -3l20 22z", x + 12, x + 12))
        return x + 28
    if kind == 3:  # a belfry
        walls.append(whole("M~ 8V-52h16V8z", x + 2))
        roofs.append(whole("M~ -52h20l-5 -7v-8l-5 -12l-5 12v8z", x))
        lights.append(whole("M~ -42h5v8h-5z", x + 7.5))
        return x + 22
    spire = (44, 30, 16)[kind]
    walls.append(whole("M~ 8V-40h15V8zM~ 8V-22h27V8z", x, x + 15))
    if kind == 1:  # an onion
        roofs.append(whole("M~ -40h19c2 -9 -7 -10 -9.5 -24c-2.5 14 -11.5 15 -9.5 24z", x - 2))
    else:
        roofs.append(whole("M~ -40h19L~ ~z", x - 2, x + 7.5, -40 - spire))
    roofs.append(whole("M~ -22l5 -13h20l5 13z", x + 14))
    lights.append(whole("M~ -34h4v8h-4zM~ -14h3v8h-3zM~ -14h3v8h-3z", x + 5.5, x + 22, x + 31))
    return x + 45
