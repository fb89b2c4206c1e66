"""Advice of children and young people: what they would choose, told so that it says nothing about any one of them.

In words: docs/rules/advice.md. Nothing at all is told of fewer than five; counts are rounded down to fives, parts to steps of
five percent that stop before none and all.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from groeimodel.rules.choosing import Ballot, Election, Project, Settings, choose

FEWEST = 5
"""Smaller groups are never shown."""
STEP = 5


@dataclass(frozen=True, slots=True)
class Answer:
    """What one child or young person would choose; numbers of projects."""

    picks: frozenset[int]
    age: str
    place: str


@dataclass(frozen=True, slots=True)
class Advice:
    total: int
    """How many answered, rounded down to a multiple of five; 0 when there are too few to tell anything."""
    ages: Mapping[str, int]
    """By age band, in the same way; 0 stands for fewer than five, none included."""
    places: Mapping[str, int]
    chosen: tuple[int, ...]
    """What the rule of the round would choose from their answers, in order."""
    parts: tuple[int, ...]
    """Of each project: percent of them that picked it, 5 to 95."""


def advise(
    answers: Sequence[Answer],
    *,
    projects: Sequence[Project],
    budget: Fraction,
    settings: Settings,
    ages: Sequence[str],
    places: Sequence[str],
) -> Advice:
    """Every answer weighs the same, whatever the age and the municipality. Answers without a pick count as heard."""
    if len(answers) < FEWEST:
        return Advice(0, dict.fromkeys(ages, 0), dict.fromkeys(places, 0), (), ())
    ballots = Counter(one.picks for one in answers if one.picks)
    election = Election(
        tuple(projects),
        tuple(
            Ballot(dict.fromkeys(sorted(picks), 1), Fraction(count))
            for picks, count in sorted(ballots.items(), key=lambda one: sorted(one[0]))
        ),
        budget,
    )
    # Their money is one pot, whatever the municipalities do: nobody of them puts anything in.
    plain = Settings(settings.rule, settings.satisfaction, settings.completion, settings.ties, settings.step)
    picked = Counter(project for one in answers for project in one.picks)
    return Advice(
        total=_fives(len(answers)),
        ages=_told(Counter(one.age for one in answers), ages),
        places=_told(Counter(one.place for one in answers), places),
        chosen=choose(election, plain).selected if ballots else (),
        parts=tuple(_part(picked[number], len(answers)) for number in range(len(projects))),
    )


def _told(counts: Mapping[str, int], names: Sequence[str]) -> dict[str, int]:
    return {name: _fives(counts.get(name, 0)) for name in names}


def _fives(count: int) -> int:
    return count - count % FEWEST


def _part(count: int, everybody: int) -> int:
    """Percent to the nearest step, with blunt ends: that all or none of them picked it would tell of each."""
    steps = round(Fraction(100 * count, everybody * STEP))
    return min(100 - STEP, max(STEP, steps * STEP))
