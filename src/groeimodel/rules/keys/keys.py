"""What a distribution key is: slices of a total, each divided by one figure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

EQUAL = "equal"
INHABITANTS = "inhabitants"
UNDER_25 = "under_25"
TABLE = "table"


@dataclass(frozen=True, slots=True)
class Slice:
    """A part of the total, divided in proportion to a figure.

    The size is `each` cents for every municipality, or `part` of the total (0 to 1), or, with neither, the rest. `by` is
    `equal`, or the name of a figure that `split` is given, or of a table of the key.
    """

    by: str
    each: int | None = None
    part: Fraction | None = None

    def __post_init__(self) -> None:
        if self.each is not None and self.part is not None:
            raise ValueError("a slice is so much each, or a part of the total, or the rest")
        if self.each is not None and self.by != EQUAL:
            raise ValueError("so much each is divided equally")
        if (self.each or 0) < 0 or not 0 <= (self.part or 0) <= 1:
            raise ValueError("a slice is not below zero and not more than all")

    @property
    def is_rest(self) -> bool:
        return self.each is None and self.part is None


@dataclass(frozen=True, slots=True)
class Key:
    """Slices in order, of which exactly one is the rest: so a key always divides all."""

    name: str
    slices: tuple[Slice, ...]
    tables: Mapping[str, Mapping[str, Fraction]] = field(default_factory=dict)
    """Figures that belong to the key itself, by name, then by municipality."""

    def __post_init__(self) -> None:
        if sum(one.is_rest for one in self.slices) != 1:
            raise ValueError("one slice of a key is the rest")


def equal() -> Key:
    return Key(EQUAL, (Slice(EQUAL),))


def per_inhabitant() -> Key:
    return Key(INHABITANTS, (Slice(INHABITANTS),))


def per_young_inhabitant() -> Key:
    """By inhabitants under 25."""
    return Key(UNDER_25, (Slice(UNDER_25),))


def fixed_plus_variable(
    *, each: int | None = None, part: Fraction | None = None, by: str = INHABITANTS
) -> Key:
    """The same for all first, `each` cents or together `part` of the total; the rest by a figure."""
    if each is None and part is None:
        raise ValueError("what is fixed is so much each, or a part of the total")
    return Key("fixed_plus_variable", (Slice(EQUAL, each=each, part=part), Slice(by)))


def own_table(table: Mapping[str, Fraction | int]) -> Key:
    """Parts that the partners agreed on, in any unit: 40, 35 and 25 are the same as 8, 7 and 5."""
    return Key(TABLE, (Slice(TABLE),), {TABLE: {who: Fraction(part) for who, part in table.items()}})
