"""Slow and obvious twins of the rules: fractions only, one voter at a time, nothing kept between rounds."""

from __future__ import annotations

from fractions import Fraction

from groeimodel.rules.choosing import Election
from groeimodel.rules.choosing.election import order_of


def worth_of(election: Election, satisfaction: str, row: int, project: int) -> Fraction:
    """What a project is worth to a voter, for each unit of weight."""
    points = election.ballots[row].points.get(project, 0)
    if satisfaction == "additive":
        return Fraction(points)
    return (election.projects[project].cost if satisfaction == "cost" else Fraction(1)) * bool(points)


def places_of(election: Election, satisfaction: str, ties: str) -> list[int]:
    total = [
        sum(
            (b.points.get(p, 0) if satisfaction == "additive" else bool(b.points.get(p, 0))) * b.weight
            for b in election.ballots
        )
        for p in range(len(election.projects))
    ]
    return order_of(election, ties, total)  # type: ignore[arg-type]


def fits(election: Election, chosen: list[int], project: int) -> bool:
    """Whether no cap is gone over with one more project; what costs nothing always fits."""
    cost = election.projects[project].cost
    return not cost or all(
        sum(election.projects[p].cost for p in chosen if p in cap.projects) + cost <= cap.most
        for cap in election.caps
        if project in cap.projects
    )


def price(cost: Fraction, purses: list[tuple[Fraction, Fraction, Fraction]]) -> Fraction | None:
    """The lowest price for each unit of worth at which (left, worth, weight) together pay the cost."""
    if sum(left * weight for left, _worth, weight in purses) < cost:
        return None
    for at in sorted({left / worth for left, worth, _weight in purses}):
        if sum(min(left, at * worth) * weight for left, worth, weight in purses) < cost:
            continue
        poor = sum(left * weight for left, worth, weight in purses if left / worth < at)
        rich = sum(worth * weight for left, worth, weight in purses if left / worth >= at)
        return (cost - poor) / rich
    raise AssertionError("affordable, but at no price")


def slow_shares(
    election: Election, satisfaction: str, ties: str, raised: Fraction = Fraction(0)
) -> tuple[list[int], list[Fraction]]:
    """Winners in order and what each ballot has left for each unit of weight; `raised` is added to each endowment."""
    each = election.budget / sum(ballot.weight for ballot in election.ballots) + raised
    left = [each for _ballot in election.ballots]
    places = places_of(election, satisfaction, ties)
    supporters = {
        p: [row for row, ballot in enumerate(election.ballots) if ballot.points.get(p)]
        for p in range(len(election.projects))
    }
    chosen = sorted((p for p, rows in supporters.items() if rows and not election.projects[p].cost), key=places.__getitem__)  # fmt: skip
    while True:
        prices = {}
        for p, rows in supporters.items():
            if p in chosen or not rows or not fits(election, chosen, p):
                continue
            purses = [
                (left[r], worth_of(election, satisfaction, r, p), election.ballots[r].weight) for r in rows
            ]
            found = price(election.projects[p].cost, purses)
            if found is not None:
                prices[p] = found
        if not prices:
            return chosen, left
        best = min(prices, key=lambda p: (prices[p], places[p]))
        for r in supporters[best]:
            left[r] -= min(left[r], prices[best] * worth_of(election, satisfaction, r, best))
        chosen.append(best)


def slow_add_one(
    election: Election, satisfaction: str, ties: str, *, stop: bool, step: Fraction | None = None
) -> list[int]:
    """Every step, each a whole run, until all is bought or shares are so large that nobody ever pays all it has."""
    supported = {p for ballot in election.ballots for p in ballot.points}
    costs = [project.cost for project in election.projects]
    weights = [ballot.weight for ballot in election.ballots]
    each = Fraction(1) if step is None else step / sum(weights)
    enough = sum(costs) / min(weights)
    raised = Fraction(0)
    chosen, _left = slow_shares(election, satisfaction, ties)
    while set(chosen) != supported and raised <= enough:
        spare = election.budget - sum(costs[p] for p in chosen)
        unbought = supported - set(chosen)
        if stop and not any(costs[p] <= spare and fits(election, chosen, p) for p in unbought):
            break
        raised += each
        following, _left = slow_shares(election, satisfaction, ties, raised)
        if sum(costs[p] for p in following) > election.budget:
            break
        chosen = following
    return chosen


def slow_greedy(
    election: Election, satisfaction: str, ties: str, chosen: tuple[int, ...] | list[int] = ()
) -> list[int]:
    """Again and again the best of what still fits; what costs nothing comes first."""
    places = places_of(election, satisfaction, ties)
    costs = [project.cost for project in election.projects]
    taken = list(chosen)
    value = {
        p: sum(b.weight * worth_of(election, satisfaction, row, p) for row, b in enumerate(election.ballots))
        for p in range(len(costs))
    }
    taken += [p for p in value if supported_at_all(election, p) and not costs[p] and p not in taken]
    while True:
        spare = election.budget - sum(costs[p] for p in taken)
        open_ = [
            p for p in value if value[p] and p not in taken and costs[p] <= spare and fits(election, taken, p)
        ]
        if not open_:
            return taken
        taken.append(min(open_, key=lambda p: (-value[p] / costs[p], places[p])))


def supported_at_all(election: Election, project: int) -> bool:
    return any(ballot.points.get(project) for ballot in election.ballots)


def slow_consent(election: Election, ties: str) -> list[int]:
    places = places_of(election, "additive", ties)
    points = [sum(b.points.get(p, 0) * b.weight for b in election.ballots) for p in range(len(places))]
    agreed = [p for p in range(len(places)) if all(b.points.get(p) for b in election.ballots)]
    taken: list[int] = []
    for p in sorted(agreed, key=lambda p: (-points[p], places[p])):
        spent = sum(election.projects[one].cost for one in taken)
        if spent + election.projects[p].cost <= election.budget and fits(election, taken, p):
            taken.append(p)
    return taken


def slow_phragmen(election: Election, ties: str) -> list[int]:
    loads = [Fraction(0) for _ballot in election.ballots]
    places = places_of(election, "cost", ties)
    chosen: list[int] = []
    spare = election.budget
    while True:
        sooner = {}
        for p, project in enumerate(election.projects):
            rows = [r for r, ballot in enumerate(election.ballots) if ballot.points.get(p)]
            if p in chosen or not rows or not fits(election, chosen, p):
                continue
            weight = sum(election.ballots[r].weight for r in rows)
            sooner[p] = (project.cost + sum(loads[r] * election.ballots[r].weight for r in rows)) / weight
        if not sooner:
            return chosen
        equal = [p for p in sooner if sooner[p] == min(sooner.values())]
        if any(election.projects[p].cost > spare for p in equal):
            return chosen
        best = min(equal, key=places.__getitem__)
        for r, ballot in enumerate(election.ballots):
            if ballot.points.get(best):
                loads[r] = sooner[best]
        spare -= election.projects[best].cost
        chosen.append(best)
