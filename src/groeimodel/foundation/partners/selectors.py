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
    Tenure,
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


def home_of(person: Visitor, partnership: Partnership) -> Municipality | None:
    """The municipality that somebody sits for today; of an ambassador, whose college it is. At most two queries."""
    if person.pk is None:
        return None
    held = Tenure.objects.filter(
        person=person.pk, ends=None, seat__membership__partnership=partnership, seat__membership__ends=None
    )
    tenure = held.select_related("seat__membership__municipality").order_by("pk").first()
    if tenure is not None:
        return tenure.seat.membership.municipality
    tied = Appointment.objects.filter(
        person=person.pk, ends=None, partnership=partnership, municipality__isnull=False
    )
    appointment = tied.select_related("municipality").first()
    return appointment.municipality if appointment else None


def partnerships_of(person: Visitor) -> QuerySet[Partnership]:
    """The partnerships that somebody belongs to, by seat or appointment."""
    if person.pk is None:
        return Partnership.objects.none()
    # Two small sets of keys: joining both ways at once would walk all people of all partnerships.
    by_seat = Tenure.objects.filter(person=person.pk, ends=None, seat__membership__ends=None)
    by_appointment = Appointment.objects.filter(person=person.pk, ends=None)
    return Partnership.objects.filter(
        Q(pk__in=by_seat.values("seat__membership__partnership"))
        | Q(pk__in=by_appointment.values("partnership"))
    )


def keys_of(person: Visitor) -> list[int]:
    """Of the partnerships that somebody belongs to: one query, none for a visitor."""
    return sorted(partnerships_of(person).values_list("pk", flat=True))


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
    own = list(partnerships_of(person).values_list("pk", flat=True))
    public = Partnership.objects.filter(public=True).exclude(pk__in=own)
    if search:
        towns = Membership.objects.filter(municipality__name__icontains=search).values("partnership")
        public = public.filter(Q(name__icontains=search) | Q(pk__in=towns))
    few = public.filter(Q(example=True) | Q(listed_only=True))
    rest = public.filter(example=False, listed_only=False)
    pages = max(1, -(-rest.count() // size))
    page = min(max(page, 1), pages)
    shown = list(rest.order_by("name").values_list("pk", flat=True)[(page - 1) * size : page * size])
    keys = [*own, *shown, *few.values_list("pk", flat=True)]
    memberships = Membership.objects.select_related("municipality").order_by("municipality__name")
    found = Partnership.objects.filter(pk__in=keys).order_by("name")
    rows = list(found.prefetch_related(Prefetch("memberships", memberships)))
    return Listing(
        own=tuple(row for row in rows if row.pk in own),
        examples=tuple(row for row in rows if row.example and row.pk not in own),
        listed=tuple(row for row in rows if row.listed_only and not row.example and row.pk not in own),
        others=tuple(row for row in rows if row.pk in shown),
        page=page,
        pages=pages,
    )
