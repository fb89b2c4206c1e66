"""What questions ask of people: answer, and thank."""

from __future__ import annotations

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from groeimodel.foundation.asks import Ask, Here
from groeimodel.soil.questions.models import Question

MOST = 3
"""So many at once: a long list is not read."""


def asks_of(here: Here) -> list[Ask]:
    """Two queries, whoever asks."""
    key = here.person.pk
    rows = Question.objects.filter(partnership=here.partnership, closed_at=None)
    waiting = rows.filter(first_answered_at=None, told__person=key).exclude(asker=key)
    found = [_answer(here, one) for one in waiting.order_by("asked_at", "pk")[:MOST]]
    owed = rows.filter(Q(answers__isnull=False), answers__thanked_at=None, asker=key).distinct()
    return found + [_thank(here, one) for one in owed.order_by("asked_at", "pk")[:MOST]]


def _answer(here: Here, one: Question) -> Ask:
    why = _("Iemand dacht dat jij het weet. Twee zinnen zijn al genoeg.")
    return Ask(_("Antwoord: %(title)s") % {"title": one.title}, why, _url(here, one), weight=88)


def _thank(here: Here, one: Question) -> Ask:
    why = _("Er kwam antwoord op je vraag. Wie bedankt wordt, antwoordt graag nog eens.")
    return Ask(_("Bedank wie antwoordde: %(title)s") % {"title": one.title}, why, _url(here, one), weight=45)


def _url(here: Here, one: Question) -> str:
    return reverse("questions:question", args=[here.partnership.slug, one.pk])
