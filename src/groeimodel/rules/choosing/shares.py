"""The Method of Equal Shares with additive utilities, weights as clones, exact; and its completions.

Peters, Pierczynski & Skowron, NeurIPS 2021 (arXiv 2008.13276). Everybody gets an equal share of the budget for each unit
of weight. The project that costs its supporters least for what they get of it is bought, as long as supporters can pay.
"""

from __future__ import annotations

from fractions import Fraction
from math import floor, inf

from groeimodel.rules.choosing.caps import Limits
from groeimodel.rules.choosing.election import Election, Table, order_of, table_of
from groeimodel.rules.choosing.greedy import fill
from groeimodel.rules.choosing.money import NEAR, Money, Price
from groeimodel.rules.choosing.outcome import Outcome, Tie

CLOSE = 4 * NEAR
COMPLETIONS = ("none", "greedy", "add1", "add1-exhaustive")
SATISFACTIONS = ("cost", "cardinality", "additive")


class Shares:
    """One election under one satisfaction and one order for ties; runs with any endowment."""

    def __init__(self, election: Election, *, satisfaction: str, ties: str) -> None:
        if satisfaction not in SATISFACTIONS:
            raise ValueError("satisfaction is cost, cardinality or additive")
        self.election = election
        self.table: Table = table_of(election, approvals=satisfaction != "additive")
        self.costs = [project.cost for project in election.projects]
        support = [column.total for column in self.table.support]
        self.places = order_of(election, ties, support)
        # What one point is worth: the cost of the project, or one.
        self.worth = self.costs if satisfaction == "cost" else [Fraction(1)] * len(self.costs)
        self.supported = [p for p, total in enumerate(support) if total]

    def run(self, endowment: Fraction, *, watching: bool = True) -> tuple[list[int], Money, list[Tie]]:
        """Without completion, whatever it costs; the endowment is per unit of weight of the table.

        Without `watching` it does not follow up to which endowment all would be the same, which is quicker.
        """
        money, ties = Money(self.table, self.costs, endowment, watching), list[Tie]()
        chosen = sorted((p for p in self.supported if not self.costs[p]), key=self.places.__getitem__)
        limits = Limits(self.election)
        open_ = [p for p in self.supported if self.costs[p]]
        bounds: dict[int, tuple[float, float]] = dict.fromkeys(open_, (0.0, 0.0))
        while open_:
            if self.election.caps:
                # What hangs on a cap alone hangs on no endowment: the same purchases always leave out the same.
                open_ = [p for p in open_ if limits.allow(p)]
                bounds = {p: bounds[p] for p in open_}
            found = self._cheapest(money, open_, bounds)
            if not found:
                break
            best = self._settle(money, found, ties)
            if watching:
                self._notice(money, best, bounds)
            money.buy(best)
            limits.take(best.project)
            chosen.append(best.project)
            open_.remove(best.project)
            del bounds[best.project]
        return chosen, money, ties

    def _cheapest(
        self, money: Money, open_: list[int], bounds: dict[int, tuple[float, float]]
    ) -> list[Price]:
        """Prices that may be the lowest. What was dearer before only became dearer, so few are made anew."""
        found: list[Price] = []
        lowest = inf
        for project in sorted(open_, key=lambda p: bounds[p][0]):
            if bounds[project][0] > lowest * (1 + CLOSE):
                break
            worth = float(self.worth[project])
            if not money.watching and lowest < inf:
                limit = lowest * (1 + CLOSE)
                beyond = money.beyond(project, limit * worth) / worth
                if beyond > limit * (1 + NEAR):
                    bounds[project] = (beyond, 0.0)
                    continue
            price = money.price_of(project, bounds[project][0] * worth)
            if price is None:
                open_.remove(project)
                del bounds[project]
                continue
            bounds[project] = (price.value / worth, price.slope / worth)
            lowest = min(lowest, price.value / worth)
            found.append(price)
        return [one for one in found if bounds[one.project][0] <= lowest * (1 + CLOSE)]

    def _settle(self, money: Money, found: list[Price], ties: list[Tie]) -> Price:
        if len(found) == 1:
            return found[0]
        exact = {one.project: money.exact(one) / self.worth[one.project] for one in found}
        lowest = min(exact.values())
        equal = sorted((one for one in found if exact[one.project] == lowest), key=self._place)
        if len(equal) > 1:
            names = [self.election.projects[one.project].id for one in equal]
            ties.append(Tie(names[0], tuple(names[1:])))
        return equal[0]

    def _place(self, price: Price) -> int:
        return self.places[price.project]

    def _notice(self, money: Money, best: Price, bounds: dict[int, tuple[float, float]]) -> None:
        value, slope = bounds[best.project]
        for project, (other, its) in bounds.items():
            if project != best.project:
                money.notice(other - value, its - slope, CLOSE * value)


