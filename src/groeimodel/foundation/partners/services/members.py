"""Municipalities that join and leave."""

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

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
def join(
    *,
    partnership: Partnership,
    municipality: Municipality,
    since: date,
    until: date | None = None,
    actor: Person | None = None,
    at: datetime | None = None,
) -> Membership:
    """Let a municipality join. Both of its seats exist from then on, empty at first (claim G1).

    Raises:
        ValidationError: it is a member already.
    """
    require(actor, "partners.steer", partnership)
    open_ones = Membership.objects.filter(partnership=partnership, municipality=municipality, ends=None)
    if until is None and open_ones.exists():
        raise ValidationError(_("%(name)s is al partner.") % {"name": municipality})
    membership = Membership.objects.create(
        partnership=partnership, municipality=municipality, starts=since, ends=until
    )
    set_seats(membership)
    record(
        "partners.joined",
        partnership=partnership,
        actor=actor,
        municipality=municipality,
        subject=membership,
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
    """End a membership on its last day, and with it who sat there and who was its ambassador.

    Raises:
        ValidationError: the day lies before the municipality joined.
    """
    require(actor, "partners.steer", membership.partnership)
    if on < membership.starts:
        raise ValidationError(_("De laatste dag ligt voor de dag waarop de gemeente partner werd."))
    membership.ends = on
    membership.save(update_fields=["ends"])
    for tenure in Tenure.objects.filter(seat__membership=membership, ends=None).select_for_update():
        tenure.ends = max(on, tenure.starts)
        tenure.save(update_fields=["ends"])
    Appointment.objects.filter(
        partnership=membership.partnership, municipality=membership.municipality, ends=None
    ).update(ends=on)
    record(
        "partners.left",
        partnership=membership.partnership,
        actor=actor,
        municipality=membership.municipality,
        subject=membership,
        at=at,
    )
    return membership
