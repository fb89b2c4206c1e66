"""Who fills a seat, who has another part, and what they leave behind for who comes next."""

from datetime import date, datetime
from types import EllipsisType

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from groeimodel.foundation.journal.services import record
from groeimodel.foundation.partners.models import (
    Appointment,
    HandoverNote,
    Membership,
    Municipality,
    Partnership,
    Seat,
    Tenure,
)
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.rights import require


class SeatTaken(Exception):
    """Somebody else changed the seat in the meantime; `tenure` is who sits there now, None when it is empty."""

    def __init__(self, tenure: Tenure | None) -> None:
        super().__init__("The seat was changed in the meantime.")
        self.tenure = tenure


@transaction.atomic
def fill_seat(
    *,
    membership: Membership,
    role: str,
    person: Person,
    since: date,
    expected: int | EllipsisType | None = ...,
    actor: Person | None = None,
    at: datetime | None = None,
) -> Tenure:
    """Give a seat to somebody; whoever held it until then leaves it on the same day.

    `expected` is the key of the person whom the actor saw on the seat (None: empty). Without it the last one wins.

    Raises:
        SeatTaken: somebody else sits there than was expected.
        ValidationError: the member left, or the day lies before the one who sits there came.
    """
    require(actor, "partners.steer", membership.partnership)
    seat = Seat.objects.select_for_update().get(membership=membership, role=role)
    now = _sitting(seat)
    if now is not None and now.person_id == person.pk:
        return now
    if expected is not ... and (now.person_id if now else None) != expected:
        raise SeatTaken(now)
    if Membership.objects.filter(pk=membership.pk, ends__isnull=False).exists():
        raise ValidationError(_("Deze gemeente is geen partner meer."))
    before = _close(now, since)
    tenure = Tenure.objects.create(seat=seat, person=person, starts=since)
    record(
        "partners.seat_filled",
        partnership=membership.partnership,
        actor=actor,
        municipality=membership.municipality,
        subject=seat,
        data={"seat": seat.pk, "person": person.pk, "role": role, "before": before},
        at=at,
    )
    return tenure


@transaction.atomic
def empty_seat(
    *,
    membership: Membership,
    role: str,
    on: date,
    actor: Person | None = None,
    at: datetime | None = None,
) -> Seat:
    """Somebody leaves; the seat stays, visibly empty. Nothing happens when it was empty already."""
    require(actor, "partners.steer", membership.partnership)
    seat = Seat.objects.select_for_update().get(membership=membership, role=role)
    before = _close(_sitting(seat), on)
    if before is not None:
        record(
            "partners.seat_emptied",
            partnership=membership.partnership,
            actor=actor,
            municipality=membership.municipality,
            subject=seat,
            data={"seat": seat.pk, "role": role, "before": before},
            at=at,
        )
    return seat


def _sitting(seat: Seat) -> Tenure | None:
    return seat.tenures.filter(ends=None).select_related("person").first()


def _close(tenure: Tenure | None, on: date) -> int | None:
    """End a tenure; the key of the person who sat there."""
    if tenure is None:
        return None
    if on < tenure.starts:
        raise ValidationError(
            _("%(name)s zit hier pas sinds %(day)s: kies een dag die later valt.")
            % {"name": tenure.person, "day": tenure.starts.strftime("%d/%m/%Y")}
        )
    tenure.ends = on
    tenure.save(update_fields=["ends"])
    return tenure.person_id


@transaction.atomic
def leave_note(*, seat: Seat, text: str, actor: Person | None = None) -> HandoverNote:
    """Write what stands open for whoever comes next on this seat. Earlier notes are kept; the last one counts."""
    require(actor, "partners.leave_note", seat)
    note = HandoverNote.objects.create(seat=seat, text=text.strip(), written_by=actor)
    membership = seat.membership
    record(
        "partners.note_left",
        partnership=membership.partnership,
        actor=actor,
        municipality=membership.municipality,
        subject=seat,
        data={"role": seat.role},
    )
    return note


@transaction.atomic
def appoint(
    *,
    partnership: Partnership,
    person: Person,
    kind: str,
    since: date,
    municipality: Municipality | None = None,
    actor: Person | None = None,
    at: datetime | None = None,
) -> Appointment:
    """Give somebody a part beside the seats: coordinator, supporter, guest, or ambassador of a municipality (claim W20).

    Who has this part already keeps it.
    """
    require(actor, "partners.appoint", partnership)
    appointment, fresh = Appointment.objects.get_or_create(
        partnership=partnership,
        person=person,
        kind=kind,
        ends=None,
        defaults={"municipality": municipality, "starts": since},
    )
    if fresh:
        record(
            "partners.appointed",
            partnership=partnership,
            actor=actor,
            municipality=municipality,
            subject=appointment,
            data={"person": person.pk, "kind": kind},
            at=at,
        )
    return appointment


@transaction.atomic
def end_appointment(*, appointment: Appointment, on: date, actor: Person | None = None) -> Appointment:
    """Somebody stops as coordinator, supporter, ambassador or guest."""
    require(actor, "partners.appoint", appointment.partnership)
    if appointment.ends is None:
        appointment.ends = max(on, appointment.starts)
        appointment.save(update_fields=["ends"])
        record(
            "partners.appointment_ended",
            partnership=appointment.partnership,
            actor=actor,
            municipality=appointment.municipality,
            subject=appointment,
            data={"person": appointment.person_id, "kind": appointment.kind},
        )
    return appointment
