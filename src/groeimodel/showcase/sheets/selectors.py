"""What stands on a harvest sheet, read inside the scope of a partnership (claims P13, G7)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Literal

from django.db.models import Q, Sum
from django.utils import timezone

from groeimodel.foundation.files.models import Document
from groeimodel.foundation.files.selectors import documents_by
from groeimodel.foundation.mandates.models import Mandate, Use
from groeimodel.foundation.partners.models import Municipality, Partnership
from groeimodel.foundation.partners.selectors import MemberSeats, seats_of
from groeimodel.rules import sheet as rules
from groeimodel.soil.harvest.models import Harvest
from groeimodel.soil.harvest.selectors import harvest_of
from groeimodel.soil.meetings.models import Attendance, Meeting

Audience = Literal["college", "collegas", "inwoners"]
AUDIENCES: tuple[Audience, ...] = ("college", "collegas", "inwoners")
YEAR = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Period:
    """From and to which day; both count. `key` stands in the address."""

    key: str
    starts: date | None
    ends: date

    def holds(self, day: date) -> bool:
        return (self.starts is None or day >= self.starts) and day <= self.ends


def period_of(key: str, today: date) -> Period:
    """'' is the last twelve months, 'alles' everything, '2026' that year; what it does not know is the last twelve months."""
    if key == "alles":
        return Period(key, None, today)
    if key.isdecimal() and len(key) == 4 and 2000 <= int(key) <= today.year:
        return Period(key, date(int(key), 1, 1), min(date(int(key), 12, 31), today))
    return Period("", today - YEAR, today)


@dataclass(frozen=True, slots=True)
class Row:
    """One harvest on the sheet, with its picture when it has one."""

    harvest: Harvest
    picture: Document | None
    officer: str
    """Who sits as officer for the municipality that it came from; empty when nobody does."""


@dataclass(frozen=True, slots=True)
class Shown:
    """Everything of one sheet."""

    partnership: Partnership
    municipality: Municipality
    audience: Audience
    period: Period
    rows: tuple[Row, ...]
    total: int
    """Harvests in the period, shown or not."""
    given: int
    """What others took from this municipality in the period."""
    held: int
    """Meetings in the period at which officers or aldermen of the members were expected."""
    attended: int
    granted: Decimal
    """Hours a month that are granted now."""
    worked: Decimal
    """Hours noted in the period."""
    partners: tuple[str, ...]
    """The other members, by name."""


def shown(partnership: Partnership, where: Municipality, audience: Audience, period: Period) -> Shown:
    """Eight queries, however much was harvested."""
    crops = [one for one in harvest_of(partnership) if period.holds(one.gained_on)]
    own = [one for one in crops if one.municipality.today == where.pk]
    given = sum(1 for one in crops if one.from_municipality and one.from_municipality.today == where.pk)
    seats = seats_of(partnership)
    held, attended = meetings_in(partnership, where, period)
    granted, worked = hours_in(partnership, where, period)
    return Shown(
        partnership=partnership,
        municipality=where,
        audience=audience,
        period=period,
        rows=_rows(own, seats, for_all=audience == "inwoners"),
        total=len(own),
        given=given,
        held=held,
        attended=attended,
        granted=granted,
        worked=worked,
        partners=tuple(one.municipality.name for one in seats if one.municipality.pk != where.pk),
    )


def _rows(crops: Sequence[Harvest], seats: Sequence[MemberSeats], *, for_all: bool) -> tuple[Row, ...]:
    """`for_all`: only with pictures that may be shown to everybody."""
    documents = documents_by([one for one in crops if one.picture_for_all or not for_all])
    pictures = {key: next((one for one in found if one.is_picture), None) for key, found in documents.items()}
    officers = {one.municipality.pk: one.officer.name for one in seats if one.officer}
    by_key = {one.pk: one for one in crops}
    chosen = rules.choose(
        [
            rules.Crop(
                one.pk, one.gained_on.toordinal(), pictures.get(one.pk) is not None, one.figure is not None
            )
            for one in crops
        ]
    )
    return tuple(
        Row(
            by_key[key],
            pictures.get(key),
            officers.get(by_key[key].from_municipality.today, "") if by_key[key].from_municipality else "",  # type: ignore[union-attr]
        )
        for key in chosen
    )


def meetings_in(partnership: Partnership, where: Municipality, period: Period) -> tuple[int, int]:
    """How many meetings there were, and at how many somebody of the municipality was."""
    meetings = Meeting.objects.filter(
        partnership=partnership, cancelled_at=None, starts__lte=timezone.now(), starts__date__lte=period.ends
    )
    if period.starts:
        meetings = meetings.filter(starts__date__gte=period.starts)
    there = Attendance.objects.filter(
        Q(municipality=where) | Q(municipality__merged_into=where),
        came=True,
        partnership=partnership,
        meeting__in=meetings,
    )
    return meetings.count(), there.values("meeting").distinct().count()


def hours_in(partnership: Partnership, where: Municipality, period: Period) -> tuple[Decimal, Decimal]:
    """Hours a month that are granted today, and hours that were noted in the period."""
    today = timezone.localdate()
    mandates = Mandate.objects.filter(partnership=partnership, municipality=where, kind=Mandate.Kind.TIME)
    in_force = mandates.filter(
        given_at__isnull=False, refused_at=None, closed_on=None, starts__lte=today, ends__gte=today
    )
    uses = Use.objects.filter(mandate__in=mandates, on__lte=period.ends)
    if period.starts:
        uses = uses.filter(on__gte=period.starts)
    granted = in_force.aggregate(hours=Sum("hours"))["hours"]
    worked = uses.aggregate(hours=Sum("hours"))["hours"]
    return Decimal(granted or 0), Decimal(worked or 0)
