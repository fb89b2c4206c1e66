"""What each one gives and takes, side by side. In words: `docs/rules/balance.md`.

No sum of gives and takes is made and nothing is sorted: members stay in the order of their names.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

GIFTS = ("answers", "thanks", "harvest")
TAKES = ("questions", "harvest")
LEAST = 3.0
"""Length of the smallest bar that is not empty, as a part of 100: one is to be seen."""


@dataclass(frozen=True, slots=True)
class Ledger:
    """What one member did in a period: counts, never below 0."""

    id: str
    name: str
    given: Mapping[str, int]
    """By `GIFTS`."""
    taken: Mapping[str, int]
    """By `TAKES`."""


@dataclass(frozen=True, slots=True)
class Segment:
    what: str
    count: int
    start: float
    """From the middle, 0 to 100."""
    length: float

    @property
    def wide(self) -> str:
        """For in a drawing of 200 across with the middle at 100."""
        return f"{self.length:.2f}"

    @property
    def right(self) -> str:
        """Where it begins, to the right of the middle."""
        return f"{100 + self.start:.2f}"

    @property
    def left(self) -> str:
        """Where it begins, to the left of the middle."""
        return f"{100 - self.start - self.length:.2f}"


@dataclass(frozen=True, slots=True)
class Bars:
    """Two bars around a middle: given to the one side, taken to the other."""

    ledger: Ledger
    given: tuple[Segment, ...]
    taken: tuple[Segment, ...]

    @property
    def quiet(self) -> bool:
        """Nothing given and nothing taken."""
        return not self.given and not self.taken


def bars(ledgers: Sequence[Ledger]) -> tuple[Bars, ...]:
    """Bars for all members on one scale, in the order that was given: the longest side of all is 100 long."""
    longest = max((sum(side.values()) for one in ledgers for side in (one.given, one.taken)), default=0)
    return tuple(
        Bars(one, _side(GIFTS, one.given, longest), _side(TAKES, one.taken, longest)) for one in ledgers
    )


def _side(kinds: Sequence[str], counts: Mapping[str, int], longest: int) -> tuple[Segment, ...]:
    out, at = [], 0.0
    for kind in kinds:
        count = counts.get(kind, 0)
        if count:
            length = max(LEAST, 100.0 * count / longest)
            out.append(Segment(kind, count, at, length))
            at += length
    over = max(1.0, at / 100.0)  # many small ones, each made visible, may not run out of the frame
    return tuple(Segment(one.what, one.count, one.start / over, one.length / over) for one in out)
