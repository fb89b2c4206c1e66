"""What voters have left while equal shares buys: quick in floats where they are certain, exact where they are not.

A voter with money left has the endowment less the price of each winner times the points given to it; whoever could not
pay in full has nothing. So a sum over any voters is exact with one whole number for each winner, and floats only
sort out what is certain: whatever lies within a margin of a comparison is compared as a fraction.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from math import inf

import numpy as np

from groeimodel.rules.choosing.election import Floats, Mask, Support, Table

NEAR = 1e-9
"""Relative: comparisons that are closer are made with fractions. Errors of floats here stay below a tenth of it."""
NOISE = 1e-13
"""Of all money: more than what rounding adds up to over a thousand payments."""


@dataclass(slots=True)
class Price:
    """What a project costs its supporters per point: the price at which they together pay its cost."""

    project: int
    value: float
    slope: float
    """How much it rises for each unit that all endowments rise, as long as the same voters pay in full."""
    poor: Mask
    """Which of its supporters pay all that they have left, below the price."""
    unsure: Mask
    """Which are too close to say in floats."""
    bought: int
    """How many winners there were when it was made."""
    exact: Fraction | None = None
    settled: bool = False
    """Whether `poor` is certain."""


@dataclass(slots=True)
class Money:
    """What each ballot has left, per unit of weight; `horizon` is how far endowments may rise with nothing changing."""

    table: Table
    costs: list[Fraction]
    endowment: Fraction
    watching: bool = True
    """Whether the horizon is asked for."""
    doubt: float = field(init=False)
    """In any sum of money."""
    weights: Floats = field(init=False)
    left: Floats = field(init=False)
    slopes: Floats = field(init=False)
    spent: Mask = field(init=False)
    won: list[Price] = field(default_factory=list)
    horizon: float = inf

    def __post_init__(self) -> None:
        ballots = len(self.table.weights)
        self.doubt = NOISE * self.table.all_weight * float(self.endowment)
        self.weights = self.table.weights.astype(np.float64)
        self.left = np.full(ballots, float(self.endowment))
        self.slopes = np.ones(ballots)
        self.spent = np.zeros(ballots, dtype=bool)

    def price_of(self, project: int, least: float = 0.0) -> Price | None:
        """None when the supporters cannot pay it; as money only falls, they never will. It is not below `least`."""
        column, cost = self.table.support[project], float(self.costs[project])
        left, weights = self.left[column.rows], self.weights[column.rows]
        purse = weights * left
        total, noise = float(purse.sum()), self._noise(cost)
        if self.watching:
            self.notice(total - cost, float((weights * self.slopes[column.rows]).sum()), noise)
        if total < cost - noise:
            return None
        if total < cost + noise:
            return self._slowly(project)
        poor = left < least * (1 - NEAR) * column.points
        count = int(poor.sum())
        while True:
            rest = cost - float(purse[poor].sum())
            rich = column.total - int(column.weighted[poor].sum())
            doubt = NOISE * float(weights[poor].sum()) * float(self.endowment)
            if rich == 0 or rest * NEAR <= doubt:
                return self._slowly(project)
            value = rest / rich
            poor = left < value * column.points
            if (now := int(poor.sum())) <= count:
                break
            count = now
        apart = left - value * column.points
        unsure = (np.abs(apart) <= NEAR * float(self.endowment)) & ~self.spent[column.rows]
        slope = 0.0
        if self.watching:
            slope = -float((weights[poor] * self.slopes[column.rows][poor]).sum()) / rich
            self._notice_rows(column, apart, slope, unsure)
        return Price(project, value, slope, poor & ~unsure, unsure, len(self.won))

    def beyond(self, project: int, price: float) -> float:
        """A price that a project certainly reaches for each point; no more than `price` where it may be cheaper.

        Where its supporters pay too little at that price, the rest at least comes evenly on all their points.
        """
        column, cost = self.table.support[project], float(self.costs[project])
        paid = np.minimum(self.left[column.rows], price * column.points) * self.weights[column.rows]
        rest = cost - self._noise(cost) - float(paid.sum())
        return price + rest / column.total if rest > 0 else price

    def _noise(self, cost: float) -> float:
        """How far a sum of what supporters have may be from exact."""
        return NEAR * cost + self.doubt

    def exact(self, price: Price) -> Fraction:
        """The same as a fraction, with what each can pay when it was made."""
        if price.exact is None:
            price.exact = self._settle(price)
        return price.exact

    def _slowly(self, project: int) -> Price | None:
        """All in fractions: whether the supporters can pay is too close to call."""
        column = self.table.support[project]
        everybody = np.zeros(len(column.rows), dtype=bool)
        self.horizon = 0.0
        price = Price(project, 0.0, 0.0, everybody, ~self.spent[column.rows], len(self.won))
        total = self._sum(column, price.unsure, price.bought)
        if total < self.costs[project]:
            return None
        price.exact = self._settle(price)
        price.value = float(price.exact)
        return price

    def _settle(self, price: Price) -> Fraction:
        """Lay down who of the unsure is poor, from the one with least money for its points, until the price holds."""
        column, cost = self.table.support[price.project], self.costs[price.project]
        alive = ~self.spent_before(price)[column.rows]
        poor = price.poor & alive
        rest = cost - self._sum(column, poor, price.bought)
        rich = int(column.weighted[alive & ~poor].sum())
        unsure = [int(one) for one in np.flatnonzero(price.unsure & alive)]
        ratios = {
            one: self._left(int(column.rows[one]), price.bought) / int(column.points[one]) for one in unsure
        }
        for one in sorted(unsure, key=ratios.__getitem__):
            if ratios[one] * rich >= rest:
                break
            poor[one] = True
            rest -= ratios[one] * int(column.weighted[one])
            rich -= int(column.weighted[one])
        price.poor, price.settled = poor, True
        return rest / rich

    def spent_before(self, price: Price) -> Mask:
        """Who had nothing left when a price was made."""
        if price.bought == len(self.won):
            return self.spent
        gone = np.zeros_like(self.spent)
        for winner in self.won[: price.bought]:
            rows = self.table.support[winner.project].rows
            gone[rows[winner.poor]] = True
        return gone

    def purse(self, project: int) -> Fraction:
        """What the supporters of a project together have left, exactly."""
        column = self.table.support[project]
        return self._sum(column, ~self.spent[column.rows], len(self.won))

    def _sum(self, column: Support, some: Mask, bought: int) -> Fraction:
        """All that some supporters of a project have left, exactly; none of them may have spent all."""
        if not some.any():
            return Fraction(0)
        chosen = np.zeros(len(self.table.weights), dtype=bool)
        chosen[column.rows[some]] = True
        total = self.endowment * int(self.table.weights[chosen].sum())
        for winner in self.won[:bought]:
            other = self.table.support[winner.project]
            shared = int(other.weighted[chosen[other.rows]].sum())
            if shared:
                total -= self.exact(winner) * shared
        return total

    def _left(self, row: int, bought: int) -> Fraction:
        """What one ballot has left per unit of weight, exactly; it may not have spent all."""
        left = self.endowment
        for winner in self.won[:bought]:
            column = self.table.support[winner.project]
            at = int(np.searchsorted(column.rows, row))
            if at < len(column.rows) and column.rows[at] == row:
                left -= self.exact(winner) * int(column.points[at])
        return left

    def buy(self, price: Price) -> None:
        """Let the supporters pay; who pays all that is left, has nothing from then on."""
        column = self.table.support[price.project]
        rows, alive = column.rows, ~self.spent[column.rows]
        poor = (price.poor | price.unsure) & alive
        if price.unsure.any():
            exact = self.exact(price)
            poor = price.poor & alive
            for one in np.flatnonzero(price.unsure & alive):
                left = self._left(int(rows[one]), price.bought) - exact * int(column.points[one])
                poor[one] = left <= 0
        rich = alive & ~poor
        self.left[rows[rich]] -= price.value * column.points[rich]
        np.maximum(self.left, 0.0, out=self.left)
        self.slopes[rows[rich]] -= price.slope * column.points[rich]
        gone = rows[poor]
        self.left[gone], self.slopes[gone], self.spent[gone] = 0.0, 0.0, True
        # From here on `poor` says who has nothing left. At a tie of money and price both readings give the same price.
        if price.exact is None and (price.unsure & alive).any():
            self.exact(price)
        price.poor, price.unsure = poor, np.zeros_like(poor)
        self.won.append(price)

    def _notice_rows(self, column: Support, apart: Floats, slope: float, unsure: Mask) -> None:
        """Where a supporter would come to the other side of the price."""
        moving = self.slopes[column.rows] - slope * column.points
        turning = (apart * moving < 0) & ~self.spent[column.rows] & ~unsure
        if turning.any():
            self.horizon = min(self.horizon, float((-apart[turning] / moving[turning]).min()))
        if unsure.any():
            self.horizon = 0.0

    def notice(self, apart: float, moving: float, noise: float) -> None:
        """A comparison that turns when endowments rise so far that `apart` becomes zero."""
        if abs(apart) <= noise:
            if moving:
                self.horizon = 0.0
        elif apart * moving < 0:
            self.horizon = min(self.horizon, -apart / moving)
