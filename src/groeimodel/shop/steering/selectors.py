"""Who steers what, inside the scope of a partnership."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from groeimodel.content.steering import Topic, steering
from groeimodel.foundation.partners.models import Appointment, Partnership, Tenure
from groeimodel.foundation.people.models import Person
from groeimodel.shop.organs.models import Occupancy
from groeimodel.shop.organs.selectors import organs_of
from groeimodel.shop.steering.models import Hand, ProcessMandate

LIVE = ("in_force", "ends_soon")


@dataclass(frozen=True, slots=True)
class Shown:
    """A process mandate with its people, on a day."""

    mandate: ProcessMandate
    state: str
    steers: tuple[Person, ...]
    assists: tuple[Person, ...]
    follows: tuple[Person, ...]
    gone: tuple[Person, ...]
    """Who has a part in it and none in the partnership any more."""

    @property
    def live(self) -> bool:
        return self.state in LIVE

    @property
    def rudderless(self) -> bool:
        """Nobody who steers it is here any more."""
        return self.live and all(one in self.gone for one in self.steers)

    @property
    def nobody_follows(self) -> bool:
        return self.live and not [one for one in self.follows if one not in self.gone]


@dataclass(frozen=True, slots=True)
class Subject:
    """Something that must be steered, with the mandate of today, if there is one, and those around it."""

    topic: Topic | None
    """Of the standard list."""
    title: str
    now: Shown | None
    """Holds today; else the last that ended."""
    proposed: tuple[Shown, ...]

    @property
    def missing(self) -> bool:
        return self.now is None or not self.now.live or self.now.rudderless

    @property
    def expired(self) -> bool:
        return self.now is not None and self.now.state == "ended"


@dataclass(frozen=True, slots=True)
class Steered:
    standard: tuple[Subject, ...]
    others: tuple[Subject, ...]
    past: tuple[Shown, ...]

    @property
    def lacking(self) -> list[Subject]:
        """Subjects for which nobody has a mandate that holds."""
        return [one for one in (*self.standard, *self.others) if one.missing and not one.proposed]


def mandates_of(partnership: Partnership) -> QuerySet[ProcessMandate]:
    return ProcessMandate.objects.filter(partnership=partnership).select_related("partnership", "replaces")


def shown(mandates: Sequence[ProcessMandate], partnership: Partnership, today: date) -> list[Shown]:
    """With their people: four queries for all of them together."""
    by_mandate: dict[int, dict[str, list[Person]]] = defaultdict(lambda: defaultdict(list))
    hands = Hand.objects.filter(mandate__in=[one.pk for one in mandates]).select_related("person")
    for hand in hands:
        by_mandate[hand.mandate_id][hand.kind].append(hand.person)
    here = here_today(partnership, today)
    found = []
    for one in mandates:
        parts = by_mandate[one.pk]
        people = {person for some in parts.values() for person in some}
        found.append(
            Shown(
                one,
                one.state_on(today),
                tuple(parts[Hand.Kind.STEERS]),
                tuple(parts[Hand.Kind.ASSISTS]),
                tuple(parts[Hand.Kind.FOLLOWS]),
                tuple(person for person in people if person.pk not in here),
            )
        )
    return found


def here_today(partnership: Partnership, today: date) -> set[int]:
    """Keys of everybody with a part today: a seat, another part, or a place in an organ. Three queries."""
    sits = Tenure.objects.filter(
        ends=None, seat__membership__partnership=partnership, seat__membership__ends=None
    )
    other = Appointment.objects.filter(ends=None, partnership=partnership)
    organs = Occupancy.objects.filter(ends=None, seat__organ__partnership=partnership)
    return {key for rows in (sits, other, organs) for key in rows.values_list("person", flat=True)}


def steered(partnership: Partnership, today: date) -> Steered:
    """Every standard subject, and those of their own: five queries."""
    rows = shown(list(mandates_of(partnership)), partnership, today)
    by_subject: dict[tuple[str, str], list[Shown]] = defaultdict(list)
    for one in rows:
        by_subject[_key(one)].append(one)
    standard = tuple(
        _subject(by_subject.pop((topic.id, ""), []), topic.title, topic) for topic in steering().topics
    )
    others = [_subject(some, some[-1].mandate.title, None) for some in by_subject.values()]
    others = [one for one in others if one.now is not None or one.proposed]
    named = {shown.mandate.pk for one in (*standard, *others) for shown in (one.now, *one.proposed) if shown}
    past = sorted(
        (one for one in rows if one.mandate.pk not in named),
        key=lambda one: (one.mandate.ends, one.mandate.pk),
        reverse=True,
    )
    return Steered(standard, tuple(sorted(others, key=lambda one: one.title)), tuple(past))


def _key(one: Shown) -> tuple[str, str]:
    known = one.mandate.topic if steering().topic(one.mandate.topic) else ""
    return (known, "") if known else ("", one.mandate.title.casefold())


def _subject(rows: Sequence[Shown], title: str, topic: Topic | None) -> Subject:
    live = [one for one in rows if one.live]
    ended = [one for one in rows if one.state == "ended"]
    coming = tuple(one for one in rows if one.state in ("proposed", "coming"))
    last = max(live or ended, key=lambda one: (one.mandate.ends, one.mandate.pk), default=None)
    return Subject(topic, title, last, coming)


def begun_on(partnership: Partnership, today: date) -> date | None:
    """When the shop got its first organ: from then on its subjects need somebody. One query."""
    return min((one.starts for one in organs_of(partnership, today)), default=None)
