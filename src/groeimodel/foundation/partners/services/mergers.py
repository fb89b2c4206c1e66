"""Municipalities that merge: an event with consequences for every partnership that one of them belongs to.

Memberships of the parts end and the new municipality takes their place, on one day. Where exactly one of the parts had
somebody on a seat, that person goes along; where more had, the seat is left visibly empty, for the partners to say who
it will be. Nothing is removed: what was, stays with the old municipality, which leads to the new one. Rooms above
follow by listening to 'partners.merged' (`journal.events`), in the same transaction.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

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
from groeimodel.foundation.partners.services.members import set_seats
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.rights import require


@dataclass(frozen=True, slots=True)
class SeatAfter:
    """Who goes over to a seat of the new municipality; with more candidates nobody does."""

    role: str
    role_label: str
    candidates: tuple[Tenure, ...]

    @property
    def chosen(self) -> Tenure | None:
        return self.candidates[0] if len(self.candidates) == 1 else None


@dataclass(frozen=True, slots=True)
class Consequence:
    """What a merger means for one partnership."""

    partnership: Partnership
    leaving: tuple[Membership, ...]
    stays: Membership | None
    """The membership of the municipality that takes over, where it was a member already."""
    outside: tuple[Municipality, ...]
    """Parts that were no member: their territory and people come in with the merger."""
    seats: tuple[SeatAfter, ...]


def consequences(*, into: Municipality | None, parts: Sequence[Municipality]) -> list[Consequence]:
    """For each partnership what happens; reads only. `into` is None while it does not exist yet."""
    keys = {one.pk for one in parts}
    rows = (
        Membership.objects.filter(municipality__in=keys, ends=None, partnership__listed_only=False)
        .select_related("partnership", "municipality")
        .order_by("partnership__name", "municipality__name")
    )
    by_partnership: dict[Partnership, list[Membership]] = {}
    for row in rows:
        by_partnership.setdefault(row.partnership, []).append(row)
    return [_consequence(where, leaving, into, parts) for where, leaving in by_partnership.items()]


def _consequence(
    partnership: Partnership,
    leaving: Sequence[Membership],
    into: Municipality | None,
    parts: Sequence[Municipality],
) -> Consequence:
    stays = None
    if into is not None and into.pk not in {one.pk for one in parts}:
        stays = Membership.objects.filter(partnership=partnership, municipality=into, ends=None).first()
    members = [*([stays] if stays else []), *leaving]
    tenures = list(
        Tenure.objects.filter(seat__membership__in=members, ends=None)
        .select_related("person", "seat__membership__municipality")
        .order_by("pk")
    )
    inside = {one.municipality_id for one in leaving}
    return Consequence(
        partnership=partnership,
        leaving=tuple(leaving),
        stays=stays,
        outside=tuple(one for one in parts if one.pk not in inside),
        seats=tuple(
            SeatAfter(role.value, str(role.label), tuple(one for one in tenures if one.seat.role == role))
            for role in Seat.Role
        ),
    )


@transaction.atomic
def merge(
    *, into: Municipality, parts: Sequence[Municipality], on: date, actor: Person | None = None
) -> list[Consequence]:
    """Let municipalities merge into one on a day; gives what it meant for each partnership.

    `into` is a municipality of its own, with a code of its own; parts that merged before are passed over.

    Raises:
        ValidationError: it would merge with itself, or `into` is gone itself.
    """
    require(actor, "partners.merge", None)
    keys = sorted(one.pk for one in parts)
    # Whoever fills a seat of one of these municipalities at this moment holds its row: wait for each other. Seats
    # first, and no lock on the keys of municipalities, because whoever fills a seat refers to them afterwards.
    seats = Seat.objects.filter(membership__municipality__in=[*keys, into.pk], membership__ends=None)
    list(seats.select_for_update(of=("self",), no_key=True).order_by("pk"))
    into = Municipality.objects.select_for_update(no_key=True).get(pk=into.pk)
    locked = Municipality.objects.select_for_update(no_key=True, of=("self",))
    going = list(locked.filter(pk__in=keys, merged_into=None).order_by("pk"))
    if into.pk in keys or into.merged_into_id is not None:
        raise ValidationError(_("Een gemeente gaat op in een andere gemeente, die zelf nog bestaat."))
    if not going:
        return []
    found = consequences(into=into, parts=going)
    for one in found:
        _move(one, into, on, actor)
    for part in going:
        part.merged_into, part.ended_on = into, on
        part.save(update_fields=["merged_into", "ended_on"])
    if into.founded_on is None:
        into.founded_on = on
        into.save(update_fields=["founded_on"])
    return found


def _move(one: Consequence, into: Municipality, on: date, actor: Person | None) -> None:
    """One partnership: memberships, seats and ambassadors."""
    membership = one.stays or Membership.objects.create(
        partnership=one.partnership, municipality=into, starts=on
    )
    set_seats(membership)
    for seat_after in one.seats:
        _move_seat(seat_after, membership, on)
    for leaving in one.leaving:
        leaving.ends = max(on, leaving.starts)
        leaving.save(update_fields=["ends"])
    keys = [leaving.municipality_id for leaving in one.leaving]
    open_ones = Appointment.objects.filter(partnership=one.partnership, municipality__in=keys, ends=None)
    open_ones.update(municipality=into)
    record(
        "partners.merged",
        partnership=one.partnership,
        actor=actor,
        municipality=into,
        subject=membership,
        data={"parts": " ".join(str(key) for key in keys), "names": len(keys)},
    )


def _move_seat(after: SeatAfter, membership: Membership, on: date) -> None:
    seat = Seat.objects.get(membership=membership, role=after.role)
    for tenure in after.candidates:
        if tenure.seat_id == seat.pk and after.chosen is tenure:
            continue  # sits there already, and stays
        tenure.ends = max(on, tenure.starts)
        tenure.save(update_fields=["ends"])
        if after.chosen is tenure:
            Tenure.objects.create(seat=seat, person=tenure.person, starts=on)


def parts_of(data: dict[str, object]) -> list[int]:
    """The keys of the old municipalities from the data of a 'partners.merged' entry."""
    return [int(key) for key in str(data["parts"]).split()]
