"""Who takes a moment upon them today: the seat's holder, an ambassador, or whoever else sits there when nobody does."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from groeimodel.foundation.partners.models import Appointment, Partnership, Seat, Tenure
from groeimodel.foundation.people.models import Person
from groeimodel.meadow.college.models import Moment

Parts = dict[str, list[Person]]
"""By role."""


@dataclass(frozen=True, slots=True)
class Bearers:
    """Everybody with a part in the college's plan, by municipality (its key) and role."""

    by_place: dict[int, Parts]

    def of(self, moment: Moment) -> list[Person]:
        """Whom a moment asks; empty only when nobody has any part there."""
        parts = self.by_place.get(moment.municipality.today, {})
        named = [one for one in parts.get(moment.role, []) if one.pk == moment.person_id]
        return named or parts.get(moment.role) or [person for rows in parts.values() for person in rows]

    def planned(self, moment: Moment) -> bool:
        """Whether whom was planned is there: else somebody else is asked."""
        return bool(self.by_place.get(moment.municipality.today, {}).get(moment.role))


def bearers_of(partnership: Partnership, places: Iterable[int] | None = None) -> Bearers:
    """Of some municipalities, or all: two queries."""
    tenures = (
        Tenure.objects.filter(
            ends=None, seat__membership__partnership=partnership, seat__membership__ends=None
        )
        .select_related("person", "seat__membership")
        .order_by("pk")
    )
    ambassadors = (
        Appointment.objects.filter(
            ends=None, partnership=partnership, kind=Appointment.Kind.AMBASSADOR, municipality__isnull=False
        )
        .select_related("person")
        .order_by("person__name", "pk")
    )
    if places is not None:
        keys = list(places)
        tenures = tenures.filter(seat__membership__municipality__in=keys)
        ambassadors = ambassadors.filter(municipality__in=keys)
    found: dict[int, Parts] = defaultdict(dict)
    rows: Sequence[tuple[int | None, str, Person]] = [
        *((one.seat.membership.municipality_id, one.seat.role, one.person) for one in tenures),
        *((one.municipality_id, Moment.Role.AMBASSADOR.value, one.person) for one in ambassadors),
    ]
    for place, role, person in rows:
        if place is not None:
            found[place].setdefault(role, []).append(person)
    order = [*Seat.Role.values, Moment.Role.AMBASSADOR.value]
    return Bearers(
        {place: {role: parts[role] for role in order if role in parts} for place, parts in found.items()}
    )
