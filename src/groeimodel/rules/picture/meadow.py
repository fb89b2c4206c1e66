"""The meadow in rows from back to front: grass, fenced plots on the left, the shared meadow in the middle."""

from collections.abc import Sequence

from groeimodel.rules.picture.canvas import Dice, points, skyline
from groeimodel.rules.picture.flowers import MOST_SWAYING, Stand, draw_flower, in_rows
from groeimodel.rules.picture.garden import Flower
from groeimodel.rules.picture.layout import capacity
from groeimodel.rules.picture.plots import plots_in_row
from groeimodel.rules.picture.scene import Scene
from groeimodel.rules.picture.soil import TURF

BEHIND = 0.7
"""Rows less deep than this pass behind the compost heap."""


def meadow(scene: Scene, on_the_slope: str = "") -> str:
    """All rows; what stands on the slope is drawn just before the first row of flowers."""
    place = scene.layout
    shared = [one for one in scene.garden.flowers if one.plot not in scene.members]
    left, right = place.meadow
    first = len(place.depths) - place.rows
    rooms = [
        capacity((right if depth > BEHIND else place.meadow_end) - left, place.size * place.scale(depth))
        for depth in place.depths[first:]
    ]
    rows = in_rows(shared, rooms)
    out = []
    swaying = 0
    for at, depth in enumerate(place.depths):
        if at == first:
            out.append(on_the_slope)
        out.append(_grass(scene, at, depth))
        out.append(plots_in_row(scene, at, depth))
        if at < first:
            continue
        stands = _stands(scene, rows[at - first], at, depth, may_sway=MOST_SWAYING - swaying)
        swaying += sum(one.sways for one in stands)
        flowers = "".join(draw_flower(scene, one) for one in stands)
        if flowers:
            out.append(f'<g fill="none" stroke="{scene.colours.leaf}" stroke-linecap="round">{flowers}</g>')
    return "".join(out)


def _stands(scene: Scene, row: Sequence[Flower], at: int, depth: float, *, may_sway: int) -> list[Stand]:
    """A row of flowers spread over the width of the meadow, a little irregularly."""
    place = scene.layout
    left, right = place.meadow
    if depth <= BEHIND:
        right = place.meadow_end
    size = place.size * place.scale(depth)
    front = depth == 1
    pitch = min((right - left) / max(1, len(row)), 118 * place.size)
    start = (left + right) / 2 - pitch * len(row) / 2
    start += (0.25 if at % 2 else -0.25) * pitch if len(row) > 3 else 0
    out = []
    for index, flower in enumerate(row):
        dice = Dice("stand" + flower.id)
        x = start + pitch * (index + 0.5 + dice(-0.2, 0.2))
        y = place.at(x, depth) + (2 if front else dice(-1, 5))
        out.append(
            Stand(
                flower,
                x,
                y,
                size * dice(0.94, 1.06),
                rooted=front,
                sways=depth > 0.6 and index < may_sway,
                low=place.low,
                head=1.0 if place.rows < 3 else 1.12 if place.rows < 5 else 1.3,
            )
        )
    return out


def _grass(scene: Scene, at: int, depth: float) -> str:
    """One strip of meadow, lighter at the back, with tufts along its edge."""
    place, c = scene.layout, scene.colours
    lanes = len(place.depths)
    back = place.depths[at - 1] + 0.2 * (depth - place.depths[at - 1]) if at else 0.0
    band = 1 + round(4 * at / max(1, lanes - 1))
    path = skyline(lambda x: place.at(x, back), place.width, place.ground + 4, 100)
    fill = c[f"band_{band}"] if at else scene.fade("meadow", (0, c.band_1, 1), (1, c.band_3, 1))
    dice = Dice(f"tufts{at}{scene.garden.title}")
    size = place.scale(depth)
    tufts = []
    for _ in range(int(22 * place.width / 1600)):
        x = dice(0, place.width)
        y = place.at(x, back + dice(0.25, 0.85) * (depth - back)) + 2
        tufts.append(
            f"M{x:.0f} {y:.0f}q{-2 * size:.0f} {-9 * size:.0f} {dice(-9, -4) * size:.0f} {-13 * size:.0f}m{10 * size:.0f} {13 * size:.0f}"
            f"q0 {-12 * size:.0f} {dice(-1, 4) * size:.0f} {-19 * size:.0f}m{dice(3, 7) * size:.0f} {19 * size:.0f}"
            f"q{size:.0f} {-7 * size:.0f} {dice(4, 8) * size:.0f} {-11 * size:.0f}"
        )
    return (
        f'<path d="{path}" fill="{fill}"/><path d="{"".join(tufts)}" fill="none" stroke="{c.blade_2 if at % 2 else c.blade}" '
        f'stroke-width="{2.6 * size:.1f}" stroke-linecap="round" opacity=".6"/>'
    )


def sod(scene: Scene) -> str:
    """The cut edge of the grass, with fine roots, over the soil."""
    place, c = scene.layout, scene.colours
    upper = "M" + skyline(lambda x: place.line(x) - 3, place.width, 0, 100).split("V")[0].split("L", 1)[1]
    dice = Dice("sod" + scene.garden.title)
    x, lower = place.width + 20, []
    while x > -20:
        step = dice(18, 36)
        lower.append(
            points(
                "Q~ ~ ~ ~",
                x - step / 2,
                place.line(x) + TURF + dice(2, 9),
                x - step,
                place.line(x - step) + TURF - 4,
            )
        )
        x -= step
    hairs = "".join(
        points("M~ ~q~ ~ ~ ~", h, place.line(h) + TURF - 2, dice(-3, 3), 6, dice(-5, 5), dice(9, 20))
        for h in (dice(0, place.width) for _ in range(int(place.width / 24)))
    )
    start = points("L~ ~", place.width + 20, place.line(place.width + 20) + TURF - 4)
    return (
        f'<path d="{hairs}" fill="none" stroke="{c.root}" stroke-width="1.2" opacity=".5"/>'
        f'<path d="{upper}{start}{"".join(lower)}Z" fill="{c.band_5}"/>'
    )


def fringe(scene: Scene) -> str:
    """Blades of grass along the front edge, before everything that stands there."""
    place, c = scene.layout, scene.colours
    dice = Dice("fringe" + scene.garden.title)
    out = []
    for colour, step, high in ((c.turf, 17, 13), (c.blade, 20, 17), (c.blade_2, 33, 14)):
        blades, x = [], dice(0, 8)
        while x < place.width:
            tip = dice(-6, 6)
            blades.append(
                f"M{x:.0f} {place.line(x) + 12:.0f}q{tip * 0.2:.0f} {-high * 0.6:.0f} {tip:.0f} {-dice(0.6, 1.1) * high:.0f}"
            )
            x += step * dice(0.6, 1.4)
        out.append(f'<path d="{"".join(blades)}" stroke="{colour}"/>')
    return f'<g fill="none" stroke-width="2.6" stroke-linecap="round">{"".join(out)}</g>'
