"""Reads of meetings, inside the scope of a partnership."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Count, Exists, F, OuterRef, Prefetch, Q, QuerySet, Subquery
from django.utils import timezone

from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.partners.selectors import partnerships_of
from groeimodel.foundation.people.models import Person
from groeimodel.rules import rhythm
from groeimodel.soil.meetings.models import (
    Attendance,
    DateAnswer,
    DateOption,
    Item,
    Meeting,
    Steer,
)

JUST = timedelta(hours=12)
"""A meeting stays among the coming ones until so long after it began: people look for its page then."""
FEED_BACK = timedelta(days=400)


def meetings_of(partnership: Partnership) -> QuerySet[Meeting]:
    """All of them, with how many municipalities were there: one query."""
    rows: QuerySet[Meeting] = Meeting.objects.filter(partnership=partnership).select_related("partnership")
    return rows.annotate(
        there=Count("attendances__municipality", filter=Q(attendances__came=True), distinct=True),
    )


@dataclass(frozen=True, slots=True)
class Listed:
    """The meetings of a partnership in the groups of the page."""

    sought: tuple[Meeting, ...]
    coming: tuple[Meeting, ...]
    past: tuple[Meeting, ...]
    cancelled: tuple[Meeting, ...]
    """Those that would still have to come."""


def listed(partnership: Partnership, now: datetime, most: int = 40) -> Listed:
    """The coming ones first to last, the past ones last to first; one query."""
    since = now - JUST
    rows = list(meetings_of(partnership).order_by(F("starts").desc(nulls_first=True), "-pk")[:most])
    coming = [one for one in rows if one.starts and one.starts > since]
    return Listed(
        sought=tuple(one for one in rows if one.looks_for_date),
        coming=tuple(one for one in reversed(coming) if not one.cancelled_at),
        past=tuple(one for one in rows if one.starts and one.starts <= since and not one.cancelled_at),
        cancelled=tuple(one for one in reversed(coming) if one.cancelled_at),
    )


def rhythm_of(partnership: Partnership, today: date) -> rhythm.Rhythm:
    """How regularly the group meets: one query."""
    days = Meeting.objects.filter(partnership=partnership, cancelled_at=None, starts__isnull=False)
    held: list[int] = []
    planned: list[int] = []
    for starts in days.values_list("starts", flat=True):
        day = timezone.localtime(starts).date()
        (held if day <= today else planned).append(day.toordinal())
    return rhythm.rhythm_of(held, today=today.toordinal(), planned=min(planned, default=None))


@dataclass(frozen=True, slots=True)
class Pace:
    """How regularly a group meets, with its next meeting."""

    rhythm: rhythm.Rhythm
    next: Meeting | None
    last: date | None


def paces_of_all(partnerships: Sequence[int], now: datetime) -> dict[int, Pace]:
    """Of several partnerships (keys) at once: one query."""
    rows: dict[int, list[Meeting]] = {key: [] for key in partnerships}
    dated = Meeting.objects.filter(partnership__in=partnerships, cancelled_at=None, starts__isnull=False)
    for one in dated.only("partnership", "title", "audience", "place", "starts", "ends").order_by("starts"):
        rows[one.partnership_id].append(one)
    return {key: _pace(meetings, now) for key, meetings in rows.items()}


def _pace(meetings: Sequence[Meeting], now: datetime) -> Pace:
    """Of the meetings of one partnership, the first one first."""
    today = timezone.localdate(now)
    days = [timezone.localdate(one.starts) for one in meetings]
    held, planned = [day for day in days if day <= today], [day for day in days if day > today]
    told = rhythm.rhythm_of(
        [day.toordinal() for day in held],
        today=today.toordinal(),
        planned=planned[0].toordinal() if planned else None,
    )
    coming = (one for one in meetings if one.starts is not None and one.starts > now - JUST)
    return Pace(told, next(coming, None), held[-1] if held else None)


def upcoming_for(partnership: Partnership, person: Person) -> list[Meeting]:
    """What is still to come, with what it asks of somebody: one query."""
    mine = Attendance.objects.filter(meeting=OuterRef("pk"), person=person)
    said = DateAnswer.objects.filter(option__meeting=OuterRef("pk"), person=person)
    steered = Steer.objects.filter(item__meeting=OuterRef("pk"), person=person)
    rows = (
        Meeting.objects.filter(partnership=partnership, cancelled_at=None)
        .filter(Q(starts__gt=timezone.now()) | Q(starts=None))
        .annotate(
            asked_me=Exists(mine),
            my_coming=Subquery(mine.values("coming")[:1]),
            dates_said=Exists(said),
            my_steers=Exists(steered),
            item_count=Count("items"),
        )
        .order_by("starts", "pk")
    )
    return list(rows)


def attendances_of(meeting: Meeting) -> list[Attendance]:
    """By municipality and name: one query."""
    rows = Attendance.objects.filter(meeting=meeting).select_related("person", "municipality__merged_into")
    return sorted(
        rows,
        key=lambda one: (
            one.municipality is None,
            one.municipality.name if one.municipality else "",
            one.role,
            one.person.name,
        ),
    )


def agenda_of(meeting: Meeting) -> list[Item]:
    """The points with their themes and what the aldermen said: two queries."""
    steers = Steer.objects.select_related("municipality__merged_into", "person").order_by(
        "municipality__name"
    )
    rows = Item.objects.filter(meeting=meeting).select_related("theme", "meeting")
    return list(rows.prefetch_related(Prefetch("steers", steers)))


@dataclass(frozen=True, slots=True)
class Choice:
    """A proposed moment with who can."""

    option: DateOption
    yes: int
    maybe: int
    answers: dict[int, str]
    """Person to answer."""
    best: bool


def choices_of(meeting: Meeting, people: Sequence[int]) -> list[Choice]:
    """The proposed moments in time order; the best has the most yes, then the most maybe: two queries."""
    options = list(meeting.options.all())
    said: dict[int, dict[int, str]] = defaultdict(dict)
    for one in DateAnswer.objects.filter(option__in=options):
        said[one.option_id][one.person_id] = one.can
    counts = {
        one.pk: (
            sum(can == "yes" for person, can in said[one.pk].items() if person in people),
            sum(can == "maybe" for person, can in said[one.pk].items() if person in people),
        )
        for one in options
    }
    top = max(counts.values(), default=(0, 0))
    return [
        Choice(one, *counts[one.pk], said[one.pk], best=counts[one.pk] == top and top != (0, 0))
        for one in options
    ]


def feed_of_person(person: Person, now: datetime) -> list[Meeting]:
    """What somebody is invited to, and all of partnerships that somebody looks after; only where a part is held today."""
    rows = Meeting.objects.filter(
        Q(attendances__person=person, partnership__in=partnerships_of(person))
        | Q(partnership__in=looked_after_by(person, "coordinator", "supporter"))
    )
    return _for_feed(rows, now)


def looked_after_by(person: Person, *kinds: str) -> QuerySet[Partnership]:
    """Where somebody is coordinator or supporter today."""
    return partnerships_of(person).filter(
        appointments__person=person, appointments__ends=None, appointments__kind__in=kinds
    )


def feed_of_partnership(partnership: Partnership, now: datetime) -> list[Meeting]:
    return _for_feed(Meeting.objects.filter(partnership=partnership), now)


def _for_feed(rows: QuerySet[Meeting], now: datetime) -> list[Meeting]:
    """The last year and all to come; cancelled ones too, so that calendars hear of it."""
    rows = rows.filter(starts__gt=now - FEED_BACK).select_related("partnership")
    return list(rows.distinct().order_by("starts", "pk"))
