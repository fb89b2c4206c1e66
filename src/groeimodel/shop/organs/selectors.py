"""Reads of organs, inside the scope of a partnership."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from groeimodel.foundation.partners.models import Municipality, Partnership
from groeimodel.foundation.people.models import Person
from groeimodel.shop.organs.models import Occupancy, Organ, OrganSeat


@dataclass(frozen=True, slots=True)
class Seated:
    """A seat of an organ with who sits there on one day; None is an empty seat."""

    seat: OrganSeat
    occupancy: Occupancy | None

    @property
    def pk(self) -> int:
        return self.seat.pk

    @property
    def person(self) -> Person | None:
        return self.occupancy.person if self.occupancy else None

    @property
    def municipality(self) -> Municipality | None:
        return self.seat.municipality

    @property
    def municipality_id(self) -> int | None:
        return self.seat.municipality_id

    @property
    def votes(self) -> int:
        return self.seat.votes

    @property
    def advisory(self) -> bool:
        return self.seat.advisory

    @property
    def task(self) -> str:
        return self.seat.task


def organs_of(partnership: Partnership, today: date) -> list[Organ]:
    """Those that exist on a day, with their partnership: one query."""
    lasts = Q(ends=None) | Q(ends__gte=today)
    return list(all_organs(partnership).filter(lasts, starts__lte=today))


def all_organs(partnership: Partnership) -> QuerySet[Organ]:
    """Ended ones and those to come too."""
    return Organ.objects.filter(partnership=partnership).select_related("partnership")


def seats_on(organ: Organ, day: date) -> list[Seated]:
    """The seats of an organ as they were, or are, on a day, empty ones too: two queries."""
    return seats_by_organ([organ], day).get(organ.pk, [])


def seats_by_organ(organs: Sequence[Organ], day: date) -> dict[int, list[Seated]]:
    """By key of the organ, those with a vote first, then by municipality: two queries for all of them together."""
    seats = OrganSeat.objects.filter(organ__in=[one.pk for one in organs]).select_related(
        "municipality__merged_into", "substitute", "organ__partnership"
    )
    there = [one for one in seats if one.exists_on(day)]
    sits = occupancies_on(there, day)
    found: dict[int, list[Seated]] = defaultdict(list)
    for one in sorted(there, key=_order):
        found[one.organ_id].append(Seated(one, sits.get(one.pk)))
    return dict(found)


def occupancies_on(seats: Iterable[OrganSeat], day: date) -> dict[int, Occupancy]:
    """By key of the seat who sat there on a day: one query."""
    rows = Occupancy.objects.filter(
        Q(ends=None) | Q(ends__gt=day), seat__in=[one.pk for one in seats], starts__lte=day
    ).select_related("person")
    return {one.seat_id: one for one in rows}


def _order(one: OrganSeat) -> tuple[bool, str, int]:
    return one.advisory, one.municipality.name if one.municipality else "", one.pk
