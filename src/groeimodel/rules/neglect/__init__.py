"""Whether a shop forgets its soil and its meadow (claims G6, B18). In words: `docs/rules/neglect.md`.

warnings(Seen(quiet=90, ...))      # (Warning("quiet", 90), ...)

Each warning stands on something that is recorded or was measured; what is not known warns of nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Word = Literal["poor", "quiet", "dry", "unmeasured", "no_harvest", "bare", "nothing_new"]
Where = Literal["soil", "meadow"]

STALE_DAYS = 550
"""A year and a half: the soil was measured too long ago to say much."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What the records say on a day."""

    soil: Literal["poor", "growing", "rich"] | None
    """Health by the last scan; None while nothing was measured."""
    days_since_scan: int | None
    quiet: int | None
    """Days without a meeting, when that is long: as `rules.energy.quiet` says."""
    drying: int
    """Municipalities that put in under a third of what is usual there."""
    harvests: int
    """Of the last 183 days."""
    running: int
    """Shared actions that run today."""
    started: int
    """Shared seeds, seedlings and starts of the last 365 days."""


@dataclass(frozen=True, slots=True)
class Warning:
    where: Where
    word: Word
    figure: int = 0
    """Days or municipalities, where the sentence names them."""


def warnings(seen: Seen) -> tuple[Warning, ...]:
    """The soil first, as everywhere; within a layer the heaviest first."""
    found: list[Warning] = []
    if seen.soil == "poor":
        found.append(Warning("soil", "poor"))
    if seen.quiet is not None:
        found.append(Warning("soil", "quiet", seen.quiet))
    if seen.drying:
        found.append(Warning("soil", "dry", seen.drying))
    if seen.days_since_scan is None or seen.days_since_scan > STALE_DAYS:
        found.append(Warning("soil", "unmeasured", seen.days_since_scan or 0))
    if not seen.harvests:
        found.append(Warning("soil", "no_harvest"))
    if not seen.running:
        found.append(Warning("meadow", "bare"))
    if not seen.started:
        found.append(Warning("meadow", "nothing_new"))
    return tuple(found)
