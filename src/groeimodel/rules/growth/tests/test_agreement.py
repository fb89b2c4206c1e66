"""Agreement indices: worked by hand, edge cases, and reference values where they are at hand."""

import csv
import math
import os
import re
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from groeimodel.rules.growth.agreement import (
    ad_m,
    ad_m_j,
    icc1,
    icc2,
    item_variances,
    rwg,
    rwg_j,
    rwg_j_from,
    rwg_star_j,
    rwg_star_j_from,
)

NAN = math.nan


def test_rwg_by_hand() -> None:
    # 3, 4, 5: mean 4, squares 1 + 0 + 1 = 2, variance 2 / 2 = 1.
    # Even spread over 5 options: (25 - 1) / 12 = 2. r_wg = 1 - 1/2.
    assert rwg([3, 4, 5], 5) == pytest.approx(0.5)
    # The same answers out of 7 options: (49 - 1) / 12 = 4, so 1 - 1/4.
    assert rwg([3, 4, 5], 7) == pytest.approx(0.75)


def test_rwg_at_its_ends() -> None:
    assert rwg([4, 4, 4], 5) == 1
    # 1, 1, 5, 5: mean 3, squares 16, variance 16 / 3 > 2: cut off at 0.
    assert rwg([1, 1, 5, 5], 5) == 0
    assert math.isnan(rwg([4], 5))
    assert math.isnan(rwg([], 5))
    assert math.isnan(rwg([NAN, NAN], 5))
    assert rwg([3, NAN, 4, 5], 5) == pytest.approx(0.5)


def test_ad_m_by_hand() -> None:
    # 2, 2, 5: mean 3, distances 1, 1, 2: 4 / 3.
    assert ad_m([2, 2, 5]) == pytest.approx(4 / 3)
    assert ad_m([2, NAN, 2, 5]) == pytest.approx(4 / 3)
    assert ad_m([4]) == 0
    assert ad_m([3, 3]) == 0
    assert math.isnan(ad_m([NAN]))


# Three raters, two items. Item 1: 3, 4, 5 -> variance 1, distances 1, 0, 1 -> 2/3.
# Item 2: 2, 2, 5 -> mean 3, squares 1 + 1 + 4 = 6, variance 3, distances 1, 1, 2 -> 4/3.
TWO_ITEMS = np.array([[3, 2], [4, 2], [5, 5]])


def test_several_items_by_hand() -> None:
    # Mean variance (1 + 3) / 2 = 2: as much as chance.
    assert rwg_j(TWO_ITEMS, 5) == 0
    assert rwg_star_j(TWO_ITEMS, 5) == 0
    assert ad_m_j(TWO_ITEMS) == pytest.approx(1)
    # Out of 7 options v = 4, m = 2/4: J(1 - m) = 2 x 0.5 = 1; 1 / (1 + 0.5) = 2/3. r* = 1 - 2/4.
    assert rwg_j(TWO_ITEMS, 7) == pytest.approx(2 / 3)
    assert rwg_star_j(TWO_ITEMS, 7) == pytest.approx(0.5)


def test_two_camps_are_below_nought_only_without_the_cut() -> None:
    camps = np.array([[1, 1], [1, 1], [5, 5], [5, 5]])  # variance 16/3 each
    assert rwg_j(camps, 5) == 0
    assert rwg_star_j(camps, 5) == pytest.approx(1 - 16 / 3 / 2)


def test_a_rater_who_left_out_an_item_is_left_out() -> None:
    with_gap = np.vstack([TWO_ITEMS, [1, NAN]])
    assert rwg_j(with_gap, 7) == rwg_j(TWO_ITEMS, 7)
    assert rwg_star_j(with_gap, 7) == rwg_star_j(TWO_ITEMS, 7)
    assert ad_m_j(with_gap) == ad_m_j(TWO_ITEMS)


def test_item_by_item_takes_the_raters_there_are() -> None:
    # Item 1 asked of the first two (3, 5: variance 2), item 2 of the last two (4, 4: variance 0).
    apart = np.array([[3, NAN], [5, NAN], [NAN, 4], [NAN, 4]])
    assert item_variances(apart).tolist() == [2, 0]
    assert math.isnan(rwg_j(apart, 5))
    assert rwg_star_j_from(item_variances(apart), 5) == pytest.approx(0.5)
    # m = 1/2, J = 2: 1 / (1 + 0.5).
    assert rwg_j_from(item_variances(apart), 5) == pytest.approx(2 / 3)


@pytest.mark.parametrize("ratings", [np.empty((0, 3)), np.empty((3, 0)), np.full((3, 2), NAN)])
def test_several_items_without_ratings(ratings: np.ndarray) -> None:
    assert math.isnan(rwg_j(ratings, 5))
    assert math.isnan(rwg_star_j(ratings, 5))
    assert math.isnan(ad_m_j(ratings))


def test_one_rater_of_several_items() -> None:
    assert math.isnan(rwg_j([[3, 4]], 5))
    assert ad_m_j([[3, 4]]) == 0


