"""Where everything stands: the ground line, the depth of the meadow, and the place of plots, meadow and shop."""

from dataclasses import dataclass
from math import sin
from typing import Literal

from groeimodel.rules.picture.garden import Garden

Shape = Literal["wide", "tall"]

MOST_LANES = 8
PITCH = 70.0
"""Room for a flower of size 1 in a row; heads in a full row nearly touch."""


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
    """Strips of the meadow, one behind the other."""
    rows: int
    """Rows of flowers on it; they fill the strips in front."""
    plots: tuple[float, float]
    plot_rows: int
    meadow: tuple[float, float]
    """Of the front row; rows behind may pass behind the compost heap."""
    meadow_end: float
    """Of the rows behind."""
    compost: float
    """Middle of the heap."""
    shop: float
    """Left side of the shop."""
    sun: tuple[float, float]
    size: float
    """Of the flowers on the meadow; the fewer, the larger."""
    low: float
    """Share of their length that stems have: low when there are many rows, so that all heads are seen."""

    def line(self, x: float) -> float:
        """Height of the ground line."""
        return self.ground + 4 * sin(x / 172 + 1) + 2.2 * sin(x / 67)

    def at(self, x: float, depth: float) -> float:
        """Height of the meadow; depth 0 is at the back, 1 at the front. Rows at the back are closer together."""
        away = 1 - float(depth**1.2)
        return self.line(x) - away * (self.ground - self.back) + away * 9 * sin(x / 240 + 2.5 * depth)

    def scale(self, depth: float) -> float:
        """How large things look at this depth."""
        return _scale(depth, self.lanes)


def _scale(depth: float, lanes: int) -> float:
    far = max(0.42, 0.8 - 0.06 * lanes)
    return far + (1 - far) * depth


def plot_rows(members: int) -> int:
    """Rows of fenced plots: one to six in a row, then terraces."""
    return 1 if members <= 6 else 2 if members <= 12 else 3 if members <= 27 else 4


def plan(garden: Garden, shape: Shape) -> Layout:
    """The layout for what is in the garden. Raises ValueError for a shape that is not there."""
    if shape not in ("wide", "tall"):
        raise ValueError(f"shape must be wide or tall, not {shape!r}")
    wide = shape == "wide"
    members = len(garden.members)
    ids = {one.id for one in garden.members}
    on_meadow = sum(one.plot not in ids for one in garden.flowers)
    rows = plot_rows(members)
    columns = -(-members // rows) if members else 0
    start = 44.0 if wide else 24.0
    plots_end = start + min(540.0, columns * 97.0) * (1.0 if wide else 0.58)
    left = plots_end + 40 if members else start + 30
    end = (1226.0 if garden.shop != "none" else 1540.0) if wide else 876.0
    heap = end - 66
    right = heap - 84 if garden.compost else end
    flower_rows, size = _lanes(on_meadow, right - left, end - left)
    lanes = max(flower_rows, rows)
    ground = 540.0 if wide else 700.0
    return Layout(
        width=1600.0 if wide else 900.0,
        height=900.0 if wide else 1440.0,
        ground=ground,
        back=ground - 54 - 10 * lanes,
        lanes=lanes,
        rows=flower_rows,
        plots=(start, plots_end),
        plot_rows=rows,
        meadow=(left, right),
        meadow_end=end,
        compost=heap,
        shop=1272.0 if wide else 580.0,
        sun=(184.0, 132.0) if wide else (170.0, 160.0),
        size=size,
        low=(1.0, 1.0, 0.92, 0.84, 0.77, 0.7, 0.64, 0.6)[lanes - 1],
    )


def _lanes(flowers: int, front: float, behind: float) -> tuple[int, float]:
    """How many rows of flowers, and how large they can be."""
    for lanes in range(1, MOST_LANES + 1):
        size = 1.3 - 0.1 * (lanes - 1)
        room = sum(
            capacity(front if at == lanes - 1 else behind, size * _scale((at + 1) / lanes, lanes))
            for at in range(lanes)
        )
        if flowers <= room:
            return lanes, size
    return MOST_LANES, 0.58


def capacity(width: float, size: float) -> int:
    """Flowers of a size that fit in a row."""
    return max(1, int(width / (PITCH * size)))
