"""Where everything stands: the ground line, the depth of the meadow, and the place of plots, meadow and shop."""

from dataclasses import dataclass
from math import sin
from typing import Literal

from groeimodel.rules.picture.garden import Garden

Shape = Literal["wide", "tall"]

MOST_LANES = 8


@dataclass(frozen=True, slots=True)
class Layout:
    """Lengths in units of the drawing; x grows to the right, y grows down."""

    width: float
    height: float
    ground: float
    """Mean height of the line where the meadow ends and the soil begins."""
    back: float
    """Where the meadow begins, at the back."""
    lanes: int
    """Rows of the meadow, one behind the other."""
    plots: tuple[float, float]
    plot_rows: int
    meadow: tuple[float, float]
    compost: float
    shop: float
    """Left side of the shop."""
    shop_scale: float
    sun: tuple[float, float]
    size: float
    """Of the flowers on the meadow; 1 when there are few."""

    def line(self, x: float) -> float:
        """Height of the ground line."""
        return self.ground + 4 * sin(x / 172 + 1) + 2.2 * sin(x / 67)

    def at(self, x: float, depth: float) -> float:
        """Height of the meadow; depth 0 is at the back, 1 at the front."""
        away = 1 - depth
        return self.line(x) - away * (self.ground - self.back) + away * 9 * sin(x / 240 + 2.5 * depth)

    @staticmethod
    def scale(depth: float) -> float:
        """How large things look."""
        return 0.6 + 0.4 * depth


def plot_rows(members: int) -> int:
    """Rows of fenced plots: one to six in a row, then terraces."""
    return 1 if members <= 6 else 2 if members <= 12 else 3 if members <= 27 else 4


def plan(garden: Garden, shape: Shape) -> Layout:
    """The layout for what is in the garden. Raises ValueError for a shape that is not there."""
    if shape not in ("wide", "tall"):
        raise ValueError(f"shape must be wide or tall, not {shape!r}")
    members = len(garden.members)
    on_meadow = sum(one.plot is None for one in garden.flowers)
    rows = plot_rows(members)
    columns = -(-members // rows) if members else 0
    if shape == "tall":
        plots_end = 30 + min(330.0, columns * 100.0)
        right = 560.0 if garden.shop != "none" else 860.0
        width, height, ground, back = 900.0, 1400.0, 730.0, 660.0
    else:
        plots_end = 44 + min(600.0, columns * 108.0)
        right = 1200.0 if garden.shop != "none" else 1530.0
        width, height, ground, back = 1600.0, 900.0, 556.0, 500.0
    compost = right - 60
    if garden.compost:
        right -= 150
    left = plots_end + 46 if members else 90.0
    lanes, size = _lanes(on_meadow, right - left)
    lanes = max(lanes, rows)
    return Layout(
        width=width,
        height=height,
        ground=ground,
        back=back - 9 * min(lanes, 7),
        lanes=lanes,
        plots=(44.0 if shape == "wide" else 30.0, plots_end),
        plot_rows=rows,
        meadow=(left, right),
        compost=compost,
        shop=1256.0 if shape == "wide" else 590.0,
        shop_scale=1.0,
        sun=(188.0, 148.0) if shape == "wide" else (170.0, 160.0),
        size=size,
    )


def _lanes(flowers: int, width: float) -> tuple[int, float]:
    """How many rows of flowers, and how large they can be."""
    for lanes in range(1, MOST_LANES + 1):
        size = 1.04 - 0.07 * (lanes - 1)
        if flowers <= sum(capacity(width, size * scale) for scale in _scales(lanes)):
            return lanes, size
    return MOST_LANES, 0.5


def _scales(lanes: int) -> list[float]:
    return [Layout.scale((at + 1) / lanes) for at in range(lanes)]


def capacity(width: float, size: float) -> int:
    """Flowers of a size that fit in a row."""
    return max(1, int(width / (66 * size)))
