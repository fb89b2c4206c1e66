"""Five kinds of flowers: their heads from bud to full bloom, their leaves, and their roots.

A head stands with its neck at the origin, a leaf grows to the right from the origin, roots grow down from it.
"""

from math import cos, pi, sin

from groeimodel.rules.picture.canvas import points, whole
from groeimodel.rules.picture.garden import Species
from groeimodel.rules.picture.palette import Colours

Stage = str
STAGES = ("bud", "half", "full")

TALLNESS: dict[Species, float] = {
    "sunflower": 1.16,
    "mallow": 1.04,
    "poppy": 0.96,
    "cornflower": 0.94,
    "daisy": 0.86,
}
STEM: dict[Species, float] = {"sunflower": 6.4, "mallow": 5.2, "poppy": 4.2, "cornflower": 4.0, "daisy": 4.6}
LEAF: dict[Species, str] = {
    "sunflower": "M0 0C4 -16 24 -22 44 -8C34 4 14 10 0 0Z",
    "poppy": "M0 0C6 -7 10 -8 14 -8L16 -16L22 -10L29 -17L32 -9L46 -12L38 -3L42 4L32 1L27 8L21 2L13 6L10 1Z",
    "cornflower": "M0 0C10 -11 30 -19 50 -20C38 -9 18 1 0 0Z",
    "mallow": "M0 0C2 -13 12 -22 20 -19C24 -26 37 -21 36 -12C44 -9 42 4 34 5C28 13 14 11 11 5C5 6 1 4 0 0Z",
    "daisy": "M0 0C8 -4 16 -16 30 -17C42 -17 43 -4 32 -1C22 1 10 3 0 0Z",
}
RIB: dict[Species, str] = {
    "sunflower": "M4 -1Q20 -9 38 -8",
    "poppy": "M3 0Q20 -4 40 -8",
    "cornflower": "M4 -1Q24 -8 44 -18",
    "mallow": "M3 -1Q14 -6 31 -10M14 -5L21 -16M14 -5L28 2",
    "daisy": "M4 -1Q16 -6 34 -10",
}


def leaf(species: Species, c: Colours) -> str:
    tone = {
        "sunflower": c.leaf_2,
        "poppy": c.leaf_2,
        "cornflower": c.leaf_3,
        "mallow": c.leaf_2,
        "daisy": c.leaf,
    }[species]
    return (
        f'<path d="{LEAF[species]}" fill="{tone}"/><path d="{RIB[species]}" fill="none" stroke="{c.vein}" '
        f'stroke-width="1.3" stroke-linecap="round" opacity=".55"/>'
    )


ROOTS = (
    "M0 0Q2 18 -3 36T0 66M0 6Q-9 18 -20 26T-27 46M0 10Q9 20 19 27T29 49M-2 24Q-10 34 -12 52M1 28Q9 36 10 50M-18 25L-27 27M18 26L27 27",
    "M0 0Q-2 16 4 32T-1 60M0 4Q-13 10 -22 22T-33 36M0 7Q11 13 16 26T32 40M2 25Q12 36 15 56M0 30Q-7 40 -15 50M-21 21L-20 34",
    "M0 0Q4 20 1 40T7 74M0 6Q-8 12 -14 26T-20 54M0 8Q11 12 20 22T24 40M3 36Q10 44 17 58M-12 22Q-22 26 -28 34",
)


def roots(at: int, c: Colours) -> str:
    return f'<path d="{ROOTS[at]}" fill="none" stroke="{c.root}" stroke-width="2.3" stroke-linecap="round"/>'


def head(species: Species, stage: Stage, c: Colours) -> str:
    """The drawing of a flower head."""
    return HEADS[species, stage](c)


def _ring(petal: str, count: int, start: float = 0) -> str:
    """A petal, drawn upward from the origin, turned around it."""
    return "".join(_turned(petal, start + at * 360 / count) for at in range(count))


def _turned(path: str, degrees: float) -> str:
    """A path of absolute coordinates turned around the origin."""
    a, out, pair = degrees * pi / 180, [], []
    for token in path.replace(",", " ").split():
        if token[0].isalpha():
            out.append(token)
            continue
        pair.append(float(token))
        if len(pair) == 2:
            x, y = pair
            out.append(whole("~ ~", x * cos(a) - y * sin(a), x * sin(a) + y * cos(a)))
            pair = []
    return (
        "".join(one if one[0].isalpha() else one + " " for one in out)
        .replace(" Z", "Z")
        .replace(" M", "M")
        .replace(" C", "C")
    )


