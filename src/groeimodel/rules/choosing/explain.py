"""Why: how each project that was chosen was paid, step by step, and what each of the others missed. Figures, no words.

Ballots are named by their row in the election, projects by their number. Of equal ballots that are one, all voters together.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from fractions import Fraction

from groeimodel.rules.choosing.caps import Limits
from groeimodel.rules.choosing.election import Cap
from groeimodel.rules.choosing.money import Price
from groeimodel.rules.choosing.outcome import Outcome, Tie


@dataclass(frozen=True, slots=True)
class Step:
    """One project that was chosen."""

    project: int
    cost: Fraction
    supporters: tuple[int, ...]
    support: Fraction
    """Their weight; with `additive`, times their points."""
    effective: Fraction | None
    """What was left of that support at the moment of purchase: who could pay only half of a full part counts half. None
    where supporters did not pay, and all of it for what costs nothing."""
    payments: dict[int, Fraction]
    left: tuple[Fraction, ...]
    """Of every ballot, after it; empty where the pot pays."""
    pot: Fraction
    """What is left of the budget after it."""
    by: str
    """`supporters`, `all` (consent: each by its weight), `completion` (from the pot, after equal shares), or `pot`."""
    tie: Tie | None
    """Where it went before others that stood equal."""


@dataclass(frozen=True, slots=True)
class Over:
    """A cap that a project would have gone over, and what was spent under it."""

    cap: Cap
    spent: Fraction


@dataclass(frozen=True, slots=True)
class Lost:
    """One project that was not chosen."""

    project: int
    cost: Fraction
    supporters: tuple[int, ...]
    support: Fraction
    spent: dict[int, dict[int, Fraction]]
    """Of each supporter: what it paid for which project."""
    left: dict[int, Fraction]
    """Of each supporter, in the end."""
    have: Fraction
    """What supporters have left together; where the pot pays, what is left in the pot."""
    missing: Fraction
    share: Fraction | None
    """The part of the support that it would have needed: have / cost, below one unless a cap held it back. None where the
    pot pays."""
    over: tuple[Over, ...]
    against: tuple[int, ...]
    """Ballots that do not support it."""
    reason: str
    """`support` (nobody supports it), `consent` (not everybody does), `cap`, `money` (its supporters have too little left),
    `pot` (there is too little left), or `stopped` (Phragmén stopped at another that no longer fitted)."""


def steps(outcome: Outcome) -> tuple[Step, ...]:
    """Every project that was chosen, in order of selection: what a picture with bars that fill needs."""
    election, paying = outcome.election, _paying(outcome)
    prices: dict[int, Price] = {}
    if outcome.money is not None:
        prices = {winner.project: winner for winner in outcome.money.won}
    ties = {tie.taken: tie for tie in outcome.ties}
    left = [account.share for account in outcome.accounts()]
    pot = election.budget
    found = []
    for project in outcome.selected:
        cost = election.projects[project].cost
        payments = paying.get(project, {})
        for row, part in payments.items():
            left[row] -= part
        pot -= cost
        rows, support = _support(outcome, project)
        effective: Fraction | None = None
        if outcome.money is not None and project in prices:
            price = outcome.money.exact(prices[project])
            effective = cost / price * outcome.money.table.unit
        elif not cost:
            effective = support
        by = _by(outcome, project)
        tie = ties.get(election.projects[project].id)
        found.append(Step(project, cost, rows, support, effective, payments, tuple(left), pot, by, tie))
    return tuple(found)


def lost(outcome: Outcome) -> tuple[Lost, ...]:
    """Every project that was not chosen, in the order of the election."""
    election = outcome.election
    spent: dict[int, dict[int, Fraction]] = defaultdict(dict)
    for project, payments in _paying(outcome).items():
        for row, part in payments.items():
            spent[row][project] = part
    limits = Limits(election, outcome.selected)
    accounts = outcome.accounts()
    pot = election.budget - outcome.cost
    found = []
    for project, one in enumerate(election.projects):
        if project in outcome.selected:
            continue
        rows, support = _support(outcome, project)
        left = {row: accounts[row].left for row in rows} if accounts else {}
        own = outcome.money is not None
        have = sum(left.values(), Fraction(0)) if own else pot
        caps = [(election.caps[number], limits.left[number]) for number in limits.against(project)]
        over = tuple(Over(cap, cap.most - rest) for cap, rest in caps)
        against = tuple(sorted(set(range(len(election.ballots))) - set(rows)))
        missing = max(Fraction(0), one.cost - have)
        found.append(
            Lost(
                project=project,
                cost=one.cost,
                supporters=rows,
                support=support,
                spent={row: spent[row] for row in rows},
                left=left,
                have=have,
                missing=missing,
                share=have / one.cost if own and one.cost else None,
                over=over,
                against=against,
                reason=_reason(outcome, rows, against, over, missing),
            )
        )
    return tuple(found)


def _paying(outcome: Outcome) -> dict[int, dict[int, Fraction]]:
    """By project, then by ballot."""
    found: dict[int, dict[int, Fraction]] = defaultdict(dict)
    for row, project, part in outcome.payments():
        found[project][row] = part
    return found


def _support(outcome: Outcome, project: int) -> tuple[tuple[int, ...], Fraction]:
    """Rows, and weight; times points where the rule paid for points."""
    ballots = outcome.election.ballots
    rows = tuple(row for row, ballot in enumerate(ballots) if project in ballot.points)
    if outcome.money is not None:
        return rows, outcome.money.table.support[project].total * outcome.money.table.unit
    return rows, sum((ballots[row].weight for row in rows), Fraction(0))


def _by(outcome: Outcome, project: int) -> str:
    if outcome.rule == "consent":
        return "all"
    if outcome.money is None:
        return "pot"
    return "supporters" if project in outcome.paid else "completion"


def _reason(
    outcome: Outcome,
    supporters: tuple[int, ...],
    against: tuple[int, ...],
    over: tuple[Over, ...],
    missing: Fraction,
) -> str:
    if not supporters:
        return "support"
    if outcome.rule == "consent" and against:
        return "consent"
    if over:
        return "cap"
    if outcome.money is not None:
        return "money"
    return "pot" if missing else "stopped"
