"""Files of the bank: kept until they are confirmed, then written in one go."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from groeimodel.formats.statement import StatementFile
from groeimodel.formats.statement_file import read_statement
from groeimodel.foundation.journal.services import record
from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.privacy.retention import COUNTERPARTIES_KEPT
from groeimodel.foundation.rights import require
from groeimodel.shop.bank.models import Account, Draft, Line, Statement
from groeimodel.shop.bank.planning import AccountPlan, Plan, plan_of

KEPT = timedelta(days=1)
"""How long a file waits for its confirmation."""


class PlanChanged(Exception):
    """Something changed since the plan was shown; the new one has to be looked at first."""


@transaction.atomic
def keep_draft(*, partnership: Partnership, data: bytes, actor: Person) -> Draft:
    """Keep a file that was read well until it is confirmed; one for each person and partnership.

    Raises:
        BadStatement: it cannot be read.
    """
    require(actor, "bank.tend", partnership)
    read_statement(data)
    Draft.objects.filter(partnership=partnership, person=actor).delete()
    return Draft.objects.create(partnership=partnership, person=actor, file=data)


def file_of(draft: Draft) -> StatementFile:
    return read_statement(bytes(draft.file))


@transaction.atomic
def import_file(
    *,
    partnership: Partnership,
    file: StatementFile,
    seen: str | None = None,
    actor: Person | None = None,
    at: datetime | None = None,
) -> Plan:
    """Write what is new in a file: all of it or nothing. `seen` is the fingerprint of the plan that was looked at.

    Raises:
        PlanChanged: what would happen is no longer what was shown.
    """
    require(actor, "bank.tend", partnership)
    wanted = [one.iban for one in file.statements]
    list(Account.objects.select_for_update().filter(partnership=partnership, iban__in=wanted).order_by("pk"))
    plan = plan_of(partnership, file)
    if seen is not None and plan.digest != seen:
        raise PlanChanged
    moment = at or timezone.now()
    for one in plan.accounts:
        _write(one, plan.kind, actor, moment)
    if actor is not None:
        Draft.objects.filter(partnership=partnership, person=actor).delete()
    if plan.accounts:
        data = {"lines": plan.count, "accounts": len(plan.accounts)}
        record("bank.imported", partnership=partnership, actor=actor, data=data, at=moment)
    return plan


def _write(plan: AccountPlan, kind: str, actor: Person | None, at: datetime) -> None:
    rows = {}
    for one in plan.statements:
        rows[one], _fresh = Statement.objects.get_or_create(
            account=plan.account,
            kind=kind,
            number=one.number,
            opens_on=one.opens_on,
            closes_on=one.closes_on,
            opening=one.opening,
            closing=one.closing,
            defaults={"imported_by": actor, "imported_at": at},
        )
    Line.objects.bulk_create(
        Line(
            account=plan.account,
            statement=rows[part],
            key=line.key,
            day=line.day,
            value_day=line.value_day,
            amount=line.amount,
            name=line.name[:140],
            iban=line.iban[:34],
            text=line.text[:500],
            reference=line.reference,
            bank_reference=line.bank_reference[:160],
        )
        for part, line in plan.fresh
    )


def forget_old(now: datetime) -> int:
    """Files that nobody confirmed go after a day; names, accounts and words of others after the years that accounts are kept.

    Says how many lines were emptied. Amounts, days and references stay.
    """
    Draft.objects.filter(made_at__lt=now - KEPT).delete()
    old = Line.objects.filter(day__lt=timezone.localdate(now - COUNTERPARTIES_KEPT)).exclude(
        name="", iban="", text="", bank_reference=""
    )
    return int(old.update(name="", iban="", text="", bank_reference=""))