SUN_PETAL = "M -5.5 -13 C -8 -24 -4 -32 0 -38 C 4 -32 8 -24 5.5 -13 Z"
DAISY_PETAL = "M -2 -8 C -6.5 -18 -7.5 -34 0 -36 C 7.5 -34 6.5 -18 2 -8 Z"
POPPY_PETAL = "M 0 6 C -17 6 -32 -6 -31 -20 C -30 -33 -17 -34 -9 -39 C -3 -42 4 -39 9 -40 C 18 -39 31 -33 31 -20 C 31 -6 17 6 0 6 Z"
POPPY_SPOT = "M 0 -3 C -8 -6 -8 -15 0 -18 C 8 -15 8 -6 0 -3 Z"
CORN_FLORET = "M -2 -6 C -4 -15 -9 -22 -12 -31 L -6 -28 L -4 -37 L 0 -29.5 L 4 -37 L 6 -28 L 12 -31 C 9 -22 4 -15 2 -6 Z"
MALLOW_PETAL = (
    "M 0 0 C -11 -8 -23 -22 -17 -33 C -12 -39 -4 -37 0 -30 C 4 -37 12 -39 17 -33 C 23 -22 11 -8 0 0 Z"
)
MALLOW_VEIN = "M 0 -7 L 0 -24 M -2 -8 L -8 -24 M 2 -8 L 8 -24"

SUN_OUTER, SUN_INNER = _ring(SUN_PETAL, 14), _ring(SUN_PETAL, 14, 360 / 28)
DAISY_BACK, DAISY_FRONT = _ring(DAISY_PETAL, 9, 20), _ring(DAISY_PETAL, 9)
CORN_OUTER, CORN_INNER = _ring(CORN_FLORET, 8), _ring(CORN_FLORET, 6, 14)
POPPY_BACK, POPPY_FRONT, POPPY_SPOTS = _ring(POPPY_PETAL, 2, 90), _ring(POPPY_PETAL, 2), _ring(POPPY_SPOT, 4)
MALLOW_RING, MALLOW_VEINS = _ring(MALLOW_PETAL, 5), _ring(MALLOW_VEIN, 5)


def _sunflower_full(c: Colours) -> str:
    dots = "".join(
        points("M~ ~h.1", 2.9 * at**0.5 * cos(at * 2.4), 2.9 * at**0.5 * sin(at * 2.4)) for at in range(1, 24)
    )
    return (
        f'<path d="{SUN_OUTER}" fill="{c.sunf_2}"/><path d="{SUN_INNER}" fill="{c.sunf}"/><circle r="17.5" fill="{c.disc}"/>'
        f'<circle r="11" fill="{c.disc_2}"/><path d="{dots}" stroke="{c.dark}" stroke-width="2.2" stroke-linecap="round" opacity=".5"/>'
    )


def _sunflower_half(c: Colours) -> str:
    return (
        f'<path d="M-14 -8L-28 -30L-16 -25L-17 -43L-7 -31L0 -48L7 -31L17 -43L16 -25L28 -30L14 -8Z" fill="{c.sunf_2}"/>'
        f'<path d="M-14 -8L-23 -36L-10 -25L-4 -45L4 -26L11 -44L13 -24L24 -33L14 -6Z" fill="{c.sunf}"/>'
        f'<path d="M-18 -16C-14 -24 14 -24 18 -16C18 -4 8 3 0 3C-8 3 -18 -4 -18 -16Z" fill="{c.leaf_2}"/>'
        f'<path d="M-18 -15L-12 -24L-8 -12L0 -23L8 -12L12 -24L18 -15L9 0L-9 0Z" fill="{c.leaf}"/>'
    )


def _sunflower_bud(c: Colours) -> str:
    return (
        f'<path d="M-8 -18L0 -33L8 -18Z" fill="{c.sunf}"/><path d="M-14 -13C-14 -25 14 -25 14 -13C14 -2 6 3 0 3C-6 3 -14 -2 -14 -13Z" '
        f'fill="{c.leaf_2}"/><path d="M-14 -12L-13 -28L-5 -15L0 -29L5 -15L13 -28L14 -12L7 1L-7 1Z" fill="{c.leaf_3}"/>'
    )


