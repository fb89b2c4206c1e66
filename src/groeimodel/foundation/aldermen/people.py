"""Who somebody in the register is here: by a link that was made before, by the same name, or for a person to say."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Q

from groeimodel.content.municipalities import normalised
from groeimodel.foundation.aldermen.models import PersonLink, forgotten
from groeimodel.foundation.partners.models import Appointment, Membership, Partnership, Seat, Tenure
from groeimodel.foundation.people.models import Person

ALIKE = 80
"""Of 100: from here on a name may well be the same person, so that somebody has to say."""


@dataclass(frozen=True, slots=True)
class People:
    """Everybody who may be meant, for all members of a partnership."""

    links: dict[str, Person]
    """By address (URI) in the register."""
    by_municipality: dict[int, dict[int, Person]]
    """Aldermen of a municipality, of now and before, and its ambassadors."""

    def of(self, municipality: int) -> list[Person]:
        return sorted(self.by_municipality.get(municipality, {}).values(), key=lambda one: (one.name, one.pk))

    def linked(self, source: str) -> Person | None:
        return self.links.get(source) or self.links.get(forgotten(source))

    def named(self, municipality: int, name: str) -> Person | None:
        """The one person of this municipality with exactly this name."""
        same = [one for one in self.of(municipality) if same_name(one.name, name)]
        return same[0] if len(same) == 1 else None


def people_of(partnership: Partnership, memberships: Sequence[Membership], sources: Iterable[str]) -> People:
    """Three queries."""
    sources = list(sources)
    rows = PersonLink.objects.filter(source__in=[*sources, *map(forgotten, sources)]).select_related("person")
    links = {one.source: one.person for one in rows}
    keys = [one.municipality_id for one in memberships]
    tenures = (
        Tenure.objects.filter(
            Q(seat__membership__municipality__in=keys)
            | Q(seat__membership__municipality__merged_into__in=keys),
            seat__role=Seat.Role.ALDERMAN,
            person__erased_at=None,
        )
        .select_related("person", "seat__membership__municipality")
        .order_by("pk")
    )
    ambassadors = Appointment.objects.filter(
        partnership=partnership, municipality__in=keys, person__erased_at=None
    ).select_related("person")
    found: dict[int, dict[int, Person]] = {}
    for tenure in tenures:
        municipality = tenure.seat.membership.municipality
        for key in {municipality.pk, municipality.today} & set(keys):
            found.setdefault(key, {})[tenure.person_id] = tenure.person
    for one in ambassadors:
        if one.municipality_id is not None:
            found.setdefault(one.municipality_id, {})[one.person_id] = one.person
    return People(links, found)


def same_name(one: str, other: str) -> bool:
    return normalised(one) == normalised(other)


def alike(one: str, other: str) -> bool:
    """Names that may be of one person: 'An Peeters' and 'Ann Peeters-Claes', 'Van Damme' and 'Vandamme'."""
    from rapidfuzz import fuzz

    first, second = normalised(one), normalised(other)
    joined = fuzz.ratio(first.replace(" ", ""), second.replace(" ", ""))
    return max(joined, fuzz.token_sort_ratio(first, second), fuzz.token_set_ratio(first, second)) >= ALIKE
