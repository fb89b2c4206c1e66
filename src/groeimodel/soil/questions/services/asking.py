"""Asking, and what the asker does with the question afterwards."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from groeimodel.content.nutrients import nutrients
from groeimodel.foundation.journal.services import record
from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.partners.selectors import home_of
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.rights import require
from groeimodel.rules.expertise.words import guess
from groeimodel.soil.questions import letters
from groeimodel.soil.questions.knowing import Knows, likely, the_others
from groeimodel.soil.questions.models import Question, Told


@dataclass(frozen=True, slots=True)
class Call:
    """What somebody fills in. An empty area is guessed from the words."""

    title: str
    more: str = ""
    area: str = ""
    everybody: bool = False
    opened: bool = False
    named: bool = False


@transaction.atomic
def ask(*, partnership: Partnership, call: Call, actor: Person, at: datetime | None = None) -> Question:
    """Ask the network; whoever probably knows gets a mail, or everybody when that was chosen.

    Raises:
        PermissionDenied: the actor has no part here.
        ValidationError: the area is unknown.
    """
    require(actor, "questions.ask", partnership)
    question = Question(partnership=partnership, asker=actor, municipality=home_of(actor, partnership))
    _fill(question, call)
    question.asked_at = at or timezone.now()
    question.save()
    _note("questions.asked", question, actor=actor, at=at)
    tell(question, _group(question) if question.everybody else likely(question), at=at)
    return question


@transaction.atomic
def change(*, question: Question, call: Call, actor: Person) -> Question:
    """Say it better; whoever was asked stays asked.

    Raises:
        ValidationError: somebody answered already, so the answer would be to another question.
    """
    require(actor, "questions.tend", question)
    question = _unanswered(question)
    _fill(question, call)
    question.save()
    _note("questions.changed", question, actor=actor)
    return question


@transaction.atomic
def remove(*, question: Question, actor: Person) -> None:
    """Take it away, only while nobody answered. Raises ValidationError when somebody did."""
    require(actor, "questions.tend", question)
    question = _unanswered(question)
    _note("questions.removed", question, actor=actor)
    question.delete()


@transaction.atomic
def close(*, question: Question, actor: Person, at: datetime | None = None) -> Question:
    """No answer is needed any more; twice is once."""
    require(actor, "questions.tend", question)
    if question.closed_at is None:
        question.closed_at = at or timezone.now()
        question.save(update_fields=["closed_at"])
        _note("questions.closed", question, actor=actor, at=at)
    return question


@transaction.atomic
def reopen(*, question: Question, actor: Person) -> Question:
    require(actor, "questions.tend", question)
    if question.closed_at is not None:
        question.closed_at = None
        question.save(update_fields=["closed_at"])
        _note("questions.reopened", question, actor=actor)
    return question


@transaction.atomic
def spread(*, question: Question, actor: Person) -> int:
    """Ask the rest of the group too; returns how many are asked now. Nobody is asked twice.

    Raises:
        ValidationError: it is closed.
    """
    require(actor, "questions.tend", question)
    if question.closed_at is not None:
        raise ValidationError(_("Deze vraag is afgesloten. Open ze eerst opnieuw."))
    if question.everybody:
        return 0
    question.everybody = True
    question.save(update_fields=["everybody"])
    _note("questions.spread", question, actor=actor)
    asked = set(question.told.values_list("person", flat=True))
    fresh = [one for one in _group(question) if one.person.pk not in asked]
    tell(question, fresh)
    return len(fresh)


def tell(question: Question, people: Iterable[Knows], *, at: datetime | None = None) -> None:
    """Mail the question to people; who was asked before keeps the first reason."""
    rows = list(people)
    Told.objects.bulk_create(
        (
            Told(question=question, person=one.person, reason=one.reason, at=at or timezone.now())
            for one in rows
        ),
        ignore_conflicts=True,
    )
    for one in rows:
        letters.ask(question, one.person, one.reason)


def _group(question: Question) -> list[Knows]:
    return [Knows(one, Told.Reason.GROUP) for one in the_others(question)]


def _fill(question: Question, call: Call) -> None:
    known = nutrients()
    if call.area and call.area not in {one.id for one in known}:
        raise ValidationError(_("Dit gebied kennen we niet. Kies er een uit de lijst."))
    question.title, question.more = call.title.strip(), call.more.strip()
    question.area = call.area or guess(f"{call.title} {call.more}", known)
    question.everybody = call.everybody or question.everybody
    question.opened, question.named = call.opened, call.named and call.opened


def _unanswered(question: Question) -> Question:
    fresh = (
        Question.objects.select_related("partnership", "asker", "municipality")
        .select_for_update(of=("self",))
        .get(pk=question.pk)
    )
    if fresh.answers.exists():
        raise ValidationError(_("Er is al een antwoord. Stel een nieuwe vraag, of sluit deze af."))
    return fresh


def _note(verb: str, question: Question, *, actor: Person, at: datetime | None = None) -> None:
    record(
        verb,
        partnership=question.partnership,
        actor=actor,
        municipality=question.municipality,
        subject=question,
        data={"question": question.pk, "area": question.area},
        at=at,
    )
