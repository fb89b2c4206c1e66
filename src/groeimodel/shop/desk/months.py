"""A month of bookings, as a calendar shows it."""

from __future__ import annotations

import calendar
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from groeimodel.shop.desk.models import Bookable, Booking, Slot


@dataclass(frozen=True, slots=True)
class Day:
    on: date
    here: bool
    """In the month itself, and not of the week before or after it."""
    today: bool
    bookings: tuple[Booking, ...]
    free: int
    """The least pieces that are free in any part of the day."""
    open: bool
    """Something is free in some part of the day."""
    kept: bool
    """Something is kept free after a booking."""


@dataclass(frozen=True, slots=True)
class Month:
    first: date
    weeks: tuple[tuple[Day, ...], ...]

    @property
    def before(self) -> date:
        """A day of the month before."""
        return self.first - timedelta(days=1)

    @property
    def after(self) -> date:
        return self.first + timedelta(days=31)

    @property
    def busy(self) -> list[Day]:
        """Days of the month itself with a booking, for the list on a phone."""
        return [day for week in self.weeks for day in week if day.here and (day.bookings or day.kept)]


def month_from(text: str, today: date) -> date:
    """The first day of the month that an address names; of today's where it names none."""
    try:
        found = date.fromisoformat(f"{text}-01")
    except ValueError:
        return today.replace(day=1)
    return found if 2000 <= found.year <= 2200 else today.replace(day=1)


def month_of(bookable: Bookable, first: date, today: date) -> Month:
    """Two queries: the bookings and the slots of the weeks of a month."""
    weeks = calendar.Calendar().monthdatescalendar(first.year, first.month)
    since, until = weeks[0][0], weeks[-1][-1]
    bookings = Booking.objects.filter(
        bookable=bookable, cancelled_at=None, first_day__lte=until, last_day__gte=since
    ).select_related("bookable", "request")
    on_day: dict[date, list[Booking]] = defaultdict(list)
    for one in bookings:
        for day in _days(max(one.first_day, since), min(one.last_day, until)):
            on_day[day].append(one)
    taken: dict[date, dict[int, int]] = defaultdict(lambda: defaultdict(int))
    kept = set()
    slots = Slot.objects.filter(bookable=bookable, day__gte=since, day__lte=until)
    for day, part, buffer in slots.values_list("day", "part", "buffer"):
        taken[day][part] += 1
        if buffer:
            kept.add(day)
    return Month(
        first,
        tuple(
            tuple(
                Day(
                    day,
                    day.month == first.month,
                    day == today,
                    tuple(on_day[day]),
                    bookable.capacity - max(taken[day].values(), default=0),
                    any(taken[day][part] < bookable.capacity for part in bookable.day_parts()),
                    day in kept,
                )
                for day in week
            )
            for week in weeks
        ),
    )


def _days(first: date, last: date) -> Iterator[date]:
    while first <= last:
        yield first
        first += timedelta(days=1)
