"""Reads of the supporter's room: all partnerships side by side, and one to prepare a visit to."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django_scopes import scopes_disabled

from groeimodel import content as texts
from groeimodel.content.sessions import sessions
from groeimodel.foundation.contact import selectors as contact
from groeimodel.foundation.contact.models import Question
from groeimodel.foundation.contact.selectors import Answering
from groeimodel.foundation.journal.models import LIBRARY
from groeimodel.foundation.journal.selectors import Told as Happened
from groeimodel.foundation.journal.selectors import happened, version_of_all, version_of_verbs
from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.people.models import Person
from groeimodel.gauge.expectations.models import Agreement
from groeimodel.gauge.expectations.presenting import Meter, meters_of
from groeimodel.gauge.expectations.results import course_of
from groeimodel.gauge.expectations.selectors import agreements_of
from groeimodel.rules.attention import Tagged, attention, fitting
from groeimodel.soil.lessons.models import Lesson
from groeimodel.soil.lessons.selectors import Shared, lessons_of, shared_lately
from groeimodel.support.region.models import Look, Session, VisitNote
from groeimodel.support.region.reading import Facts, facts_of
from groeimodel.support.region.services.looking import AGAIN
from groeimodel.support.region.signs import GROUP_NAMES, Told, told_of
from groeimodel.support.region.supported import supported_by, supported_keys

FIRST = 3
"""Signs of a partnership that stand open on the overview; the others wait behind a tap."""
FIT_MOST = 3
NEWS = 10
SINCE = timedelta(days=120)
"""How far the timeline goes back without a visit before."""
HEALTH = {"poor": _("arm"), "growing": _("groeit"), "rich": _("rijk"), None: _("niet gemeten")}


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a partnership stands, in words."""

    layer: str
    name: str
    soil: str
    measured_on: date
    round: int


@dataclass(frozen=True, slots=True)
class Card:
    """One partnership on the overview."""

    partnership: Partnership
    open: bool
    """It lets its supporter look along; else only its name and what it asks are here."""
    look: Look | None
    """The last time that was asked for."""
    facts: Facts | None
    standing: Standing | None
    told: tuple[Told, ...]

    @property
    def members(self) -> list[str]:
        return [one.municipality.name for one in self.partnership.of_today]  # type: ignore[attr-defined]

    @property
    def first(self) -> tuple[Told, ...]:
        return self.told[:FIRST]

    @property
    def rest(self) -> tuple[Told, ...]:
        return self.told[FIRST:]

    @property
    def may_ask(self) -> bool:
        """Whether to look along can be asked (again) now."""
        return not self.open and may_ask_again(self.look)


@dataclass(frozen=True, slots=True)
class Suggested:
    """A lesson of the library that may help."""

    lesson: Shared
    fits: tuple[Partnership, ...]


@dataclass(frozen=True, slots=True)
class Overview:
    cards: tuple[Card, ...]
    """What is shown, the one that asks most first."""
    total: int
    groups: tuple[tuple[str, str, int], ...]
    """Key, name and number of signs of each kind, over all."""
    group: str
    """The kind that is shown; empty for all."""
    answering: Answering
    suggested: tuple[Suggested, ...]


def version_for(person: Person) -> str:
    """What the overview depends on: whom somebody supports, the last deeds there, and the library. Three queries."""
    own = sorted(supported_keys(person))
    return f"{own} {version_of_all(own)} {version_of_verbs(LIBRARY)}"


def overview_of(person: Person, now: datetime, *, group: str = "") -> Overview:
    """Every partnership that somebody supports; a constant number of queries, for one and for ten."""
    own, today = supported_by(person), timezone.localdate(now)
    facts = facts_of(own, now)
    asked: dict[int, list[Question]] = defaultdict(list)
    for one in contact.open_questions(one.pk for one in own):
        asked[one.partnership_id].append(one)
    looks = _looks_of(own)
    cards = [_card(one, facts.get(one.pk), asked[one.pk], looks.get(one.pk), today) for one in own]
    counted = Counter(told.sign.group for card in cards for told in card.told)
    group = group if group in GROUP_NAMES else ""
    return Overview(
        cards=tuple(sorted(_of_group(cards, group), key=_order)),
        total=len(own),
        groups=tuple((key, str(name), counted[key]) for key, name in GROUP_NAMES.items()),  # type: ignore[index]
        group=group,
        answering=contact.answering_of(person, today),
        suggested=_suggested([card for card in cards if card.open]),
    )


def _card(
    partnership: Partnership, facts: Facts | None, asked: Sequence[Question], look: Look | None, today: date
) -> Card:
    told = told_of(partnership, facts, asked, today)
    return Card(partnership, facts is not None, look, facts, standing_of(facts), told)


def _of_group(cards: Iterable[Card], group: str) -> list[Card]:
    """All cards, or those with a sign of this kind, with only these signs."""
    if not group:
        return list(cards)
    some = [(card, tuple(one for one in card.told if one.sign.group == group)) for card in cards]
    return [
        Card(card.partnership, card.open, card.look, card.facts, card.standing, told)
        for card, told in some
        if told
    ]


def _order(card: Card) -> tuple[int, int, str]:
    heaviest, together = attention(one.sign for one in card.told)
    return -heaviest, -together, card.partnership.name


