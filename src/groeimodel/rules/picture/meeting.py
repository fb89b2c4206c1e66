"""A meeting in the open air: a table beside a tree, with a chair for every municipality in its own colour."""

from groeimodel.rules.picture import species
from groeimodel.rules.picture.canvas import points
from groeimodel.rules.picture.garden import Nutrient, Species
from groeimodel.rules.picture.scene import Scene

TABLE = 330.0
"""Length of the table."""
CROWN = (
    (0, -330, 66), (-62, -292, 58), (64, -296, 60), (-96, -236, 50),
    (100, -240, 52), (-40, -226, 62), (44, -222, 64), (0, -268, 70),
)  # fmt: skip
LIT = (
    (-30, -350, 34), (-84, -300, 27), (38, -322, 28), (-108, -248, 22), (10, -268, 30), (74, -262, 22), (-44, -236, 24),
)  # fmt: skip
"""Circles of the crown and of the light on it: x, y, radius."""


def meeting(scene: Scene, x: float) -> str:
    """The tree at `x`, and to its right the table with its chairs."""
    y = scene.layout.line(x) - 2
    return (
        f'<g transform="{points("translate(~ ~)", x, y)}scale(.94)">{_tree(scene)}</g>'
        f'<g transform="{points("translate(~ ~)", x + 250, y)}">{_chairs(scene)}{_table(scene)}</g>'
    )


def _tree(scene: Scene) -> str:
    c = scene.colours
    dark = "".join(f'<circle cx="{x}" cy="{y}" r="{r}"/>' for x, y, r in CROWN)
    lit = "".join(f'<circle cx="{x}" cy="{y}" r="{r}"/>' for x, y, r in LIT)
    scene.keep("roots-0", species.roots, 0, c)
    return (
        scene.use("roots-0", "translate(0 14)scale(1.5 1.1)")
        + f'<path d="M-24 6C-12 -40 -14 -110 -12 -190H14C14 -110 14 -40 28 6Q14 -6 2 4Q-10 -6 -24 6Z" fill="{c.plank_3}"/>'
        f'<path d="M0 -150Q-20 -190 -52 -214M2 -130Q26 -176 58 -206" stroke="{c.plank_3}" stroke-width="10" fill="none" stroke-linecap="round"/>'
        f'<g fill="{c.leaf_2}">{dark}</g><g fill="{c.leaf_3}" opacity=".75">{lit}</g>'
    )


def _chairs(scene: Scene) -> str:
    """The first and the last at the heads of the table; of those behind it the backs are seen."""
    first, *between, last = scene.garden.members
    backs = "".join(
        _back(scene, member, TABLE * ((at + 0.5) / len(between) - 0.5)) for at, member in enumerate(between)
    )
    return _aside(scene, first, -1) + backs + _aside(scene, last, 1)


def _aside(scene: Scene, member: Nutrient, side: int) -> str:
    return (
        f'<g transform="translate({side * (TABLE / 2 + 26):.0f} 0)scale({side} 1)" stroke="{scene.member_colour(member)}" '
        f'stroke-width="9" stroke-linecap="round" fill="none"><path d="M20 -96L15 -44V0M15 -46H-22V0"/></g>'
    )


def _back(scene: Scene, member: Nutrient, x: float) -> str:
    return (
        f'<g transform="translate({x:.0f} 0)"><path d="M-20 -104a20 12 0 0 1 40 0v40h-40z" fill="{scene.member_colour(member)}"/>'
        f'<path d="M-20 -66V-98M20 -66V-98" stroke="{scene.colours.plank_3}" stroke-width="5" stroke-linecap="round"/></g>'
    )


def _table(scene: Scene) -> str:
    """On trestles, with cups and a bunch of flowers."""
    c, half = scene.colours, TABLE / 2
    legs = "".join(
        f"M{side * (half - 36):.0f} -64L{side * (half - to):.0f} 2" for side in (-1, 1) for to in (14, 70)
    )
    cups = "".join(f"M{x} -74v-14h13v14zm13 -11h6v7h-6" for x in (-140, -64, 46, 118))
    kinds: tuple[Species, ...] = ("sunflower", "poppy", "cornflower")
    bunch = []
    for kind, (x, y) in zip(kinds, ((-14, -116), (13, -119), (0, -134)), strict=True):
        scene.keep(f"{kind}-full", species.head, kind, "full", c)
        bunch.append(scene.use(f"{kind}-full", f"translate({x} {y})scale(.36)"))
    return (
        f'<path d="{legs}" stroke="{c.plank_2}" stroke-width="9" stroke-linecap="round"/>'
        f'<path d="M{-half:.0f} -68H{half:.0f}" stroke="{c.plank}" stroke-width="13" stroke-linecap="round"/>'
        f'<path d="{cups}" fill="{c.cream}" stroke="{c.trim_2}" stroke-width="2"/>'
        f'<path d="M0 -90L-13 -114M0 -90L12 -116M0 -90V-130" stroke="{c.leaf}" stroke-width="4"/>{"".join(bunch)}'
        f'<path d="M-13 -98h26l-4 24h-18z" fill="{c.zinc}"/>'
    )
