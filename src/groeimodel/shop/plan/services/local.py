"""The plans of the municipalities: what a file would change, doing exactly that, and tying actions together by hand."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from decimal import Decimal
from hashlib import sha256
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from groeimodel.formats.amounts import write_amount
from groeimodel.formats.local_plan import LocalLine
from groeimodel.foundation.journal.services import record
from groeimodel.foundation.partners.models import Membership, Municipality, Partnership
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.rights import require
from groeimodel.shop.plan.models import LocalAction, LocalDraft, LocalLink, PlanAction
from groeimodel.shop.plan.selectors import plan_of

LOCAL = "plan.local"
KEPT = timedelta(days=1)
"""How long a draft waits for its confirmation."""
FIELDS = ("title", "policy_field", "first_year", "last_year", "amount")


class ImportChanged(Exception):
    """Something changed since the plan was shown; the new one has to be looked at first."""


@dataclass(frozen=True, slots=True)
class Field:
    """One field of an action that gets another value; both as people read them."""

    name: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class LineChange:
    code: str
    title: str
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What reading a file would do."""

    new: tuple[LocalLine, ...]
    changed: tuple[LineChange, ...]
    back: tuple[str, ...]
    """Codes that were gone, and are there again."""
    gone: tuple[tuple[str, str], ...]
    """Code and title of what stands in the file no more."""
    same: int

    @property
    def digest(self) -> str:
        """A sign of all of it: nobody confirms something else than was shown."""
        return sha256(json.dumps(asdict(self), sort_keys=True, default=str).encode()).hexdigest()

    @property
    def does_nothing(self) -> bool:
        return not (self.new or self.changed or self.back or self.gone)


def import_plan(
    partnership: Partnership, municipality: Municipality, lines: Iterable[LocalLine]
) -> ImportPlan:
    """What the lines would change in the plan of a municipality. One query."""
    known = {
        one.code: one
        for one in LocalAction.objects.filter(partnership=partnership, origin=municipality).order_by("code")
    }
    new, changed, back, same = [], [], [], 0
    codes = set()
    for line in lines:
        codes.add(line.code)
        row = known.get(line.code)
        if row is None:
            new.append(line)
            continue
        fields = _differences(row, line)
        if fields:
            changed.append(LineChange(line.code, line.title, fields))
        if row.gone_on is not None:
            back.append(line.code)
        same += not fields and row.gone_on is None
    gone = [(one.code, one.title) for one in known.values() if one.code not in codes and one.gone_on is None]
    return ImportPlan(tuple(new), tuple(changed), tuple(back), tuple(gone), same)


def _differences(row: LocalAction, line: LocalLine) -> tuple[Field, ...]:
    return tuple(
        Field(name, _shown(getattr(row, name)), _shown(getattr(line, name)))
        for name in FIELDS
        if getattr(row, name) != getattr(line, name)
    )


def _shown(value: object) -> str:
    if isinstance(value, Decimal):
        return write_amount(value) or "0"
    return "" if value is None else str(value)


@transaction.atomic
def keep_draft(
    *, partnership: Partnership, municipality: Municipality, lines: Sequence[LocalLine], actor: Person
) -> LocalDraft:
    """Keep what was read until it is confirmed; one draft for each person and municipality."""
    blank = LocalDraft(partnership=partnership, municipality=municipality, person=actor)
    require(actor, LOCAL, blank)
    LocalDraft.objects.filter(partnership=partnership, municipality=municipality, person=actor).delete()
    blank.rows = [
        asdict(line) | {"amount": None if line.amount is None else str(line.amount)} for line in lines
    ]
    blank.save()
    return blank


def lines_of(draft: LocalDraft) -> list[LocalLine]:
    def line(row: dict[str, Any]) -> LocalLine:
        return LocalLine(**row | {"amount": None if row["amount"] is None else Decimal(row["amount"])})

    return [line(row) for row in draft.rows]


@transaction.atomic
def confirm_import(*, draft: LocalDraft, seen: str, actor: Person) -> ImportPlan:
    """Do what was shown: all of it or nothing. `seen` is the sign of what was looked at.

    Raises:
        PermissionDenied: it is the plan of another municipality.
        ImportChanged: what would happen is no longer what was shown.
    """
    require(actor, LOCAL, draft)
    plan = import_plan(draft.partnership, draft.municipality, lines_of(draft))
    if plan.digest != seen:
        raise ImportChanged
    read_in(
        partnership=draft.partnership, municipality=draft.municipality, lines=lines_of(draft), actor=actor
    )
    draft.delete()
    return plan


