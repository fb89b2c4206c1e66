"""Reads of live sessions. Phones come in by code or token, outside any scope."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from time import monotonic
from typing import Any

from django.db.models import Count, F, QuerySet
from django_scopes import scopes_disabled

from groeimodel.foundation.partners.models import Municipality, Partnership
from groeimodel.gauge.live.models import Answer, Participant, Session
from groeimodel.gauge.live.sources import Said
from groeimodel.rules.live import Counts, shown

OPEN_FIRST = F("ended_at").desc(nulls_first=True)
REMEMBERED = 0.5
"""Seconds. Five hundred phones that ask each two seconds are two questions a second for the database, a process."""


def sessions_of(partnership: Partnership) -> QuerySet[Session]:
    return Session.objects.filter(partnership=partnership).defer("asked", "revealed")


def session_by_code(code: str) -> Session | None:
    """The open session with this code, else the last one that had it."""
    with scopes_disabled():
        rows = Session.objects.filter(code=code).select_related("partnership")
        return rows.order_by(OPEN_FIRST).first()


def participant_by_token(code: str, token: str) -> Participant:
    """Raises Participant.DoesNotExist. One query."""
    with scopes_disabled():
        rows = Participant.objects.select_related("session__partnership", "municipality")
        return rows.get(token=token, session__code=code)


def members_of(partnership: Partnership) -> QuerySet[Municipality]:
    return Municipality.objects.filter(
        memberships__partnership=partnership, memberships__ends__isnull=True
    ).order_by("name")


@dataclass(frozen=True, slots=True)
class Stand:
    """All that a phone has to know to follow."""

    version: int
    state: str
    at: int
    paused: bool


_stands: dict[str, tuple[float, Stand | None]] = {}


def stand_of(watch: str) -> Stand | None:
    """Where the session is; at most half a second old. None when there is none."""
    known = _stands.get(watch)
    if known is not None and monotonic() - known[0] < REMEMBERED:
        return known[1]
    with scopes_disabled():
        rows = Session.objects.filter(watch=watch)
        row = rows.values_list("version", "state", "at", "paused").first()
    stand = Stand(*row) if row else None
    if len(_stands) > 200:
        _stands.clear()
    _stands[watch] = (monotonic(), stand)
    return stand


def answers_of(participant: Participant) -> dict[tuple[str, str], int | None]:
    rows = Answer.objects.filter(participant=participant).values_list("key", "question", "value")
    return {(key, question): value for key, question, value in rows}


@dataclass(frozen=True, slots=True)
class Room:
    """Who is there, by role, and how many of them answered the statement on the screen."""

    joined: dict[str, int]
    answered: dict[str, int]

    @property
    def people(self) -> int:
        return sum(self.joined.values())

    @property
    def answers(self) -> int:
        return sum(self.answered.values())


def room_of(session: Session) -> Room:
    """Two queries. How many, never what."""
    joined = session.participants.order_by().values_list("role").annotate(Count("pk"))
    answered = (
        Answer.objects.filter(participant__session=session, key=session.statement["key"])
        .order_by()
        .values_list("participant__role")
        .annotate(Count("participant", distinct=True))
    )
    return Room(dict(joined), dict(answered))


def finished_of(session: Session) -> int:
    """At own pace: how many answered everything."""
    questions = sum(len(one["questions"]) for one in session.asked)
    rows = session.participants.annotate(given=Count("answers")).filter(given__gte=questions)
    return rows.count()


def counts_of(session: Session, statement: dict[str, Any]) -> dict[str, Any]:
    """What may be shown of a statement: question to role ('' for everybody) to five counts. One query."""
    rows = (
        Answer.objects.filter(participant__session=session, key=statement["key"], value__isnull=False)
        .order_by()
        .values_list("question", "participant__role", "value")
        .annotate(Count("pk"))
    )
    found: dict[str, Counts] = defaultdict(dict)
    for question, role, value, count in rows:
        found[question].setdefault(role, [0] * 5)[value - 1] = count
    return {one["name"]: shown(found.get(one["name"], {})) for one in statement["questions"]}


def said_in(session: Session) -> list[Said]:
    """What each phone said, in no order that tells who came when: two queries."""
    answers: dict[int, dict[tuple[str, str], int | None]] = defaultdict(dict)
    rows = Answer.objects.filter(participant__session=session)
    for participant, key, question, value in rows.values_list("participant", "key", "question", "value"):
        answers[participant][key, question] = value
    people = session.participants.select_related("municipality").order_by("token")
    return [Said(one.role, one.municipality, answers[one.pk]) for one in people if answers.get(one.pk)]
