"""Reads of bouquets and specialities."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from django.db.models import Sum

from groeimodel.foundation.partners.models import Partnership
from groeimodel.rules.reach import share
from groeimodel.shop.counter.models import Bouquet, Offer, Speciality, Use
from groeimodel.shop.counter.selectors import in_window, offers_of


@dataclass(frozen=True, slots=True)
class Bound:
    """A bouquet with its offers and whether it stands in the spotlight."""

    bouquet: Bouquet
    offers: list[Offer]
    today: date

    @property
    def featured(self) -> bool:
        return self.bouquet.featured_on(self.today)

    @property
    def to_come(self) -> bool:
        return self.bouquet.starts is not None and self.bouquet.starts > self.today

    @property
    def over(self) -> bool:
        return self.bouquet.ends is not None and self.bouquet.ends < self.today


def bouquets_of(partnership: Partnership, today: date) -> list[Bound]:
    """In the spotlight first, then to come, then the rest: two queries."""
    rows = Bouquet.objects.filter(partnership=partnership).prefetch_related("offers")
    bound = [Bound(one, list(one.offers.all()), today) for one in rows]
    return sorted(bound, key=lambda one: (not one.featured, not one.to_come, one.bouquet.title.casefold()))


@dataclass(frozen=True, slots=True)
class Share:
    """What one speciality takes of the whole shop."""

    speciality: Speciality | None
    """None: offers that belong to none."""
    offers: list[Offer]
    people: int
    of_offers: int | None
    """In hundredths; None when there is nothing to share."""
    of_people: int | None


@dataclass(frozen=True, slots=True)
class Shares:
    rows: list[Share]
    offers: int
    people: int
    year: int


def shares_of(partnership: Partnership, today: date) -> Shares:
    """Of the offers in the window, and of the people that offers reached this year: three queries."""
    specialities = list(Speciality.objects.filter(partnership=partnership))
    window = list(in_window(offers_of(partnership, today), today))
    reached = dict(
        Use.objects.filter(offer__partnership=partnership, day__year=today.year)
        .order_by()
        .values_list("offer__speciality")
        .annotate(sum=Sum("people"))
    )
    by_key: dict[int | None, list[Offer]] = defaultdict(list)
    for one in window:
        by_key[one.speciality_id].append(one)
    everyone = sum(reached.values())
    rows = [
        Share(
            one,
            by_key[one.pk if one else None],
            reached.get(one.pk if one else None, 0),
            share(len(by_key[one.pk if one else None]), len(window)),
            share(reached.get(one.pk if one else None, 0), everyone),
        )
        for one in [*specialities, None]
    ]
    return Shares(rows, len(window), everyone, today.year)
