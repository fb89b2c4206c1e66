"""Totals over partnerships that tell nothing of one of them: what is shown, how coarse, and what stays away.

    suppress([Entry("a", 12, {"model": "soil"}), ...], dimensions=("model",)) -> Table

Pure. In words, with what it promises and what it cannot do: docs/rules/suppression.md.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

__all__ = ["FEWEST", "PROMISED", "Cell", "Entry", "Hidden", "Table", "fives", "step_of", "suppress"]

FEWEST = 5
"""A group with fewer partnerships is never shown."""
KNOWN = 2
"""Partnerships that may put what they know together: their own figures are no secret to them."""
PROMISED = (1, 5)
"""Nobody may come to know a figure more closely than a fifth of it."""
LARGEST = (2, 5)
"""One partnership makes up at most so much of a group that is shown."""
SMALLEST_STEP = 5
LADDER = (1, 2, 5)


class Hidden(StrEnum):
    """Why a cell stays away. For whoever keeps the rule: pages say only that it does."""

    FEW = "few"
    """Fewer than five partnerships have anything to add."""
    WEIGHT = "weight"
    """One of them makes up most, or is what remains when two others take off their own."""
    REST = "rest"
    """It could be shown, but then a group that may not be shown would follow by subtraction."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What one partnership adds to a figure: a whole number; and the group it is in, by dimension."""

    key: str
    value: int
    groups: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Cell:
    """One group: between which two numbers its total lies, both included, and how many partnerships it has at least."""

    dimension: str
    """Empty for the total of all."""
    group: str
    low: int | None = None
    high: int | None = None
    partnerships: int | None = None
    hidden: Hidden | None = None

    @property
    def shown(self) -> bool:
        return self.hidden is None


@dataclass(frozen=True, slots=True)
class Table:
    """The total first, then the groups by dimension and name."""

    cells: tuple[Cell, ...]

    @property
    def total(self) -> Cell:
        return self.cells[0]

    def of(self, dimension: str) -> tuple[Cell, ...]:
        return tuple(one for one in self.cells if one.dimension == dimension)


Piece = frozenset[str]


def suppress(entries: Iterable[Entry], *, dimensions: Sequence[str] = ()) -> Table:
    """One figure of one year. Earlier dimensions go first: what they show may cost a later one its cells.

    Partnerships with nothing to add do not count: whoever knows that they have no shop knows their nought.

    Raises:
        ValueError: a value below nought, or the same partnership twice.
    """
    rows = list(entries)
    if any(one.value < 0 for one in rows):
        raise ValueError("a figure is nought or more")
    if len({one.key for one in rows}) != len(rows):
        raise ValueError("one figure of each partnership")
    values = {one.key: one.value for one in rows if one.value > 0}
    wanted = _wanted(rows, dimensions)
    everything = frozenset(values)
    refused = _refusal(everything, values)
    if refused:
        return Table(
            (Cell("", "", hidden=refused), *(Cell(*name, hidden=refused) for name in sorted(wanted)))
        )
    pieces: list[Piece] = [everything]
    why: dict[tuple[str, str], Hidden] = {}
    in_order = sorted(wanted, key=lambda name: (dimensions.index(name[0]), -len(wanted[name]), name[1]))
    for name in in_order:
        cell = wanted[name]
        split = [part for piece in pieces for part in (piece & cell, piece - cell) if part]
        own = _refusal(cell, values)
        if own or any(_refusal(part, values) for part in split):
            why[name] = own or Hidden.REST
        else:
            pieces = split
    names = sorted(wanted, key=lambda name: (dimensions.index(name[0]), name[1]))
    return Table(
        (
            _shown(("", ""), pieces, values),
            *(
                Cell(*name, hidden=why[name])
                if name in why
                else _shown(name, [one for one in pieces if one <= wanted[name]], values)
                for name in names
            ),
        )
    )


def _wanted(rows: Iterable[Entry], dimensions: Sequence[str]) -> dict[tuple[str, str], Piece]:
    """The groups that somebody is in, each with who adds something to it."""
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for one in rows:
        for dimension in dimensions:
            if group := one.groups.get(dimension):
                found[dimension, group] |= {one.key} if one.value > 0 else set()
    return {name: frozenset(keys) for name, keys in found.items()}


def _refusal(piece: Piece, values: Mapping[str, int]) -> Hidden | None:
    """Why a group cannot be known, or None."""
    if len(piece) < FEWEST:
        return Hidden.FEW
    given = sorted((values[key] for key in piece), reverse=True)
    largest, total = given[0], sum(given)
    rest = sum(given[1 + KNOWN :])
    too_large = LARGEST[1] * largest > LARGEST[0] * total
    too_bare = PROMISED[1] * rest < PROMISED[0] * largest
    return Hidden.WEIGHT if too_large or too_bare else None


def _shown(name: tuple[str, str], pieces: Sequence[Piece], values: Mapping[str, int]) -> Cell:
    """Made of its pieces as they are rounded: rounding a total by itself would tell more of them."""
    low = high = partnerships = 0
    for piece in pieces:
        total = sum(values[key] for key in piece)
        step = step_of(total)
        low += total // step * step
        high += total // step * step + step - 1
        partnerships += fives(len(piece))
    return Cell(*name, low=low, high=high, partnerships=partnerships)


def step_of(total: int) -> int:
    """How coarse a total is said: 5, 10, 20, 50, 100 and so on, the largest that is at most a quarter of it; at least 5.

    It is the same for every total between two steps, so the step tells nothing that the shown number does not.
    """
    power, found = 1, SMALLEST_STEP
    while power * 4 <= total:
        for one in LADDER:
            if one * power * 4 <= total:
                found = max(found, one * power)
        power *= 10
    return found


def fives(count: int) -> int:
    """A number of partnerships as it is said: at least 5, at least 10."""
    return count // FEWEST * FEWEST
