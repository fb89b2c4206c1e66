"""Rules that look at all support together: greedy, sequential Phragmén and consent."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

import numpy as np

from groeimodel.rules.choosing.caps import Limits
from groeimodel.rules.choosing.election import Election, Floats, Table, order_of, table_of
from groeimodel.rules.choosing.money import NEAR
from groeimodel.rules.choosing.outcome import Outcome, Tie


def fill(
    election: Election, *, satisfaction: str, ties: str, chosen: Sequence[int], met: list[Tie]
) -> list[int]:
    """Most satisfaction for each unit of money first; what does not fit is passed over. Ties are added to `met`."""
    table = table_of(election, approvals=satisfaction != "additive")
    support = [column.total for column in table.support]
    places = order_of(election, ties, support)
    costs = [project.cost for project in election.projects]
    value = {
        p: Fraction(support[p]) if satisfaction == "cost" else support[p] / costs[p]
        for p in range(len(costs))
        if p not in chosen and support[p] and costs[p]
    }
    taken = [*chosen, *(p for p in range(len(costs)) if support[p] and not costs[p] and p not in chosen)]
    left, limits = election.budget - sum((costs[p] for p in taken), Fraction(0)), Limits(election, taken)
    ranked = sorted(value, key=lambda p: (-value[p], places[p]))
    for at, project in enumerate(ranked):
        if costs[project] > left or not limits.allow(project):
            continue
        later = (one for one in ranked[at + 1 :] if value[one] == value[project])
        _meet(election, met, project, [p for p in later if costs[p] <= left and limits.allow(p)])
        left -= costs[project]
        limits.take(project)
        taken.append(project)
    return taken


def _meet(election: Election, met: list[Tie], taken: int, equal: Sequence[int]) -> None:
    if equal:
        met.append(Tie(election.projects[taken].id, tuple(election.projects[one].id for one in equal)))


def greedy(election: Election, *, satisfaction: str = "cost", ties: str = "cost") -> Outcome:
    """By support with `cost`, by support for each unit of money with `cardinality` or `additive`."""
    met: list[Tie] = []
    taken = fill(election, satisfaction=satisfaction, ties=ties, chosen=(), met=met)
    return Outcome.of(election, "greedy", taken, ties=met)


def consent(election: Election, *, ties: str = "cost") -> Outcome:
    """Only what everybody supports; most points first, as far as the budget and the caps go."""
    table = table_of(election, approvals=False)
    points = [column.total for column in table.support]
    places = order_of(election, ties, points)
    everybody = [
        p
        for p, column in enumerate(table.support)
        if len(column.rows) == len(election.ballots) and len(column.rows)
    ]
    taken, met, left, limits = list[int](), list[Tie](), election.budget, Limits(election)
    costs = [project.cost for project in election.projects]
    ranked = sorted(everybody, key=lambda p: (-points[p], places[p]))
    for at, project in enumerate(ranked):
        if costs[project] <= left and limits.allow(project):
            later = (one for one in ranked[at + 1 :] if points[one] == points[project])
            _meet(election, met, project, [p for p in later if costs[p] <= left and limits.allow(p)])
            left -= costs[project]
            limits.take(project)
            taken.append(project)
    return Outcome.of(election, "consent", taken, ties=met)


def phragmen(election: Election, *, ties: str = "cost") -> Outcome:
    """Sequential Phragmén (Los, Christoff & Grossi, IJCAI 2022): everybody earns money at the same pace.

    The project whose supporters first have its cost together is bought, and their purses are empty. It stops at the
    first that does not fit in the budget. What does not fit under a cap is left out instead, for the others go on.
    """
    table = table_of(election, approvals=True)
    places = order_of(election, ties, [column.total for column in table.support])
    costs = [project.cost for project in election.projects]
    open_ = [p for p, column in enumerate(table.support) if column.total]
    loads = Loads(table, costs)
    taken, met = list[int](), list[Tie]()
    left, limits = election.budget, Limits(election)
    while open_ := [p for p in open_ if limits.allow(p)]:
        soonest, first = loads.soonest(open_)
        equal = sorted(first, key=places.__getitem__)
        if any(costs[p] > left for p in equal):
            break
        project = equal[0]
        _meet(election, met, project, equal[1:])
        left -= costs[project]
        limits.take(project)
        taken.append(project)
        open_.remove(project)
        loads.buy(project, soonest)
    return Outcome.of(election, "phragmen", taken, ties=met)


class Loads:
    """When supporters of a project have its cost together; floats sort out, fractions decide."""

    def __init__(self, table: Table, costs: Sequence[Fraction]) -> None:
        self.table, self.costs = table, costs
        self.loads = [Fraction(0)]
        self.last = np.zeros(len(table.weights), dtype=np.int64)
        """Which load a ballot carries."""
        self.near: dict[int, float] = {}
        self.exact: dict[int, Fraction] = {}

    def soonest(self, among: Sequence[int]) -> tuple[Fraction, list[int]]:
        """The moment of the first that can be bought, and which these are."""
        for project in among:
            if project not in self.near:
                about = float((self._parts(project) * [float(load) for load in self.loads]).sum())
                self.near[project] = (about + float(self.costs[project])) / self.table.support[project].total
        bound = min(self.near[p] for p in among) * (1 + NEAR)
        close = [p for p in among if self.near[p] <= bound]
        for project in close:
            if project not in self.exact:
                parts = self._parts(project)
                spent = sum((self.loads[n] * int(parts[n]) for n in np.flatnonzero(parts)), Fraction(0))
                self.exact[project] = (spent + self.costs[project]) / self.table.support[project].total
        first = min(self.exact[p] for p in close)
        return first, [p for p in close if self.exact[p] == first]

    def buy(self, project: int, moment: Fraction) -> None:
        """From now on its supporters carry this load; whoever shares a supporter is looked at anew."""
        self.loads.append(moment)
        touched = np.zeros(len(self.last), dtype=bool)
        touched[self.table.support[project].rows] = True
        self.last[touched] = len(self.loads) - 1
        for other in list(self.near):
            if touched[self.table.support[other].rows].any():
                del self.near[other]
                self.exact.pop(other, None)

    def _parts(self, project: int) -> Floats:
        """How much weight of its supporters carries each load; whole numbers."""
        column = self.table.support[project]
        carried = self.last[column.rows]
        parts = np.bincount(carried, column.weighted.astype(np.float64), minlength=len(self.loads))
        return parts.astype(np.float64)
