"""Reads of questions to supporters."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django_scopes import scopes_disabled

from groeimodel.foundation.contact.models import Question
from groeimodel.foundation.contact.promising import promised, usual, working_days_between
from groeimodel.foundation.partners.models import Appointment, Municipality, Partnership, Tenure
from groeimodel.foundation.partners.selectors import partnerships_of
from groeimodel.foundation.people.models import Person

ANSWERS = (Appointment.Kind.SUPPORTER, Appointment.Kind.COORDINATOR)


def who_answers(partnership: Partnership) -> list[Person]:
    """The supporters of a partnership; without any, its coordinators: one query."""
    appointed = list(
        Appointment.objects.filter(partnership=partnership, kind__in=ANSWERS, ends=None)
        .select_related("person")
        .order_by("pk")
    )
    for kind in ANSWERS:
        if people := [one.person for one in appointed if one.kind == kind]:
            return people
    return []


def supporter_of(municipality: Municipality) -> list[Person]:
    """Who supports the region of a municipality: the supporters of its partnerships (claim I4)."""
    people = Person.objects.filter(
        appointments__kind=Appointment.Kind.SUPPORTER,
        appointments__ends=None,
        appointments__partnership__memberships__municipality=municipality,
        appointments__partnership__memberships__ends=None,
    )
    return list(people.distinct().order_by("name"))


def own_partnerships(person: Person) -> list[Partnership]:
    return list(partnerships_of(person).filter(listed_only=False).order_by("name"))


def part_in_words(person: Person, partnership: Partnership) -> str:
    """What somebody is in a partnership: 'schepen van Proefdorp', 'coördinator'."""
    tenures = Tenure.objects.filter(
        person=person, ends=None, seat__membership__partnership=partnership, seat__membership__ends=None
    ).select_related("seat__membership__municipality")
    seats = [f"{one.seat.get_role_display()} van {one.seat.membership.municipality}" for one in tenures]
    appointed = Appointment.objects.filter(person=person, partnership=partnership, ends=None)
    return ", ".join([*seats, *(one.get_kind_display() for one in appointed)])[:160]


def with_people(partnership: Partnership) -> QuerySet[Question]:
    return Question.objects.filter(partnership=partnership).select_related(
        "asker", "answered_by", "partnership"
    )


@dataclass(frozen=True, slots=True)
class Answering:
    """How fast somebody answered in the last year."""

    answered: int
    usual: float | None
    """Median of the working days until the first answer; None without any."""
    in_time: int

    @property
    def usual_says(self) -> str:
        """'2 werkdagen', '1,5 werkdagen'."""
        days = number_format(self.usual or 0, 1 if (self.usual or 0) % 1 else 0)
        return _("%(n)s werkdag") % {"n": days} if self.usual == 1 else _("%(n)s werkdagen") % {"n": days}


def answering_of(person: Person, today: date) -> Answering:
    """Over what this person answered in the last 365 days, of all partnerships: one query."""
    since = today - timedelta(days=365)
    with scopes_disabled():
        rows = Question.objects.filter(answered_by=person, answered_at__date__gte=since)
        days = [
            (timezone.localdate(asked), timezone.localdate(answered))
            for asked, answered in rows.values_list("asked_at", "answered_at")
            if answered is not None
        ]
    took = [working_days_between(asked, answered) for asked, answered in days]
    return Answering(len(took), usual(took), sum(answered <= promised(asked) for asked, answered in days))


def open_questions(partnerships: Iterable[int]) -> list[Question]:
    """What still waits in these partnerships (keys), the longest waiting first: one query, outside any scope.

    For whoever answers in each of them: the caller names only those.
    """
    with scopes_disabled():
        rows = Question.objects.filter(partnership__in=list(partnerships), answered_at=None, passed_at=None)
        return list(rows.select_related("asker", "partnership").order_by("asked_at", "pk"))


def inbox(person: Person) -> list[Question]:
    """Questions of all partnerships that somebody supports or coordinates, the open ones first, longest waiting first."""
    answers = Appointment.objects.filter(person=person, kind__in=ANSWERS, ends=None).values("partnership")
    # Across partnerships, but only those in which this person has the part that answers.
    with scopes_disabled():
        rows = list(
            Question.objects.filter(partnership__in=answers).select_related(
                "asker", "answered_by", "partnership"
            )[:200]
        )
    waiting = sorted((one for one in rows if one.waits), key=lambda one: one.asked_at)
    return [*waiting, *(one for one in rows if not one.waits)]


def asked_by(person: Person) -> list[Question]:
    """One's own questions, newest first."""
    with scopes_disabled():
        rows = Question.objects.filter(asker=person).select_related("asker", "answered_by", "partnership")
        return list(rows[:50])
