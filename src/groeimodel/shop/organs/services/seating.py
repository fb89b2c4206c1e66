"""The seats of an organ: who sits there, from which day. A change closes one occupancy and opens another."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from groeimodel.foundation.journal.services import record
from groeimodel.foundation.partners.models import Municipality
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.rights import require
from groeimodel.shop.organs.models import Occupancy, Organ, OrganSeat


@dataclass(frozen=True, slots=True)
class NewSeat:
    """A seat as it is to be."""

    municipality: Municipality | None
    task: str
    votes: int = 1
    advisory: bool = False
    opposition: bool = False
    substitute: Person | None = None


@transaction.atomic
def add_seat(*, organ: Organ, new: NewSeat, since: date, actor: Person | None = None) -> OrganSeat:
    require(actor, "organs.build", organ.partnership)
    seat = OrganSeat(organ=organ, starts=max(since, organ.starts))
    _fill_in(seat, new)
    seat.full_clean()
    seat.save()
    _note("organs.seat_added", seat, actor=actor)
    return seat


@transaction.atomic
def change_seat(*, seat: OrganSeat, new: NewSeat, actor: Person | None = None) -> OrganSeat:
    """Change what a seat is. Who sits there, and whose it is, has a history: another municipality is another seat."""
    require(actor, "organs.build", seat.organ.partnership)
    if new.municipality != seat.municipality and Occupancy.objects.filter(seat=seat).exists():
        raise ValidationError(
            _("Hier zat al iemand voor een andere gemeente. Maak voor deze gemeente een nieuwe zetel.")
        )
    _fill_in(seat, new)
    seat.full_clean()
    seat.save()
    _note("organs.seat_changed", seat, actor=actor)
    return seat


def _fill_in(seat: OrganSeat, new: NewSeat) -> None:
    seat.municipality, seat.task, seat.votes = new.municipality, new.task.strip(), new.votes
    seat.advisory, seat.opposition = new.advisory, new.opposition
    seat.substitute = new.substitute


@transaction.atomic
def end_seat(*, seat: OrganSeat, on: date, actor: Person | None = None) -> OrganSeat:
    """From this day on the seat is not there any more; what was, stays readable. A seat without a past goes away."""
    seat = locked(seat)
    require(actor, "organs.build", seat.organ.partnership)
    _close(seat, on)
    _note("organs.seat_ended", seat, actor=actor)
    seat.ends = max(on, seat.starts or seat.organ.starts)
    seat.save(update_fields=["ends", "person"])
    return seat


@transaction.atomic
def fill_organ_seat(
    *,
    seat: OrganSeat,
    person: Person,
    since: date,
    capacity: str = "",
    incompatible: bool | None = None,
    actor: Person | None = None,
    at: datetime | None = None,
) -> Occupancy:
    """Give a seat to somebody; whoever sat there leaves it on the same day.

    Raises:
        ValidationError: the seat is not there on that day, or the day lies before whoever sits there came.
    """
    seat = locked(seat)
    require(actor, "organs.build", seat.organ.partnership)
    now = _open_one(seat)
    if now is not None and now.person_id == person.pk and now.capacity == capacity:
        now.incompatible = incompatible
        now.save(update_fields=["incompatible"])
        return now
    if since > timezone.localdate():
        raise ValidationError(_("Deze dag moet nog komen. Noteer het vanaf de dag zelf."))
    if not seat.exists_on(since) or since < seat.organ.starts:
        raise ValidationError(_("Deze zetel bestaat niet op die dag."))
    _close(seat, since)
    occupancy = Occupancy(
        seat=seat, person=person, capacity=capacity, incompatible=incompatible, starts=since
    )
    occupancy.full_clean()
    occupancy.save()
    seat.person = person
    seat.save(update_fields=["person"])
    _note(
        "organs.seat_filled",
        seat,
        actor=actor,
        at=at,
        person=person.pk,
        before=now.person_id if now else None,
    )
    return occupancy


@transaction.atomic
def sit_by_name(
    *, seat: OrganSeat, name: str, since: date, capacity: str = "", actor: Person | None = None
) -> Occupancy:
    """Give a seat to somebody of whom only the name is known, such as a councillor who has no account here."""
    require(actor, "organs.build", seat.organ.partnership)
    person = Person.objects.create_user(None, name=name.strip())
    return fill_organ_seat(seat=seat, person=person, since=since, capacity=capacity, actor=actor)


@transaction.atomic
def empty_organ_seat(
    *, seat: OrganSeat, on: date, actor: Person | None = None, at: datetime | None = None
) -> OrganSeat:
    """Somebody leaves; the seat stays, visibly empty. Nothing happens when it was empty already."""
    seat = locked(seat)
    require(actor, "organs.build", seat.organ.partnership)
    before = _close(seat, on)
    if before is not None:
        seat.save(update_fields=["person"])
        _note("organs.seat_emptied", seat, actor=actor, at=at, before=before)
    return seat


def locked(seat: OrganSeat) -> OrganSeat:
    rows = OrganSeat.objects.select_for_update(of=("self",)).select_related(
        "organ__partnership", "municipality"
    )
    return rows.get(pk=seat.pk)


def _open_one(seat: OrganSeat) -> Occupancy | None:
    return Occupancy.objects.filter(seat=seat, ends=None).select_related("person").first()


def _close(seat: OrganSeat, on: date) -> int | None:
    """Close who sits there; the key of the person."""
    now = _open_one(seat)
    seat.person = None
    if now is None:
        return None
    if on < now.starts:
        raise ValidationError(
            _("%(name)s zit hier pas sinds %(day)s: kies een dag die later valt.")
            % {"name": now.person, "day": now.starts.strftime("%d/%m/%Y")}
        )
    now.ends = on
    now.save(update_fields=["ends"])
    return now.person_id


def _note(
    verb: str, seat: OrganSeat, *, actor: Person | None, at: datetime | None = None, **data: int | None
) -> None:
    record(
        verb,
        partnership=seat.organ.partnership,
        actor=actor,
        municipality=seat.municipality,
        subject=seat,
        data={"organ": seat.organ_id, "seat": seat.pk, **data},
        at=at,
    )
