"""Answering, thanking, and what an answer became."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from groeimodel.foundation.journal.services import record
from groeimodel.foundation.partners.models import Municipality
from groeimodel.foundation.partners.selectors import home_of
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.rights import require
from groeimodel.soil.harvest import services as harvests
from groeimodel.soil.harvest.models import Harvest
from groeimodel.soil.harvest.services import Gain
from groeimodel.soil.questions import letters
from groeimodel.soil.questions.models import Answer, Question
from groeimodel.soil.questions.selectors import home_elsewhere


@dataclass(frozen=True, slots=True)
class Answering:
    """For whom somebody answers."""

    municipality: Municipality | None
    outside: bool


@transaction.atomic
def answer(*, question: Question, text: str, actor: Person, at: datetime | None = None) -> Answer:
    """Answer a question of the own partnership, or of another that opened it; the asker gets a mail.

    The same words of the same person twice are once: a button is sometimes tapped twice.

    Raises:
        PermissionDenied: no part here, and the question is not open to others or the actor has no part anywhere.
        ValidationError: it is closed, or one's own.
    """
    question = (
        Question.objects.select_related("partnership", "asker", "municipality")
        .select_for_update(of=("self",))
        .get(pk=question.pk)
    )
    place = _place(question, actor)
    if question.asker_id == actor.pk:
        raise ValidationError(_("Dit is je eigen vraag. Bedank wie antwoordde, of stel een nieuwe vraag."))
    if question.closed_at is not None:
        raise ValidationError(_("Deze vraag is afgesloten. Er is geen antwoord meer nodig."))
    same = Answer.objects.filter(question=question, person=actor, text=text.strip()).first()
    if same is not None:
        return same
    row = Answer.objects.create(
        question=question,
        person=actor,
        municipality=place.municipality,
        outside=place.outside,
        text=text.strip(),
        at=at or timezone.now(),
    )
    if question.first_answered_at is None:
        question.first_answered_at = row.at
        question.save(update_fields=["first_answered_at"])
    _note("questions.answered", row, actor=actor, municipality=place.municipality, at=at)
    letters.tell_answer(row)
    return row


def _place(question: Question, actor: Person) -> Answering:
    if actor.has_perm("questions.answer", question):
        return Answering(home_of(actor, question.partnership), outside=False)
    require(actor, "questions.help", actor)
    home = home_elsewhere(actor)
    if not question.opened or home is None:
        raise PermissionDenied(_("Deze vraag is voor de samenwerking die ze stelde."))
    return Answering(home.municipality, outside=True)


@transaction.atomic
def thank(*, answer: Answer, actor: Person, at: datetime | None = None) -> Answer:
    """The asker thanks; twice is once."""
    require(actor, "questions.thank", answer.question)
    if answer.thanked_at is None:
        answer.thanked_at = at or timezone.now()
        answer.save(update_fields=["thanked_at"])
        _note("questions.thanked", answer, actor=actor, municipality=answer.question.municipality, at=at)
        letters.tell_thanks(answer)
    return answer


def with_source(gain: Gain, question: Question) -> Gain:
    """The same, with the way back to the question, and its name where no source was filled in."""
    source = gain.source or _("Vraag aan de groep: %(title)s") % {"title": question.title}
    return replace(gain, source=source[:160], source_url=question.get_absolute_url())


@transaction.atomic
def harvested(*, question: Question, gain: Gain, actor: Person, at: datetime | None = None) -> Harvest:
    """Write down what is used locally thanks to the answers; the harvest keeps the way back to the question."""
    require(actor, "questions.ask", question)
    harvest = harvests.record_harvest(partnership=question.partnership, gain=gain, actor=actor, at=at)
    question.harvest = harvest
    question.save(update_fields=["harvest"])
    record(
        "questions.harvested",
        partnership=question.partnership,
        actor=actor,
        municipality=harvest.municipality,
        subject=question,
        data={"question": question.pk, "harvest": harvest.pk},
        at=at,
    )
    return harvest


def _note(
    verb: str, row: Answer, *, actor: Person, municipality: Municipality | None, at: datetime | None = None
) -> None:
    question = row.question
    record(
        verb,
        partnership=question.partnership,
        actor=actor,
        municipality=municipality,
        subject=question,
        data={
            "question": question.pk,
            "answer": row.pk,
            "person": row.person_id,
            "asked_by": question.municipality_id,
            "answered_by": row.municipality_id,
            "outside": row.outside,
        },
        at=at,
    )
