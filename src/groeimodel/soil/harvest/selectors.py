"""Reads of harvest, inside the scope of a partnership."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from django.db.models import QuerySet

from groeimodel.foundation.partners.models import Partnership
from groeimodel.soil.harvest.models import Harvest


def harvest_of(partnership: Partnership) -> QuerySet[Harvest]:
    """All of it, newest first, with its municipalities: one query."""
    rows: QuerySet[Harvest] = Harvest.objects.filter(partnership=partnership).select_related(
        "municipality", "from_municipality"
    )
    return rows


def exchanges(harvests: Sequence[Harvest], *, since: date) -> Counter[tuple[int, int]]:
    """How often two municipalities gave each other something, by their keys, the smaller first."""
    pairs: Counter[tuple[int, int]] = Counter()
    for harvest in harvests:
        if harvest.from_municipality_id and harvest.gained_on >= since:
            a, b = sorted((harvest.municipality_id, harvest.from_municipality_id))
            pairs[a, b] += 1
    return pairs
