"""Every write about questions to supporters."""

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
def ask(*, partnership: Partnership, text: str, page: str, actor: Person) -> Question:
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
    )
    record("contact.asked", partnership=partnership, actor=actor, subject=question)
    for person in people:
        _mail_question(question, person)
    return question


@transaction.atomic
def answer(*, question: Question, text: str, actor: Person) -> Question:
    """Answer a question; the asker gets the answer by mail. A second answer takes the place of the first."""
    require(actor, "contact.answer", question)
    question = (
        Question.objects.select_related("asker", "partnership")
        .select_for_update(of=("self",))
        .get(pk=question.pk)
    )
    question.answer, question.answered_by, question.answered_at = text.strip(), actor, timezone.now()
    question.save(update_fields=["answer", "answered_by", "answered_at"])
    days = (question.answered_at - question.asked_at).days
    record(
        "contact.answered",
        partnership=question.partnership,
        actor=actor,
        subject=question,
        data={"days": days},
    )
    _mail_answer(question)
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
