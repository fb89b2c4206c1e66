"""Every write about questions to supporters."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from groeimodel.foundation.contact import selectors
from groeimodel.foundation.contact.models import Question
from groeimodel.foundation.journal.services import record
from groeimodel.foundation.mail.services import Action, Letter, post
from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.rights import require


@transaction.atomic
def ask(
    *, partnership: Partnership, text: str, page: str, actor: Person, at: datetime | None = None
) -> Question:
    """Ask the supporter; the page and what the asker is in the partnership go along.

    Raises:
        ValidationError: nobody supports or coordinates this partnership.
    """
    require(actor, "contact.ask", actor)
    require(actor, "partners.see_inside", partnership)
    people = selectors.who_answers(partnership)
    if not people:
        raise ValidationError(_("Deze samenwerking heeft nog geen regio-ondersteuner en geen coördinator."))
    question = Question.objects.create(
        partnership=partnership,
        asker=actor,
        text=text.strip(),
        page=page[:300],
        part=selectors.part_in_words(actor, partnership),
        asked_at=at or timezone.now(),
    )
    record("contact.asked", partnership=partnership, actor=actor, subject=question, at=at)
    for person in people:
        _mail_question(question, person)
    return question


@transaction.atomic
def answer(*, question: Question, text: str, actor: Person, at: datetime | None = None) -> Question:
    """Answer a question; the asker gets the answer by mail. A second answer takes the place of the first."""
    require(actor, "contact.answer", question)
    question = (
        Question.objects.select_related("asker", "partnership")
        .select_for_update(of=("self",))
        .get(pk=question.pk)
    )
    question.answer, question.answered_by = text.strip(), actor
    question.answered_at = question.answered_at or at or timezone.now()
    question.save(update_fields=["answer", "answered_by", "answered_at"])
    days = (question.answered_at - question.asked_at).days
    record(
        "contact.answered",
        partnership=question.partnership,
        actor=actor,
        subject=question,
        data={"days": days},
        at=at,
    )
    _mail_answer(question)
    return question


@transaction.atomic
def pass_on(*, question: Question, to: str, actor: Person | None, at: datetime | None = None) -> Question:
    """Say that somebody else will answer, and tell the asker whom to expect. Who answers anyway may still do so.

    Raises:
        ValidationError: it was answered already, or nobody is named.
    """
    require(actor, "contact.answer", question)
    question = (
        Question.objects.select_related("asker", "partnership")
        .select_for_update(of=("self",))
        .get(pk=question.pk)
    )
    name = " ".join(to.split())[:120]
    if not name:
        raise ValidationError({"to": _("Schrijf aan wie je de vraag doorgeeft.")})
    if question.answered_at is not None:
        raise ValidationError({"to": _("Deze vraag is al beantwoord.")})
    question.passed_to, question.passed_at = name, at or timezone.now()
    question.save(update_fields=["passed_to", "passed_at"])
    record("contact.passed_on", partnership=question.partnership, actor=actor, subject=question, at=at)
    _mail_passed(question, actor)
    return question


def _page_of(question: Question) -> str:
    return reverse("contact:question", args=[question.partnership.slug, question.pk])


def _mail_question(question: Question, person: Person) -> None:
    if not person.email:
        return
    words = {"who": str(question.asker), "part": question.part, "partnership": str(question.partnership)}
    letter = Letter(
        subject=_("Vraag van %(who)s (%(partnership)s)") % words,
        paragraphs=[_("%(who)s, %(part)s in %(partnership)s, vraagt:") % words, question.text],
        action=Action(label=_("Antwoord"), url=_page_of(question)),
        after=[_("De vraag kwam van deze pagina: %(page)s") % {"page": question.page}]
        if question.page
        else [],
    )
    post(kind="contact.question", to=person, letter=letter, partnership=question.partnership)


def _mail_passed(question: Question, actor: Person | None) -> None:
    if not question.asker.email:
        return
    words = {"who": str(actor or ""), "to": question.passed_to, "text": question.text}
    letter = Letter(
        subject=_("Je vraag is doorgegeven aan %(to)s") % words,
        paragraphs=[
            _("Je vroeg: %(text)s") % words,
            _("%(who)s gaf je vraag door aan %(to)s. Van daar komt je antwoord.") % words,
        ],
        action=Action(label=_("Bekijk je vraag"), url=_page_of(question)),
    )
    post(kind="contact.answer", to=question.asker, letter=letter, partnership=question.partnership)


def _mail_answer(question: Question) -> None:
    if not question.asker.email:
        return
    letter = Letter(
        subject=_("Antwoord op je vraag"),
        paragraphs=[
            _("Je vroeg: %(text)s") % {"text": question.text},
            _("%(who)s antwoordt:") % {"who": question.answered_by},
            question.answer,
        ],
        action=Action(label=_("Bekijk het antwoord"), url=_page_of(question)),
    )
    post(kind="contact.answer", to=question.asker, letter=letter, partnership=question.partnership)
