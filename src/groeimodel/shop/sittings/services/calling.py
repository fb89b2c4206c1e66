"""Calling a sitting, moving it, calling it off, calling it again, and the invitation."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from groeimodel.foundation.people.models import Person
from groeimodel.foundation.rights import require
from groeimodel.shop.organs.models import Organ, OrganSeat
from groeimodel.shop.sittings import letters, seating
from groeimodel.shop.sittings.models import AgendaItem, Sitting
from groeimodel.shop.sittings.services.gate import RUN, _note, locked


@transaction.atomic
def call_sitting(
    *,
    organ: Organ,
    starts: datetime,
    place: str = "",
    chair: OrganSeat | None = None,
    secretary: OrganSeat | None = None,
    actor: Person | None = None,
    at: datetime | None = None,
) -> Sitting:
    """A sitting with an empty agenda; the invitation goes when somebody sends it.

    Without a chair or secretary, it is whoever has that task in the organ.
    """
    require(actor, RUN, organ.partnership)
    sitting = Sitting(
        partnership=organ.partnership,
        organ=organ,
        starts=starts,
        place=place.strip(),
        chair=chair or seating.seat_with_task(organ, "voorzitter"),
        secretary=secretary or seating.seat_with_task(organ, "secretaris"),
        called_by=actor,
        changed_at=at or timezone.now(),
    )
    _ask_own_seats(sitting)
    sitting.full_clean()
    sitting.save()
    _note("sittings.called", sitting, actor=actor, at=at)
    return sitting


@transaction.atomic
def change_sitting(
    *,
    sitting: Sitting,
    starts: datetime,
    place: str = "",
    chair: OrganSeat | None = None,
    secretary: OrganSeat | None = None,
    actor: Person | None = None,
) -> Sitting:
    """Another day, place, chair or secretary. Whoever was invited hears of another day or place.

    Raises:
        ValidationError: it is over, or the day or place changes while it is open.
    """
    require(actor, RUN, sitting)
    now = locked(sitting)
    moved = (now.starts, now.place) != (starts, place.strip())
    if not now.agenda_open or (moved and now.state != Sitting.State.PLANNED):
        raise ValidationError(_("Deze zitting is al bezig of voorbij."))
    now.starts, now.place, now.chair, now.secretary = starts, place.strip(), chair, secretary
    _ask_own_seats(now)
    if moved:
        now.sequence, now.changed_at = now.sequence + 1, timezone.now()
    now.full_clean()
    now.save()
    if moved and now.invited_at is not None:
        letters.tell_moved(now)
    _note("sittings.moved" if moved else "sittings.changed", now, actor=actor)
    return now


@transaction.atomic
def cancel_sitting(*, sitting: Sitting, why: str = "", actor: Person | None = None) -> Sitting:
    """Call it off; whoever was invited hears it."""
    require(actor, RUN, sitting)
    now = locked(sitting)
    if now.state != Sitting.State.PLANNED:
        raise ValidationError(_("Alleen een zitting die nog moet komen, kun je afzeggen."))
    now.state, now.cancel_reason = Sitting.State.CANCELLED, why.strip()
    now.sequence, now.changed_at = now.sequence + 1, timezone.now()
    now.full_clean()
    now.save()
    if now.invited_at is not None:
        letters.tell_cancelled(now)
    _note("sittings.cancelled", now, actor=actor)
    return now


@transaction.atomic
def call_again(
    *,
    sitting: Sitting,
    starts: datetime,
    place: str = "",
    actor: Person | None = None,
    at: datetime | None = None,
) -> Sitting:
    """The second call of a sitting that had too few members, with the same agenda. Its invitation still has to go.

    Raises:
        ValidationError: there were enough, or it was called again already.
    """
    require(actor, RUN, sitting)
    first = locked(sitting)
    if first.state != Sitting.State.TOO_FEW:
        raise ValidationError(_("Een tweede oproep volgt op een zitting die niet in aantal was."))
    if Sitting.objects.filter(second_of=first).exclude(state=Sitting.State.CANCELLED).exists():
        raise ValidationError(_("De tweede oproep is er al."))
    Sitting.objects.filter(second_of=first).update(second_of=None)
    again = Sitting(
        partnership=first.partnership,
        organ=first.organ,
        starts=starts,
        place=(place or first.place).strip(),
        chair=first.chair,
        secretary=first.secretary,
        second_of=first,
        called_by=actor,
        changed_at=at or timezone.now(),
    )
    again.full_clean()
    again.save()
    carry_over(first.items.all(), again)
    _note("sittings.called_again", again, actor=actor, at=at)
    return again


def carry_over(items: Any, into: Sitting) -> None:
    """The same points on another sitting; what lies beside them is found through the first."""
    last = into.items.count()
    for place, one in enumerate(items, start=last + 1):
        AgendaItem.objects.create(
            sitting=into,
            order=place,
            title=one.title,
            text=one.text,
            kind=one.kind,
            subject=one.subject,
            replaces=one.replaces,
            carried_from=one,
        )


@transaction.atomic
def send_invitation(*, sitting: Sitting, actor: Person | None = None, at: datetime | None = None) -> int:
    """The invitation, with the agenda, to everybody who has a seat; how many mails went.

    It can go again, when the agenda grew. Whether it is in time is for the page to warn of: an urgent sitting may be late.

    Raises:
        ValidationError: the sitting is not to come, or its agenda is empty.
    """
    require(actor, RUN, sitting)
    now = locked(sitting)
    if now.state != Sitting.State.PLANNED:
        raise ValidationError(_("Deze zitting is al bezig of voorbij."))
    if not now.items.exists():
        raise ValidationError(_("De agenda is nog leeg. Zet er eerst een punt op."))
    if now.invited_at is None:
        now.invited_at = at or timezone.now()
        now.save(update_fields=["invited_at"])
    sent = letters.invite(now, seating.filled_seats(now.organ, now.day))
    _note("sittings.invited", now, actor=actor, at=at)
    return sent


def _ask_own_seats(sitting: Sitting) -> None:
    for seat in (sitting.chair, sitting.secretary):
        if seat is not None and seat.organ_id != sitting.organ_id:
            raise ValidationError(_("Deze zetel hoort niet bij het orgaan."))
