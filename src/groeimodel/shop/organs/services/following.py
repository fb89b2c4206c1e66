"""Seats follow mandates: who leaves a seat of the partnership leaves its organs too; mergers and leaving members."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.db import transaction
from django.db.models import Q, QuerySet

from groeimodel.foundation.journal.services import record
from groeimodel.foundation.partners.models import Membership, Municipality, Partnership, Tenure
from groeimodel.shop.organs.models import Occupancy, Organ, OrganSeat
from groeimodel.shop.organs.services.seating import empty_organ_seat, end_seat


@transaction.atomic
def person_left(*, partnership: Partnership, municipality: int, person: int, on: date) -> int:
    """Empty the places that somebody held for a municipality, unless another seat there is still theirs; says how many."""
    if _sits_there(partnership, municipality, person):
        return 0
    seats = _open_seats(partnership).filter(
        Q(municipality=municipality) | Q(municipality__merged_into=municipality), person=person
    )
    rows = list(seats)
    begun = dict(Occupancy.objects.filter(seat__in=rows, ends=None).values_list("seat", "starts"))
    for seat in rows:
        empty_organ_seat(seat=seat, on=max(on, begun.get(seat.pk, on)))
    return len(rows)


@transaction.atomic
def member_left(*, partnership: Partnership, municipality: int, on: date) -> int:
    """The places of a municipality that is no member any more end with its membership; says how many."""
    rows = list(_open_seats(partnership).filter(municipality=municipality))
    begun = dict(Occupancy.objects.filter(seat__in=rows, ends=None).values_list("seat", "starts"))
    for seat in rows:
        end_seat(seat=seat, on=max(on, begun.get(seat.pk, on)))
    return len(rows)


@transaction.atomic
def take_over(*, partnership: Partnership, into: int, parts: Sequence[int]) -> int:
    """After a merger: each place of the old municipalities goes on as one of the new, with its votes.

    The old place ends and keeps its history. Who sat there goes along, unless their own seat in the partnership ended
    with the merger. Nobody's vote is dropped: how many places there will be is for the partners, who are asked to look.
    """
    rows = list(_open_seats(partnership).filter(municipality__in=parts).order_by("pk"))
    if not rows:
        return 0
    on = _day_of_merger(partnership, parts)
    goes = {
        one.seat_id: one
        for one in Occupancy.objects.filter(seat__in=rows, ends=None).select_related("person")
    }
    had_seat = set(
        Tenure.objects.filter(
            seat__membership__partnership=partnership, seat__membership__municipality__in=parts
        ).values_list("person", flat=True)
    )
    place = Municipality.objects.get(pk=into)
    for seat in rows:
        _go_on(seat, place, goes.get(seat.pk), on, had_seat)
    organs = Organ.objects.filter(pk__in={one.organ_id for one in rows})
    organs.update(look_at_seats=True)
    record(
        "organs.seats_moved",
        partnership=partnership,
        municipality=place,
        data={"seats": len(rows), "into": into},
    )
    return len(rows)


def _go_on(
    seat: OrganSeat, place: Municipality, sitting: Occupancy | None, on: date, had_seat: set[int]
) -> None:
    partnership = seat.organ.partnership
    day = max(on, seat.starts or seat.organ.starts, sitting.starts if sitting else on)
    stays = sitting is not None and (
        sitting.person_id not in had_seat or _sits_there(partnership, place.pk, sitting.person_id)
    )
    fresh = OrganSeat.objects.create(
        organ=seat.organ,
        municipality=place,
        person=sitting.person if sitting and stays else None,
        substitute=seat.substitute,
        task=seat.task,
        votes=seat.votes,
        advisory=seat.advisory,
        opposition=seat.opposition,
        starts=day,
        replaces=seat,
    )
    if sitting is not None:
        if stays:
            Occupancy.objects.create(
                seat=fresh,
                person=sitting.person,
                capacity=sitting.capacity,
                incompatible=sitting.incompatible,
                starts=day,
            )
        sitting.ends = day
        sitting.save(update_fields=["ends"])
    seat.ends, seat.person = day, None
    seat.save(update_fields=["ends", "person"])


def _open_seats(partnership: Partnership) -> QuerySet[OrganSeat]:
    return OrganSeat.objects.filter(organ__partnership=partnership, ends=None).select_related(
        "organ__partnership", "municipality"
    )


def _sits_there(partnership: Partnership, municipality: int, person: int) -> bool:
    return Tenure.objects.filter(
        ends=None,
        person=person,
        seat__membership__partnership=partnership,
        seat__membership__municipality=municipality,
        seat__membership__ends=None,
    ).exists()


def _day_of_merger(partnership: Partnership, parts: Sequence[int]) -> date:
    """The parts left the partnership on the day that the new municipality came."""
    ended = Membership.objects.filter(
        partnership=partnership, municipality__in=parts, ends__isnull=False
    ).values_list("ends", flat=True)
    days: list[date] = [one for one in ended if one is not None]
    return max(days)
