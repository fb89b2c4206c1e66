"""Reads of what is shown: of one partnership inside its scope, or which partnerships show one kind."""

from __future__ import annotations

from django.db.models import QuerySet
from django_scopes import scopes_disabled

from groeimodel.foundation.partners.models import Partnership
from groeimodel.showcase.sharing.models import Kind, Opening


def shown_by(partnership: Partnership) -> frozenset[Kind]:
    """The kinds that a partnership shows today: one query, inside or outside its scope."""
    with scopes_disabled():
        rows = Opening.objects.filter(partnership=partnership, closed_at=None)
        return frozenset(Kind(one) for one in rows.values_list("kind", flat=True))


def openings_of(partnership: Partnership) -> dict[Kind, Opening]:
    """What is shown, with since when and by whom it was chosen: one query."""
    rows = Opening.objects.filter(partnership=partnership, closed_at=None).select_related("opened_by")
    return {Kind(one.kind): one for one in rows}


def partnerships_showing(kind: Kind) -> QuerySet[Partnership]:
    """Every partnership that shows this kind today, by name."""
    with scopes_disabled():
        keys = Opening.objects.filter(kind=kind, closed_at=None).values("partnership")
        return Partnership.objects.filter(pk__in=keys, listed_only=False).order_by("name")
