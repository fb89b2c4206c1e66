"""Reads of needs, inside the scope of a partnership."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Case, F, IntegerField, Q, QuerySet, Value, When

from groeimodel.foundation.partners.models import Municipality, Partnership
from groeimodel.soil.needs.models import Need

OLD = timedelta(days=731)
"""Two years: what was heard before is asked anew."""


@dataclass(frozen=True, slots=True)
class Filter:
    municipality: int | None = None
    """Its key."""
    for_whom: str = ""
    closed: bool = False
    """Also what was closed."""

    @property
    def narrows(self) -> bool:
        return self.municipality is not None or bool(self.for_whom)


def needs_of(partnership: Partnership) -> QuerySet[Need]:
    """All of them, newest first, with what a page shows of each: one query."""
    rows: QuerySet[Need] = Need.objects.filter(partnership=partnership).select_related(
        "partnership", "municipality__merged_into", "written_by"
    )
    return rows


def listed(partnership: Partnership, chosen: Filter, own: Iterable[int]) -> QuerySet[Need]:
    """What the page lists: those of the own municipalities first, open ones before closed, the newest first."""
    rows = needs_of(partnership)
    if chosen.municipality is not None:
        of = Q(municipality=chosen.municipality) | Q(municipality__merged_into=chosen.municipality)
        rows = rows.filter(of)
    if chosen.for_whom:
        rows = rows.filter(for_whom__in=[chosen.for_whom, Need.ForWhom.ALL])
    if not chosen.closed:
        rows = rows.filter(closed_on=None)
    keys = list(own)
    mine = Q(municipality__in=keys) | Q(municipality__merged_into__in=keys)
    first = Case(When(mine, then=Value(0)), default=Value(1), output_field=IntegerField())
    shut = F("closed_on").asc(nulls_first=True)
    return rows.order_by(first, "municipality__name", "municipality", shut, "-heard_on", "-pk")


def open_needs_of(partnership: Partnership, municipalities: Iterable[int]) -> dict[int, list[Need]]:
    """What is a need now, by the key of the municipality, newest first: one query."""
    found: dict[int, list[Need]] = {key: [] for key in municipalities}
    rows = Need.objects.filter(partnership=partnership, municipality__in=list(found), closed_on=None)
    for row in rows:
        found[row.municipality_id].append(row)
    return found


def without_fresh(partnership: Partnership, municipalities: Sequence[int], today: date) -> dict[int, bool]:
    """Municipalities that heard no open need in the last two years, and whether they have older ones: one query."""
    last: dict[int, date] = {}
    rows = Need.objects.filter(partnership=partnership, municipality__in=municipalities, closed_on=None)
    for where, heard_on in rows.values_list("municipality", "heard_on"):
        last[where] = max(heard_on, last.get(where, heard_on))
    return {key: key in last for key in municipalities if key not in last or last[key] < today - OLD}


@dataclass(frozen=True, slots=True)
class Desk:
    """For which municipalities the reader may write, and all that take part."""

    own: tuple[Municipality, ...]
    members: tuple[Municipality, ...]

    @property
    def own_keys(self) -> frozenset[int]:
        return frozenset(one.pk for one in self.own)
