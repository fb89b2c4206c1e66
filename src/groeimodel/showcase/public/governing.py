"""Who decides, what was decided, and the days that everybody may know."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

from groeimodel.foundation.partners.models import Partnership
from groeimodel.shop.organs.models import Organ, OrganSeat
from groeimodel.shop.organs.selectors import organs_of as organs_on
from groeimodel.shop.publishing.selectors import published_of
from groeimodel.showcase.public import safe
from groeimodel.showcase.public.words import Tongue
from groeimodel.showcase.sharing.models import Kind

DECISIONS, DAYS = 5, 10
FEW = 5


@dataclass(frozen=True, slots=True)
class OrganShown:
    """Never who sits there: the page of a published decision names whoever decided it."""

    key: str
    name: str
    seats: int
    places: str
    heads: str
    public: bool


@dataclass(frozen=True, slots=True)
class DecisionShown:
    number: int
    title: str
    text: str
    on: str
    published: datetime
    url: str


@dataclass(frozen=True, slots=True)
class Day:
    day: date
    number: str
    month: str
    lead: str
    """What the day is: 'Laatste dag:'."""
    title: str
    where: str
    starts: datetime | None = None
    """Of a sitting."""
    place: str = ""


def organs_of(partnership: Partnership, tongue: Tongue, today: date) -> tuple[OrganShown, ...]:
    """Two queries."""
    organs = organs_on(partnership, today)
    seats: dict[int, list[OrganSeat]] = defaultdict(list)
    for one in OrganSeat.objects.filter(organ__in=organs).select_related("municipality").order_by("pk"):
        if one.exists_on(today):
            seats[one.organ_id].append(one)
    return tuple(_organ(one, seats[one.pk], tongue) for one in organs)


def _organ(organ: Organ, seats: list[OrganSeat], tongue: Tongue) -> OrganShown:
    places = {one.municipality for one in seats if one.municipality}
    return OrganShown(
        key=f"orgaan-{organ.pk}",
        name=tongue.title("organs.organ", organ.pk, organ.name),
        seats=len(seats),
        places=", ".join(sorted(tongue.place(one) for one in places)),
        heads=_heads(organ, tongue),
        public=organ.public,
    )


def _heads(organ: Organ, tongue: Tongue) -> str:
    if organ.counted_on is None or organ.women is None or organ.men is None:
        return ""
    if (
        organ.others and organ.others < FEW
    ):  # who sits there can be known: one figure would tell of one person who they are
        return ""
    said = tongue.say(
        "heads_others" if organ.others else "heads",
        women=organ.women,
        men=organ.men,
        others=organ.others,
    )
    return f"{said} ({tongue.say('heads_on', day=tongue.day(organ.counted_on))})"


def decisions_of(partnership: Partnership, tongue: Tongue) -> tuple[DecisionShown, ...]:
    """The last ones that stand on the web: one query."""
    return tuple(
        DecisionShown(
            number=one.decision.number,
            title=tongue.title("decisions.decision", one.decision.pk, one.decision.title),
            text=one.decision.text,
            on=tongue.say("decision_on", number=one.decision.number, day=tongue.day(one.decision.taken_on)),
            published=one.published_at,
            url=one.get_absolute_url(),
        )
        for one in published_of(partnership)[:DECISIONS]
    )


def days_of(partnership: Partnership, tongue: Tongue, today: date, kinds: frozenset[Kind]) -> tuple[Day, ...]:
    """Public sittings to come; of actions the first and last day, where the page shows actions. Two queries."""
    days = [
        _sitting(one.organ, one.starts, one.place, tongue) for one in safe.sittings_shown(partnership)[:DAYS]
    ]
    if Kind.ACTIONS in kinds:
        for one in safe.running_shown(partnership).filter(ends__gte=today):
            title = tongue.title("actions.action", one.pk, one.title)
            where = tongue.place(one.plot) if one.plot else ""
            if one.starts and one.starts > today:
                days.append(_day(one.starts, "starts", title, where, tongue))
            if one.ends:
                days.append(_day(one.ends, "ends", title, where, tongue))
    return tuple(sorted(days, key=lambda one: (one.day, one.title))[:DAYS])


def _sitting(organ: Organ, starts: datetime, place: str, tongue: Tongue) -> Day:
    local = timezone.localtime(starts)
    time = tongue.say("at", time=tongue.time(starts))
    day = local.date()
    return Day(
        day=day,
        number=str(day.day),
        month=tongue.day(day, "M Y").lower(),
        lead=tongue.say("sitting"),
        title=tongue.title("organs.organ", organ.pk, organ.name),
        where=f"{time}, {place}" if place else time,
        starts=starts,
        place=place,
    )


def _day(day: date, word: str, title: str, where: str, tongue: Tongue) -> Day:
    return Day(day, str(day.day), tongue.day(day, "M Y").lower(), tongue.say(word), title, where)