def test_icc_by_hand() -> None:
    # Groups (1, 3), (5, 7): means 2 and 6, grand mean 4.
    # MSB = 2 x (4 + 4) / (2 - 1) = 16. MSW = (1 + 1 + 1 + 1) / (4 - 2) = 2. k = 4 / 2 = 2.
    scores, groups = [1, 3, 5, 7], ["a", "a", "b", "b"]
    assert icc1(scores, groups) == pytest.approx((16 - 2) / (16 + 2))
    assert icc2(scores, groups) == pytest.approx((16 - 2) / 16)


def test_icc_with_unequal_groups_uses_their_mean_size() -> None:
    # Groups (0, 2), (4, 4, 4), (1): means 1, 4, 1; grand mean 15 / 6 = 2.5.
    # SSB = 2 x 2.25 + 3 x 2.25 + 1 x 2.25 = 13.5, MSB = 6.75. SSW = 2, MSW = 2 / 3. k = 2.
    scores, groups = [0, 2, 4, 4, 4, 1], [1, 1, 2, 2, 2, 3]
    assert icc1(scores, groups) == pytest.approx((6.75 - 2 / 3) / (6.75 + 2 / 3))
    assert icc2(scores, groups) == pytest.approx((6.75 - 2 / 3) / 6.75)


def test_icc_at_its_ends() -> None:
    assert icc1([1, 1, 5, 5], [1, 1, 2, 2]) == 1
    # Means equal, people differ: MSB = 0, MSW = 8, k = 2.
    assert icc1([1, 5, 1, 5], [1, 1, 2, 2]) == -1
    assert math.isnan(icc2([1, 5, 1, 5], [1, 1, 2, 2]))
    assert math.isnan(icc1([3, 3, 3, 3], [1, 1, 2, 2]))  # no differences at all
    assert math.isnan(icc1([1, 2, 3], [1, 1, 1]))  # one group
    assert math.isnan(icc1([1, 2, 3], [1, 2, 3]))  # groups of one
    assert math.isnan(icc1([NAN, NAN], [1, 2]))
    assert icc1([1, 3, 5, 7, NAN], [1, 1, 2, 2, 3]) == pytest.approx(14 / 18)


@pytest.mark.parametrize(
    ("function", "values"),
    [
        (rwg, ([[1, 2]], 5)),
        (rwg, ([1, 2], 1)),
        (rwg_j, ([1, 2], 5)),
        (ad_m_j, ([1, 2],)),
        (icc1, ([1, 2], [1])),
    ],
)
def test_shapes_and_options_are_checked(function: Callable[..., float], values: tuple[object, ...]) -> None:
    with pytest.raises(ValueError, match=r"."):
        function(*values)


def reference() -> Path | None:
    named = os.environ.get("GROEIMODEL_RATERS")
    checkout = Path(__file__).resolve().parents[5]
    for place in ([Path(named)] if named else []) + [checkout.parent / "shared" / "data" / "raters"]:
        if (place / "reference_per_group.csv").is_file():
            return place
    return None


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


Index = Callable[[np.ndarray], float]
INDICES: dict[str, Index] = {
    "rwg": lambda array: rwg(array[:, 0], 5),
    "rwg.j": lambda array: rwg_j(array, 5),
    "rwg.j.lindell": lambda array: rwg_star_j(array, 5),
    "ad.m.mean": lambda array: ad_m(array[:, 0]) if array.shape[1] == 1 else ad_m_j(array),
}


PLACE = reference() or Path()
with_reference = pytest.mark.skipif(
    reference() is None, reason="no reference data: set GROEIMODEL_RATERS to their folder"
)


@with_reference
def test_every_group_equals_the_reference() -> None:
    data = {name: read(PLACE / f"{name}.csv") for name in ("lq2002", "cohesion")}
    compared = 0
    for row in read(PLACE / "reference_per_group.csv"):
        named = re.fullmatch(r"([\w.]+)\(([A-Z]+)(\d*)-?(\d*).*\)", row["statistic"])
        assert named is not None
        name, stem, first, last = named.groups()
        if name not in INDICES:  # indices that this project does not have
            continue
        numbers = range(int(first), int(last or first) + 1) if first else ()
        items = [f"{stem}{number:02}" for number in numbers] or [stem]
        keys = ["COMPID"] if row["dataset"] == "lq2002" else ["UNIT", "PLATOON"]
        members = [one for one in data[row["dataset"]] if " ".join(one[key] for key in keys) == row["group"]]
        ratings = np.array([[float(one[item] or "nan") for item in items] for one in members])
        assert INDICES[name](ratings) == pytest.approx(float(row["value"]), abs=0.5e-6), row
        compared += 1
    assert compared == 49 * 7 + 4 * 3


@with_reference
@pytest.mark.parametrize("scale", ["LEAD", "TSIG", "HOSTILE"])
def test_icc_equals_the_reference(scale: str) -> None:
    rows = read(PLACE / "lq2002.csv")
    expected = {row["statistic"]: float(row["value"]) for row in read(PLACE / "reference_summary.csv")}
    scores, groups = [float(row[scale]) for row in rows], [row["COMPID"] for row in rows]
    assert icc1(scores, groups) == pytest.approx(expected[f"ICC1.aov({scale})"], abs=0.5e-6)
    assert icc2(scores, groups) == pytest.approx(expected[f"ICC2.aov({scale})"], abs=0.5e-6)