@transaction.atomic
def read_in(
    *,
    partnership: Partnership,
    municipality: Municipality,
    lines: Sequence[LocalLine],
    actor: Person | None = None,
    on: date | None = None,
) -> None:
    """Make the plan of a municipality what the lines say. What stands in it no more stays for its links, and counts no more.

    Raises:
        ValidationError: the municipality is no member.
    """
    blank = LocalAction(partnership=partnership, municipality=municipality, origin=municipality)
    require(actor, LOCAL, blank)
    # The membership's row is the gate: two files at the same moment are read one after the other.
    gate = Membership.objects.filter(partnership=partnership, municipality=municipality, ends=None)
    if gate.select_for_update().first() is None:
        raise ValidationError(_("Deze gemeente is geen partner van de samenwerking."))
    today = on or timezone.localdate()
    known = {
        one.code: one for one in LocalAction.objects.filter(partnership=partnership, origin=municipality)
    }
    for line in lines:
        row = known.pop(line.code, None) or LocalAction(
            partnership=partnership, municipality=municipality, origin=municipality, code=line.code
        )
        for name in FIELDS:
            setattr(row, name, getattr(line, name))
        row.read_on, row.gone_on = today, None
        row.save()
    for row in known.values():
        if row.gone_on is None:
            row.gone_on = today
            row.save(update_fields=["gone_on"])
    record(
        "plan.local_read",
        partnership=partnership,
        actor=actor,
        municipality=municipality,
        data={"actions": len(lines)},
    )


@transaction.atomic
def link(
    *,
    local: LocalAction,
    action: PlanAction,
    contradicts: bool = False,
    why: str = "",
    actor: Person | None = None,
) -> LocalLink:
    """Say that a local action belongs to one of the joint plan, or that they contradict each other and why. Saying it again makes it better.

    Raises:
        PermissionDenied: it is an action of another municipality.
        ValidationError: the action is of another partnership or no longer in the plan, or nobody says why.
    """
    require(actor, LOCAL, local)
    if plan_of(action).partnership_id != local.partnership_id or action.struck_at is not None:
        raise ValidationError({"action": _("Deze actie staat niet in het gezamenlijke plan.")})
    if contradicts and not why.strip():
        raise ValidationError({"why": _("Schrijf in één zin wat elkaar tegenspreekt.")})
    found = LocalLink.objects.filter(local=local, action=action).first()
    row = found or LocalLink(local=local, action=action)
    row.contradicts, row.why = contradicts, why.strip()
    row.full_clean()
    row.save()
    _note("plan.contradiction_marked" if contradicts else "plan.linked", local, row.action_id, actor)
    return row


@transaction.atomic
def unlink(*, link: LocalLink, actor: Person | None = None) -> None:
    require(actor, LOCAL, link.local)
    _note("plan.unlinked", link.local, link.action_id, actor)
    link.delete()


@transaction.atomic
def set_aside(*, local: LocalAction, aside: bool, actor: Person | None = None) -> None:
    """A local action that holds no more (`aside`), or does again: what a plan of before a merger left behind."""
    require(actor, LOCAL, local)
    local.gone_on = timezone.localdate() if aside else None
    local.save(update_fields=["gone_on"])
    _note("plan.local_set_aside" if aside else "plan.local_brought_back", local, None, actor)


@transaction.atomic
def take_over(*, partnership: Partnership, into: int, parts: Sequence[int]) -> int:
    """After a merger: the plans of the old municipalities count for the new one, each with where it came from."""
    LocalDraft.objects.filter(partnership=partnership, municipality__in=parts).delete()
    rows = LocalAction.objects.filter(partnership=partnership, municipality__in=parts)
    return rows.update(municipality=into)


def remove_old_drafts() -> int:
    """Drafts that nobody confirmed go after a day. Says how many."""
    return LocalDraft.objects.filter(made_at__lt=timezone.now() - KEPT).delete()[0]


def _note(verb: str, local: LocalAction, action: int | None, actor: Person | None) -> None:
    data = {"local": local.pk} | ({"action": action} if action else {})
    record(verb, partnership=local.partnership, municipality=local.municipality, actor=actor, data=data)
