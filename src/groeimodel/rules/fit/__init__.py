"""Does an action fit its soil? A proposal held against capacity, needs, experience, soil and budget (claim W10).

Pure. Each part says good, doubt, bad or unknown, with the figures that it rests on; there is no total. A day is a number
(`date.toordinal()`), hours and euro are exact fractions. In words: docs/rules/fit.md.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

__all__ = [
    "Budget",
    "Capacity",
    "Experience",
    "Fit",
    "Grant",
    "Ground",
    "Health",
    "Heard",
    "Needs",
    "Past",
    "Proposal",
    "Running",
    "Soil",
    "Verdict",
    "fit",
]

Verdict = Literal["good", "doubt", "bad", "unknown"]
Health = Literal["poor", "growing", "rich"]

MONTH = Fraction(487, 16)
"""Days in a month, on average: 30.4375."""
WINDOW = 183
"""Days over which hours are reckoned when it is not known when an action runs."""
LEAST = 31
"""Hours are reckoned over so many days at least: a day of fun takes weeks of work."""
HALF = Fraction(1, 2)
BLOOM = 50
"""From this result on (0 to 100) an action counts as one that worked."""


@dataclass(frozen=True, slots=True)
class Proposal:
    key: str
    """As mandates name it: 'actions.action:12'."""
    hours: Fraction | None = None
    """What it would take in all."""
    cost: Fraction | None = None
    starts: int | None = None
    ends: int | None = None
    """The last day counts."""


@dataclass(frozen=True, slots=True)
class Grant:
    """A time mandate: hours a month, from a day up to and with a day; for one action, or with no key for all."""

    hours: Fraction
    starts: int
    ends: int
    key: str = ""


@dataclass(frozen=True, slots=True)
class Running:
    """A shared action that runs, with its hours in all; None where nobody estimated them."""

    key: str
    hours: Fraction | None
    starts: int
    ends: int


@dataclass(frozen=True, slots=True)
class Heard:
    """The local checks of one proposal."""

    members: int
    fits: int = 0
    neutral: int = 0
    against: int = 0

    @property
    def silent(self) -> int:
        return self.members - self.fits - self.neutral - self.against


@dataclass(frozen=True, slots=True)
class Past:
    """Actions of the same species that this partnership ever started."""

    running: int = 0
    picked: int = 0
    composted: int = 0
    results: tuple[int, ...] = ()
    """Of those that were picked, 0 to 100."""

    @property
    def tried(self) -> int:
        return self.running + self.picked + self.composted


@dataclass(frozen=True, slots=True)
class Ground:
    """What is the same for every proposal of a partnership on a day."""

    today: int
    grants: Sequence[Grant] = ()
    running: Sequence[Running] = ()
    soil: Health | None = None
    soil_day: int | None = None
    """When the scan was closed."""
    budget: Fraction | None = None
    """What there is to choose within; None while that is not known."""


@dataclass(frozen=True, slots=True)
class Capacity:
    verdict: Verdict
    needed: Fraction | None
    """Hours a month that the proposal asks; None without an estimate."""
    granted: Fraction
    """Hours a month, averaged over the window."""
    promised: Fraction
    """Of these, to actions that run."""
    unestimated: int
    """Actions that run in the window, and of which nobody knows how many hours they take."""
    assumed: bool
    """Nobody said when it runs, so the next 183 days were taken."""

    @property
    def free(self) -> Fraction:
        return max(Fraction(0), self.granted - self.promised)


@dataclass(frozen=True, slots=True)
class Needs:
    verdict: Verdict
    heard: Heard


@dataclass(frozen=True, slots=True)
class Experience:
    verdict: Verdict
    past: Past | None
    """None while it has no species."""
    middle: Fraction | None
    """The median of the results."""


@dataclass(frozen=True, slots=True)
class Soil:
    verdict: Verdict
    health: Health | None
    day: int | None


@dataclass(frozen=True, slots=True)
class Budget:
    verdict: Verdict
    cost: Fraction | None
    budget: Fraction | None

    @property
    def share(self) -> Fraction | None:
        """What it takes of the budget, 0 to 1 and more."""
        return None if self.cost is None or not self.budget else self.cost / self.budget


Part = Capacity | Needs | Experience | Soil | Budget


@dataclass(frozen=True, slots=True)
class Fit:
    needs: Needs
    capacity: Capacity
    budget: Budget
    experience: Experience
    soil: Soil

    @property
    def parts(self) -> tuple[Part, ...]:
        return (self.needs, self.capacity, self.budget, self.experience, self.soil)


def fit(proposal: Proposal, ground: Ground, heard: Heard, past: Past | None) -> Fit:
    """Hold one proposal against its ground; `past` is None for an idea that has no species yet."""
    return Fit(
        needs=_needs(heard),
        capacity=_capacity(proposal, ground),
        budget=_budget(proposal.cost, ground.budget),
        experience=_experience(past),
        soil=_soil(ground),
    )


def _needs(heard: Heard) -> Needs:
    """Good from half of the members on; bad where half say no, or where all spoke and it fits nowhere."""
    verdict: Verdict = "doubt"
    if heard.silent == heard.members:
        verdict = "unknown"
    elif heard.fits * 2 >= heard.members:
        verdict = "good"
    elif heard.against * 2 >= heard.members or (heard.silent == 0 and heard.fits == 0):
        verdict = "bad"
    return Needs(verdict, heard)


def _capacity(proposal: Proposal, ground: Ground) -> Capacity:
    """Hours a month over the time that it runs: granted, promised already, and what it asks."""
    assumed = proposal.starts is None or proposal.ends is None
    first = ground.today if proposal.starts is None else max(proposal.starts, ground.today)
    last = first + WINDOW - 1 if proposal.ends is None or assumed else max(proposal.ends, first + LEAST - 1)
    granted = _hours(ground.grants, first, last, ("", proposal.key))
    promised, unestimated = Fraction(0), 0
    for one in ground.running:
        days = _overlap(one.starts, one.ends, first, last)
        if days == 0 or one.key == proposal.key:
            continue
        if one.hours is None:
            unestimated += 1
            continue
        asks = one.hours * days / (one.ends - one.starts + 1) * MONTH / (last - first + 1)
        # Time that was granted for that action alone is its own, and takes nothing from the others.
        promised += max(Fraction(0), asks - _hours(ground.grants, first, last, (one.key,)))
    needed = None if proposal.hours is None else proposal.hours * MONTH / (last - first + 1)
    free = max(Fraction(0), granted - promised)
    verdict: Verdict = "doubt"
    if needed is None or granted == 0:
        verdict = "unknown"
    elif needed > granted:
        verdict = "bad"
    elif needed <= free and not unestimated:
        verdict = "good"
    return Capacity(verdict, needed, granted, promised, unestimated, assumed)


def _hours(grants: Iterable[Grant], first: int, last: int, keys: tuple[str, ...]) -> Fraction:
    """Hours a month from mandates with one of these keys, averaged over the days from first to last."""
    days = last - first + 1
    return sum(
        (one.hours * _overlap(one.starts, one.ends, first, last) / days for one in grants if one.key in keys),
        Fraction(0),
    )


def _overlap(starts: int, ends: int, first: int, last: int) -> int:
    return max(0, min(ends, last) - max(starts, first) + 1)


def _budget(cost: Fraction | None, budget: Fraction | None) -> Budget:
    """Good up to half of what there is, bad above all of it."""
    verdict: Verdict = "doubt"
    if cost is None or budget is None:
        verdict = "unknown"
    elif cost > budget:
        verdict = "bad"
    elif cost <= budget * HALF:
        verdict = "good"
    return Budget(verdict, cost, budget)


def _experience(past: Past | None) -> Experience:
    """What is over counts: more stopped than picked is bad; as good as it bloomed."""
    if past is None or past.picked + past.composted == 0:
        return Experience("unknown", past, None)
    middle = _median(past.results) if past.results else None
    verdict: Verdict = "doubt"
    if past.composted > past.picked:
        verdict = "bad"
    elif past.picked > past.composted and middle is not None and middle >= BLOOM:
        verdict = "good"
    return Experience(verdict, past, middle)


def _median(values: Sequence[int]) -> Fraction:
    rows, half = sorted(values), len(values) // 2
    return Fraction(rows[half]) if len(rows) % 2 else Fraction(rows[half - 1] + rows[half], 2)


def _soil(ground: Ground) -> Soil:
    verdicts: dict[Health | None, Verdict] = {
        "rich": "good",
        "growing": "doubt",
        "poor": "bad",
        None: "unknown",
    }
    return Soil(verdicts[ground.soil], ground.soil, ground.soil_day)
