"""What a rule answers: what was chosen, in which order, who pays what, and what the others missed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from groeimodel.rules.choosing.caps import Limits
from groeimodel.rules.choosing.election import Cap, Election
from groeimodel.rules.choosing.money import Money


@dataclass(frozen=True, slots=True)
class Tie:
    """One was taken before the others where all else was equal."""

    taken: str
    before: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Account:
    """The money of one ballot, all its voters together."""

    entitlement: Fraction
    """Its part of the budget by weight: what it put in, where all that was put in is the budget."""
    share: Fraction
    """What the rule let it spend: the same, or more where a completion raised all shares."""
    paid: Fraction

    @property
    def left(self) -> Fraction:
        return self.share - self.paid


@dataclass(frozen=True, slots=True)
class Outcome:
    rule: str
    election: Election
    selected: tuple[int, ...]
    """Numbers of projects, in order of selection."""
    ties: tuple[Tie, ...]
    money: Money | None
    """Of equal shares: who paid what."""
    paid: tuple[int, ...]
    """Which of the selected were paid by their supporters; the rest came by a completion."""

    @classmethod
    def of(
        cls,
        election: Election,
        rule: str,
        selected: Sequence[int],
        *,
        ties: Sequence[Tie] = (),
        money: Money | None = None,
        paid: Sequence[int] = (),
    ) -> Outcome:
        return cls(rule, election, tuple(selected), tuple(ties), money, tuple(paid))

    @property
    def ids(self) -> tuple[str, ...]:
        return tuple(self.election.projects[p].id for p in self.selected)

    @property
    def cost(self) -> Fraction:
        return sum((self.election.projects[p].cost for p in self.selected), Fraction(0))

    @property
    def exhausted(self) -> bool:
        """Whether nothing that anybody supports fits any more, in the budget and under the caps."""
        spare, limits = self.election.budget - self.cost, Limits(self.election, self.selected)
        return not any(
            self.election.projects[p].cost <= spare and limits.allow(p)
            for p in self._supported()
            if p not in self.selected
        )

    def payments(self) -> Iterator[tuple[int, int, Fraction]]:
        """Row of the ballot, number of the project, and what all voters of that ballot together pay, in order of purchase.

        With consent everybody pays by its weight. Greedy and Phragmén do not say who pays, nor does a greedy completion.
        """
        if self.rule == "consent":
            weights = [ballot.weight for ballot in self.election.ballots]
            for project in self.selected:
                each = self.election.projects[project].cost / sum(weights)
                yield from ((row, project, each * weight) for row, weight in enumerate(weights) if each)
        if self.money is None:
            return
        left = [self.money.endowment] * len(self.election.ballots)
        table = self.money.table
        for winner in self.money.won:
            column, price = table.support[winner.project], self.money.exact(winner)
            for row, points in zip(column.rows.tolist(), column.points.tolist(), strict=True):
                part = min(left[row], price * points)
                if part:
                    left[row] -= part
                    yield row, winner.project, part * int(table.weights[row])

    def accounts(self) -> tuple[Account, ...]:
        """Of every ballot, by row; none where the rule does not say who pays."""
        if self.money is None and self.rule != "consent":
            return ()
        paid = [Fraction(0)] * len(self.election.ballots)
        for row, _project, part in self.payments():
            paid[row] += part
        weights = [ballot.weight for ballot in self.election.ballots]
        each = self.election.budget / (sum(weights) or 1)
        raised = each if self.money is None else self.money.endowment / self.money.table.unit
        return tuple(
            Account(each * weight, raised * weight, part) for weight, part in zip(weights, paid, strict=True)
        )

    def missing(self) -> dict[int, Fraction]:
        """Of each project that was not chosen: the cost less what its supporters have left, or less what is left in the pot."""
        pot = self.election.budget - self.cost
        money = self.money
        return {
            p: max(Fraction(0), project.cost - (money.purse(p) if money else pot))
            for p, project in enumerate(self.election.projects)
            if p not in self.selected
        }

    def over(self, project: int) -> tuple[Cap, ...]:
        """Caps that one more project would go over."""
        limits = Limits(self.election, self.selected)
        return tuple(self.election.caps[number] for number in limits.against(project))

    def _supported(self) -> set[int]:
        return {p for ballot in self.election.ballots for p in ballot.points}
