"""Nothing lies on top of a name, nothing falls off the page."""

import re
from itertools import combinations

import pytest

from bench.gardens import garden
from groeimodel.rules.picture import draw
from groeimodel.rules.picture.canvas import text_width
from groeimodel.rules.picture.layout import plan
from groeimodel.rules.picture.spots import Spot, spots

COUNTS = [1, 2, 3, 5, 6, 7, 9, 12, 13, 14, 18, 25, 27, 28, 40]


def box(spot: Spot) -> tuple[float, float, float, float]:
    """The name, a little roomy: left, top, right, bottom."""
    half = text_width(spot.member.name, spot.size) / 2
    line = spot.y + spot.radius + spot.size + 3
    return spot.x - half, line - spot.size * 0.8, spot.x + half, line + spot.size * 0.25


def overlap(a: tuple[float, float, float, float], b: tuple[float, float, float, float]) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


@pytest.mark.parametrize("shape", ["wide", "tall"])
@pytest.mark.parametrize("count", COUNTS)
def test_names_and_stones_never_touch(count: int, shape: str) -> None:
    drawn = garden(count, 0)
    place = plan(drawn, shape)  # type: ignore[arg-type]
    found = spots(drawn.members, place)
    assert len(found) == count
    for one, other in combinations(found, 2):
        assert not overlap(box(one), box(other)), (one.member.name, other.member.name)
        x, y, r = other.x, other.y, other.radius
        assert not overlap(box(one), (x - r, y - r * 0.9, x + r, y + r * 0.9)), (
            one.member.name,
            other.member.name,
        )
        assert not overlap(box(other), (one.x - r, one.y - r * 0.9, one.x + r, one.y + r * 0.9))


@pytest.mark.parametrize("shape", ["wide", "tall"])
@pytest.mark.parametrize("count", COUNTS)
def test_names_stay_on_the_page_and_readable(count: int, shape: str) -> None:
    drawn = garden(count, 0)
    place = plan(drawn, shape)  # type: ignore[arg-type]
    for spot in spots(drawn.members, place):
        left, top, right, bottom = box(spot)
        assert left >= 0
        assert right <= place.width
        assert place.ground < top
        assert bottom < place.height
        assert spot.size >= (16 if count <= 25 else 11)


@pytest.mark.parametrize("shape", ["wide", "tall"])
@pytest.mark.parametrize("actions", [0, 1, 8, 30, 90, 200, 400])
def test_flowers_stand_between_plots_and_shop(actions: int, shape: str) -> None:
    drawn = garden(5, actions)
    place = plan(drawn, shape)  # type: ignore[arg-type]
    svg = draw(drawn, shape=shape)  # type: ignore[arg-type]
    for x, y in re.findall(r'<a href="#actie-\d+" transform="translate\((-?\d+) (-?[\d.]+)\)', svg):
        assert place.plots[0] <= float(x) <= place.meadow_end + 12
        assert place.back - 10 <= float(y) <= place.ground + 20


def test_fewer_flowers_are_larger() -> None:
    sizes = [plan(garden(5, count), "wide").size for count in (3, 20, 60, 200)]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[0] > 1.5 * sizes[-1]
