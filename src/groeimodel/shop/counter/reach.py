"""Whom the offer reaches, by municipality of residence (claim B12). Municipalities stand by name: there is no ranking."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from django.db.models import Count, Q, QuerySet, Sum
from django.utils.translation import gettext as _

from groeimodel.foundation.partners.models import Municipality, Partnership
from groeimodel.rules.reach import about, share, told
from groeimodel.shop.counter.models import Offer, Use
from groeimodel.shop.counter.putting_in import put_in

CENT = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Reached:
    """What one municipality of residence got out of the shop in a year."""

    name: str
    municipality: int | None
    """Its key as it is today; None where people live elsewhere, or that is not known."""
    people: int | None
    """None: fewer than five, which is not told to everyone."""
    uses: int
    offers: int
    share: int | None
    """Of the people of all municipalities, in hundredths; None where people is."""
    paid: Decimal | None = None
    """Euro that it put in that year; None for everyone, and where that is not known."""

    @property
    def per_head(self) -> Decimal | None:
        """Euro put in for each person that was reached, to the cent; None without people."""
        if self.paid is None or not self.people:
            return None
        return (self.paid / self.people).quantize(CENT, ROUND_HALF_UP)


@dataclass(frozen=True, slots=True)
class Reach:
    year: int
    rows: list[Reached]
    people: int
    """Of what is shown."""
    uses: int
    hides: bool
    most: int
    """The most people of one municipality, for the length of bars."""
    paid: Decimal | None = None
    """Euro of all municipalities together; None for everyone, and where nothing is known of that year."""


def years_of(partnership: Partnership, today: date) -> list[int]:
    """The years in which something was counted, this one always, last first: one query."""
    days = Use.objects.filter(offer__partnership=partnership).dates("day", "year")
    return sorted({day.year for day in days} | {today.year}, reverse=True)


def reach_of(partnership: Partnership, year: int, *, everyone: bool) -> Reach:
    """For `everyone`, small numbers are left out. What merged counts for what it is today. At most four queries."""
    people: dict[int | None, int] = defaultdict(int)
    uses: dict[int | None, int] = defaultdict(int)
    offers: dict[int | None, set[int]] = defaultdict(set)
    rows = (
        Use.objects.filter(offer__partnership=partnership, day__year=year)
        .order_by()
        .values_list("municipality", "municipality__merged_into", "offer")
        .annotate(sum=Sum("people"), count=Count("pk"))
    )
    for where, into, offer, heads, count in rows:
        key = into or where
        people[key] += heads
        uses[key] += count
        offers[key].add(offer)
    paid = None if everyone else put_in(partnership, year)
    names = _names(partnership, {*people, *(paid or ())})
    for key in names:
        people.setdefault(key, 0)
    shown = told(people) if everyone else None
    total = shown.total if shown else sum(people.values())
    heads_of: Mapping[int | None, int | None] = shown.people if shown else people
    found = [
        Reached(
            name=names[key],
            municipality=key,
            people=(heads := heads_of[key]),
            uses=uses[key],
            offers=len(offers[key]),
            share=None if heads is None else share(heads, total),
            paid=None if paid is None or key is None else paid.get(key, Decimal()),
        )
        for key in sorted(people, key=lambda one: (one is None, names[one]))
    ]
    return Reach(
        year=year,
        rows=found,
        people=total,
        uses=sum(uses.values()),
        hides=bool(shown and shown.hides),
        most=max((one.people or 0 for one in found), default=0),
        paid=None if paid is None else sum(paid.values(), Decimal()),
    )


def _names(partnership: Partnership, wanted: Collection[int | None]) -> dict[int | None, str]:
    """Of today's members, and of what else people live in: one query."""
    here = Q(memberships__partnership=partnership, memberships__ends=None)
    named = Q(pk__in=[key for key in wanted if key is not None])
    rows = Municipality.objects.filter(here | named).distinct().values_list("pk", "name")
    names: dict[int | None, str] = dict(rows)
    if None in wanted:
        names[None] = _("Elders, of niet geweten")
    return names


def reached(partnership: Partnership, today: date) -> int:
    """People in the last twelve months, about: for the shop's front page. One query."""
    return about(_people(Use.objects.filter(offer__partnership=partnership), today))


def reached_by(offer: Offer, today: date, *, everyone: bool) -> int:
    """People of one offer in the last twelve months; for everyone about so many. One query."""
    people = _people(Use.objects.filter(offer=offer), today)
    return about(people) if everyone else people


def _people(rows: QuerySet[Use], today: date) -> int:
    found = rows.filter(day__gt=_year_before(today)).aggregate(people=Sum("people"))
    return int(found["people"] or 0)


def _year_before(today: date) -> date:
    """The same day a year before; on the 29th of February the 28th."""
    try:
        return today.replace(year=today.year - 1)
    except ValueError:
        return today.replace(year=today.year - 1, day=28)