def _poppy_full(c: Colours) -> str:
    stamens = "".join(points("M~ ~h.1", 10.5 * cos(at * pi / 7), 10.5 * sin(at * pi / 7)) for at in range(14))
    return (
        f'<path d="{POPPY_BACK}" fill="{c.poppy_2}"/><path d="{POPPY_FRONT}" fill="{c.poppy}"/>'
        f'<path d="M-19 -25Q-10 -32 -2 -28M4 -30Q13 -33 19 -26" fill="none" stroke="{c.poppy_3}" stroke-width="3" stroke-linecap="round"/>'
        f'<path d="{POPPY_SPOTS}" fill="{c.dark}"/><path d="{stamens}" stroke="{c.dark}" stroke-width="3.6" stroke-linecap="round"/>'
        f'<circle r="6.5" fill="{c.sprout_2}"/><path d="M-5 0H5M0 -5V5M-3.5 -3.500L3.5 3.500M3.5 -3.500L-3.5 3.5" stroke="{c.vein}" stroke-width="1.3"/>'
    )


def _poppy_half(c: Colours) -> str:
    return (
        f'<path d="M0 2C-20 0 -30 -20 -23 -40C-14 -34 -8 -41 0 -38C8 -41 14 -34 23 -40C30 -20 20 0 0 2Z" fill="{c.poppy_2}"/>'
        f'<path d="M0 2C-24 -2 -32 -24 -24 -38C-12 -38 -2 -30 2 -14C4 -6 4 0 0 2Z" fill="{c.poppy}"/>'
        f'<path d="M0 2C22 0 31 -22 25 -38C12 -36 2 -24 -3 -8C-4 -2 -3 1 0 2Z" fill="{c.poppy}"/>'
        f'<path d="M-22 -30Q-16 -32 -10 -26" fill="none" stroke="{c.poppy_3}" stroke-width="3" stroke-linecap="round"/>'
        f'<path d="M-7 0Q0 -7 7 0Q4 5 0 5Q-4 5 -7 0Z" fill="{c.leaf}"/>'
    )


def _poppy_bud(c: Colours) -> str:
    return (
        f'<path d="M0 1C9 -12 18 -8 20 3C21 16 13 23 8 21C1 19 -1 9 2 0Z" fill="{c.leaf_3}"/><path d="M9 1Q6 12 10 21Q14 18 15 10Q15 3 9 1Z" fill="{c.poppy}"/>'
        f'<path d="M3 7l-4 2M4 13l-5 2M20 6l4 0M19 13l4 2M7 19l-3 3" stroke="{c.leaf}" stroke-width="1.3" stroke-linecap="round"/>'
    )


def _cornflower_full(c: Colours) -> str:
    hairs = "".join(points("M0 0L~ ~", 13 * cos(at * pi / 5), 13 * sin(at * pi / 5)) for at in range(10))
    tips = "".join(points("M~ ~h.1", 13 * cos(at * pi / 5), 13 * sin(at * pi / 5)) for at in range(10))
    return (
        f'<path d="{CORN_OUTER}" fill="{c.corn}"/><g transform="scale(.68)"><path d="{CORN_INNER}" fill="{c.corn_3}"/></g>'
        f'<circle r="9" fill="{c.corn_2}"/><path d="{hairs}" stroke="{c.violet}" stroke-width="2.2"/>'
        f'<path d="{tips}" stroke="{c.mallow_3}" stroke-width="3" stroke-linecap="round"/>'
    )


def _cornflower_half(c: Colours) -> str:
    return (
        f'<path d="M-7 -16L-29 -30L-20 -33L-24 -43L-13 -38L-11 -48L-4 -41L0 -50L4 -41L11 -48L13 -38L24 -43L20 -33L29 -30L7 -16Z" fill="{c.corn}"/>'
        f'<path d="M-6 -16L-15 -33L-8 -31L-5 -40L0 -33L5 -40L8 -31L15 -33L6 -16Z" fill="{c.corn_3}"/>{_involucre(c)}'
    )


def _involucre(c: Colours) -> str:
    return (
        f'<path d="M0 3C-11 1 -14 -12 -8 -20H8C14 -12 11 1 0 3Z" fill="{c.leaf_2}"/>'
        f'<path d="M-10 -12L-5 -8L0 -13L5 -8L10 -12M-8 -4L-4 -1L0 -5L4 -1L8 -4" fill="none" stroke="{c.vein}" stroke-width="1.6"/>'
    )


def _cornflower_bud(c: Colours) -> str:
    return f'<path d="M-6 -18L-5 -29L-1.5 -24L1 -32L3.5 -24L7 -28L6 -18Z" fill="{c.corn}"/>{_involucre(c)}'


def _mallow_full(c: Colours) -> str:
    return (
        f'<path d="{MALLOW_RING}" fill="{c.mallow}" stroke="{c.mallow_2}" stroke-width="1"/>'
        f'<path d="{MALLOW_VEINS}" stroke="{c.mallow_2}" stroke-width="1.8" stroke-linecap="round" fill="none"/>'
        f'<circle r="8" fill="{c.mallow_3}"/><circle r="4.5" fill="{c.daisy}"/>'
    )


