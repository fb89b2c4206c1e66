"""What happens to sittings when seats of an organ go on as others, after a merger of municipalities."""

from __future__ import annotations

from django.db import transaction

from groeimodel.foundation.partners.models import Partnership
from groeimodel.shop.organs.models import OrganSeat
from groeimodel.shop.sittings.models import Presence, Sitting


@transaction.atomic
def take_over(*, partnership: Partnership) -> None:
    """Sittings to come know the new seats, with what was said for the old ones. An open sitting keeps the seats that it
    opened with, for the new municipality; what was counted stays as it was that day."""
    seats = OrganSeat.objects.filter(organ__partnership=partnership, replaces__isnull=False)
    moved = {one.replaces_id: one for one in seats.select_related("person", "municipality")}
    rows = Presence.objects.filter(sitting__partnership=partnership, seat__in=list(moved))
    for one in rows.filter(sitting__state=Sitting.State.OPEN):
        one.municipality = moved[one.seat_id].municipality
        one.save(update_fields=["municipality"])
    planned = Sitting.objects.filter(partnership=partnership, state=Sitting.State.PLANNED)
    for one in Presence.objects.filter(sitting__in=planned):
        _go_on(one, moved)
    for sitting in planned:
        sitting.chair = moved.get(sitting.chair_id, sitting.chair)
        sitting.secretary = moved.get(sitting.secretary_id, sitting.secretary)
        sitting.save(update_fields=["chair", "secretary"])


def _go_on(one: Presence, moved: dict[int | None, OrganSeat]) -> None:
    if (holder := moved.get(one.said_holder_id)) is not None:
        one.said_holder = holder
        if holder.person_id is None:  # nobody votes for it any more, so the seat is asked again
            one.said, one.said_holder = "", None
    if (seat := moved.get(one.seat_id)) is not None:
        if seat.person_id is None:
            one.delete()
            return
        one.seat, one.person, one.municipality = seat, seat.person, seat.municipality
    one.save()
