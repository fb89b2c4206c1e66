"""Reads of questions to the network."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count, QuerySet
from django.utils import timezone
from django_scopes import scopes_disabled

from groeimodel.foundation.partners.models import Appointment, Municipality, Partnership, Tenure
from groeimodel.foundation.people.models import Person
from groeimodel.rules.answers import Pace, pace
from groeimodel.soil.questions.models import Answer, Question

YEAR = timedelta(days=365)
MOST = 100
"""So many questions on one page: the older ones are found with the search."""


@dataclass(frozen=True, slots=True)
class Home:
    """Where somebody takes part; without municipality for who supports or coordinates."""

    municipality: Municipality | None


@dataclass(frozen=True, slots=True)
class Board:
    """The questions of a partnership in the groups of the page."""

    waiting: Sequence[Question]
    answered: Sequence[Question]
    closed: Sequence[Question]
    pace: Pace

    @property
    def empty(self) -> bool:
        return not (self.waiting or self.answered or self.closed)


def questions_of(partnership: Partnership) -> QuerySet[Question]:
    return Question.objects.filter(partnership=partnership).select_related(
        "partnership", "asker", "municipality__merged_into", "harvest"
    )


def board_of(partnership: Partnership, now: datetime | None = None) -> Board:
    """Waiting first, the longest waiting at the top: two queries."""
    rows = list(questions_of(partnership).annotate(answer_count=Count("answers"))[:MOST])
    waiting = sorted((one for one in rows if one.waits), key=lambda one: (one.asked_at, one.pk))
    answered = [one for one in rows if one.closed_at is None and not one.waits]
    closed = [one for one in rows if one.closed_at is not None]
    return Board(waiting, answered, closed, pace_of(partnership, now or timezone.now()))


def pace_of(partnership: Partnership, now: datetime) -> Pace:
    """The usual time to a first answer in the last year: one query."""
    pairs = Question.objects.filter(
        partnership=partnership, first_answered_at__isnull=False, asked_at__gte=now - YEAR
    ).values_list("asked_at", "first_answered_at")
    return pace([(answered - asked).total_seconds() / 60 for asked, answered in pairs if answered])


def answers_of(question: Question) -> list[Answer]:
    rows = Answer.objects.filter(question=question)
    return list(rows.select_related("person", "municipality__merged_into", "question__partnership"))


def open_questions(*, most: int = MOST) -> Sequence[Question]:
    """What partnerships opened to others and still waits or may still be answered, the newest first: one query."""
    with scopes_disabled():
        rows = (
            Question.objects.filter(opened=True, closed_at=None)
            .select_related("partnership", "asker", "municipality__merged_into")
            .annotate(answer_count=Count("answers"))
            .order_by("-asked_at", "-pk")
        )
        return list(rows[:most])


def open_question(pk: int) -> Question | None:
    """One that was opened to others, closed or not."""
    with scopes_disabled():
        rows = Question.objects.select_related("partnership", "asker", "municipality__merged_into")
        return rows.filter(opened=True, pk=pk).first()


def home_elsewhere(person: Person) -> Home | None:
    """Where somebody takes part, in any partnership; None when nowhere. At most two queries."""
    tenures = Tenure.objects.filter(person=person, ends=None, seat__membership__ends=None)
    tenure = tenures.select_related("seat__membership__municipality").order_by("pk").first()
    if tenure is not None:
        return Home(tenure.seat.membership.municipality)
    appointed = Appointment.objects.filter(person=person, ends=None).select_related("municipality")
    appointment = appointed.order_by("pk").first()
    return Home(appointment.municipality) if appointment else None
