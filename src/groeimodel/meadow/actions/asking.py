"""What shared actions ask of people: say what you expect, and look back at the end."""

from __future__ import annotations

from datetime import timedelta

from django.urls import reverse
from django.utils.translation import gettext as _

from groeimodel.foundation.asks import Ask, Here
from groeimodel.meadow.actions.expecting import looks_back
from groeimodel.meadow.actions.models import Action, ActionExpectation
from groeimodel.rules.rights import Role

FRESH = timedelta(days=90)
"""So long after its end it is asked to look back."""


def asks_of(here: Here) -> list[Ask]:
    """Of who sits for a municipality: two queries."""
    own = here.own(Role.ALDERMAN, Role.OFFICER)
    if not own:
        return []
    shared = Action.objects.filter(
        partnership=here.partnership,
        plot=None,
        stage__in=[Action.Stage.SEEDLING, Action.Stage.FLOWER, Action.Stage.HARVEST],
    )
    said = {
        one.action_id: one
        for one in ActionExpectation.objects.filter(action__in=shared, municipality__in=own)
    }
    found = []
    for action in shared:
        url = reverse("actions:action", args=[here.partnership.slug, action.pk])
        over, mine = looks_back(action, here.today), said.get(action.pk)
        name = {"title": action.title}
        if not over and mine is None:
            why = _("Eén zin. Aan het einde komt ze terug.")
            found.append(Ask(_("Zeg wat je verwacht van '%(title)s'") % name, why, url, weight=38))
        elif over and mine is not None and not mine.came and action.ends and action.ends > here.today - FRESH:
            why = _("Jullie zeiden vooraf wat je verwachtte. Is dat uitgekomen?")
            found.append(Ask(_("Kijk terug op '%(title)s'") % name, why, url, weight=48))
    return found
