"""Whether a group still meets in its own rhythm. In words: `docs/rules/rhythm.md`. Days are `date.toordinal()`."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median
from typing import Literal

State = Literal["never", "regular", "plan", "lost"]

FEW = 3
"""From so many meetings on, a group has a rhythm of its own."""
LOOKED_AT = 6
"""So many gaps are looked at, the last ones: a rhythm may change."""
LONG = 70
"""Days between two meetings that count as long, while a group has no rhythm of its own yet: ten weeks. A choice of ours."""
STRETCH = 1.5
"""The rhythm is lost after so many times the usual gap."""


@dataclass(frozen=True, slots=True)
class Rhythm:
    state: State
    """'never': none held; 'regular'; 'plan': the usual gap is over and none is planned; 'lost'."""
    usual: int | None
    """Days between two meetings: the median of the last gaps; None while there are too few meetings."""
    since: int | None
    """Days since the last meeting; None without one."""
    bound: int
    """Days without a meeting after which the rhythm is lost."""
    ahead: int | None
    """Days until the next meeting that is planned."""


def rhythm_of(held: Sequence[int], *, today: int, planned: int | None = None) -> Rhythm:
    """The rhythm of meetings held on these days (any order; a day counts once), with the next one planned."""
    days = sorted({day for day in held if day <= today})
    gaps = [after - before for before, after in itertools.pairwise(days)][-LOOKED_AT:]
    usual = round(median(gaps)) if len(days) >= FEW else None
    bound = LONG if usual is None else round(usual * STRETCH)
    since = today - days[-1] if days else None
    ahead = planned - today if planned is not None and planned >= today else None
    return Rhythm(_state(since, ahead, usual or LONG, bound), usual, since, bound, ahead)


def _state(since: int | None, ahead: int | None, usual: int, bound: int) -> State:
    if since is None:
        return "never"
    if since + (ahead or 0) <= (usual if ahead is None else bound):
        return "regular"
    return "lost" if since > bound else "plan"
