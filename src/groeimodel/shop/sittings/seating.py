"""The seats of an organ as the rules of votes know them, and the statute that a sitting goes by."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from groeimodel.rules.votes import Attendance, Enough, Proxy, Seat, Statute, quorum, statute_of
from groeimodel.shop.organs.models import Organ, OrganSeat
from groeimodel.shop.organs.selectors import seats_on
from groeimodel.shop.organs.statutes import statute_for as of_organ
from groeimodel.shop.sittings.models import AgendaItem, Presence, Sitting


def filled_seats(organ: Organ, day: date) -> list[OrganSeat]:
    """Seats with somebody on them that day, those with a vote first; `person` is who sits there then: two queries."""
    found = []
    for one in seats_on(organ, day):
        if one.person is not None:
            one.seat.person = one.person
            found.append(one.seat)
    return found


def seat_with_task(organ: Organ, task: str) -> OrganSeat | None:
    """The first seat with this task ('voorzitter'); 'ondervoorzitter' is another one. One query."""
    seats = OrganSeat.objects.filter(organ=organ, person__isnull=False, task__istartswith=task)
    return seats.order_by("pk").first()


def statute_now(organ: Organ) -> Statute:
    """What the statutes of the organ ask today; no query where its partnership was fetched along."""
    return of_organ(organ)


def statute_for(sitting: Sitting) -> Statute:
    """Of an opened sitting, as it was then; of one that is still to come, as it is today."""
    return statute_of(sitting.statute) if sitting.statute else statute_now(sitting.organ)


def as_seat(presence: Presence) -> Seat:
    return Seat(presence.seat_id, presence.municipality_id, presence.votes, presence.advisory)


def as_attendance(presences: Sequence[Presence]) -> Attendance:
    return Attendance(
        frozenset(one.seat_id for one in presences if one.how == Presence.How.PRESENT),
        tuple(Proxy(one.seat_id, one.holder_id) for one in presences if one.holder_id is not None),
    )


def enough_for(sitting: Sitting, presences: Sequence[Presence], item: AgendaItem | None = None) -> Enough:
    """Whether there are enough to decide on a point; on a second call that holds for what stood on the first."""
    second = sitting.is_second and (item is None or on_first_call(sitting, item))
    seats = [as_seat(one) for one in presences]
    return quorum(statute_for(sitting), seats, as_attendance(presences), second=second)


def on_first_call(sitting: Sitting, item: AgendaItem) -> bool:
    """Whether a point of a second call stood on the first: one that comes from elsewhere did not. Select `carried_from`."""
    return item.carried_from is not None and item.carried_from.sitting_id == sitting.second_of_id


def enough_data(found: Enough) -> dict[str, Any]:
    return {
        "of": found.of,
        "here": found.here,
        "total": found.total,
        "needed": found.needed,
        "waived": found.waived,
        "met": found.met,
    }
