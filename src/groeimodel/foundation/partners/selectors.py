"""Reads of partnerships: who sits where, and which ones somebody may see."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import F, FilteredRelation, Prefetch, Q, QuerySet

from groeimodel.foundation.partners.access import Visitor
from groeimodel.foundation.partners.models import (
    Appointment,
    Membership,
    Municipality,
    Partnership,
    Seat,
)

SEE_PARTNERSHIP = "partners.see_partnership"


@dataclass(frozen=True, slots=True)
class Sitter:
    """Who fills a seat."""

    person: int
    name: str


@dataclass(frozen=True, slots=True)
class MemberSeats:
    """A member with its two seats; None is an empty seat (claim G1)."""

    municipality: Municipality
    alderman: Sitter | None
    officer: Sitter | None

    @property
    def complete(self) -> bool:
        return self.alderman is not None and self.officer is not None


@dataclass(frozen=True, slots=True)
class Part:
    """What somebody is in a partnership."""

    role: str
    """'alderman', 'officer', 'ambassador', 'coordinator', 'supporter' or 'guest'."""
    municipality: Municipality | None = None

    @property
    def label(self) -> str:
        """The role in Dutch."""
        return str({**dict(Seat.Role.choices), **dict(Appointment.Kind.choices)}[self.role])

    @property
    def reads_results(self) -> bool:
        return self.role != Appointment.Kind.GUEST

    @property
    def declares_aim(self) -> bool:
        return self.role in ("alderman", "officer", "coordinator")

    @property
    def records(self) -> bool:
        return self.declares_aim


def seats_of(partnership: Partnership) -> tuple[MemberSeats, ...]:
    """The members of today with both seats, by name of the municipality: one query."""
    seats = (
        Seat.objects.filter(membership__partnership=partnership, membership__ends__isnull=True)
        .select_related("membership__municipality")
        .annotate(
            sitting=FilteredRelation("tenures", condition=Q(tenures__ends__isnull=True)),
            sitter=F("sitting__person"),
            sitter_name=F("sitting__person__name"),
        )
        .order_by("membership__municipality__name", "pk")
    )
    rows: dict[Municipality, dict[str, Sitter | None]] = {}
    for seat in seats:
        sitter = None if seat.sitter is None else Sitter(seat.sitter, seat.sitter_name)
        rows.setdefault(seat.membership.municipality, {})[seat.role] = sitter
    return tuple(
        MemberSeats(
            municipality=municipality,
            alderman=filled.get(Seat.Role.ALDERMAN),
            officer=filled.get(Seat.Role.OFFICER),
        )
        for municipality, filled in rows.items()
    )


def members_ever(partnership: Partnership) -> QuerySet[Membership]:
    """All memberships, ended ones too: one query."""
    return (
        Membership.objects.filter(partnership=partnership)
        .select_related("municipality__merged_into")
        .order_by("municipality__name")
    )


def appointments_of(partnership: Partnership) -> QuerySet[Appointment]:
    """Who coordinates and supports it today: one query."""
    return (
        Appointment.objects.filter(partnership=partnership, ends__isnull=True)
        .select_related("person", "municipality")
        .order_by("kind", "pk")
    )


def part_of(
    person: Visitor, seats: Sequence[MemberSeats], appointments: Sequence[Appointment]
) -> Part | None:
    """What this person is in the partnership that these seats and appointments are of; no query."""
    for one in seats:
        for role, sitter in ((Seat.Role.ALDERMAN, one.alderman), (Seat.Role.OFFICER, one.officer)):
            if sitter is not None and sitter.person == person.pk:
                return Part(role.value, one.municipality)
    for appointment in appointments:
        if appointment.person_id == person.pk:
            return Part(appointment.kind, appointment.municipality)
    return None


def partnerships_of(person: Visitor) -> QuerySet[Partnership]:
    """The partnerships that somebody belongs to, by seat or appointment."""
    if person.pk is None:
        return Partnership.objects.none()
    by_seat = Q(
        memberships__ends__isnull=True,
        memberships__seats__tenures__person=person.pk,
        memberships__seats__tenures__ends__isnull=True,
    )
    by_appointment = Q(appointments__person=person.pk, appointments__ends__isnull=True)
    return Partnership.objects.filter(by_seat | by_appointment).distinct()


@dataclass(frozen=True, slots=True)
class Listing:
    """The partnerships that somebody may see, in the groups of the page; only one page of the public ones."""

    own: tuple[Partnership, ...]
    examples: tuple[Partnership, ...]
    listed: tuple[Partnership, ...]
    others: tuple[Partnership, ...]
    page: int
    pages: int


def visible_to(person: Visitor, *, search: str = "", page: int = 1, size: int = 24) -> Listing:
    """Public partnerships and one's own, with their members; `search` finds names, also those of municipalities.

    Six queries, however many partnerships there are.
    """
    own = partnerships_of(person).values("pk")
    public = Partnership.objects.filter(public=True).exclude(pk__in=own)
    if search:
        found = Q(name__icontains=search) | Q(memberships__municipality__name__icontains=search)
        public = public.filter(pk__in=Partnership.objects.filter(found).values("pk"))
    few = _with_members(
        Partnership.objects.filter(pk__in=own) | public.filter(Q(example=True) | Q(listed_only=True))
    )
    rows = list(few)
    mine = set(own.values_list("pk", flat=True)) if person.pk else set()
    rest = public.filter(example=False, listed_only=False)
    pages = max(1, -(-rest.count() // size))
    page = min(max(page, 1), pages)
    return Listing(
        own=tuple(row for row in rows if row.pk in mine),
        examples=tuple(row for row in rows if row.example and row.pk not in mine),
        listed=tuple(row for row in rows if row.listed_only and not row.example and row.pk not in mine),
        others=tuple(_with_members(rest)[(page - 1) * size : page * size]),
        page=page,
        pages=pages,
    )


def _with_members(rows: QuerySet[Partnership]) -> QuerySet[Partnership]:
    memberships = Membership.objects.select_related("municipality").order_by("municipality__name")
    return rows.prefetch_related(Prefetch("memberships", memberships)).order_by("name").distinct()
