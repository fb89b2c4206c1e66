"""Until when an offer is secured: by funding, people and an agreement. In words: `docs/rules/anchoring.md`.

The weakest part counts. What is not known is never taken for secured, and never for ended.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

Part = Literal["funding", "people", "agreement"]
PARTS: tuple[Part, ...] = ("funding", "people", "agreement")
NEAR, SOON = 30, 90
"""Days before an end at which it is warned of: first at the longest, then at the shortest."""


class State(StrEnum):
    """From the weakest to the strongest."""

    ENDED = "ended"
    NEAR = "near"
    """Ends within 30 days."""
    SOON = "soon"
    """Ends within 90 days."""
    UNKNOWN = "unknown"
    SECURED = "secured"
    """Until a day that is further away."""
    OPEN = "open"
    """For an indefinite time."""


ORDER = tuple(State)


@dataclass(frozen=True, slots=True)
class Secured:
    """One part, on a day."""

    part: Part
    known: bool = False
    left: int | None = None
    """Days that it is still secured, its last day not counted: 0 on the last day, negative after it. None with `known`: indefinitely."""

    @property
    def state(self) -> State:
        if not self.known:
            return State.UNKNOWN
        if self.left is None:
            return State.OPEN
        if self.left < 0:
            return State.ENDED
        if self.left <= NEAR:
            return State.NEAR
        return State.SOON if self.left <= SOON else State.SECURED


@dataclass(frozen=True, slots=True)
class Anchoring:
    """What the parts together come to."""

    state: State
    weakest: tuple[Part, ...]
    """The parts that make it so: of those that end, the ones that end first."""
    left: int | None
    """Days that the weakest part is still secured; None when that is not known or has no end."""
    unknown: tuple[Part, ...]
    """Parts of which nothing is known, also when another part is weaker."""

    @property
    def warns(self) -> bool:
        return self.state in (State.ENDED, State.NEAR, State.SOON)


def anchoring(parts: Sequence[Secured]) -> Anchoring:
    """The state of an offer; a part that is not among `parts` is unknown."""
    given = {one.part: one for one in parts}
    every = [given.get(part, Secured(part)) for part in PARTS]
    state = min((one.state for one in every), key=ORDER.index)
    those = [one for one in every if one.state == state]
    left = min((one.left for one in those if one.known and one.left is not None), default=None)
    return Anchoring(
        state=state,
        weakest=tuple(one.part for one in those if not one.known or one.left == left),
        left=left,
        unknown=tuple(one.part for one in every if not one.known),
    )
