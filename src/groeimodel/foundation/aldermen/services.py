"""Every write of this room: what was read, the links that were made by hand, and the seats that follow."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from groeimodel.formats.mandates import Mandate
from groeimodel.foundation.aldermen.models import Draft, PersonLink, forgotten
from groeimodel.foundation.aldermen.plan import END, KEEP, Choice, MemberPlan, Plan, PlanChanged
from groeimodel.foundation.aldermen.planning import Ours, plan_of
from groeimodel.foundation.journal.services import record
from groeimodel.foundation.partners import services as partners
from groeimodel.foundation.partners.models import Membership, Partnership, Seat
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.rights import require

KEPT = timedelta(days=1)
"""How long a draft waits for its confirmation."""


@transaction.atomic
def keep_draft(*, partnership: Partnership, ours: Ours, actor: Person) -> Draft:
    """Keep what was read about the members until it is confirmed; one draft for each person and partnership."""
    require(actor, "partners.steer", partnership)
    Draft.objects.filter(partnership=partnership, person=actor).delete()
    rows = [_row(one) for one in ours.mandates]
    kept = {"mandates": rows, "elsewhere": ours.elsewhere}
    return Draft.objects.create(partnership=partnership, person=actor, rows=kept)


def ours_in(draft: Draft) -> Ours:
    """What a draft holds."""
    return Ours(tuple(_mandate(row) for row in draft.rows["mandates"]), (), draft.rows["elsewhere"])


def confirm(*, draft: Draft, seen: str, said: Mapping[int, str], actor: Person) -> int:
    """Do what was shown and chosen: all of it or nothing; says how many seats changed.

    `seen` is the fingerprint of the plan that was looked at.

    Raises:
        PlanChanged: what would happen is no longer what was shown.
        Undecided: of some municipality it was not said what should happen.
    """
    require(actor, "partners.steer", draft.partnership)
    with transaction.atomic():
        if not Draft.objects.select_for_update().filter(pk=draft.pk).exists():
            raise PlanChanged  # confirmed already, in another window
        plan = plan_of(draft.partnership, ours_in(draft), timezone.localdate())
        if plan.digest != seen:
            raise PlanChanged
        changed = carry_out(partnership=draft.partnership, plan=plan, said=said, actor=actor)
        draft.delete()
    return changed


def carry_out(
    *, partnership: Partnership, plan: Plan, said: Mapping[int, str], actor: Person | None = None
) -> int:
    """Do a plan; says how many seats changed. A link by hand is remembered, also where the seat stays as it is.

    Raises:
        PlanChanged: a seat or a link was changed by somebody else in the meantime.
        Undecided: of some municipality it was not said what should happen.
    """
    require(actor, "partners.steer", partnership)
    decided = plan.decided(said)
    try:
        with transaction.atomic():
            links = sum(_link(source, key, actor) for one in plan.members for source, key in one.same)
            seats = 0
            for one in plan.open:
                changed, linked = _do(one, decided[one.membership], actor)
                seats, links = seats + changed, links + linked
            if seats or links:
                data = {"seats": seats, "links": links}
                record("aldermen.imported", partnership=partnership, actor=actor, data=data)
    except (partners.SeatTaken, IntegrityError, ValidationError) as error:
        raise PlanChanged from error
    return seats


def _do(plan: MemberPlan, choice: Choice, actor: Person | None) -> tuple[int, int]:
    """One seat; says how many seats and links changed."""
    if choice.action == KEEP:
        return 0, 0
    membership = Membership.objects.select_related("partnership", "municipality").get(pk=plan.membership)
    if choice.action == END:
        _empty(membership, plan, date.fromisoformat(choice.since), actor)
        return 1, 0
    person = _person(choice)
    linked = _link(choice.source, person.pk, actor)
    if person.pk == plan.before:
        return 0, linked
    since = date.fromisoformat(choice.since)
    if plan.before is not None and plan.ends and date.fromisoformat(plan.ends) < since:
        _empty(membership, plan, date.fromisoformat(plan.ends), actor)
        before = None
    else:
        before = plan.before
    partners.fill_seat(
        membership=membership,
        role=Seat.Role.ALDERMAN,
        person=person,
        since=since,
        expected=before,
        actor=actor,
    )
    return 1, linked


def _empty(membership: Membership, plan: MemberPlan, on: date, actor: Person | None) -> None:
    """Empty the seat if the same person still sits there.

    Raises:
        SeatTaken: it is somebody else by now.
    """
    seat = Seat.objects.select_for_update().get(membership=membership, role=Seat.Role.ALDERMAN)
    now = seat.tenures.filter(ends=None).select_related("person").first()
    if now is None or now.person_id != plan.before:
        raise partners.SeatTaken(now)
    partners.empty_seat(membership=membership, role=Seat.Role.ALDERMAN, on=max(on, now.starts), actor=actor)


def _person(choice: Choice) -> Person:
    """Somebody new has no address, so does not sign in."""
    if choice.person is None:
        return Person.objects.create_user(None, name=choice.name)
    return Person.objects.get(pk=choice.person)


def _link(source: str, person: int, actor: Person | None) -> int:
    """Remember who somebody is; says whether that is news."""
    known = PersonLink.objects.select_for_update().filter(source=source).first()
    if known is None:
        PersonLink.objects.create(source=source, person_id=person, made_by=actor)
    elif known.person_id != person:
        known.person_id, known.made_by, known.made_at = person, actor, timezone.now()
        known.save(update_fields=["person", "made_by", "made_at"])
    else:
        return 0
    return 1


def forget(person: Any) -> None:
    """Somebody is erased: the address in the register goes, and what stays only serves to pass them over."""
    for one in PersonLink.objects.filter(person=person).exclude(source__startswith="gewist:"):
        PersonLink.objects.filter(source=forgotten(one.source)).delete()
        one.source, one.made_by = forgotten(one.source), None
        one.save(update_fields=["source", "made_by"])


def remove_old_drafts() -> int:
    """Drafts that nobody confirmed hold names: they go after a day. Says how many."""
    return Draft.objects.filter(made_at__lt=timezone.now() - KEPT).delete()[0]


def _row(one: Mandate) -> dict[str, Any]:
    days = {"start": one.start.isoformat(), "end": one.end.isoformat() if one.end else ""}
    return asdict(one) | days


def _mandate(row: Mapping[str, Any]) -> Mandate:
    end = date.fromisoformat(row["end"]) if row["end"] else None
    return Mandate(**{**row, "start": date.fromisoformat(row["start"]), "end": end})
