"""Every write about municipalities, partnerships, seats and appointments.

`actor` is who does it; None is the system itself (an import, the example data), never a visitor.
"""

from datetime import date, datetime

from django.db import transaction

from groeimodel.foundation.journal.services import record
from groeimodel.foundation.partners.models import (
    Appointment,
    Membership,
    Municipality,
    Partnership,
    Seat,
    Tenure,
)
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.rights import require


@transaction.atomic
def found_partnership(
    *,
    name: str,
    slug: str,
    legal_form: str = Partnership.LegalForm.INFORMAL,
    description: str = "",
    public: bool = False,
    example: bool = False,
    listed_only: bool = False,
    source: str = "",
    actor: Person | None = None,
    at: datetime | None = None,
) -> Partnership:
    """Start a partnership. Only the administration does (`partners.found`)."""
    require(actor, "partners.found", None)
    partnership = Partnership.objects.create(
        name=name,
        slug=slug,
        legal_form=legal_form,
        description=description,
        public=public,
        example=example,
        listed_only=listed_only,
        source=source,
    )
    record("partners.founded", partnership=partnership, actor=actor, at=at)
    return partnership


@transaction.atomic
def join(
    *,
    partnership: Partnership,
    municipality: Municipality,
    since: date,
    until: date | None = None,
    actor: Person | None = None,
    at: datetime | None = None,
) -> Membership:
    """Let a municipality join. Both of its seats exist from then on, empty at first (claim G1)."""
    require(actor, "partners.steer", partnership)
    membership = Membership.objects.create(
        partnership=partnership, municipality=municipality, starts=since, ends=until
    )
    set_seats(membership)
    record(
        "partners.joined",
        partnership=partnership,
        actor=actor,
        data={"municipality": municipality.pk},
        at=at,
    )
    return membership


def set_seats(membership: Membership) -> None:
    """Both seats of a member, as far as they are not there yet."""
    seats = [Seat(membership=membership, role=role) for role in Seat.Role.values]
    Seat.objects.bulk_create(seats, ignore_conflicts=True)


@transaction.atomic
def leave(
    *, membership: Membership, on: date, actor: Person | None = None, at: datetime | None = None
) -> Membership:
    """End a membership on its last day, and with it who sat there."""
    require(actor, "partners.steer", membership.partnership)
    membership.ends = on
    membership.save(update_fields=["ends"])
    Tenure.objects.filter(seat__membership=membership, ends__isnull=True).update(ends=on)
    record(
        "partners.left",
        partnership=membership.partnership,
        actor=actor,
        data={"municipality": membership.municipality_id},
        at=at,
    )
    return membership


@transaction.atomic
def fill_seat(
    *,
    membership: Membership,
    role: str,
    person: Person,
    since: date,
    actor: Person | None = None,
    at: datetime | None = None,
) -> Tenure:
    """Give a seat to somebody; whoever held it until then leaves it on the same day."""
    require(actor, "partners.steer", membership.partnership)
    seat = Seat.objects.select_for_update().get(membership=membership, role=role)
    seat.tenures.filter(ends__isnull=True).update(ends=since)
    tenure = Tenure.objects.create(seat=seat, person=person, starts=since)
    record(
        "partners.seat_filled",
        partnership=membership.partnership,
        actor=actor,
        data={"seat": seat.pk, "person": person.pk},
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
    """Somebody leaves; the seat stays, visibly empty."""
    require(actor, "partners.steer", membership.partnership)
    seat = Seat.objects.select_for_update().get(membership=membership, role=role)
    seat.tenures.filter(ends__isnull=True).update(ends=on)
    record(
        "partners.seat_emptied",
        partnership=membership.partnership,
        actor=actor,
        data={"seat": seat.pk},
        at=at,
    )
    return seat


@transaction.atomic
def appoint(
    *,
    partnership: Partnership,
    person: Person,
    kind: str,
    since: date,
    actor: Person | None = None,
    at: datetime | None = None,
) -> Appointment:
    """Make somebody coordinator or supporter of a partnership."""
    require(actor, "partners.steer", partnership)
    appointment = Appointment.objects.create(partnership=partnership, person=person, kind=kind, starts=since)
    record(
        "partners.appointed",
        partnership=partnership,
        actor=actor,
        data={"person": person.pk, "kind": kind},
        at=at,
    )
    return appointment


@transaction.atomic
def declare_aim(
    *,
    partnership: Partnership,
    aim: str,
    actor: Person | None = None,
    at: datetime | None = None,
) -> Partnership:
    """Say which model the partnership wants to be, or withdraw it with an empty text (claim G4).

    Raises:
        ValueError: `aim` is none of the three models.
        PermissionDenied: the actor neither holds a seat nor coordinates.
    """
    require(actor, "partners.declare_aim", partnership)
    if aim and aim not in Partnership.Aim.values:
        raise ValueError(f"{aim!r} is not one of the three models")
    if aim != partnership.aim:
        before, partnership.aim = partnership.aim, aim
        partnership.save(update_fields=["aim"])
        record(
            "partners.aim_declared",
            partnership=partnership,
            actor=actor,
            data={"aim": aim, "before": before},
            at=at,
        )
    return partnership
