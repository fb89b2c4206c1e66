"""What may be told of reach to everyone: a small number can point at somebody. In words: `docs/rules/reach.md`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

FEWEST = 5
"""From so many people on, a number is shown to everyone."""

K = TypeVar("K")


@dataclass(frozen=True, slots=True)
class Told(Generic[K]):
    """Numbers that everyone may read."""

    people: Mapping[K, int | None]
    """None where there were fewer than five, but somebody."""
    total: int
    """Of what is shown only: with the rest in it, one hidden number could be worked out."""

    @property
    def hides(self) -> bool:
        return None in self.people.values()


def told(people: Mapping[K, int]) -> Told[K]:
    """How many people, by any key, as everyone may read it."""
    shown = {key: None if 0 < count < FEWEST else count for key, count in people.items()}
    return Told(shown, sum(count for count in shown.values() if count is not None))


def about(people: int) -> int:
    """A total as everyone may read it beside numbers of which small ones are hidden: rounded down to tens.

    With exact totals of an offer or of a year, a hidden number could be worked out.
    """
    return people // 10 * 10


def share(part: int, whole: int) -> int | None:
    """A part in whole hundredths, half up; None when there is nothing to share."""
    return (200 * part + whole) // (2 * whole) if whole > 0 else None
