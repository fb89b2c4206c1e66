"""Agreement indices against reference values of the R package multilevel, to six decimals.

Run: ``python -m bench.raters_reference [FOLDER]``. The folder holds lq2002.csv and cohesion.csv
(ratings) and reference_per_group.csv and reference_summary.csv (what R answers). It is not part of
the project, because of its licence; without FOLDER it is looked for where GROEIMODEL_RATERS
says, and in ../shared/data/raters beside the checkout. How to make it anew: docs/rules/agreement.md.
"""

import csv
import os
import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from groeimodel.rules.growth.agreement import ad_m, ad_m_j, icc1, icc2, rwg, rwg_j, rwg_star_j

SMALLEST = 0.5e-6
"""Equal to six decimals."""
ABSENT = "No reference data here: name the folder, or set GROEIMODEL_RATERS."
CHECKOUT = Path(__file__).resolve().parents[1]

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Comparison:
    """One statistic of one data set: over how many values, and the largest difference."""

    dataset: str
    statistic: str
    values: int
    example: float
    difference: float

    @property
    def equal(self) -> bool:
        return self.difference < SMALLEST


def folder() -> Path | None:
    """Where the reference data are, or None."""
    named = os.environ.get("GROEIMODEL_RATERS")
    for place in ([Path(named)] if named else []) + [CHECKOUT.parent / "shared" / "data" / "raters"]:
        if (place / "reference_per_group.csv").is_file():
            return place
    return None


def compare(place: Path) -> list[Comparison]:
    """Every reference value that this project has a function for."""
    data = {name: _ratings(place / f"{name}.csv") for name in ("lq2002", "cohesion")}
    return [*_per_group(place, data), *_overall(place, data)]


def _per_group(place: Path, data: "dict[str, Ratings]") -> Iterator[Comparison]:
    wanted: dict[tuple[str, str], list[tuple[str, float]]] = {}
    for row in _rows(place / "reference_per_group.csv"):
        wanted.setdefault((row["dataset"], row["statistic"]), []).append((row["group"], float(row["value"])))
    for (dataset, statistic), values in wanted.items():
        found = index_of(statistic)
        if found is None:
            continue
        function, items = found
        ratings = data[dataset]
        mine = [function(ratings.of(group, items)) for group, _ in values]
        theirs = [value for _, value in values]
        yield Comparison(dataset, statistic, len(values), mine[0], _largest(mine, theirs))


def _overall(place: Path, data: "dict[str, Ratings]") -> Iterator[Comparison]:
    for row in _rows(place / "reference_summary.csv"):
        found = re.fullmatch(r"(ICC[12])\.aov\((\w+)\)", row["statistic"])
        if found is None:
            continue
        ratings = data[row["dataset"]]
        function = icc1 if found[1] == "ICC1" else icc2
        mine = function(ratings.columns[found[2]], ratings.groups)
        difference = _largest([mine], [float(row["value"])])
        yield Comparison(row["dataset"], row["statistic"], 1, mine, difference)


def index_of(statistic: str) -> tuple[Callable[[Floats], float], list[str]] | None:
    """The function and the items that a name such as 'rwg.j(LEAD01-11;ranvar=2)' stands for."""
    found = re.fullmatch(r"([\w.]+)\(([A-Z]+)(\d\d)?(?:-(\d\d))?(?:;[^)]*)?\)", statistic)
    if found is None:
        return None
    name, stem, first, last = found.groups()
    if last is None:
        single: dict[str, Callable[[Floats], float]] = {
            "rwg": lambda array: rwg(array[:, 0], 5),
            "ad.m.mean": lambda array: ad_m(array[:, 0]),
        }
        return (single[name], [stem + (first or "")]) if name in single else None
    several: dict[str, Callable[[Floats], float]] = {
        "rwg.j": lambda array: rwg_j(array, 5),
        "rwg.j.lindell": lambda array: rwg_star_j(array, 5),
        "ad.m.mean": ad_m_j,
    }
    items = [f"{stem}{number:02}" for number in range(int(first), int(last) + 1)]
    return (several[name], items) if name in several else None


@dataclass(frozen=True, slots=True)
class Ratings:
    """Columns of ratings, and the group of each rater."""

    columns: dict[str, Floats]
    groups: NDArray[np.str_]

    def of(self, group: str, items: list[str]) -> Floats:
        """(raters, items) of one group."""
        members = self.groups == group
        return np.stack([self.columns[item][members] for item in items], axis=1)


def _ratings(path: Path) -> Ratings:
    rows = list(_rows(path))
    keys = [key for key in ("COMPID", "UNIT", "PLATOON") if key in rows[0]]
    numbers = [name for name in rows[0] if name not in (*keys, "SUB")]
    return Ratings(
        {name: np.array([float(row[name]) if row[name] else np.nan for row in rows]) for name in numbers},
        np.array([" ".join(row[key] for key in keys) for row in rows]),
    )


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines)


def _largest(mine: list[float], theirs: list[float]) -> float:
    difference = np.abs(np.array(mine) - np.array(theirs))
    return float("inf") if np.isnan(difference).any() else float(difference.max())


def table(comparisons: list[Comparison]) -> str:
    """All comparisons as Markdown."""
    lines = [
        "| data | statistic | values | first value | largest difference | equal to six decimals |",
        "|---|---|---:|---:|---:|---|",
    ]
    lines += [
        f"| {one.dataset} | {one.statistic} | {one.values} | {one.example:.6f} | {one.difference:.1e} "
        f"| {'yes' if one.equal else 'NO'} |"
        for one in comparisons
    ]
    return "\n".join(lines)


def run() -> tuple[dict[str, object], str]:
    """Figures and Markdown table, for `make bench`."""
    place = folder()
    if place is None:
        return {"compared": False}, ABSENT
    comparisons = compare(place)
    differences = {f"{one.dataset} {one.statistic}": one.difference for one in comparisons}
    equal = all(one.equal for one in comparisons)
    return {"compared": True, "equal": equal, "differences": differences}, table(comparisons)


def main() -> int:
    """Print the table; 1 when a value differs, 0 also when there are no data to compare with."""
    place = Path(sys.argv[1]) if len(sys.argv) > 1 else folder()
    if place is None or not (place / "reference_per_group.csv").is_file():
        print(ABSENT)
        return 0
    comparisons = compare(place)
    print(table(comparisons))
    return 0 if all(one.equal for one in comparisons) else 1


if __name__ == "__main__":
    sys.exit(main())
