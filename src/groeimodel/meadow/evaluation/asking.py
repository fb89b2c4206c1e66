"""What evaluations ask of people: write one when an action nears its end; share a lesson that was offered."""

from __future__ import annotations

from datetime import timedelta

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from groeimodel.foundation.asks import Ask, Here
from groeimodel.meadow.actions.models import Action
from groeimodel.meadow.evaluation import selectors
from groeimodel.rules.rights import Role

MOST = 4
OFFERED = timedelta(days=90)


def asks_of(here: Here) -> list[Ask]:
    """Of who sits here or coordinates: two queries at most."""
    if not here.has(Role.ALDERMAN, Role.OFFICER, Role.COORDINATOR):
        return []
    rows = selectors.waiting(here.partnership, here.today, here.person.pk)
    mine = [one for one in rows if _is_asked(here, one)]
    found = [_evaluate(here, one) for one in mine[:MOST]]
    if here.has(Role.COORDINATOR):
        lessons = selectors.to_share(here.partnership, here.today - OFFERED)[:MOST]
        found += [
            Ask(
                _("Deel de les '%(title)s'") % {"title": one.title},
                _("Wie evalueerde, wil ze in de bibliotheek, zonder namen. Lees ze na en deel ze."),
                reverse("lessons:share", args=[here.partnership.slug, one.pk]),
                weight=34,
            )
            for one in lessons
        ]
    return found


def _is_asked(here: Here, action: Action) -> bool:
    """The gardener; where nobody tends it, who coordinates, or who sits for the municipality of the plot."""
    if action.gardener_id is not None:
        return action.gardener_id == here.person.pk
    if action.plot is None:
        return here.has(Role.COORDINATOR)
    return action.plot.today in here.own(Role.ALDERMAN, Role.OFFICER)


def _evaluate(here: Here, action: Action) -> Ask:
    running = action.stage == Action.Stage.FLOWER and action.ends is not None
    words = {"title": action.title, "day": date_format(action.ends, "j F") if action.ends else ""}
    why = (
        _("Ze loopt tot %(day)s. Kijk samen terug: wat kwam ervan, en hoe gaat het verder?") % words
        if running
        else _("Ze is geplukt. Schrijf op wat jullie leerden, dan heeft een volgende er iets aan.")
    )
    return Ask(
        _("Evalueer '%(title)s'") % words,
        why,
        reverse("evaluation:page", args=[here.partnership.slug, action.pk]),
        weight=72 if running else 50,
        due=action.ends if running and action.ends and action.ends >= here.today else None,
    )
