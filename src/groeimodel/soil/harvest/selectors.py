"""Reads of harvest, inside the scope of a partnership."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

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
class Filter:
    municipality: int | None = None
    """Its key."""
    year: int | None = None

    @property
    def narrows(self) -> bool:
        return self.municipality is not None or self.year is not None


def filtered(rows: QuerySet[Harvest], chosen: Filter) -> QuerySet[Harvest]:
    """Of a municipality as it is today: what those that merged into it noted belongs to it."""
    if chosen.municipality is not None:
        of = Q(municipality=chosen.municipality) | Q(municipality__merged_into=chosen.municipality)
        rows = rows.filter(of)
    return rows.filter(gained_on__year=chosen.year) if chosen.year else rows


def before(rows: QuerySet[Harvest], key: int) -> int:
    """How many stand before the one with this key, newest first; 0 when it is not among them. Two queries."""
    one = rows.filter(pk=key).first()
    if one is None:
        return 0
    return rows.filter(Q(gained_on__gt=one.gained_on) | Q(gained_on=one.gained_on, pk__gt=one.pk)).count()


def years_of(partnership: Partnership) -> list[int]:
    """The years in which something was gained, last first: one query."""
    days = Harvest.objects.filter(partnership=partnership).dates("gained_on", "year", order="DESC")
    return [day.year for day in days]


@dataclass(frozen=True, slots=True)
class Shown:
    """A harvest with the documents beside it."""

    harvest: Harvest
    documents: list[Document]

    @property
    def picture(self) -> Document | None:
        """The newest picture: the face of the card."""
        return next((one for one in self.documents if one.is_picture), None)

    @property
    def others(self) -> list[Document]:
        return [one for one in self.documents if one is not self.picture]


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
