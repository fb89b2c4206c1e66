"""Personal data: questions to the supporter."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Q
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django_scopes import scopes_disabled

from groeimodel.foundation.contact.models import Question
from groeimodel.foundation.personal import Holding, Line, keep


def lines_of(person: Any) -> Iterator[Line]:
    with scopes_disabled():
        for one in Question.objects.filter(Q(asker=person) | Q(answered_by=person)):
            day = date_format(localtime(one.asked_at), "j F Y")
            if one.asker_id == person.pk:
                yield Line(_("Je vraag van %(day)s") % {"day": day}, one.text)
            if one.answered_by_id == person.pk:
                yield Line(_("Je antwoord op een vraag van %(day)s") % {"day": day}, one.answer)


def empty(person: Any) -> None:
    """Take the words out of what this person asked: they may hold anything. That a question was asked stays."""
    with scopes_disabled():
        Question.objects.filter(asker=person).update(text="", page="", part="", answer="", passed_to="")


keep(
    Holding(
        "contact",
        label=gettext_lazy("Vragen aan je regio-ondersteuner"),
        why=gettext_lazy("Om je te antwoorden, en het antwoord terug te vinden."),
        kept=gettext_lazy("Twee jaar. Daarna blijft enkel dat er een vraag was."),
        lines=lines_of,
        goes=gettext_lazy("De tekst van je vragen, met het antwoord erop."),
        stays=gettext_lazy("Antwoorden die je anderen gaf, zonder je naam."),
        erase=empty,
    )
)
