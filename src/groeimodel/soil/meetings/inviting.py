"""Who is invited to a meeting: whoever sits in the seats it is for, and the coordinator."""

from __future__ import annotations

from dataclasses import dataclass

from groeimodel.foundation.partners.models import Appointment, Partnership, Seat, Tenure
from groeimodel.foundation.people.models import Person
from groeimodel.soil.meetings.models import Audience

ROLES = {
    Audience.OFFICERS: (Seat.Role.OFFICER,),
    Audience.ALDERMEN: (Seat.Role.ALDERMAN,),
    Audience.BOTH: (Seat.Role.ALDERMAN, Seat.Role.OFFICER),
}


@dataclass(frozen=True, slots=True)
class Guest:
    """Somebody who can be at a meeting, with what they are there for."""

    person: Person
    role: str
    municipality: int | None


def everybody(partnership: Partnership) -> list[Guest]:
    """Everyone with a part in the partnership, by name of the municipality, then those without one: two queries."""
    tenures = (
        Tenure.objects.filter(
            ends=None, seat__membership__partnership=partnership, seat__membership__ends=None
        )
        .select_related("person", "seat__membership__municipality")
        .order_by("seat__membership__municipality__name", "seat__role", "pk")
    )
    found = {
        one.person_id: Guest(one.person, one.seat.role, one.seat.membership.municipality_id)
        for one in reversed(tenures)
    }
    guests = list(reversed(found.values()))
    appointed = Appointment.objects.filter(ends=None, partnership=partnership).select_related("person")
    for one in appointed.order_by("kind", "pk"):
        if one.person_id not in found:
            found[one.person_id] = Guest(one.person, one.kind, one.municipality_id)
            guests.append(found[one.person_id])
    return guests


def invited(partnership: Partnership, audience: str) -> list[Guest]:
    """Who a meeting is for: two queries."""
    roles = (*ROLES[Audience(audience)], Appointment.Kind.COORDINATOR)
    return [one for one in everybody(partnership) if one.role in roles]
