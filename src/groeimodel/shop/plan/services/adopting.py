"""Adopting a plan: from then on there is a version that never changes."""

from __future__ import annotations

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from groeimodel.foundation.journal.services import record
from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.rights import require
from groeimodel.rules.plan import canonical, checksum
from groeimodel.shop.plan.models import Plan, Version
from groeimodel.shop.plan.selectors import snapshot_of, subject_of
from groeimodel.shop.plan.services.working import lock
from groeimodel.shop.sittings.models import AgendaItem, Sitting
from groeimodel.shop.sittings.services import put_on_agenda

WRITE = "plan.write"


@transaction.atomic
def adopt_plan(
    *,
    partnership: Partnership,
    title: str,
    starts: date,
    ends: date,
    adopted_on: date | None,
    actor: Person | None = None,
    at: datetime | None = None,
) -> Plan:
    """Write down a multi-year plan; without `adopted_on` it is a draft and not in force.

    What stands in it may be filled in later: until `adopt` it has no version.
    """
    require(actor, WRITE, partnership)
    plan = Plan(partnership=partnership, title=title, starts=starts, ends=ends, adopted_on=adopted_on)
    plan.full_clean()
    plan.save()
    record("plan.plan_written", partnership=partnership, actor=actor, data={"plan": plan.pk}, at=at)
    return plan


@transaction.atomic
def adopt(
    *,
    plan: Plan,
    on: date,
    decided_by: str = "",
    decision: str = "",
    actor: Person | None = None,
    at: datetime | None = None,
) -> Version:
    """Keep the working plan as it is now as the next version. From now on it is in force.

    Raises:
        PermissionDenied: the actor may not say so.
        ValidationError: the day is still to come or lies before the last version, the plan is empty, or nothing changed.
    """
    require(actor, WRITE, plan)
    plan = lock(plan)
    text = canonical(snapshot_of(plan))
    last = plan.versions.first()
    if (
        actor is not None
    ):  # what an organ decided is kept with the day of its sitting, whatever was noted by hand
        _check_day(last, on)
    _check(plan, last, text)
    version = Version(
        plan=plan,
        number=last.number + 1 if last else 1,
        adopted_on=on,
        decided_by=decided_by.strip(),
        decision=decision.strip(),
        snapshot=text,
        checksum=checksum(text),
        written_at=at or timezone.now(),
    )
    version.full_clean()
    version.save()
    if plan.adopted_on is None:
        plan.adopted_on = on
        plan.save(update_fields=["adopted_on"])
    data = {"plan": plan.pk, "version": version.pk, "number": version.number}
    record("plan.adopted", partnership=plan.partnership, actor=actor, subject=version, data=data, at=at)
    return version


@transaction.atomic
def propose(
    *, plan: Plan, sitting: Sitting, text: str = "", actor: Person | None = None, at: datetime | None = None
) -> AgendaItem:
    """Put the working plan on the agenda of a sitting that is to come. What the organ adopts, is the next version.

    Raises:
        PermissionDenied: the actor may not say so, or runs no sittings.
        ValidationError: there is nothing to adopt, the agenda is closed, or the plan stands on it already.
    """
    require(actor, WRITE, plan)
    plan = lock(plan)
    if sitting.partnership_id != plan.partnership_id:
        raise ValidationError(_("Deze zitting is van een andere samenwerking."))
    working = canonical(snapshot_of(plan))
    _check(plan, plan.versions.first(), working)
    item = put_on_agenda(
        sitting=sitting,
        title=_("Goedkeuring: %(plan)s") % {"plan": plan.title},
        text=text,
        subject=subject_of(plan),
        actor=actor,
        at=at,
    )
    plan.proposed_checksum = checksum(working)
    plan.save(update_fields=["proposed_checksum"])
    record("plan.proposed", partnership=plan.partnership, actor=actor, data={"plan": plan.pk}, at=at)
    return item


def may_be_adopted(plan: Plan) -> bool:
    """Whether there is anything to adopt: it is not empty, and differs from the last version."""
    snapshot = snapshot_of(plan)
    last = plan.versions.first()
    return bool(snapshot.items) and (last is None or last.snapshot != canonical(snapshot))


def _check(plan: Plan, last: Version | None, text: str) -> None:
    if last is not None and last.snapshot == text:
        raise ValidationError(_("Er veranderde niets sinds de vorige goedgekeurde versie."))
    if not snapshot_of(plan).items:
        raise ValidationError(_("Het plan is nog leeg. Schrijf eerst minstens één doelstelling."))


def _check_day(last: Version | None, on: date) -> None:
    if on > timezone.localdate():
        raise ValidationError({"on": _("Deze dag moet nog komen.")})
    if last is not None and on < last.adopted_on:
        raise ValidationError({"on": _("De vorige versie is later goedgekeurd. Kies een dag daarna.")})
