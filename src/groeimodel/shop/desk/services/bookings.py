"""Bookings. Two at the same moment never get the same piece: the row of the thing is held, and each slot is unique."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from datetime import date, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from groeimodel.foundation.journal.services import record
from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.rights import require
from groeimodel.shop.counter.models import Offer
from groeimodel.shop.desk.models import Bookable, Booking, Request, Slot
from groeimodel.shop.desk.models.requests import new_token

BOOK, SET_UP = "desk.handle", "desk.set_up"
EARLIEST, FURTHEST = date(2000, 1, 1), 5 * 366
"""The first day that can be booked, to write down what was; and how many days ahead the last one is."""
MOST_SLOTS = 5_000
"""Of one booking: longer or more goes in two."""


@dataclass(frozen=True, slots=True)
class Thing:
    """What can be booked."""

    title: str
    parts: str = Bookable.Parts.DAY
    capacity: int = 1
    buffer: int = 0
    """Days that stay free after each booking."""
    place: str = ""
    offer: Offer | None = None


@dataclass(frozen=True, slots=True)
class Span:
    """From a part of a day up to and with another."""

    first_day: date
    last_day: date
    first_part: int = 0
    last_part: int = 0


@transaction.atomic
def add_bookable(*, partnership: Partnership, thing: Thing, actor: Person | None = None) -> Bookable:
    require(actor, SET_UP, partnership)
    bookable = Bookable(partnership=partnership, **_fields(thing))
    bookable.full_clean()
    bookable.save()
    record("desk.bookable_added", partnership=partnership, actor=actor, data={"bookable": bookable.pk})
    return bookable


@transaction.atomic
def change_bookable(
    *, bookable: Bookable, thing: Thing, retired: bool = False, actor: Person | None = None
) -> Bookable:
    """Change it. Once it was booked its parts of the day stay, and there are never fewer pieces than are promised.

    Raises:
        ValidationError: bookings to come stand in the way.
    """
    require(actor, SET_UP, bookable)
    bookable = _held(bookable)
    wrong: dict[str, str] = {}
    if thing.parts != bookable.parts and bookable.bookings.exists():
        wrong["parts"] = _("Er zijn al boekingen. Maak er iets nieuws van als je het anders wilt boeken.")
    coming = Slot.objects.filter(bookable=bookable, day__gte=timezone.localdate())
    if coming.filter(number__gt=thing.capacity).exists():
        wrong["capacity"] = _("Er zijn er al meer geboekt. Annuleer eerst boekingen.")
    if wrong:
        raise ValidationError(wrong)
    for name, value in _fields(thing).items():
        setattr(bookable, name, value)
    bookable.retired_on = (bookable.retired_on or timezone.localdate()) if retired else None
    bookable.full_clean()
    bookable.save()
    record(
        "desk.bookable_changed", partnership=bookable.partnership, actor=actor, data={"bookable": bookable.pk}
    )
    return bookable


@transaction.atomic
def renew_feed(*, bookable: Bookable, actor: Person | None = None) -> Bookable:
    """A new address for its calendar; the old one shows nothing any more."""
    require(actor, SET_UP, bookable)
    bookable.feed_key = new_token()
    bookable.save(update_fields=["feed_key"])
    record(
        "desk.bookable_changed", partnership=bookable.partnership, actor=actor, data={"bookable": bookable.pk}
    )
    return bookable


@transaction.atomic
def book(
    *,
    bookable: Bookable,
    span: Span,
    title: str = "",
    amount: int = 1,
    request: Request | None = None,
    actor: Person | None = None,
) -> Booking:
    """Book pieces from a part of a day up to and with another.

    Raises:
        PermissionDenied: the actor may not.
        ValidationError: it is not free, or the days cannot be.
    """
    require(actor, BOOK, bookable)
    if request is not None and request.partnership_id != bookable.partnership_id:
        raise ValidationError(_("Die aanvraag is van een andere samenwerking."))
    booking = Booking(bookable=_held(bookable), request=request, title=title.strip(), made_by=actor)
    return _put(booking, span, amount, actor)


@transaction.atomic
def block(*, bookable: Bookable, span: Span, title: str = "", actor: Person | None = None) -> Booking:
    """Nobody can have any of it: maintenance, holidays. Refused where something was booked."""
    require(actor, BOOK, bookable)
    held = _held(bookable)
    booking = Booking(bookable=held, kind=Booking.Kind.BLOCKED, title=title.strip(), made_by=actor)
    return _put(booking, span, held.capacity, actor)


@transaction.atomic
def cancel(*, booking: Booking, why: str, actor: Person | None = None) -> Booking:
    """Free what was booked; the booking stays, with the reason.

    Raises:
        ValidationError: no reason, or it was cancelled already.
    """
    require(actor, BOOK, booking)
    _held(booking.bookable)
    booking = _again(booking)
    if booking.cancelled_at is not None:
        raise ValidationError(_("Deze boeking was al geannuleerd."))
    if not why.strip():
        raise ValidationError({"why": _("Zeg in enkele woorden waarom.")})
    now = timezone.now()
    booking.slots.all().delete()
    booking.cancelled_at = booking.changed_at = now
    booking.cancelled_why, booking.changes = why.strip(), booking.changes + 1
    booking.full_clean()
    booking.save()
    _note("desk.booking_cancelled", booking, actor=actor)
    return booking


@transaction.atomic
def restore(*, booking: Booking, actor: Person | None = None) -> Booking:
    """Take a cancelling back, where it is still free.

    Raises:
        ValidationError: somebody else has it now, or it was not cancelled.
    """
    require(actor, BOOK, booking)
    held, booking = _held(booking.bookable), _again(booking)
    if booking.cancelled_at is None:
        raise ValidationError(_("Deze boeking staat er nog."))
    booking.bookable, booking.cancelled_at, booking.cancelled_why = held, None, ""
    booking.changed_at, booking.changes = timezone.now(), booking.changes + 1
    _take(booking, booking.amount)
    booking.save()
    _note("desk.booking_restored", booking, actor=actor)
    return booking


def _put(booking: Booking, span: Span, amount: int, actor: Person | None) -> Booking:
    """Check, write and take the slots of a new booking."""
    parts = booking.bookable.day_parts()
    booking.first_day, booking.last_day, booking.amount = span.first_day, span.last_day, amount
    booking.first_part, booking.last_part = span.first_part, span.last_part
    if booking.bookable.parts == Bookable.Parts.DAY:
        booking.first_part = booking.last_part = 0
    if booking.bookable.retired_on is not None:
        raise ValidationError(_("Dit kun je niet meer boeken."))
    latest = timezone.localdate() + timedelta(days=FURTHEST)
    if not EARLIEST <= booking.first_day <= latest or booking.last_day > latest:
        raise ValidationError({"first_day": _("Kies een dag in de komende vijf jaar.")})
    if not {booking.first_part, booking.last_part} <= set(parts):
        raise ValidationError({"first_part": _("Kies een deel van de dag uit de lijst.")})
    if (booking.last_day, booking.last_part) < (booking.first_day, booking.first_part):
        raise ValidationError({"last_day": _("Het einde ligt voor het begin.")})
    if not 1 <= amount <= booking.bookable.capacity:
        raise ValidationError(
            {"amount": _("Kies een aantal van 1 tot %(most)s.") % {"most": booking.bookable.capacity}}
        )
    booking.full_clean()
    with transaction.atomic():
        booking.save()
        _take(booking, amount)
    _note("desk.booked", booking, actor=actor)
    return booking


def _take(booking: Booking, amount: int) -> None:
    """Write the slots: for each part of each day the lowest numbers that are free."""
    wanted = list(_parts_of(booking))
    if len(wanted) * amount > MOST_SLOTS:
        raise ValidationError({"last_day": _("Dat is te lang in één keer. Maak er twee boekingen van.")})
    taken: dict[tuple[date, int], set[int]] = defaultdict(set)
    rows = Slot.objects.filter(bookable=booking.bookable, day__gte=wanted[0][0], day__lte=wanted[-1][0])
    for day, part, number in rows.values_list("day", "part", "number"):
        taken[day, part].add(number)
    slots, full = [], []
    for day, part, buffer in wanted:
        free = [
            number for number in range(1, booking.bookable.capacity + 1) if number not in taken[day, part]
        ]
        if len(free) < amount:
            full.append(day)
        slots += [
            Slot(bookable=booking.bookable, booking=booking, number=number, day=day, part=part, buffer=buffer)
            for number in free[:amount]
        ]
    if full:
        raise ValidationError(_not_free(full))
    try:
        with transaction.atomic():
            Slot.objects.bulk_create(slots)
    except IntegrityError as error:  # held by the database, whatever wrote it
        raise ValidationError(_("Iemand anders boekte dit net. Kijk opnieuw in de kalender.")) from error


def _parts_of(booking: Booking) -> Iterator[tuple[date, int, bool]]:
    """Every part of a day that a booking takes, in order, with the days that stay free after it."""
    day, parts = booking.first_day, booking.bookable.day_parts()
    first, last = (day, booking.first_part), (booking.last_day, booking.last_part)
    free_days = booking.bookable.buffer if booking.kind == Booking.Kind.BOOKED else 0
    while day <= booking.last_day + timedelta(days=free_days):
        for part in parts:
            after = (day, part) > last
            if (day, part) >= first and (not after or free_days):
                yield day, part, after
        day += timedelta(days=1)


def _not_free(full: Sequence[date]) -> str:
    days = sorted(set(full))
    more = len(days) - 3
    words = {"days": ", ".join(date_format(day, "j F") for day in days[:3]), "more": more}
    if more > 0:
        return (
            ngettext(
                "Niet (genoeg) vrij op %(days)s en nog %(more)s dag.",
                "Niet (genoeg) vrij op %(days)s en nog %(more)s dagen.",
                more,
            )
            % words
        )
    return _("Niet (genoeg) vrij op %(days)s. Kijk in de kalender, of neem er minder.") % words


def _fields(thing: Thing) -> dict[str, Any]:
    return {one.name: getattr(thing, one.name) for one in fields(thing)}


def _held(bookable: Bookable) -> Bookable:
    """Held until the end of the transaction: bookings of one thing go one after the other."""
    rows = Bookable.objects.select_related("partnership").select_for_update(of=("self",))
    found: Bookable = rows.get(pk=bookable.pk)
    return found


def _again(booking: Booking) -> Booking:
    found: Booking = Booking.objects.select_related("bookable__partnership").get(pk=booking.pk)
    return found


def _note(verb: str, booking: Booking, *, actor: Person | None) -> None:
    data: dict[str, str | int] = {"booking": booking.pk, "bookable": booking.bookable_id}
    record(
        verb,
        partnership=booking.bookable.partnership,
        actor=actor,
        subject=booking,
        data=data | {"on": booking.first_day.isoformat()},
    )
