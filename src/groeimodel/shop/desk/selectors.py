"""Reads of the desk, inside the scope of a partnership."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Avg, Count, F, Prefetch, Q, QuerySet

from groeimodel.foundation.partners.models import Appointment, Municipality, Partnership, Seat, Tenure
from groeimodel.foundation.people.models import Person
from groeimodel.shop.counter.models import Offer
from groeimodel.shop.counter.selectors import in_window
from groeimodel.shop.desk.models import Bookable, Booking, Desk, Line, Rating, Request
from groeimodel.shop.desk.promising import AnswerTimes, times_of

FEW = 5
"""Below so many nothing is shown of what customers said."""
PAGE = 20
SHOWN = ("open", "nieuw", "telaat", "mijn", "klaar")
"""What the list can show, as its address says it."""


def desk_of(partnership: Partnership) -> Desk:
    """How it takes requests; one that takes none where nothing was set: one query."""
    return Desk.objects.filter(partnership=partnership).first() or Desk(partnership=partnership)


def members_of(partnership: Partnership) -> list[Municipality]:
    """Members of today, by name: one query."""
    rows = Municipality.objects.filter(memberships__partnership=partnership, memberships__ends=None)
    return list(rows.order_by("name"))


def offers_to_ask(partnership: Partnership, today: date) -> QuerySet[Offer]:
    """What lies in the window today and can be asked for, by title."""
    rows = Offer.objects.filter(partnership=partnership, asks_open=True)
    return in_window(rows, today).order_by("title")


def coordinators_of(partnership: Partnership) -> list[Person]:
    """One query."""
    rows = Person.objects.filter(
        appointments__partnership=partnership,
        appointments__kind=Appointment.Kind.COORDINATOR,
        appointments__ends=None,
        is_active=True,
    )
    return list(rows.distinct().order_by("name"))


def handlers_of(partnership: Partnership) -> list[Person]:
    """Who can follow up requests: officers and who coordinates, by name. One query."""
    coordinate = Appointment.objects.filter(
        partnership=partnership, kind=Appointment.Kind.COORDINATOR, ends=None
    )
    sit = Tenure.objects.filter(
        partnership=partnership, seat__membership__ends=None, seat__role=Seat.Role.OFFICER, ends=None
    )
    either = Q(pk__in=coordinate.values("person")) | Q(pk__in=sit.values("person"))
    return list(Person.objects.filter(either, is_active=True).order_by("name"))


def received(partnership: Partnership) -> QuerySet[Request]:
    """Every request that was confirmed, with what a row shows."""
    rows: QuerySet[Request] = Request.objects.filter(partnership=partnership, received_on__isnull=False)
    return rows.select_related("partnership", "offer", "municipality", "handler")


def shown(partnership: Partnership, what: str, *, person: Person, today: date) -> QuerySet[Request]:
    """The requests of one tab; what needs an answer first stands first."""
    rows = received(partnership)
    found = {
        "nieuw": rows.filter(state=Request.State.NEW),
        "telaat": rows.filter(answer_by__lt=today),
        "mijn": rows.filter(handler=person, state__in=Request.OPEN),
        "klaar": rows.filter(state__in=Request.CLOSED).order_by("-closed_on", "-pk"),
    }.get(what, rows.filter(state__in=Request.OPEN))
    return (
        found if what == "klaar" else found.order_by(F("answer_by").asc(nulls_last=True), "received_on", "pk")
    )


def counts(partnership: Partnership, *, person: Person, today: date) -> dict[str, int]:
    """How many stand in each tab: one query."""
    is_open = Q(state__in=Request.OPEN)
    found: dict[str, int] = Request.objects.filter(
        partnership=partnership, received_on__isnull=False
    ).aggregate(
        open=Count("pk", filter=is_open),
        nieuw=Count("pk", filter=Q(state=Request.State.NEW)),
        telaat=Count("pk", filter=Q(answer_by__lt=today)),
        mijn=Count("pk", filter=is_open & Q(handler=person)),
        klaar=Count("pk", filter=Q(state__in=Request.CLOSED)),
    )
    return found


def answer_times(partnership: Partnership, year: int, today: date | None = None) -> AnswerTimes:
    """How fast requests received in a year got their first answer: one query. `today` says what is over time by now."""
    rows = Request.objects.filter(partnership=partnership, received_on__year=year)
    told = rows.values_list("promised_on", "answered_on", "answer_days", "state")
    asked = [(until, answered, days, state in Request.OPEN) for until, answered, days, state in told if until]
    return times_of(asked, today)


@dataclass(frozen=True, slots=True)
class Said:
    """What customers said of the shop; nothing of fewer than five."""

    count: int
    average: float | None = None
    texts: tuple[str, ...] = ()


def satisfaction(partnership: Partnership, year: int) -> Said:
    """Two queries. The words stand by alphabet, so that their order tells nothing."""
    rows = Rating.objects.filter(partnership=partnership, year=year)
    found = rows.aggregate(count=Count("pk"), average=Avg("score"))
    if found["count"] < FEW:
        return Said(found["count"])
    texts = rows.exclude(text="").order_by("text").values_list("text", flat=True)
    return Said(found["count"], round(float(found["average"]), 1), tuple(texts))


def with_history(partnership: Partnership) -> QuerySet[Request]:
    """A request with its lines, its bookings and whom it reached: four queries for one."""
    lines = Line.objects.select_related("by")
    bookings = Booking.objects.select_related("bookable")
    return received(partnership).prefetch_related(
        Prefetch("lines", lines), Prefetch("bookings", bookings), "served__municipality"
    )


def bookables_of(partnership: Partnership) -> list[Bookable]:
    """What can be booked now, by name: one query."""
    rows = Bookable.objects.filter(partnership=partnership, retired_on=None)
    return list(rows.select_related("offer"))


def proposal_of(lines: Sequence[Line]) -> Line | None:
    """The last proposal among the lines of a request."""
    return next((one for one in reversed(lines) if one.kind == Line.Kind.PROPOSAL), None)
