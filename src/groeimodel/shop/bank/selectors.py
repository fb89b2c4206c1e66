"""Reads of the bank, inside the scope of a partnership."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from django.db.models import Count, QuerySet, Sum

from groeimodel.foundation.partners.models import Partnership
from groeimodel.meadow.tending.money import cents
from groeimodel.shop.bank.chain import Gap, Span, first_and_last, gaps, missing, span_of
from groeimodel.shop.bank.models import Account, Line, Statement

NOTHING = Decimal(0)


@dataclass(frozen=True, slots=True)
class Heap:
    """How many lines, and what they add up to."""

    count: int = 0
    amount: Decimal = NOTHING


@dataclass(frozen=True, slots=True)
class Balance:
    """An account as the bank sees it beside what was matched, and what explains the difference."""

    account: Account
    first: Span | None
    last: Span | None
    matched: Heap = field(default_factory=Heap)
    open: Heap = field(default_factory=Heap)
    aside: Heap = field(default_factory=Heap)
    gaps: tuple[Gap, ...] = ()
    missing: Decimal = NOTHING
    """What lines that were never read in add up to."""

    @property
    def start(self) -> Decimal:
        """The old balance of the first statement: what was there before."""
        return self.first.opening if self.first else NOTHING

    @property
    def closing(self) -> Decimal:
        return self.last.closing if self.last else NOTHING

    @property
    def on(self) -> date | None:
        return self.last.closes_on if self.last else None

    @property
    def difference(self) -> Decimal:
        """Between the bank and what was posted: made up of the four rows of the page."""
        return self.closing - self.matched.amount

    @property
    def lines(self) -> int:
        return self.matched.count + self.open.count + self.aside.count


def accounts_of(partnership: Partnership) -> QuerySet[Account]:
    found: QuerySet[Account] = Account.objects.filter(partnership=partnership).select_related("partnership")
    return found


def balances_of(partnership: Partnership) -> list[Balance]:
    """Each account with its balances: three queries."""
    spans: dict[int, list[Span]] = defaultdict(list)
    for one in Statement.objects.filter(account__partnership=partnership):
        spans[one.account_id].append(span_of(one))
    sums: dict[tuple[int, str], Heap] = {
        (row["account"], row["state"]): Heap(row["count"], cents(row["total"]))
        for row in Line.objects.filter(account__partnership=partnership)
        .order_by()
        .values("account", "state")
        .annotate(count=Count("pk"), total=Sum("amount"))
    }
    return [_balance(account, spans[account.pk], sums) for account in accounts_of(partnership)]


def _balance(account: Account, spans: list[Span], sums: dict[tuple[int, str], Heap]) -> Balance:
    ends = first_and_last(spans)
    found = {state: sums.get((account.pk, state), Heap()) for state in Line.State.values}
    return Balance(
        account=account,
        first=ends[0] if ends else None,
        last=ends[1] if ends else None,
        matched=found["matched"],
        open=found["open"],
        aside=found["aside"],
        gaps=tuple(gaps(spans)),
        missing=missing(spans, sum((one.amount for one in found.values()), NOTHING)),
    )


def lines_of(partnership: Partnership) -> QuerySet[Line]:
    found: QuerySet[Line] = Line.objects.filter(account__partnership=partnership).select_related(
        "account__partnership", "statement"
    )
    return found


def open_lines(partnership: Partnership) -> QuerySet[Line]:
    """What still waits to be matched, the oldest first."""
    return lines_of(partnership).filter(state=Line.State.OPEN).order_by("day", "pk")
