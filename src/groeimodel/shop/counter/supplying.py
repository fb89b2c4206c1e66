"""Reads of suppliers, with their agreements: which one ends, and when somebody must act."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch

from groeimodel.foundation.files.models import Document
from groeimodel.foundation.files.selectors import documents_by
from groeimodel.foundation.partners.models import Partnership
from groeimodel.shop.counter.models import Agreement, Offer, Supplier

WARN = 90
"""Days before an end or a notice day at which a page warns."""


@dataclass(frozen=True, slots=True)
class Standing:
    """An agreement on a day."""

    agreement: Agreement
    offers: list[Offer]
    documents: list[Document]
    today: date

    @property
    def over(self) -> bool:
        return self.agreement.ends is not None and self.agreement.ends < self.today

    @property
    def act_by(self) -> date | None:
        """The first day that must not be missed: the notice day, or else the end. None: nothing to do."""
        one = self.agreement
        if one.lapses or self.over:
            return None
        days = [day for day in (one.notice_on, one.ends) if day is not None and day >= self.today]
        return min(days, default=None)

    @property
    def near(self) -> bool:
        return self.act_by is not None and (self.act_by - self.today).days <= WARN


@dataclass(frozen=True, slots=True)
class Delivering:
    """A supplier with how many agreements run, and the first day that must not be missed."""

    supplier: Supplier
    running: int
    act_by: date | None
    near: bool


def suppliers_of(partnership: Partnership, today: date) -> list[Delivering]:
    """By name: two queries."""
    rows = list(Supplier.objects.filter(partnership=partnership))
    agreed: dict[int, list[Standing]] = defaultdict(list)
    for one in Agreement.objects.filter(supplier__in=rows):
        agreed[one.supplier_id].append(Standing(one, [], [], today))
    return [_delivering(one, agreed[one.pk]) for one in rows]


def _delivering(supplier: Supplier, agreed: Sequence[Standing]) -> Delivering:
    running = [one for one in agreed if not one.over]
    first = min((one.act_by for one in running if one.act_by is not None), default=None)
    return Delivering(supplier, len(running), first, any(one.near for one in running))


def agreements_with(supplier: Supplier, today: date) -> list[Standing]:
    """What runs first, what is over last; with offers and documents: three queries."""
    offers = Prefetch("offers", Offer.objects.order_by("title"))
    rows = list(Agreement.objects.filter(supplier=supplier).prefetch_related(offers))
    documents = documents_by(rows)
    standing = [Standing(one, list(one.offers.all()), documents.get(one.pk, []), today) for one in rows]
    return sorted(standing, key=lambda one: (one.over, one.act_by or date.max, one.agreement.title))
