"""What stands on the one-page harvest sheet of a municipality, and in which order. In words: `docs/rules/sheet.md`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

MOST = 12
"""So many at most are offered to the page; it shows as many as fit, and says how many are left out."""


@dataclass(frozen=True, slots=True)
class Crop:
    """One harvest, as far as the choice looks at it."""

    key: int
    day: int
    """`date.toordinal()` since when it is used."""
    pictured: bool = False
    counted: bool = False
    """It has a figure."""


def choose(crops: Sequence[Crop], most: int = MOST) -> tuple[int, ...]:
    """Keys of what goes on the sheet, the first first.

    What can be seen goes first, then what is counted, then the newest: a picture and a figure convince whoever was not
    there. The same crops always give the same order.
    """
    ordered = sorted(crops, key=lambda one: (-(2 * one.pictured + one.counted), -one.day, one.key))
    return tuple(one.key for one in ordered[:most])
