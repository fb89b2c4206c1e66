"""The layout: how partners want to spread the budget over groups, and the caps that follow from it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil

from groeimodel.rules.choosing.election import Cap, Election

CENT = Fraction(1, 100)


@dataclass(frozen=True, slots=True)
class Wish:
    who: str
    weight: Fraction
    part: Fraction
    """Of the budget, 0 to 1."""


@dataclass(frozen=True, slots=True)
class Bound:
    """How much a group may cost: the weighted mean of the wishes, and `slack` percent points above it."""

    group: str
    wishes: tuple[Wish, ...]
    mean: Fraction
    """Of the budget, 0 to 1."""
    slack: Fraction
    """In percent points of the budget."""
    most: Fraction
    """In money; whole cents, rounded up, and never above the budget."""


def bounds_of(
    budget: Fraction,
    groups: Sequence[str],
    layouts: Mapping[str, Mapping[str, Fraction | int]],
    weights: Mapping[str, Fraction],
    *,
    slack: Fraction,
    unit: Fraction = CENT,
) -> tuple[Bound, ...]:
    """A bound for each group; none at all where nobody gave a layout.

    A layout gives points to groups, in any unit (percent, or 0 to 5): its parts are in proportion. Who gave none, or only
    zeros, is left out of the mean; what it leaves out is zero. As parts add up to one and slack is not below zero, the
    bounds together always leave room for the whole budget.

    Raises:
        ValueError: a slack or points below zero, points for an unknown group, or a layout without a weight.
    """
    if slack < 0:
        raise ValueError("a slack is not below zero")
    parts: dict[str, dict[str, Fraction]] = {}
    for who, points in layouts.items():
        if strange := sorted(set(points) - set(groups)):
            raise ValueError(f"{who} has points for unknown groups: {', '.join(strange)}")
        if who not in weights:
            raise ValueError(f"{who} has no weight")
        if any(value < 0 for value in points.values()):
            raise ValueError(f"{who} has points below zero")
        if total := sum(points.values(), Fraction(0)):
            parts[who] = {group: Fraction(points.get(group, 0)) / total for group in groups}
    everybody = sum((weights[who] for who in parts), Fraction(0))
    if not everybody:
        return ()
    found = []
    for group in groups:
        wishes = tuple(Wish(who, weights[who], of[group]) for who, of in sorted(parts.items()))
        mean = sum((one.weight * one.part for one in wishes), Fraction(0)) / everybody
        most = budget * (mean + slack / 100)
        found.append(Bound(group, wishes, mean, slack, min(budget, ceil(most / unit) * unit)))
    return tuple(found)


def caps_of(bounds: Sequence[Bound], groups: Sequence[str | None]) -> tuple[Cap, ...]:
    """Caps for an election; `groups` says in which group each of its projects is. Who is in none is held by none."""
    return tuple(
        Cap(one.group, frozenset(p for p, group in enumerate(groups) if group == one.group), one.most)
        for one in bounds
    )


def out_of_reach(election: Election) -> dict[int, tuple[Cap, ...]]:
    """Projects that no outcome can hold, with the caps that they go over alone; none where the budget is too small.

    To be said before a round opens: a larger slack, or a smaller proposal, may still mend it.
    """
    found = {}
    for number, project in enumerate(election.projects):
        over = tuple(c for c in election.caps if number in c.projects and project.cost > c.most)
        if over or project.cost > election.budget:
            found[number] = over
    return found
