"""Which actions concern a municipality."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, Q, QuerySet

from groeimodel.foundation.partners.models import Municipality, Partnership
from groeimodel.meadow.actions.models import Action, Participation


def concerning(partnership: Partnership, municipality: Municipality) -> QuerySet[Action]:
    """Those of its own plot, and shared ones unless only others take part; `mine` says whether it takes part by name."""
    parts = Participation.objects.filter(action=OuterRef("pk"))
    mine = Exists(parts.filter(Q(municipality=municipality) | Q(municipality__merged_into=municipality)))
    own = Q(plot=municipality) | Q(plot__merged_into=municipality)
    return (
        Action.objects.filter(partnership=partnership)
        .annotate(mine=mine)
        .filter(own | Q(plot=None) & (Q(mine=True) | ~Exists(parts)))
    )
