"""What is chosen from, by whom: projects with a cost, and ballots with a weight. Money is exact, in any unit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import chain
from math import gcd, lcm

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Whole = NDArray[np.int64]
Mask = NDArray[np.bool_]

LARGEST = 2**53
"""Sums of weights and points are whole numbers that a float holds exactly."""


@dataclass(frozen=True, slots=True)
class Project:
    id: str
    cost: Fraction

    def __post_init__(self) -> None:
        if self.cost < 0:
            raise ValueError("a cost is not below zero")


@dataclass(frozen=True, slots=True)
class Ballot:
    """Points above zero by number of the project; whoever approves gives 1. Equal ballots may be one, with all voters."""

    points: dict[int, int]
    weight: Fraction = Fraction(1)
    voters: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.weight.numerator <= 0 or min(self.points.values(), default=1) <= 0:
            raise ValueError("weights and points are above zero")


def counted(given: Iterable[tuple[str, Fraction, Mapping[int, int]]]) -> tuple[Ballot, ...]:
    """Ballots of voters by name, weight and points. Without weight (nothing put in, no mandate) one is not there at all,
    so that it does not stand in the way of consent either; no points are no support."""
    return tuple(
        Ballot({project: points for project, points in all_points.items() if points}, weight, (name,))
        for name, weight, all_points in given
        if weight
    )


@dataclass(frozen=True, slots=True)
class Cap:
    """A group of projects, by number, that together cost `most` at most."""

    name: str
    projects: frozenset[int]
    most: Fraction

    def __post_init__(self) -> None:
        if self.most < 0:
            raise ValueError("a cap is not below zero")


@dataclass(frozen=True, slots=True)
class Election:
    """The order of the projects is the lot: it decides where cost and support do not.

    Whoever may not decide has no ballot here. What a project would take over a cap cannot be bought, by any rule.
    """

    projects: tuple[Project, ...]
    ballots: tuple[Ballot, ...]
    budget: Fraction
    caps: tuple[Cap, ...] = ()


@dataclass(frozen=True, slots=True)
class Support:
    """Who supports one project: rows of ballots, points, and weight times points; all of the same length."""

    rows: Whole
    points: Whole
    weighted: Whole
    total: int


@dataclass(frozen=True, slots=True)
class Table:
    """An election as columns, with weights as whole numbers, as small as they can be, of one `unit` of weight each."""

    weights: Whole
    unit: Fraction
    support: tuple[Support, ...]

    @property
    def all_weight(self) -> int:
        return int(self.weights.sum())


def table_of(election: Election, *, approvals: bool) -> Table:
    """Columns of an election; with `approvals` every point counts as one.

    Raises:
        ValueError: weights that need more than 15 digits beside each other.
    """
    scale = lcm(*(ballot.weight.denominator for ballot in election.ballots))
    whole = [b.weight.numerator * (scale // b.weight.denominator) for b in election.ballots]
    unit = gcd(*whole) or 1
    most = 1
    if not approvals:
        most = max((max(ballot.points.values(), default=1) for ballot in election.ballots), default=1)
    if sum(whole) // unit * most >= LARGEST:
        raise ValueError("the weights differ too finely")
    weights = np.array([one // unit for one in whole], dtype=np.int64)
    given = [ballot.points for ballot in election.ballots]
    lengths = np.fromiter(map(len, given), dtype=np.int64, count=len(given))
    count = int(lengths.sum())
    # Sixteen bits sort much faster, and there is no election with so many projects; else as many as it takes.
    small = np.uint16 if len(election.projects) < 2**16 else np.int64
    projects = np.fromiter(chain.from_iterable(given), dtype=small, count=count)
    # By project, and within a project by ballot.
    order = np.argsort(projects, kind="stable")
    counts = np.bincount(projects, minlength=len(election.projects)).tolist()
    rows = np.repeat(np.arange(len(given)), lengths)[order]
    points = np.ones(max(counts, default=0), dtype=np.int64)
    if not approvals:
        values = chain.from_iterable(one.values() for one in given)
        points = np.fromiter(values, dtype=np.int64, count=count)[order]
    columns, end = [], 0
    for size in counts:
        start, end = end, end + size
        where, value = rows[start:end], points[:size] if approvals else points[start:end]
        weighted = weights[where] * value
        columns.append(Support(where, value, weighted, int(weighted.sum())))
    return Table(weights, Fraction(unit, scale), tuple(columns))


def order_of(election: Election, ties: str, support: Sequence[int]) -> list[int]:
    """The place of each project where all else is equal: `id`, or `cost`: cheaper, more support, then the lot."""
    numbers = range(len(election.projects))
    if ties == "id":
        ranked = sorted(numbers, key=lambda p: election.projects[p].id)
    elif ties == "cost":
        ranked = sorted(numbers, key=lambda p: (election.projects[p].cost, -support[p], p))
    else:
        raise ValueError("ties are broken by id or by cost")
    places = [0] * len(ranked)
    for place, project in enumerate(ranked):
        places[project] = place
    return places
