"""From what partnerships counted to what may be read by everybody. The exact figures go no further than here."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypedDict

from groeimodel.rules.suppression import FEWEST, Cell, Entry, suppress
from groeimodel.support.trends.figures import DIMENSIONS, MODELS, PROVINCES, PUBLISHED
from groeimodel.support.trends.measuring import Counted

__all__ = ["FEWEST", "GROUPS", "Row", "rows_of"]

GROUPS = {"model": tuple(MODELS), "province": PROVINCES}
"""Every group there can be stands in every table: that one is empty, or hidden, looks the same."""


class Row(TypedDict):
    """One cell as it is kept and published; figures are None where it stays away."""

    figure: str
    dimension: str
    """'' for all partnerships together, else 'model' or 'province'."""
    group: str
    low: int | None
    high: int | None
    partnerships: int | None
    """At least so many."""


def rows_of(all_of_them: Sequence[Counted]) -> list[Row]:
    """The open figures of one year."""
    rows: list[Row] = []
    for one in PUBLISHED:
        entries = [
            Entry(
                counted.key,
                counted.values.get(one.key, 0),
                {"model": counted.model, "province": counted.province},
            )
            for counted in all_of_them
        ]
        table = suppress(entries, dimensions=DIMENSIONS)
        found = {(cell.dimension, cell.group): cell for cell in table.cells}
        wanted = [("", ""), *((name, group) for name in DIMENSIONS for group in GROUPS[name])]
        rows += [_row(one.key, *name, found.get(name)) for name in wanted]
    return rows


def _row(figure: str, dimension: str, group: str, cell: Cell | None) -> Row:
    """Without the reason why it stays away: that would tell something of who is in it."""
    return Row(
        figure=figure,
        dimension=dimension,
        group=group,
        low=cell.low if cell else None,
        high=cell.high if cell else None,
        partnerships=cell.partnerships if cell else None,
    )
