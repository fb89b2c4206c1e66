"""What a file of the bank would add: worked out from the file and from what is there, before anything is written."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from hashlib import sha256

from django.db.models import Sum

from groeimodel.formats import statement as files
from groeimodel.foundation.partners.models import Partnership
from groeimodel.meadow.tending.money import cents
from groeimodel.shop.bank.chain import Gap, gaps, missing, span_of
from groeimodel.shop.bank.models import Account, Line, Statement, grouped


@dataclass(frozen=True, slots=True)
class AccountPlan:
    """What happens on one account."""

    account: Account
    statements: tuple[files.Statement, ...]
    """All of the file."""
    fresh: tuple[tuple[files.Statement, files.StatementLine], ...]
    """Lines that are new, with their statement."""
    known: int
    """How many lines were there already."""
    elsewhere: int
    """How many of those came in another kind of file."""
    gaps: tuple[Gap, ...]
    """With what is there and what comes together."""
    difference: Decimal
    """What then still lacks between the balances and the lines, beside the gaps."""

    @property
    def first_day(self) -> date:
        return min(one.opens_on for one in self.statements)

    @property
    def last_day(self) -> date:
        return max(one.closes_on for one in self.statements)

    @property
    def lines(self) -> list[files.StatementLine]:
        return [line for _statement, line in self.fresh]

    @property
    def came(self) -> Decimal:
        return sum((one.amount for one in self.lines if one.amount > 0), Decimal(0))

    @property
    def went(self) -> Decimal:
        return -sum((one.amount for one in self.lines if one.amount < 0), Decimal(0))


@dataclass(frozen=True, slots=True)
class Plan:
    kind: str
    accounts: tuple[AccountPlan, ...]
    unknown: tuple[str, ...]
    """Accounts of the file that the partnership does not have, grouped as people read them."""
    notes: tuple[str, ...]

    @property
    def count(self) -> int:
        return sum(len(one.fresh) for one in self.accounts)

    @property
    def digest(self) -> str:
        """Of what would be written: nobody confirms something else than was shown."""
        keys = [f"{one.account.pk}:{line.key}" for one in self.accounts for line in one.lines]
        names = [
            f"{one.account.pk}:{part.number}:{part.closing}"
            for one in self.accounts
            for part in one.statements
        ]
        return sha256("\n".join([*keys, *names]).encode()).hexdigest()


def plan_of(partnership: Partnership, file: files.StatementFile) -> Plan:
    """What the file would add. Four queries for each account of the file."""
    by_iban: dict[str, list[files.Statement]] = defaultdict(list)
    for one in file.statements:
        by_iban[one.iban].append(one)
    accounts = {one.iban: one for one in Account.objects.filter(partnership=partnership, iban__in=by_iban)}
    plans = [
        _on_account(accounts[iban], parts, file.kind) for iban, parts in by_iban.items() if iban in accounts
    ]
    notes = [*file.notes, *(note for one in file.statements for note in one.notes)]
    unknown = [grouped(iban) for iban in by_iban if iban not in accounts]
    return Plan(file.kind, tuple(plans), tuple(unknown), tuple(notes))


def _on_account(account: Account, parts: Sequence[files.Statement], kind: str) -> AccountPlan:
    lines = [(part, line) for part in parts for line in part.lines]
    have = set(
        Line.objects.filter(account=account, key__in=[line.key for _part, line in lines]).values_list(
            "key", flat=True
        )
    )
    left = [(part, line) for part, line in lines if line.key not in have]
    fresh = _not_elsewhere(account, left, [line for _part, line in lines], kind)
    spans = [span_of(one) for one in Statement.objects.filter(account=account)]
    spans += [span_of(one) for one in parts]
    there = cents(Line.objects.filter(account=account).aggregate(total=Sum("amount"))["total"])
    found = gaps(spans)
    sums = there + sum((line.amount for _part, line in fresh), Decimal(0))
    return AccountPlan(
        account=account,
        statements=tuple(parts),
        fresh=tuple(fresh),
        known=len(lines) - len(fresh),
        elsewhere=len(left) - len(fresh),
        gaps=tuple(found),
        difference=missing(spans, sums) - sum((one.difference for one in found), Decimal(0)),
    )


def _not_elsewhere(
    account: Account,
    left: Sequence[tuple[files.Statement, files.StatementLine]],
    lines: Sequence[files.StatementLine],
    kind: str,
) -> list[tuple[files.Statement, files.StatementLine]]:
    """Without what came in another kind of file, where the bank writes other words and numbers of the same lines.

    A day whose lines add up to the same is there already, also when a total was taken apart in one of the two files.
    """
    rows = Line.objects.filter(account=account, day__in={line.day for _part, line in left}).exclude(
        statement__kind=kind
    )
    others: dict[date, list[Decimal]] = defaultdict(list)
    for day, amount in rows.values_list("day", "amount"):
        others[day].append(amount)
    sums: dict[date, Decimal] = defaultdict(Decimal)
    for line in lines:
        sums[line.day] += line.amount
    rest = Counter((day, amount) for day, amounts in others.items() for amount in amounts)
    fresh = []
    for part, line in left:
        whole = line.day in others and sum(others[line.day], Decimal(0)) == sums[line.day]
        if whole or rest[line.day, line.amount] > 0:
            rest[line.day, line.amount] -= 1
        else:
            fresh.append((part, line))
    return fresh
