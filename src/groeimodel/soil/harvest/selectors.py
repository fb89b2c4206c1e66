"""Reads of harvest, inside the scope of a partnership."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from groeimodel.foundation.files import selectors as files
from groeimodel.foundation.files.models import Document
from groeimodel.foundation.partners import selectors as partners
from groeimodel.foundation.partners.access import Visitor
from groeimodel.foundation.partners.models import Municipality, Partnership
from groeimodel.soil.harvest.models import Harvest


def harvest_of(partnership: Partnership) -> QuerySet[Harvest]:
    """All of it, newest first, with its municipalities: one query."""
    rows: QuerySet[Harvest] = Harvest.objects.filter(partnership=partnership).select_related(
        "partnership", "municipality__merged_into", "from_municipality__merged_into", "meeting"
    )
    return rows


@dataclass(frozen=True, slots=True)
class Shown:
    """A harvest with the documents beside it."""

    harvest: Harvest
    documents: list[Document]


def with_documents(harvests: list[Harvest]) -> list[Shown]:
    """One query for all of them together."""
    found = files.documents_by(harvests)
    return [Shown(one, found.get(one.pk, [])) for one in harvests]


def exchanges(harvests: Sequence[Harvest], *, since: date) -> Counter[tuple[int, int]]:
    """How often two municipalities gave each other something, by their keys, the smaller first."""
    pairs: Counter[tuple[int, int]] = Counter()
    for harvest in harvests:
        if harvest.from_municipality and harvest.gained_on >= since:
            a, b = sorted((harvest.municipality.today, harvest.from_municipality.today))
            if a != b:
                pairs[a, b] += 1
    return pairs


@dataclass(frozen=True, slots=True)
class Desk:
    """Where somebody may record harvest, and from whom it can come."""

    partnership: Partnership
    own: tuple[Municipality, ...]
    members: tuple[Municipality, ...]

    @property
    def own_keys(self) -> frozenset[int]:
        return frozenset(one.pk for one in self.own)


def desk_of(partnership: Partnership, person: Visitor) -> Desk:
    """The coordinator writes for all members, who holds a seat for the own municipality."""
    seats = partners.seats_of(partnership)
    members = tuple(one.municipality for one in seats)
    part = partners.part_of(person, seats, tuple(partners.appointments_of(partnership)))
    if part is None or not part.records:
        return Desk(partnership, own=(), members=members)
    return Desk(partnership, own=(part.municipality,) if part.municipality else members, members=members)
