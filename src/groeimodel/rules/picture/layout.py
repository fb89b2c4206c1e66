"""Where everything stands: the ground line, the depth of the meadow, and the place of plots, meadow and shop."""

from collections import Counter
from dataclasses import dataclass
from math import sin
from typing import Literal

from groeimodel.rules.picture.garden import Garden

Shape = Literal["wide", "tall"]

MOST_LANES = 8
PITCH = 70.0
"""Room for a flower of size 1 in a row; heads in a full row nearly touch."""
LOW = (1.0, 1.0, 0.92, 0.84, 0.77, 0.7, 0.64, 0.6)
"""Length of stems by number of rows."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Lengths in units of the drawing; x grows to the right, y grows down."""

    width: float
    height: float
    ground: float
    """Mean height of the line where the meadow ends and the soil begins."""
    back: float
    """Where the meadow begins, at the back."""
    depths: tuple[float, ...]
    """Strips of the meadow, from back (near 0) to front (1)."""
    rows: int
    """Rows of flowers on the shared meadow; they fill the strips in front."""
    plots: tuple[float, float]
    plot_lanes: tuple[int, ...]
    """In which strip each row of plots stands."""
    meadow: tuple[float, float]
    """Of the front row; rows behind may pass behind the compost heap."""
    meadow_end: float
    """Of the rows behind."""
    compost: float
    """Middle of the heap."""
    shop: float
    """Left side of the shop."""
    shop_depth: float
    """Where it stands: 1 at the front."""
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
        return _scale(depth, len(self.depths))

    @property
    def behind_meadow(self) -> bool:
        """The shop stands up the slope, behind the flowers."""
        return self.shop_depth < 1


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
    ids = {one.id for one in garden.members}
    on_meadow = sum(one.plot not in ids for one in garden.flowers)
    return _wide(garden, on_meadow) if shape == "wide" else _tall(garden, on_meadow)


def _wide(garden: Garden, on_meadow: int) -> Layout:
    """Plots, meadow and shop side by side."""
    members = len(garden.members)
    terraces = plot_rows(members)
    start, end = 44.0, 1226.0 if garden.shop != "none" else 1540.0
    plots_end = start + min(540.0, -(-members // terraces) * _plot_width(garden))
    left = plots_end + 40 if members else start + 30
    right = end - 150 if garden.compost else end
    rows, size = _rows(on_meadow, right - left, end - left)
    lanes = max(rows, (1, 3, 5, 6)[terraces - 1])
    step = (lanes - 1) / (terraces - 1) if terraces > 1 else 0
    return Layout(
        width=1600.0,
        height=900.0,
        ground=540.0,
        back=486.0 - 10 * lanes,
        depths=tuple((at + 1) / lanes for at in range(lanes)),
        rows=rows,
        plots=(start, plots_end),
        plot_lanes=tuple(lanes - 1 - round((terraces - 1 - at) * step) for at in range(terraces)),
        meadow=(left, right),
        meadow_end=end,
        compost=end - 66,
        shop=1272.0,
        shop_depth=1.0,
        sun=(184.0, 132.0),
        size=size,
        low=LOW[lanes - 1],
    )


def _plot_width(garden: Garden) -> float:
    """Wider when a plot holds many flowers."""
    fullest = max(Counter(one.plot for one in garden.flowers if one.plot).values(), default=0)
    return 97.0 + min(100.0, 6.0 * max(0, fullest - 4))


def _tall(garden: Garden, on_meadow: int) -> Layout:
    """Plots and shop up the slope, the meadow before them over the whole width."""
    members = len(garden.members)
    terraces = plot_rows(members)
    start, end = 44.0, 860.0
    right = end - 150 if garden.compost else end
    rows, size = _rows(on_meadow, right - start, end - start, most=0.9)
    up = tuple(0.06 + 0.34 * (at + 1) / terraces for at in range(terraces))
    return Layout(
        width=900.0,
        height=1440.0,
        ground=760.0,
        back=440.0,
        depths=up + tuple(0.5 + 0.5 * (at + 1) / rows for at in range(rows)),
        rows=rows,
        plots=(26.0, 26.0 + min(530.0, -(-members // terraces) * 97.0)),
        plot_lanes=tuple(range(terraces)),
        meadow=(start, right),
        meadow_end=end,
        compost=end - 66,
        shop=584.0,
        shop_depth=0.4,
        sun=(170.0, 160.0),
        size=size,
        low=0.86 * LOW[rows - 1],
    )


def _rows(flowers: int, front: float, behind: float, *, most: float = 1.3) -> tuple[int, float]:
    """How many rows of flowers, and how large they can be."""
    for rows in range(1, MOST_LANES + 1):
        size = min(most, 1.3 - 0.1 * (rows - 1))
        room = sum(
            capacity(front if at == rows - 1 else behind, size * _scale((at + 1) / rows, rows))
            for at in range(rows)
        )
        if flowers <= room:
            return rows, size
    return MOST_LANES, 0.58


def capacity(width: float, size: float) -> int:
    """Flowers of a size that fit in a row."""
    return max(1, int(width / (PITCH * size)))
