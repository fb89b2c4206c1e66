"""What an idea still needs to sprout, and what might do better than what was stopped. In words: `docs/rules/sprouting.md`.

needs(Known(seed=False, shared=True, species=True, gardener=True))     # the rest is not done yet
instead(stopped, ideas, tried)                                         # the most fitting first, with reasons
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

Point = Literal["species", "gardener", "estimate", "dates", "time", "decision"]
Reason = Literal["theme", "other_species", "thrives", "worked_out", "tended"]


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of an action that does not run yet."""

    seed: bool
    """An idea only; otherwise it is being worked out."""
    shared: bool
    """For the shared meadow, where partners decide together."""
    species: bool = False
    gardener: bool = False
    estimate: bool = False
    """In euro or in hours."""
    dates: bool = False
    """A first and a last day are proposed."""
    time: bool = False
    """The gardener holds a mandate for time."""
    decided: bool = False
    """A joint decision took it on."""


@dataclass(frozen=True, slots=True)
class Need:
    point: Point
    done: bool
    must: bool
    """Without it the next step is refused; the others only make it stronger."""


def needs(known: Known) -> tuple[Need, ...]:
    """The short list, always in the same order. A seed needs a kind and somebody; what is worked out needs the rest."""
    if known.seed:
        return Need("species", known.species, True), Need("gardener", known.gardener, False)
    found = [
        Need("gardener", known.gardener, True),
        Need("estimate", known.estimate, False),
        Need("dates", known.dates, True),
        Need("time", known.time, False),
    ]
    if known.shared:
        found.append(Need("decision", known.decided, True))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Idea:
    """A seed or seedling, or what was stopped."""

    key: int
    species: str
    """Empty while nobody said which kind."""
    theme: int | None
    worked_out: bool = False
    """A seedling."""
    tended: bool = False
    """Somebody tends it."""


@dataclass(frozen=True, slots=True)
class Tried:
    """How often a kind was carried out here, and how it ended."""

    picked: int = 0
    stopped: int = 0

    @property
    def thrives(self) -> bool:
        """It was picked at least once, and not stopped more often."""
        return self.picked > 0 and self.picked >= self.stopped


@dataclass(frozen=True, slots=True)
class Suggested:
    key: int
    reasons: tuple[Reason, ...]
    """In the order in which they weigh; never empty."""


WEIGHTS: Mapping[Reason, int] = {"theme": 8, "thrives": 4, "other_species": 3, "worked_out": 2, "tended": 1}


def instead(
    stopped: Idea, ideas: Sequence[Idea], tried: Mapping[str, Tried], *, most: int = 5
) -> tuple[Suggested, ...]:
    """Ideas on the same theme or of another kind, the most fitting first; ties go to the lowest key.

    `tried` says by species how earlier actions ended. Each comes with all its reasons: there is no mark without them.
    """
    found = [(one.key, _reasons(stopped, one, tried)) for one in ideas if one.key != stopped.key]
    fitting = [(key, reasons) for key, reasons in found if {"theme", "other_species"} & set(reasons)]
    fitting.sort(key=lambda one: (-sum(WEIGHTS[reason] for reason in one[1]), one[0]))
    return tuple(Suggested(key, reasons) for key, reasons in fitting[:most])


def _reasons(stopped: Idea, idea: Idea, tried: Mapping[str, Tried]) -> tuple[Reason, ...]:
    other = bool(idea.species) and idea.species != stopped.species
    holds: dict[Reason, bool] = {
        "theme": idea.theme is not None and idea.theme == stopped.theme,
        "thrives": other and tried.get(idea.species, Tried()).thrives,
        "other_species": other,
        "worked_out": idea.worked_out,
        "tended": idea.tended,
    }
    return tuple(reason for reason, true in holds.items() if true)
