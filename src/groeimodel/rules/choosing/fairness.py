"""Checks of an outcome afterwards, whichever rule made it: exact, with the figures that they rest on.

Ballots are named by their row in the election, projects by their number. What is said in words: docs/rules/choosing.md.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from fractions import Fraction

from groeimodel.rules.choosing.caps import Limits
from groeimodel.rules.choosing.election import Cap, Election
from groeimodel.rules.choosing.outcome import Outcome
from groeimodel.rules.choosing.settings import Settings, choose


@dataclass(frozen=True, slots=True)
class Portion:
    """What went to what one ballot supports, against its part of the budget by weight."""

    entitlement: Fraction
    parts: dict[int, Fraction]
    """Of each chosen project that it supports: the cost, spread over all its supporters by weight."""

    @property
    def got(self) -> Fraction:
        return sum(self.parts.values(), Fraction(0))

    @property
    def ratio(self) -> Fraction | None:
        """One where it got its part; None where there is nothing to divide."""
        return self.got / self.entitlement if self.entitlement else None


def portions(outcome: Outcome) -> tuple[Portion, ...]:
    """Of every ballot, by row: 'share' in Maly, Rey, Endriss & Lackner (AAMAS 2023, arXiv 2205.07517), over entitlement.

    The ratios, weighted, have the mean cost / budget (as far as somebody supports what was chosen).
    """
    election = outcome.election
    weight: dict[int, Fraction] = defaultdict(Fraction)
    for ballot in election.ballots:
        for project in ballot.points:
            weight[project] += ballot.weight
    all_weight = sum((ballot.weight for ballot in election.ballots), Fraction(0))
    return tuple(
        Portion(
            election.budget * ballot.weight / all_weight,
            {
                p: election.projects[p].cost * ballot.weight / weight[p]
                for p in outcome.selected
                if p in ballot.points
            },
        )
        for ballot in election.ballots
    )


@dataclass(frozen=True, slots=True)
class Alone:
    """One ballot, together with the others and alone with its own part of the budget."""

    together: Fraction
    alone: Fraction
    """What the chosen is worth to it: its cost, its number, or the points given, as the settings say."""
    chosen: tuple[int, ...]
    """What it would have chosen alone."""

    @property
    def as_well(self) -> bool:
        return self.together >= self.alone


def compared_with_alone(outcome: Outcome, settings: Settings) -> tuple[Alone, ...]:
    """Of every ballot, by row. Alone, the same rule holds, and of each cap its part by weight.

    No rule of choosing promises this in every election; where it does not hold, that is a reason to talk.
    """
    election = outcome.election
    all_weight = sum((ballot.weight for ballot in election.ballots), Fraction(0))
    found = []
    for row, ballot in enumerate(election.ballots):
        part = ballot.weight / all_weight
        own = Election(
            election.projects,
            (ballot,),
            election.budget * part,
            tuple(Cap(cap.name, cap.projects, cap.most * part) for cap in election.caps),
        )
        step = None if settings.step is None else settings.step * part
        chosen = choose(own, replace(settings, step=step)).selected
        found.append(
            Alone(
                worth(election, row, outcome.selected, settings.satisfaction),
                worth(election, row, chosen, settings.satisfaction),
                chosen,
            )
        )
    return tuple(found)


def worth(election: Election, row: int, chosen: tuple[int, ...], satisfaction: str = "cost") -> Fraction:
    """What chosen projects are worth to one ballot, for each unit of its weight."""
    points = election.ballots[row].points
    mine = [p for p in chosen if p in points]
    if satisfaction == "additive":
        return Fraction(sum(points[p] for p in mine))
    if satisfaction == "cardinality":
        return Fraction(len(mine))
    return sum((election.projects[p].cost for p in mine), Fraction(0))


@dataclass(frozen=True, slots=True)
class Deserving:
    """A project that was not chosen, though a group that supports it could have paid it and be no worse off."""

    project: int
    group: tuple[int, ...]
    """Rows of supporters, the worst off first."""
    together: Fraction
    """Their part of the budget by weight."""
    best_off: Fraction
    """What was chosen for the best off of them: the cost of all it supports. Cost and this are at most `together`."""


def deserving(outcome: Outcome) -> tuple[Deserving, ...]:
    """Projects that deserved funding, at most one group for each; none is what one hopes for.

    A group deserves a project when its part of the budget is at least the cost of the project and, on top of that, what
    the best off of the group already got in chosen projects that it supports. This is EJR+ up to one project for
    satisfaction by cost, in the form of a sum; it is our own form of the axiom of Brill & Peters (EC 2023, arXiv
    2302.01989), not taken over from their text. Equal shares by cost never leaves such a project, nor with a completion. A
    project that goes over a cap is not looked at: the layout held it back.

    Supporters are sorted by what they got; of each level only the group of all up to it needs to be tried.
    """
    election = outcome.election
    limits = Limits(election, outcome.selected)
    all_weight = sum((ballot.weight for ballot in election.ballots), Fraction(0))
    supporters: dict[int, list[int]] = defaultdict(list)
    for row, ballot in enumerate(election.ballots):
        for project in ballot.points:
            supporters[project].append(row)
    chosen = set(outcome.selected)
    got = [
        sum((election.projects[p].cost for p in ballot.points if p in chosen), Fraction(0))
        for ballot in election.ballots
    ]
    found = []
    for project in sorted(set(supporters) - chosen):
        if not limits.allow(project):
            continue
        rows = sorted(supporters[project], key=lambda row: (got[row], row))
        together = Fraction(0)
        for at, row in enumerate(rows):
            together += election.budget * election.ballots[row].weight / all_weight
            last = at + 1 == len(rows) or got[rows[at + 1]] > got[row]
            if last and together >= election.projects[project].cost + got[row]:
                found.append(Deserving(project, tuple(rows[: at + 1]), together, got[row]))
                break
    return tuple(found)
