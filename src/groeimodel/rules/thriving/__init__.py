"""Which species of actions thrive in this soil, in words that rank nobody (claim W9). In words: `docs/rules/thriving.md`.

verdict_on(Grown(tried=5, picked=3, composted=1, onward=2))      # 'thrives'
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Word = Literal["young", "thrives", "grows", "struggles"]
ENOUGH = 2
"""So many actions have to be over before anything is said."""


@dataclass(frozen=True, slots=True)
class Grown:
    """What became of one species, of all municipalities together."""

    tried: int
    """Ran at any time."""
    picked: int
    composted: int
    onward: int = 0
    """Of what was picked: to be sown again, made special or handed to the shop."""

    @property
    def over(self) -> int:
        return self.picked + self.composted


def verdict_on(grown: Grown) -> Word:
    """'thrives': at least two of three that are over were picked. 'struggles': at least half was composted."""
    if grown.over < ENOUGH:
        return "young"
    if 3 * grown.picked >= 2 * grown.over:
        return "thrives"
    return "struggles" if 2 * grown.composted >= grown.over else "grows"


def best(species: Mapping[str, Grown]) -> tuple[str, ...]:
    """What grows best here: of what thrives, the largest part picked, then the most that goes on, then the most picked.

    All that stand equal, in the order in which they came; empty while nothing thrives.
    """
    there = {name: one for name, one in species.items() if verdict_on(one) == "thrives"}
    if not there:
        return ()

    def mark(one: Grown) -> tuple[float, int, int]:
        return (one.picked / one.over, one.onward, one.picked)

    top = max(mark(one) for one in there.values())
    return tuple(name for name, one in there.items() if mark(one) == top)
