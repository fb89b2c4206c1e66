"""The energy that municipalities put in, and when the soil dries out. In words: docs/rules/energy.md.

Pure. A day is a number of days (`date.toordinal()`), so that nothing here looks at a clock or a calendar; a half-year is a
year with 1 (January to June) or 2 (July to December).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from groeimodel.rules.energy.verbs import VERBS, Kind

__all__ = [
    "VERBS",
    "Deed",
    "Dry",
    "Half",
    "Kind",
    "Row",
    "dry",
    "halves",
    "points",
    "quiet",
    "rows",
    "share",
    "windows",
]

WINDOW = 183
"""Days of half a year, counted back from today."""
PAST = 4
"""So many windows before the last one say what is usual."""
FEWEST_PAST = 2
THIRD = 1 / 3
FEWEST = 4.0
"""Points: whoever usually puts in less has too little to dry out from."""
QUIET_DAYS = 70
"""Ten weeks without a meeting."""
FULL = 12.0
"""Points a municipality in half a year that fill the picture: three meetings, five things shared, one question."""
WEIGHTS: Mapping[Kind, float] = {
    Kind.MEETINGS: 2.0,
    Kind.KNOWLEDGE: 1.0,
    Kind.QUESTIONS: 1.0,
    Kind.HOURS: 0.5,
}
"""Points for one meeting attended, one thing shared, one question, one hour."""


@dataclass(frozen=True, slots=True, order=True)
class Half:
    year: int
    part: int
    """1 or 2."""

    @classmethod
    def of(cls, year: int, month: int) -> Half:
        return cls(year, 1 if month <= 6 else 2)

    @property
    def before(self) -> Half:
        return Half(self.year, 1) if self.part == 2 else Half(self.year - 1, 2)


@dataclass(frozen=True, slots=True)
class Deed:
    """Something that somebody did for a municipality."""

    municipality: int
    kind: Kind
    half: Half
    day: int
    amount: float = 1.0
    """Hours for hours; else 1, or -1 where it was taken back."""


@dataclass(frozen=True, slots=True)
class Row:
    """One municipality in one half-year."""

    half: Half
    amounts: Mapping[Kind, float]

    @property
    def points(self) -> float:
        return points(self.amounts)


def halves(last: Half, count: int) -> tuple[Half, ...]:
    """So many half-years up to and with the last one, the oldest first."""
    found = [last]
    while len(found) < count:
        found.append(found[-1].before)
    return tuple(reversed(found))


def points(amounts: Mapping[Kind, float]) -> float:
    """One figure of the four; never below nought."""
    return sum(WEIGHTS[kind] * max(0.0, amount) for kind, amount in amounts.items())


def rows(deeds: Iterable[Deed], shown: Sequence[Half]) -> dict[int, tuple[Row, ...]]:
    """Per municipality one row for each half-year, also where nothing was done; only municipalities with a deed."""
    sums: dict[int, dict[Half, dict[Kind, float]]] = {}
    for deed in deeds:
        of_half = sums.setdefault(deed.municipality, {}).setdefault(deed.half, dict.fromkeys(Kind, 0.0))
        of_half[deed.kind] += deed.amount
    nothing = dict.fromkeys(Kind, 0.0)
    return {
        key: tuple(Row(half, _positive(by_half.get(half, nothing))) for half in shown)
        for key, by_half in sums.items()
    }


def _positive(amounts: Mapping[Kind, float]) -> dict[Kind, float]:
    """What was taken back in another half-year than it was done in does not count below nought."""
    return {kind: max(0.0, amount) for kind, amount in amounts.items()}


def windows(deeds: Iterable[Deed], *, today: int, since: int) -> tuple[float, ...]:
    """Points of one municipality in the last 183 days, and in each window before it that lies wholly after it joined.

    `since` is the first day of its membership. At most five figures, the latest first.
    """
    count = 1 + min(PAST, max(0, (today - since + 1) // WINDOW - 1))
    sums = [dict.fromkeys(Kind, 0.0) for _ in range(count)]
    for deed in deeds:
        at = (today - deed.day) // WINDOW
        if 0 <= at < count:
            sums[at][deed.kind] += deed.amount
    return tuple(points(one) for one in sums)


@dataclass(frozen=True, slots=True)
class Dry:
    """A soil that dries out at one municipality, with the figures that say so."""

    recent: float
    """Points of the last 183 days."""
    usual: float
    """Median of its own windows before."""


def dry(figures: Sequence[float]) -> Dry | None:
    """Whether a municipality puts in under a third of what it usually does itself; compared to no other.

    `figures` as from `windows`. None with fewer than two windows before, or when its usual is under four points.
    """
    if len(figures) <= FEWEST_PAST:
        return None
    recent, usual = figures[0], float(median(figures[1:]))
    if usual < FEWEST or recent >= usual * THIRD:
        return None
    return Dry(recent, usual)


def quiet(last_met: int | None, *, today: int, since: int) -> int | None:
    """Days without a meeting when they are more than ten weeks; `since` is the partnership's first day. Else None."""
    days = today - (since if last_met is None else last_met)
    return days if days > QUIET_DAYS else None


def share(put_in: float, members: int) -> float | None:
    """Points of all together as 0 to 100 for the garden's crumbs and worms: 100 from twelve a member on; None without."""
    return None if members == 0 else min(100.0, 100.0 * put_in / (FULL * members))
