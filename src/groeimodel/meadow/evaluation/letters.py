"""The mail that asks to evaluate an action that nears its end."""

from __future__ import annotations

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from groeimodel.foundation.mail.services import Action as Button
from groeimodel.foundation.mail.services import Letter, post
from groeimodel.foundation.people.models import Person
from groeimodel.meadow.actions.models import Action
from groeimodel.meadow.evaluation.models import Evaluation
from groeimodel.meadow.tending.letters import answerers


def page_of(action: Action) -> str:
    return reverse("evaluation:page", args=[action.partnership.slug, action.pk])


def asked_people(action: Action) -> list[Person]:
    """The gardener; where nobody tends it, who coordinates, or the alderman of the plot."""
    return [action.gardener] if action.gardener is not None else answerers(action)


def ask(evaluation: Evaluation) -> bool:
    """Says whether there was anybody to ask."""
    action = evaluation.action
    people = asked_people(action)
    day = date_format(action.ends, "j F Y") if action.ends else ""
    for person in people:
        letter = Letter(
            subject=_("Hoe ging '%(title)s'?") % {"title": action.title},
            paragraphs=[
                _("De actie loopt tot %(day)s. Kijk samen terug voor ieders hoofd bij het volgende zit.")
                % {"day": day},
                _("Wat verwachtten de partners, wat kwam ervan, wat leerden jullie, en hoe gaat het verder?"),
            ],
            action=Button(_("Schrijf de evaluatie"), page_of(action)),
            after=[_("Je kunt tussendoor bewaren. Je krijgt hierover maar één mail.")],
        )
        post(kind="evaluation.ask", to=person, letter=letter, partnership=action.partnership)
    return bool(people)
