"""Personal data: questions to the network, answers, and who was asked."""

from collections.abc import Iterator
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django_scopes import scopes_disabled

from groeimodel.foundation.personal import Holding, Line, keep
from groeimodel.soil.questions.models import Answer, Question, Told


def lines_of(person: Any) -> Iterator[Line]:
    def day(moment: Any) -> str:
        return date_format(localtime(moment), "j F Y")

    with scopes_disabled():
        for one in Question.objects.filter(asker=person):
            yield Line(
                _("Je vraag van %(day)s") % {"day": day(one.asked_at)}, f"{one.title} {one.more}".strip()
            )
        for answer in Answer.objects.filter(person=person):
            yield Line(_("Je antwoord van %(day)s") % {"day": day(answer.at)}, answer.text)
        for told in Told.objects.filter(person=person).select_related("question"):
            yield Line(_("Aan jou gevraagd op %(day)s") % {"day": day(told.at)}, told.question.title)


def erase(person: Any) -> None:
    """Nobody waits for an answer any more, and nobody is asked. What was asked and answered is the group's."""
    with scopes_disabled():
        Told.objects.filter(person=person).delete()
        Question.objects.filter(asker=person).update(named=False)
        Question.objects.filter(asker=person, closed_at=None).update(closed_at=timezone.now())


keep(
    Holding(
        "questions",
        label=gettext_lazy("Vragen aan de groep, en je antwoorden"),
        why=gettext_lazy("Om wie het weet te vinden, en een antwoord later terug te vinden."),
        kept=gettext_lazy("Zolang de samenwerking bestaat."),
        lines=lines_of,
        goes=gettext_lazy("Welke vragen je kreeg. Je open vragen worden afgesloten."),
        stays=gettext_lazy("Je vragen en antwoorden, zonder je naam: anderen leren ervan."),
        erase=erase,
    )
)