def _mallow_half(c: Colours) -> str:
    return (
        f'<path d="M0 2C-14 -6 -24 -26 -22 -42L-11 -35L0 -44L11 -35L22 -42C24 -26 14 -6 0 2Z" fill="{c.mallow_2}"/>'
        f'<path d="M0 2C-14 -4 -26 -24 -21 -40C-12 -38 -4 -28 0 -12C4 -28 12 -38 21 -40C26 -24 14 -4 0 2Z" fill="{c.mallow}"/>'
        f'<path d="M-3 -6Q-8 -22 -16 -32M3 -6Q8 -22 16 -32" fill="none" stroke="{c.mallow_3}" stroke-width="1.8" stroke-linecap="round"/>'
        f'<path d="M-9 -1L-11 -13L-4 -8L0 -16L4 -8L11 -13L9 -1Q0 8 -9 -1Z" fill="{c.leaf_2}"/>'
    )


def _mallow_bud(c: Colours) -> str:
    return (
        f'<path d="M-6 -14C-7 -24 -1 -29 1 -33C6 -27 8 -22 6 -14Z" fill="{c.mallow}"/>'
        f'<path d="M0 3C-12 1 -11 -13 -7 -23L-2 -14L0 -24L3 -14L8 -22C11 -12 11 1 0 3Z" fill="{c.leaf_3}"/>'
    )


def _daisy_full(c: Colours) -> str:
    return (
        f'<path d="{DAISY_BACK}" fill="{c.daisy_2}"/><path d="{DAISY_FRONT}" fill="{c.daisy}" stroke="{c.daisy_2}" stroke-width=".8"/>'
        f'<circle r="11.5" fill="{c.heart_2}"/><circle cx="-1" cy="-1.5" r="9.5" fill="{c.heart}"/>'
        f'<path d="M-4 -4h.1M1 -6h.1M4 -1h.1M-1 1h.1M-6 1h.1M1 5h.1" stroke="{c.heart_2}" stroke-width="2.2" stroke-linecap="round"/>'
    )


def _daisy_half(c: Colours) -> str:
    return (
        f'<path d="M-8 -10C-24 -20 -31 -32 -27 -36C-23 -40 -18 -30 -14 -26C-16 -36 -15 -45 -10 -44C-6 -43 -6 -34 -4 -29C-3 -38 -2 -47 3 -46'
        f'C7 -45 6 -36 6 -29C9 -36 13 -45 17 -42C21 -39 16 -30 14 -25C20 -31 26 -37 28 -33C31 -28 22 -18 8 -10Z" fill="{c.daisy}" stroke="{c.daisy_2}" stroke-width="1"/>'
        f'<path d="M-12 -12C-12 -22 12 -22 12 -12Z" fill="{c.heart}"/><path d="M0 3C-10 3 -14 -6 -13 -13H13C14 -6 10 3 0 3Z" fill="{c.leaf_2}"/>'
        f'<path d="M-7 -12L-4 0M0 -12V1M7 -12L4 0" stroke="{c.vein}" stroke-width="1.3"/>'
    )


def _daisy_bud(c: Colours) -> str:
    return (
        f'<path d="M-9 -10C-9 -24 -4 -29 0 -29C4 -29 9 -24 9 -10Z" fill="{c.daisy}" stroke="{c.daisy_2}" stroke-width="1"/>'
        f'<path d="M-3 -27V-12M3 -27V-12" stroke="{c.daisy_2}" stroke-width="1.2"/>'
        f'<path d="M0 3C-11 3 -13 -7 -11 -16L-5 -12L0 -18L5 -12L11 -16C13 -7 11 3 0 3Z" fill="{c.leaf_3}"/>'
    )


HEADS = {
    ("sunflower", "full"): _sunflower_full,
    ("sunflower", "half"): _sunflower_half,
    ("sunflower", "bud"): _sunflower_bud,
    ("poppy", "full"): _poppy_full,
    ("poppy", "half"): _poppy_half,
    ("poppy", "bud"): _poppy_bud,
    ("cornflower", "full"): _cornflower_full,
    ("cornflower", "half"): _cornflower_half,
    ("cornflower", "bud"): _cornflower_bud,
    ("mallow", "full"): _mallow_full,
    ("mallow", "half"): _mallow_half,
    ("mallow", "bud"): _mallow_bud,
    ("daisy", "full"): _daisy_full,
    ("daisy", "half"): _daisy_half,
    ("daisy", "bud"): _daisy_bud,
}
