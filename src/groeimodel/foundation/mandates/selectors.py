"""Reads of mandates; the scope of the partnership must be open."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.db.models import Case, F, Q, QuerySet, Sum, When

from groeimodel.foundation.mandates.models import Mandate, Use
from groeimodel.foundation.mandates.subjects import titles_of
from groeimodel.foundation.partners.models import (
    Appointment,
    Municipality,
    Partnership,
    Seat,
    Tenure,
)
from groeimodel.foundation.partners.selectors import MemberSeats, seats_of
from groeimodel.foundation.people.models import Person

LIVE = {"asked", "coming", "in_force", "ends_soon"}
MONTH = Decimal("30.4375")
"""Days in a month, on average."""


@dataclass(frozen=True, slots=True)
class Row:
    """A mandate with what was done on it."""

    mandate: Mandate
    state: str
    hours_used: Decimal
    decisions: int
    subject: str
    """The title of what it is limited to; empty for the whole partnership."""
    average: Decimal | None
    """Hours a month, over the time that it has held; None in its first month."""


@dataclass(slots=True)
class OfMember:
    """The mandates of one member: those that count today, and those of before."""

    seats: MemberSeats
    live: list[Row] = field(default_factory=list)
    past: list[Row] = field(default_factory=list)

    @property
    def municipality(self) -> Municipality:
        return self.seats.municipality

    @property
    def time(self) -> Row | None:
        return next((row for row in self.live if row.mandate.kind == "time"), None)

    @property
    def lacks_time(self) -> bool:
        """An officer sits there without any time granted."""
        return self.seats.officer is not None and self.time is None


def with_people(partnership: Partnership) -> QuerySet[Mandate]:
    return Mandate.objects.filter(partnership=partnership).select_related(
        "partnership", "municipality", "holder", "given_by", "asked_by"
    )


def rows_of(mandates: Sequence[Mandate], today: date) -> list[Row]:
    """Mandates of one partnership with the sum of what was done on them: one query, two when any is limited to an action."""
    titles = titles_of(mandates[0].partnership) if any(one.subject for one in mandates) else {}
    sums = {
        one["mandate"]: one
        for one in Use.objects.filter(mandate__in=[one.pk for one in mandates])
        .values("mandate")
        .annotate(hours=Sum("hours"), decisions=Sum(1, filter=Q(amount__isnull=False)))
        .order_by()
    }
    return [_row(one, sums.get(one.pk, {}), titles.get(one.subject, ""), today) for one in mandates]


def _row(mandate: Mandate, sums: Mapping[str, Any], subject: str, today: date) -> Row:
    hours = Decimal(sums.get("hours") or 0)
    until = min(today, mandate.closed_on or mandate.ends, mandate.ends)
    days = (until - mandate.starts).days + 1
    average = (hours / days * MONTH).quantize(Decimal("0.1")) if days > MONTH else None
    return Row(mandate, mandate.state_on(today), hours, int(sums.get("decisions") or 0), subject, average)


def by_member(partnership: Partnership, today: date) -> list[OfMember]:
    """Every member of today with its mandates, those of former members left out: three queries."""
    members = {one.municipality.pk: OfMember(one) for one in seats_of(partnership)}
    for row in rows_of(list(with_people(partnership)), today):
        member = members.get(row.mandate.municipality_id)
        if member is not None:
            (member.live if row.state in LIVE else member.past).append(row)
    return list(members.values())


def uses_of(mandate: Mandate) -> QuerySet[Use]:
    return Use.objects.filter(mandate=mandate).select_related("recorded_by")


def holders_of(partnership: Partnership, municipality: Municipality) -> list[Person]:
    """Who can hold a mandate of a municipality: its officer first, its alderman, and who coordinates the partnership."""
    sits = Tenure.objects.filter(
        ends=None,
        seat__membership__ends=None,
        seat__membership__partnership=partnership,
        seat__membership__municipality=municipality,
    )
    coordinates = Appointment.objects.filter(ends=None, partnership=partnership, kind="coordinator")
    either = Q(pk__in=sits.values("person")) | Q(pk__in=coordinates.values("person"))
    officer = sits.filter(seat__role=Seat.Role.OFFICER).values("person")
    first = Case(When(pk__in=officer, then=0), When(pk__in=sits.values("person"), then=1), default=2)
    return list(Person.objects.filter(either).order_by(first, "name"))


def alderman_of(partnership: Partnership, municipality: Municipality) -> Person | None:
    """Who gives the mandates of a municipality today."""
    tenure = (
        Tenure.objects.filter(
            ends=None,
            seat__role=Seat.Role.ALDERMAN,
            seat__membership__ends=None,
            seat__membership__partnership=partnership,
            seat__membership__municipality=municipality,
        )
        .select_related("person")
        .first()
    )
    return tenure.person if tenure else None


def in_force_of(person: Person, partnership: Partnership, on: date) -> list[Mandate]:
    """What somebody holds on a day, the widest first: what a ballot or a decision may rest on (claim W22)."""
    rows = with_people(partnership).filter(
        Q(closed_on=None) | Q(closed_on__gt=on),
        holder=person,
        given_at__isnull=False,
        refused_at=None,
        starts__lte=on,
        ends__gte=on,
    )
    return list(rows.order_by(F("amount").desc(nulls_first=True), "pk"))


def ending_soon(today: date, days: int) -> QuerySet[Mandate]:
    """Given mandates of all partnerships that end within so many days and of which nobody was warned yet."""
    return Mandate.objects.filter(
        given_at__isnull=False,
        closed_on=None,
        warned_at=None,
        starts__lte=today,
        ends__gte=today,
        ends__lt=today + timedelta(days=days),
    ).select_related("partnership", "municipality", "holder")
