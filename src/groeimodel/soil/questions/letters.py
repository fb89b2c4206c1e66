"""Mails about questions. The button of a question needs no signing in: answering takes a minute, on a phone."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django_scopes import scopes_disabled

from groeimodel.foundation import links
from groeimodel.foundation.mail.services import Action, Letter, post
from groeimodel.foundation.people.models import Person
from groeimodel.soil.questions.models import Answer, Question, Told

PURPOSE = "questions.answer"
DAYS = 60
"""How long a link works."""


@dataclass(frozen=True, slots=True)
class Opened:
    question: Question
    person: Person


def link_for(question: Question, person: Person) -> str:
    token = links.sign(PURPOSE, {"question": question.pk, "person": person.pk}, days=DAYS)
    return reverse("questions:by_link", args=[token])


def open_link(token: str) -> Opened:
    """Read a link.

    Raises:
        links.Expired, links.Invalid: too old, changed, or the question or the person is not here any more.
    """
    payload = links.read(PURPOSE, token)
    with scopes_disabled():
        rows = Question.objects.select_related("partnership", "asker", "municipality__merged_into")
        question = rows.filter(pk=payload["question"]).first()
    person = Person.objects.filter(pk=payload["person"], is_active=True, erased_at=None).first()
    if question is None or person is None:
        raise links.Invalid
    return Opened(question, person)


def who_asks(question: Question) -> str:
    """'Bram (Proefdorp)'."""
    place = question.municipality.name_today if question.municipality else ""
    return f"{question.asker.name} ({place})" if place else question.asker.name


def ask(question: Question, person: Person, reason: str) -> None:
    """To somebody who probably knows, with the reason."""
    why = {"reason": Told.Reason(reason).label}
    letter = Letter(
        subject=_("Vraag: %(title)s") % {"title": question.title},
        paragraphs=[
            _("%(who)s vraagt:") % {"who": who_asks(question)},
            question.title,
            *([question.more] if question.more else []),
            _("We vragen het aan jou %(reason)s.") % why,
        ],
        action=Action(_("Antwoord nu"), link_for(question, person)),
        after=[
            _("Je hoeft niet aan te melden. Twee zinnen zijn al genoeg."),
            _("Weet je het niet? Dan hoef je niets te doen."),
        ],
    )
    post(kind="questions.asked", to=person, letter=letter, partnership=question.partnership)


def tell_answer(answer: Answer) -> None:
    """To the asker: here is an answer."""
    question = answer.question
    place = answer.municipality.name_today if answer.municipality else ""
    who = f"{answer.person.name} ({place})" if place else answer.person.name
    letter = Letter(
        subject=_("Antwoord op je vraag: %(title)s") % {"title": question.title},
        paragraphs=[_("%(who)s antwoordt:") % {"who": who}, answer.text],
        action=Action(_("Bekijk en bedank"), question.get_absolute_url()),
    )
    _news(question, question.asker, letter)


def tell_thanks(answer: Answer) -> None:
    """To who answered: it was of use."""
    question = answer.question
    words = {"who": question.asker.name, "title": question.title}
    letter = Letter(
        subject=_("%(who)s bedankt je") % words,
        paragraphs=[
            _("Je antwoordde op de vraag '%(title)s'. %(who)s is je daar dankbaar voor.") % words,
            _("Zo wordt de potgrond rijker. Dank je wel."),
        ],
    )
    _news(question, answer.person, letter)


def tell_came_back(question: Question, count: int) -> None:
    """To the asker: nobody answered yet, so now the others have it."""
    letter = Letter(
        subject=_("Nog geen antwoord: %(title)s") % {"title": question.title},
        paragraphs=[
            _("Na vijf werkdagen was er nog geen antwoord op je vraag."),
            _("Daarom vroegen we het vandaag aan de rest van de groep: %(n)s mensen.") % {"n": count},
        ],
        action=Action(_("Bekijk je vraag"), question.get_absolute_url()),
        after=[_("Je kunt je vraag ook duidelijker maken, of afsluiten als ze niet meer nodig is.")],
    )
    _news(question, question.asker, letter)


def tell_passed_on(question: Question, people: list[Person]) -> None:
    """To the asker: now it is with the supporter."""
    names = ", ".join(one.name for one in people)
    letter = Letter(
        subject=_("We zoeken verder: %(title)s") % {"title": question.title},
        paragraphs=[
            _("Na tien werkdagen kent nog niemand het antwoord op je vraag."),
            _("Ze ligt nu bij %(names)s. Je hoort het zodra er een antwoord is.") % {"names": names},
        ],
        action=Action(_("Bekijk je vraag"), question.get_absolute_url()),
    )
    _news(question, question.asker, letter)


def _news(question: Question, person: Person, letter: Letter) -> None:
    post(kind="questions.news", to=person, letter=letter, partnership=question.partnership)
