"""What shared actions ask of people: say what you expect, and look back at the end."""

from __future__ import annotations

from datetime import timedelta

from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext as _

from groeimodel.foundation.asks import Ask, Here
from groeimodel.meadow.actions.expecting import NEAR, is_closed
from groeimodel.meadow.actions.models import Action, ActionExpectation
from groeimodel.rules.rights import Role

FRESH = timedelta(days=90)
"""So long after its end it is asked to look back."""
MOST = 3
"""Of each kind: a partnership with many actions does not fill the page of a person."""


def asks_of(here: Here) -> list[Ask]:
    """Of who sits for a municipality: two queries, and a few asks at most of each kind."""
    own = here.own(Role.ALDERMAN, Role.OFFICER)
    if not own:
        return []
    return [*_to_expect(here, own), *_to_look_back(here, own)]


def _to_expect(here: Here, own: frozenset[int]) -> list[Ask]:
    said = ActionExpectation.objects.filter(action=OuterRef("pk"), municipality__in=own)
    waiting = Action.objects.filter(
        ~Exists(said),
        Q(stage=Action.Stage.SEEDLING) | Q(stage=Action.Stage.FLOWER, ends__gt=here.today + NEAR),
        partnership=here.partnership,
        plot=None,
    ).order_by("ends", "pk")[:MOST]
    why = _("Eén zin. Aan het einde komt ze terug.")
    return [
        Ask(_("Zeg wat je verwacht van '%(title)s'") % {"title": one.title}, why, _page(here, one), weight=38)
        for one in waiting
    ]


def _to_look_back(here: Here, own: frozenset[int]) -> list[Ask]:
    over = Q(action__stage=Action.Stage.HARVEST) | Q(
        action__stage=Action.Stage.FLOWER, action__ends__lte=here.today + NEAR
    )
    open_ones = (
        ActionExpectation.objects.filter(
            over,
            action__partnership=here.partnership,
            action__plot=None,
            action__ends__gt=here.today - FRESH,
            municipality__in=own,
            came="",
        )
        .select_related("action")
        .order_by("-action__ends", "pk")[:MOST]
    )
    why = _("Jullie zeiden vooraf wat je verwachtte. Is dat uitgekomen?")
    return [
        Ask(
            _("Kijk terug op '%(title)s'") % {"title": one.action.title},
            why,
            _page(here, one.action),
            weight=48,
        )
        for one in open_ones
        if not is_closed(one.action)
    ]


def _page(here: Here, action: Action) -> str:
    return reverse("actions:action", args=[here.partnership.slug, action.pk])