def _looks_of(partnerships: Sequence[Partnership]) -> dict[int, Look]:
    """The last question to look along of each: one query."""
    with scopes_disabled():
        rows = Look.objects.filter(partnership__in=[one.pk for one in partnerships]).order_by(
            "asked_at", "pk"
        )
        return {one.partnership_id: one for one in rows}


def may_ask_again(look: Look | None) -> bool:
    """Not while an answer is awaited, nor soon after a no."""
    if look is None or look.granted:
        return True
    return look.answered_at is not None and look.answered_at <= timezone.now() - AGAIN


def standing_of(facts: Facts | None) -> Standing | None:
    if facts is None or facts.measured is None:
        return None
    diagnosis = facts.measured.diagnosis
    return Standing(
        layer=diagnosis.phase,
        name=texts.load().model(diagnosis.phase).name.nl,
        soil=str(HEALTH[diagnosis.layers["soil"].health]),
        measured_on=facts.measured.measured_on,
        round=facts.measured.round,
    )


def _suggested(cards: Sequence[Card]) -> tuple[Suggested, ...]:
    """Lessons of others that fit what partnerships ask now: one query."""
    shared = shared_lately()
    fits: dict[int, list[Partnership]] = defaultdict(list)
    for card in cards:
        for lesson in fitting_lessons(card.partnership.pk, card.told, shared):
            fits[lesson.pk].append(card.partnership)
    by_key = {one.pk: one for _own, one in shared}
    best = sorted(fits, key=lambda key: -len(fits[key]))[:FIT_MOST]
    return tuple(Suggested(by_key[key], tuple(fits[key])) for key in best)


def fitting_lessons(
    own: int, told: Sequence[Told], shared: Sequence[tuple[int, Shared]]
) -> tuple[Shared, ...]:
    """The best lessons of other partnerships for these signs; no query."""
    others = {one.pk: one for key, one in shared if key != own}
    tagged = [Tagged(one.pk, one.words, f"{one.title} {one.helps}") for one in others.values()]
    found = fitting(tagged, [one.sign for one in told], sessions().words)
    return tuple(others[one.key] for one in found[:FIT_MOST])


@dataclass(frozen=True, slots=True)
class Visit:
    """All that prepares a visit to one partnership."""

    open: bool
    look: Look | None
    facts: Facts | None
    standing: Standing | None
    told: tuple[Told, ...]
    questions: tuple[Question, ...]
    last: date | None
    """The last visit that is known: a session that was done, or a note."""
    news: tuple[Happened, ...] = ()
    meters: tuple[Meter, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    lessons: tuple[Lesson, ...] = ()
    suggested: tuple[Shared, ...] = ()
    notes: tuple[VisitNote, ...] = ()
    sessions: tuple[Session, ...] = ()

    @property
    def may_ask(self) -> bool:
        return not self.open and may_ask_again(self.look)


def visit_of(partnership: Partnership, now: datetime) -> Visit:
    """Inside the scope of the partnership; a constant number of queries. Without consent only what was asked."""
    today = timezone.localdate(now)
    facts = facts_of([partnership], now).get(partnership.pk)
    questions = tuple(contact.with_people(partnership)[:12])
    waiting = [one for one in reversed(questions) if one.waits]
    told = told_of(partnership, facts, waiting, today)
    look = Look.objects.filter(partnership=partnership).first()
    if facts is None:
        return Visit(False, look, None, None, told, questions, None)
    notes, held = tuple(notes_of(partnership)[:30]), tuple(sessions_of(partnership)[:12])
    last = last_visit(notes, held)
    since = timezone.make_aware(datetime.combine(last or today - SINCE, time()))
    return Visit(
        open=True,
        look=look,
        facts=facts,
        standing=standing_of(facts),
        told=told,
        questions=questions,
        last=last,
        news=once(happened([partnership.pk], since=since, most=60))[:NEWS],
        meters=meters_of(course_of(partnership, most=2)),
        agreements=tuple(agreements_of(partnership)[:8]),
        lessons=tuple(lessons_of(partnership)[:4]),
        suggested=fitting_lessons(partnership.pk, told, shared_lately()),
        notes=notes,
        sessions=held,
    )


def once(lines: Iterable[Happened]) -> tuple[Happened, ...]:
    """The same sentence stands once, where it happened last: a visit needs what, not how often."""
    found: dict[str, Happened] = {}
    for line in lines:
        found.setdefault(line.sentence, line)
    return tuple(found.values())


def last_visit(notes: Iterable[VisitNote], held: Iterable[Session]) -> date | None:
    done = [timezone.localdate(one.done_at) for one in held if one.done_at is not None]
    return max([*(one.day for one in notes), *done], default=None)


def notes_of(partnership: Partnership) -> QuerySet[VisitNote]:
    """The newest first: one query."""
    return VisitNote.objects.filter(partnership=partnership).select_related("written_by", "partnership")


def sessions_of(partnership: Partnership) -> QuerySet[Session]:
    """The newest first: one query."""
    rows = Session.objects.filter(partnership=partnership)
    return rows.select_related("partnership", "meeting", "led_by", "lesson")


def lesson_in(shared: Iterable[tuple[int, Shared]], pk: int) -> Shared | None:
    return next((one for _own, one in shared if one.pk == pk), None)
