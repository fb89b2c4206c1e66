"""What mandates and meetings ask of each person and municipality, beside the time mandate (claim B3)."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from django.db.models import Q, Sum

from groeimodel.content.steering import steering
from groeimodel.foundation.mandates.models import Mandate, Use
from groeimodel.foundation.partners.models import Municipality, Partnership
from groeimodel.foundation.partners.selectors import seats_of
from groeimodel.foundation.people.models import Person
from groeimodel.rules.organs.load import Load, granted, together
from groeimodel.shop.organs.models import Occupancy
from groeimodel.shop.organs.showing import members_of
from groeimodel.shop.sittings.models import Presence, Sitting
from groeimodel.shop.steering.models import Assumption, Hand
from groeimodel.soil.meetings.models import Attendance

YEAR = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class OfPerson:
    person: Person
    municipality: Municipality | None
    load: Load


@dataclass(frozen=True, slots=True)
class OfPlace:
    municipality: Municipality | None
    """None for who has a part for the partnership as a whole."""
    people: tuple[OfPerson, ...]
    load: Load


@dataclass(frozen=True, slots=True)
class Loads:
    places: tuple[OfPlace, ...]
    since: date
    until: date
    hours_per_sitting: Decimal
    own_assumption: bool

    @property
    def empty(self) -> bool:
        return not any(one.people for one in self.places)


def loads_of(partnership: Partnership, today: date) -> Loads:
    """The last twelve months, from records: a constant number of queries."""
    since = today - YEAR + timedelta(days=1)
    row = Assumption.objects.filter(partnership=partnership).first()
    per = row.hours_per_sitting if row else Decimal(steering().hours_per_sitting)
    found: dict[int, Load] = defaultdict(Load)
    homes: dict[int, int] = {}
    _seats(partnership, found, homes)
    _sittings(partnership, since, today, per, found)
    _meetings(partnership, since, today, found, homes)
    _hands(partnership, today, found)
    _granted(partnership, since, today, found, homes)
    for one in seats_of(partnership):
        for sitter in (one.alderman, one.officer):
            if sitter:
                homes[sitter.person] = one.municipality.pk
                found[sitter.person] = found[sitter.person]
    return Loads(_places(partnership, found, homes), since, today, per, row is not None)


def _places(
    partnership: Partnership, found: Mapping[int, Load], homes: Mapping[int, int]
) -> tuple[OfPlace, ...]:
    members = {one.pk: one for one in members_of(partnership)}
    people = Person.objects.filter(pk__in=list(found), erased_at=None).order_by("name")
    by_place: dict[int | None, list[OfPerson]] = defaultdict(list)
    for person in people:
        home = homes.get(person.pk)
        place = members.get(home) if home is not None else None
        if found[person.pk] != Load() or place is not None:
            by_place[place.pk if place else None].append(OfPerson(person, place, found[person.pk]))
    keys: list[int | None] = [*members, None]
    return tuple(
        OfPlace(
            members[key] if key is not None else None,
            tuple(by_place[key]),
            together(one.load for one in by_place[key]),
        )
        for key in keys
        if key is not None or by_place[key]
    )


def _seats(partnership: Partnership, found: dict[int, Load], homes: dict[int, int]) -> None:
    rows = Occupancy.objects.filter(
        Q(seat__organ__ends=None), ends=None, seat__ends=None, seat__organ__partnership=partnership
    ).select_related("seat__municipality")
    for one in rows:
        found[one.person_id] += Load(seats=1)
        if one.seat.municipality is not None:
            homes.setdefault(one.person_id, one.seat.municipality.today)


def _sittings(
    partnership: Partnership, since: date, until: date, per: Decimal, found: dict[int, Load]
) -> None:
    """Somebody with two seats on one sitting was there once."""
    rows = Presence.objects.filter(
        sitting__partnership=partnership,
        sitting__starts__date__range=(since, until),
        sitting__state__in=[Sitting.State.OPEN, Sitting.State.CLOSED, Sitting.State.TOO_FEW],
        how=Presence.How.PRESENT,
        person__isnull=False,
    )
    were = set(rows.values_list("sitting", "person"))
    for person, times in Counter(person for _sitting, person in were).items():
        if person is not None:
            found[person] += Load(sittings=times, sitting_hours=times * per)


def _meetings(
    partnership: Partnership, since: date, until: date, found: dict[int, Load], homes: dict[int, int]
) -> None:
    rows = Attendance.objects.filter(
        came=True,
        meeting__partnership=partnership,
        meeting__cancelled_at=None,
        meeting__starts__date__range=(since, until),
    ).select_related("meeting", "municipality")
    for one in rows:
        starts, ends = one.meeting.starts, one.meeting.ends
        took = Decimal(int((ends - starts).total_seconds())) / 3600 if starts and ends else Decimal(0)
        found[one.person_id] += Load(meetings=1, meeting_hours=took.quantize(Decimal("0.1")))
        if one.municipality is not None:
            homes.setdefault(one.person_id, one.municipality.today)


def _hands(partnership: Partnership, today: date, found: dict[int, Load]) -> None:
    rows = Hand.objects.filter(
        Q(mandate__closed_on=None) | Q(mandate__closed_on__gt=today),
        mandate__partnership=partnership,
        mandate__given_on__isnull=False,
        mandate__starts__lte=today,
        mandate__ends__gte=today,
    )
    for person, _mandate in set(rows.values_list("person", "mandate")):
        found[person] += Load(mandates=1)


def _granted(
    partnership: Partnership, since: date, until: date, found: dict[int, Load], homes: dict[int, int]
) -> None:
    rows = Mandate.objects.filter(
        partnership=partnership, kind=Mandate.Kind.TIME, given_at__isnull=False, refused_at=None,
        starts__lte=until, ends__gte=since,
    ).select_related("municipality")  # fmt: skip
    for one in rows:
        last = min(one.ends, one.closed_on - timedelta(days=1)) if one.closed_on else one.ends
        hours = granted(
            one.hours or Decimal(0),
            starts=one.starts.toordinal(),
            ends=last.toordinal(),
            since=since.toordinal(),
            until=until.toordinal(),
        )
        now = found[one.holder_id]
        found[one.holder_id] = replace(now, granted_hours=(now.granted_hours or Decimal(0)) + hours)
        homes.setdefault(one.holder_id, one.municipality.today)
    used = Use.objects.filter(partnership=partnership, on__range=(since, until), hours__isnull=False)
    for holder, hours in used.values_list("mandate__holder").annotate(hours=Sum("hours")).order_by():
        found[holder] += Load(noted_hours=hours or Decimal(0))
