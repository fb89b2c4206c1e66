"""Every write about mandates.

`actor` is who does it; None is the system itself (the example data, a job). Who gives by a link from a mail is the
person to whom that link was sent.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from groeimodel.foundation.journal.services import record
from groeimodel.foundation.mandates import letters
from groeimodel.foundation.mandates.models import Mandate, Use
from groeimodel.foundation.partners.models import Membership, Municipality, Partnership
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.rights import require
from groeimodel.rules.mandates import Lack, lacks


class NotCovered(Exception):
    """The mandate does not cover the decision; `reasons` says everything that lacks."""

    def __init__(self, reasons: tuple[Lack, ...]) -> None:
        super().__init__(", ".join(reasons))
        self.reasons = reasons


@dataclass(frozen=True, slots=True)
class Proposal:
    """What is asked or given: for whom, how much, for what, from when until when."""

    municipality: Municipality
    kind: str
    holder: Person
    starts: date
    ends: date
    hours: Decimal | None = None
    amount: Decimal | None = None
    purpose: str = ""
    subject: str = ""
    basis: str = ""


@transaction.atomic
def ask(
    *, partnership: Partnership, proposal: Proposal, actor: Person | None = None, at: datetime | None = None
) -> Mandate:
    """Ask the alderman for a mandate. Asking the same again takes the place of the question before.

    Raises:
        ValidationError: the terms are not right, or the municipality is no member.
    """
    mandate = _new(partnership, proposal)
    require(actor, "mandates.ask", mandate)
    mandate.asked_by, mandate.asked_at = actor, at or timezone.now()
    _check(mandate)
    same = _same(mandate).filter(given_at=None, refused_at=None)
    same.update(closed_on=timezone.localdate(), closed_why=Mandate.Close.REPLACED)
    mandate.save()
    _note("mandates.asked", mandate, actor=actor, at=at)
    letters.ask_alderman(mandate)
    return mandate


@transaction.atomic
def give(
    *, partnership: Partnership, proposal: Proposal, actor: Person | None = None, at: datetime | None = None
) -> Mandate:
    """Give a mandate; one of the same kind that is in force for the same person and matter is closed that day.

    Raises:
        ValidationError: the terms are not right, or the municipality is no member.
    """
    mandate = _new(partnership, proposal)
    require(actor, "mandates.grant", mandate)
    _check(mandate)
    _give(mandate, actor, at)
    return mandate


@transaction.atomic
def give_what_was_asked(
    *, mandate: Mandate, actor: Person | None = None, at: datetime | None = None
) -> Mandate:
    """Say yes to what was asked. Saying yes twice changes nothing.

    Raises:
        ValidationError: the question was taken back, answered with no, or its time is over.
    """
    require(actor, "mandates.grant", mandate)
    mandate = _locked(mandate)
    if mandate.given_at is None:
        if mandate.state_on(timezone.localdate()) != "asked":
            raise ValidationError(_("Deze vraag staat niet meer open."))
        _give(mandate, actor, at)
        letters.tell_answer(mandate)
    return mandate


@transaction.atomic
def refuse(*, mandate: Mandate, reason: str, actor: Person | None = None) -> Mandate:
    """Say no to what was asked, with a reason or without."""
    require(actor, "mandates.grant", mandate)
    mandate = _locked(mandate)
    if mandate.state_on(timezone.localdate()) != "asked":
        raise ValidationError(_("Deze vraag staat niet meer open."))
    mandate.refused_at, mandate.refusal = timezone.now(), reason.strip()
    mandate.save(update_fields=["refused_at", "refusal"])
    _note("mandates.refused", mandate, actor=actor)
    letters.tell_answer(mandate)
    return mandate


@transaction.atomic
def renew(
    *, mandate: Mandate, until: date, actor: Person | None = None, at: datetime | None = None
) -> Mandate:
    """Give the same again, from the day after its end or from today when it ended before. Renewing twice changes nothing.

    Raises:
        ValidationError: it was closed, it was never given, or `until` lies before its end.
    """
    require(actor, "mandates.grant", mandate)
    mandate = _locked(mandate)
    later = Mandate.objects.filter(replaces=mandate, given_at__isnull=False, closed_on=None).first()
    if later is not None:
        return later
    if mandate.given_at is None or mandate.closed_on is not None:
        raise ValidationError(
            _("Dit mandaat kan niet vernieuwd worden: het werd niet gegeven of is gesloten.")
        )
    proposal = replace(_proposal(mandate), starts=max(mandate.starts, timezone.localdate()), ends=until)
    if until <= mandate.ends:
        raise ValidationError(_("Kies een einde dat later valt dan nu."))
    return give(partnership=mandate.partnership, proposal=proposal, actor=actor, at=at)


@transaction.atomic
def revoke(*, mandate: Mandate, actor: Person | None = None) -> Mandate:
    """Take a mandate back, or the question for one: from today on it holds no more. What was done on it stays valid."""
    mandate = _locked(mandate)
    require(actor, "mandates.grant" if mandate.given_at else "mandates.ask", mandate)
    if mandate.closed_on is None and mandate.refused_at is None:
        why = Mandate.Close.REVOKED if mandate.given_at else Mandate.Close.WITHDRAWN
        _close(mandate, why)
        _note("mandates.revoked" if mandate.given_at else "mandates.withdrawn", mandate, actor=actor)
    return mandate


@transaction.atomic
def restore(*, mandate: Mandate, actor: Person | None = None) -> Mandate:
    """Undo of revoking, on the same day; there is a newer one when it was given anew in the meantime."""
    require(actor, "mandates.grant", mandate)
    mandate = _locked(mandate)
    open_ones = _same(mandate).filter(given_at__isnull=False, closed_on=None, refused_at=None)
    if mandate.closed_why != Mandate.Close.REVOKED or mandate.closed_on != timezone.localdate():
        raise ValidationError(_("Dit kan alleen op de dag zelf. Geef een nieuw mandaat."))
    if open_ones.exists():
        raise ValidationError(_("Er is intussen een nieuw mandaat."))
    mandate.closed_on, mandate.closed_why = None, ""
    mandate.save(update_fields=["closed_on", "closed_why"])
    _note("mandates.restored", mandate, actor=actor)
    return mandate


@transaction.atomic
def use(
    *,
    mandate: Mandate,
    on: date,
    hours: Decimal | None = None,
    amount: Decimal | None = None,
    what: str = "",
    subject: str = "",
    actor: Person | None = None,
) -> Use:
    """Write down what was done on a mandate: hours worked, or a decision of an amount.

    The row is locked: a mandate that is revoked at the same moment either covers this use and is revoked after it,
    or no longer covers it.

    Raises:
        NotCovered: it does not hold on that day, or not for that amount.
    """
    require(actor, "mandates.use", mandate)
    mandate = _locked(mandate)
    if reasons := lacks(mandate.terms, on=on.toordinal(), amount=amount or Decimal(0)):
        raise NotCovered(reasons)
    used = Use.objects.create(
        partnership=mandate.partnership,
        mandate=mandate,
        on=on,
        hours=hours,
        amount=amount,
        what=what.strip(),
        subject=subject,
        recorded_by=actor,
    )
    _note("mandates.used", mandate, actor=actor)
    return used


@transaction.atomic
def remove_use(*, use: Use, actor: Person | None = None) -> None:
    """Take back hours that were written down by mistake."""
    require(actor, "mandates.use", use.mandate)
    _note("mandates.use_removed", use.mandate, actor=actor)
    use.delete()


@transaction.atomic
def close_of_who_left(*, partnership: Partnership, municipality: int, person: int) -> int:
    """Close what somebody held for a municipality when the seat went to another; says how many."""
    open_ones = Mandate.objects.filter(
        partnership=partnership,
        municipality=municipality,
        holder=person,
        closed_on=None,
        refused_at=None,
        ends__gte=timezone.localdate(),
    )
    for mandate in open_ones.select_for_update():
        _close(mandate, Mandate.Close.LEFT)
        _note("mandates.closed", mandate, actor=None)
    return len(open_ones)


@transaction.atomic
def warn(*, mandate: Mandate) -> bool:
    """Tell alderman and holder once that a mandate ends soon; says whether it was done now. Only a job calls this."""
    mandate = _locked(mandate)
    if mandate.warned_at is not None or mandate.closed_on is not None:
        return False
    mandate.warned_at = timezone.now()
    mandate.save(update_fields=["warned_at"])
    letters.warn_of_end(mandate)
    return True


@transaction.atomic
def take_over(*, partnership: Partnership, into: int, parts: Sequence[int]) -> int:
    """After a merger: what holds goes along as a new version for the new municipality; says how many."""
    today = timezone.localdate()
    open_ones = Mandate.objects.select_for_update().filter(
        partnership=partnership, municipality__in=parts, closed_on=None, refused_at=None, ends__gte=today
    )
    count = 0
    for mandate in open_ones:
        _close(mandate, Mandate.Close.MERGED)
        mandate.replaces_id, mandate.municipality_id = mandate.pk, into
        mandate.pk, mandate.closed_on, mandate.closed_why, mandate.warned_at = None, None, "", None
        mandate._state.adding = True
        if not _same(mandate).filter(given_at__isnull=False, refused_at=None).exists():
            mandate.save()
            count += 1
    return count


def _new(partnership: Partnership, proposal: Proposal) -> Mandate:
    fields = {name: getattr(proposal, name) for name in Proposal.__slots__}
    return Mandate(partnership=partnership, **fields)


def _proposal(mandate: Mandate) -> Proposal:
    return Proposal(**{name: getattr(mandate, name) for name in Proposal.__slots__})


def _same(mandate: Mandate) -> QuerySet[Mandate]:
    """Of the same municipality, kind, person and matter, and not closed."""
    return Mandate.objects.filter(
        partnership=mandate.partnership,
        municipality=mandate.municipality,
        holder=mandate.holder,
        kind=mandate.kind,
        subject=mandate.subject,
        closed_on=None,
    ).exclude(pk=mandate.pk)


def _locked(mandate: Mandate) -> Mandate:
    rows = Mandate.objects.select_related("partnership", "municipality", "holder", "asked_by")
    return rows.select_for_update(of=("self",)).get(pk=mandate.pk)


def _check(mandate: Mandate) -> None:
    """All that is wrong, at once."""
    problems: dict[str, list[ValidationError]] = {}
    try:
        mandate.full_clean()
    except ValidationError as error:
        problems = error.error_dict
    if mandate.kind == Mandate.Kind.TIME and mandate.hours is None:
        problems["hours"] = [ValidationError(_("Vul in hoeveel uren per maand."))]
    if mandate.ends < mandate.starts:
        problems["ends"] = [ValidationError(_("Een mandaat eindigt niet voor het begint."))]
    members = Membership.objects.filter(partnership=mandate.partnership, ends=None)
    if not members.filter(municipality=mandate.municipality).exists():
        problems["municipality"] = [ValidationError(_("Deze gemeente is geen partner."))]
    if problems:
        raise ValidationError(problems)


def _give(mandate: Mandate, actor: Person | None, at: datetime | None) -> None:
    """Close what it takes the place of, and open it."""
    # The municipality's row is the gate: two mandates given at the same moment come one after the other.
    Membership.objects.select_for_update().filter(
        partnership=mandate.partnership, municipality=mandate.municipality, ends=None
    ).first()
    before = _same(mandate).filter(given_at__isnull=False, refused_at=None).select_for_update().first()
    if before is not None:
        _close(before, Mandate.Close.REPLACED, on=mandate.starts)
    mandate.replaces = before
    mandate.given_by, mandate.given_at = actor, at or timezone.now()
    mandate.save()
    _note("mandates.given", mandate, actor=actor, at=at)


def _close(mandate: Mandate, why: str, on: date | None = None) -> None:
    mandate.closed_on, mandate.closed_why = on or timezone.localdate(), why
    mandate.save(update_fields=["closed_on", "closed_why"])


def _note(verb: str, mandate: Mandate, *, actor: Person | None, at: datetime | None = None) -> None:
    record(
        verb,
        partnership=mandate.partnership,
        actor=actor,
        municipality=mandate.municipality,
        subject=mandate,
        data={"person": mandate.holder_id, "kind": mandate.kind},
        at=at,
    )
