"""Reads of themes, inside the scope of a partnership."""

from django.db.models import Count, Exists, OuterRef, QuerySet

from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.people.models import Person
from groeimodel.soil.themes.models import Backing, Theme


def themes_of(partnership: Partnership, person: Person | None = None) -> QuerySet[Theme]:
    """All of them, the most carried first: one query.

    Every municipality weighs the same (claim G1): `carried` counts municipalities, `votes` people; at equal `carried`
    more people come first, then the older theme. `mine` says whether this person backs it.
    """
    mine = Backing.objects.filter(theme=OuterRef("pk"), person=person.pk if person else None)
    rows: QuerySet[Theme] = (
        Theme.objects.filter(partnership=partnership)
        .select_related("proposed_by", "municipality__merged_into")
        .annotate(
            carried=Count("backings__municipality", distinct=True),
            votes=Count("backings", distinct=True),
            mine=Exists(mine),
        )
        .order_by("-carried", "-votes", "proposed_at", "pk")
    )
    return rows


def carriers_of(theme: Theme) -> list[str]:
    """The municipalities that back a theme, by name: one query."""
    rows = Backing.objects.filter(theme=theme).select_related("municipality__merged_into")
    return sorted({row.municipality.name_today for row in rows})
