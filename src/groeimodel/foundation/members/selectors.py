"""Reads for the pages where a partnership is run; the scope must be open."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Prefetch, QuerySet

from groeimodel.foundation.members.models import Invitation
from groeimodel.foundation.partners.models import (
    Appointment,
    HandoverNote,
    Membership,
    Municipality,
    Partnership,
    Seat,
    Tenure,
)


@dataclass(frozen=True, slots=True)
class SeatRow:
    """A seat with who sits there, who was there, and who is invited."""

    seat: Seat
    now: Tenure | None
    past: tuple[Tenure, ...]
    invitations: tuple[Invitation, ...]


@dataclass(frozen=True, slots=True)
class MemberRow:
    membership: Membership
    seats: tuple[SeatRow, ...]
    ambassadors: tuple[Appointment, ...]
    invited_ambassadors: tuple[Invitation, ...]

    @property
    def municipality(self) -> Municipality:
        return self.membership.municipality


@dataclass(frozen=True, slots=True)
class Everyone:
    """All that the page of members shows."""

    members: tuple[MemberRow, ...]
    former: tuple[Membership, ...]
    appointments: dict[str, list[Appointment]] = field(default_factory=dict)
    """Coordinators, supporters and guests, by kind."""
    invitations: tuple[Invitation, ...] = ()
    """Open ones for those parts."""


def open_invitations(partnership: Partnership) -> QuerySet[Invitation]:
    rows = Invitation.objects.filter(partnership=partnership, accepted_at=None, withdrawn_at=None)
    return rows.select_related("municipality", "invited_by", "partnership")


def everyone(partnership: Partnership) -> Everyone:
    """Members of today with seats, history and open invitations, and all other parts: six queries."""
    tenures = Tenure.objects.select_related("person").order_by("-starts", "-pk")
    seats = Seat.objects.order_by("pk").prefetch_related(Prefetch("tenures", tenures))
    memberships = (
        Membership.objects.filter(partnership=partnership)
        .select_related("municipality", "partnership")
        .prefetch_related(Prefetch("seats", seats))
        .order_by("municipality__name", "starts")
    )
    invitations = list(open_invitations(partnership))
    appointments = list(
        Appointment.objects.filter(partnership=partnership, ends=None)
        .select_related("person", "municipality")
        .order_by("kind", "person__name")
    )
    general: dict[str, list[Appointment]] = {}
    for one in appointments:
        if one.kind != Appointment.Kind.AMBASSADOR:
            general.setdefault(one.kind, []).append(one)
    return Everyone(
        members=tuple(_member(one, appointments, invitations) for one in memberships if one.ends is None),
        former=tuple(one for one in memberships if one.ends is not None),
        appointments=general,
        invitations=tuple(one for one in invitations if one.municipality_id is None),
    )


def _member(
    membership: Membership, appointments: Sequence[Appointment], invitations: Sequence[Invitation]
) -> MemberRow:
    here = membership.municipality_id
    own = [one for one in invitations if one.municipality_id == here]
    return MemberRow(
        membership=membership,
        seats=tuple(_seat(seat, own) for seat in membership.seats.all()),
        ambassadors=tuple(one for one in appointments if one.municipality_id == here),
        invited_ambassadors=tuple(one for one in own if one.role == Invitation.Role.AMBASSADOR),
    )


def _seat(seat: Seat, invitations: Sequence[Invitation]) -> SeatRow:
    tenures = list(seat.tenures.all())
    return SeatRow(
        seat=seat,
        now=next((one for one in tenures if one.ends is None), None),
        past=tuple(one for one in tenures if one.ends is not None),
        invitations=tuple(one for one in invitations if one.role == seat.role),
    )


def seat_of(partnership: Partnership, pk: int) -> SeatRow:
    """One seat with its history: three queries.

    Raises:
        Seat.DoesNotExist: it is of another partnership.
    """
    tenures = Tenure.objects.select_related("person").order_by("-starts", "-pk")
    seat = (
        Seat.objects.select_related("membership__municipality", "membership__partnership")
        .prefetch_related(Prefetch("tenures", tenures))
        .get(pk=pk, membership__partnership=partnership)
    )
    own = open_invitations(partnership).filter(municipality=seat.membership.municipality_id)
    return _seat(seat, list(own))


def last_note(seat: Seat) -> HandoverNote | None:
    return HandoverNote.objects.filter(seat=seat).select_related("written_by").first()


def may_join(partnership: Partnership) -> list[Municipality]:
    """Municipalities of today that are no member yet; invented ones only where everything is invented."""
    rows = Municipality.objects.filter(merged_into=None, invented=partnership.example)
    return list(
        rows.exclude(
            pk__in=Membership.objects.filter(partnership=partnership, ends=None).values("municipality")
        )
    )


def unanswered(partnership: Partnership, before: date) -> int:
    """How many open invitations were sent before a day."""
    return open_invitations(partnership).filter(sent_at__date__lt=before).count()
