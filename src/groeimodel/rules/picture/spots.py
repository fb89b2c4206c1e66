"""Where the nutrients lie in the soil, and the shape of each."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, pi, sin

from groeimodel.rules.picture.canvas import Dice, Point, number, text_width
from groeimodel.rules.picture.garden import Nutrient
from groeimodel.rules.picture.layout import Layout

# From so many members on: rows, radius of a stone, size of a name.
ROWS = ((1, 1, 46.0, 24.0), (7, 2, 33.0, 21.0), (14, 3, 20.0, 17.0), (28, 4, 12.0, 15.0))
TALL_ROWS = (
    (1, 1, 45.0, 30.0),
    (3, 2, 46.0, 30.0),
    (5, 3, 42.0, 29.0),
    (8, 4, 34.0, 27.0),
    (15, 5, 24.0, 24.0),
    (24, 7, 15.0, 20.0),
)
ROOT_ROOM, WATER_ROOM = 70.0, 90.0
EDGE = 26.0


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a nutrient lies, and how large its stone and its name are."""

    member: Nutrient
    x: float
    y: float
    radius: float
    size: float
    width: float
    """Of the widest of the two."""

    def away(self, x: float, y: float) -> float:
        """How far a point lies outside the stone and its name; negative inside."""
        half_high = self.radius + self.size * 0.65
        return max(abs(x - self.x) - self.width / 2, abs(y - self.y - self.size * 0.65) - half_high)


def spots(members: Sequence[Nutrient], place: Layout) -> list[Spot]:
    """Rows of nutrients, each as far apart as its names need, so that no two names touch."""
    if not members:
        return []
    table = ROWS if place.width > place.height else TALL_ROWS
    rows, radius, size = next(row[1:] for row in reversed(table) if len(members) >= row[0])
    top, bottom = place.ground + ROOT_ROOM + radius, place.height - WATER_ROOM - radius - size
    out: list[Spot] = []
    for at in range(rows):
        row = members[at * len(members) // rows : (at + 1) * len(members) // rows]
        y = (top + bottom) / 2 if rows == 1 else top + (bottom - top) * at / (rows - 1)
        out += _row(row, (y, radius, size), place, lively=len(row) > 1 and rows == 1, shift=at % 2)
    return out


def _row(
    row: Sequence[Nutrient], measures: tuple[float, float, float], place: Layout, *, lively: bool, shift: int
) -> list[Spot]:
    """One row, spread over the width; the names get smaller when they do not fit."""
    y, radius, size = measures
    room = place.width - 2 * EDGE
    while True:
        widths = [max(2.3 * radius, text_width(one.name, size)) for one in row]
        gap = (room - sum(widths)) / len(row)
        if gap >= 10 or size <= 11:
            break
        size -= 0.5
    x, out = EDGE + gap / 2, []
    for member, width in zip(row, widths, strict=True):
        dice = Dice("spot" + member.id)
        slack = min(max(0.0, gap - 14), 170.0)
        away = (dice(-0.3, 0.3) + (0.17 if shift else -0.17)) * slack
        lift = dice(-1, 1) * (22 if lively else 3)
        at = min(max(x + width / 2 + away, EDGE + width / 2), place.width - EDGE - width / 2)
        out.append(Spot(member, at, y + lift, radius, size, width))
        x += width + gap
    return out


def outline(member: Nutrient) -> list[Point]:
    """The corners of a municipality's own stone, on a circle of about one."""
    dice = Dice("stone" + member.id)
    corners = 6 + dice.pick(3)
    start = dice(0, 2 * pi)
    out = []
    for at in range(corners):
        angle = start + (at + dice(-0.24, 0.24)) * 2 * pi / corners
        reach = dice(0.84, 1.12)
        out.append((1.12 * reach * cos(angle), 0.92 * reach * sin(angle)))
    return out


def polygon(corners: Sequence[Point], size: float, centre: Point = (0, 0)) -> str:
    return (
        "M"
        + "L".join(f"{number(centre[0] + size * x)} {number(centre[1] + size * y)}" for x, y in corners)
        + "Z"
    )