def equal_shares(
    election: Election,
    *,
    satisfaction: str = "cost",
    completion: str = "none",
    ties: str = "cost",
    step: Fraction | None = None,
) -> Outcome:
    """Choose by equal shares.

    Completion: `none`; `greedy` spends what is left as the greedy rule would; `add1` raises all shares by a step, again
    and again, and takes the last outcome within the budget; `add1-exhaustive` stops as soon as nothing that anybody
    supports fits any more. Only for one common pot: with it a voter may pay more than its share. A step is one unit of
    money for each unit of weight, as where a weight counts voters, or `step` for all weights together: needed where
    weights are amounts of money.

    Raises:
        ValueError: an unknown satisfaction, completion or order of ties, or a step that is not above zero.
    """
    if step is not None and step <= 0:
        raise ValueError("a step is above zero")
    if completion not in COMPLETIONS:
        raise ValueError("completion is none, greedy, add1 or add1-exhaustive")
    shares = Shares(election, satisfaction=satisfaction, ties=ties)
    if not election.ballots:
        return Outcome.of(election, "equal-shares", [])
    endowment = election.budget / shares.table.all_weight
    raising = completion.startswith("add1")
    chosen, money, met = shares.run(endowment, watching=raising)
    if raising:
        each = shares.table.unit if step is None else step / shares.table.all_weight
        stop = completion == "add1-exhaustive"
        chosen, money, met = _raised(shares, (chosen, money, met), step=each, stop=stop)
    paid = list(chosen)
    if completion == "greedy":
        chosen = fill(election, satisfaction=satisfaction, ties=ties, chosen=chosen, met=met)
    return Outcome.of(election, "equal-shares", chosen, ties=met, money=money, paid=paid)


Run = tuple[list[int], Money, list[Tie]]


def _raised(shares: Shares, last: Run, *, step: Fraction, stop: bool) -> Run:
    """The last run within the budget. Steps at which nothing can change are skipped: `horizon` says how many."""
    election = shares.election
    while len(last[0]) < len(shares.supported):
        money = last[1]
        if money.horizon == inf or (stop and _exhausted(shares, last[0])):
            break  # where nothing will ever change, caps hold back the rest
        skip = floor(money.horizon / float(step) * (1 - 1e-6)) - 1
        chosen, money, met = shares.run(money.endowment + step * max(1, skip))
        if sum(shares.costs[p] for p in chosen) > election.budget:
            if (
                skip > 1
            ):  # a step over the edge would miss outcomes before it; nothing may change within, so this is no step
                raise ArithmeticError("an outcome changed within steps that were skipped")
            break
        last = chosen, money, met
    return last


def _exhausted(shares: Shares, chosen: list[int]) -> bool:
    left = shares.election.budget - sum(shares.costs[p] for p in chosen)
    limits = Limits(shares.election, chosen)
    return not any(shares.costs[p] <= left and limits.allow(p) for p in shares.supported if p not in chosen)
