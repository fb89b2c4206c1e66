"""Flowers: each an action. As high as it has come, as open as its result; its head hangs when it is overdue."""

from collections.abc import Sequence
from dataclasses import dataclass

from groeimodel.rules.picture import species
from groeimodel.rules.picture.canvas import Dice, Point, number, points, thing, whole
from groeimodel.rules.picture.garden import Flower, Species
from groeimodel.rules.picture.scene import Scene

HALF_FROM, FULL_FROM = 1 / 3, 2 / 3
LOWEST, HIGHEST = 44.0, 208.0
"""Length of a stem before any progress and at the end, at size 1."""
MOST_SWAYING = 26
MOST_OWN_PLANTS, STEPS = 36, 3
"""Up to so many flowers each has its own stem and leaves; from there on they share plants of so many heights."""


def _share(value: float) -> float:
    return min(1.0, max(0.0, value))


def stage(bloom: float) -> str:
    return "bud" if bloom < HALF_FROM else "half" if bloom < FULL_FROM else "full"


def stem_height(flower: Flower) -> float:
    """Length of the stem at size 1."""
    return (LOWEST + (HIGHEST - LOWEST) * _share(flower.progress)) * species.TALLNESS[flower.species]


@dataclass(frozen=True, slots=True)
class Stand:
    """Where a flower stands."""

    flower: Flower
    x: float
    y: float
    size: float
    rooted: bool = False
    """At the front edge, where its roots are seen in the soil."""
    sways: bool = False
    head: float = 1.0
    """Size of the head against the rest."""
    low: float = 1.0
    """Stems of this share of their length: plots are kept lower than the meadow."""


def draw_flower(scene: Scene, stand: Stand) -> str:
    flower, c = stand.flower, scene.colours
    dice = Dice("flower" + flower.id)
    kind, opened = flower.species, stage(flower.bloom)
    scene.keep(f"{kind}-{opened}", species.head, kind, opened, c)
    height = stem_height(flower) * stand.low
    body, top, turn = _plant(scene, flower, height, dice)
    grown = stand.head * (0.86 + 0.14 * _share(flower.progress))
    at = f"translate({top[0]:.0f} {top[1]:.0f})rotate({turn:.0f})"
    body += scene.use(f"{kind}-{opened}", at + f"scale({grown * dice(0.93, 1.07):.2f})")
    if stand.sways:
        pace = ("", " garden-sway-2", " garden-sway-3")[dice.pick(3)]
        body = f'<g class="garden-sway{pace}">{body}</g>'
    if stand.rooted:
        which = dice.pick(len(species.ROOTS))
        scene.keep(f"roots-{which}", species.roots, which, c)
        body = (
            scene.use(
                f"roots-{which}",
                f"translate(0 {number(10 / stand.size)})scale({(0.62 + 0.26 * _share(flower.progress)) / max(1.0, stand.size):.2f})",
            )
            + body
        )
    title = scene.words.flower(flower, opened, scene.members)
    place = f"translate({stand.x:.0f} {number(stand.y)})scale({stand.size:.2f})"
    return thing(body, title, flower.link, transform=place, css="garden-droop" if flower.overdue else "")


def _plant(scene: Scene, flower: Flower, height: float, dice: Dice) -> tuple[str, Point, float]:
    """Stem and leaves, with the place of the head and its turn.

    Each plant is drawn for itself while there are few. Of many, each is one of a few plants of its kind, stretched.
    """
    if len(scene.garden.flowers) <= MOST_OWN_PLANTS:
        return _grown(scene, flower.species, height, dice, overdue=flower.overdue)
    step = min(STEPS - 1, int(height / (HIGHEST * 1.2) * STEPS))
    whole_height = HIGHEST * 1.2 * (step + 0.6) / STEPS
    name = f"{flower.species}{'-droop' if flower.overdue else ''}-{step}"
    if name not in scene.plants:
        plant, top, turn = _grown(scene, flower.species, whole_height, Dice(name), overdue=flower.overdue)
        scene.keep(name, f'<g fill="none" stroke="{scene.colours.leaf}" stroke-linecap="round">{plant}</g>')
        scene.plants[name] = top, turn
    top, turn = scene.plants[name]
    side, stretch = (1 if dice() < 0.5 else -1), height / whole_height
    return (
        scene.use(name, f"scale({side} {stretch:.2f})"),
        (top[0] * side, top[1] * stretch),
        turn * side + dice(-9, 9),
    )


def _grown(
    scene: Scene, kind: Species, height: float, dice: Dice, *, overdue: bool
) -> tuple[str, Point, float]:
    lean = dice(-0.1, 0.1) * height
    if overdue:
        stem, top, turn = _drooping(height, lean, 1 if dice() < 0.5 else -1)
    else:
        stem = whole("M0 0Q~ ~ ~ ~", -lean * 0.35, -height * 0.55, lean, -height)
        top, turn = (lean, -height), lean * 0.35 + dice(-9, 9)
    stalk = f'<path d="{stem}" stroke-width="{species.STEM[kind]}"/>'
    return stalk + _leaves(scene, kind, height, lean, dice, overdue=overdue), top, turn


def _drooping(height: float, lean: float, side: int) -> tuple[str, Point, float]:
    """A stem that bends over at the top: the head hangs down."""
    reach = min(30.0, 12 + height * 0.12) * side
    high = height * 0.86
    top = (lean + reach, -high + min(26.0, height * 0.16))
    stem = points(
        "M0 0C~ ~ ~ ~ ~ ~",
        -lean * 0.3,
        -high * 0.6,
        lean - reach * 0.2,
        -high * 0.9,
        lean + reach * 0.35,
        -high,
    )
    stem += points("Q~ ~ ~ ~", top[0], -high - 4, *top)
    return stem, top, 158.0 * side


def _leaves(scene: Scene, kind: Species, height: float, lean: float, dice: Dice, *, overdue: bool) -> str:
    """Alternate leaves, large below and small above; two at the foot; hanging when overdue."""
    scene.keep(f"{kind}-leaf", species.leaf, kind, scene.colours)
    count = 2 + int(height / 62)
    side = 1 if dice() < 0.5 else -1
    out = []
    for at in range(count):
        share = (0.1, 0.13)[at] if at < 2 and kind in ("daisy", "poppy") else 0.12 + 0.62 * at / count
        x = lean * share * share - lean * 0.35 * share * (1 - share)
        size = (0.98 - 0.55 * share) * dice(0.85, 1.1)
        tilt = dice(-14, 10) + (52 if overdue else 0) + (18 if share < 0.2 else 0)
        out.append(
            scene.use(
                f"{kind}-leaf",
                f"translate({x:.0f} {-height * share:.0f})scale({side * size:.1f} {size:.1f})rotate({tilt:.0f})",
            )
        )
        side = -side
    return "".join(out)


def in_rows(flowers: Sequence[Flower], capacities: Sequence[float]) -> list[list[Flower]]:
    """Flowers shared out over rows by what each can hold, mixed by chance, the lowest in front."""
    total = sum(capacities) or 1.0
    mixed = sorted(flowers, key=lambda one: (_order(one), one.id))
    out: list[list[Flower]] = []
    taken, held = 0, 0.0
    for at, room in enumerate(capacities):
        held += room
        upto = len(mixed) if at == len(capacities) - 1 else round(len(mixed) * held / total)
        out.append(mixed[taken:upto])
        taken = upto
    return out


def _order(flower: Flower) -> float:
    """Mostly chance, a little by height: lower flowers tend to stand in front."""
    return Dice("row" + flower.id)() - 0.4 * flower.progress
