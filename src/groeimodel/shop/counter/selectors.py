"""Reads of the offer, inside the scope of a partnership."""

from __future__ import annotations

from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from groeimodel.foundation.partners.models import Partnership
from groeimodel.shop.counter.models import Bouquet, Offer


def offers_of(partnership: Partnership, today: date) -> QuerySet[Offer]:
    """All of it, with whether it lies in a bouquet that is featured on a day (`Offer.spotlight`): one query."""
    shown = featured(today).filter(offers=OuterRef("pk"))
    return (
        Offer.objects.filter(partnership=partnership)
        .select_related("partnership", "picture", "speciality")
        .annotate(in_bouquet=Exists(shown))
    )


def in_window(rows: QuerySet[Offer], today: date) -> QuerySet[Offer]:
    """Those that lie in the window on a day: no drafts, nothing withdrawn, nothing over or to come."""
    return rows.filter(draft=False, withdrawn_on=None, starts__lte=today).filter(
        Q(ends=None) | Q(ends__gte=today)
    )


def offers_in_window(partnership: Partnership, today: date) -> list[Offer]:
    """What everyone who comes in finds on a day, what is in the spotlight first: one query."""
    found = in_window(offers_of(partnership, today), today)
    return sorted(found, key=lambda one: (not one.spotlight, one.title.casefold(), one.pk))


def featured(today: date) -> QuerySet[Bouquet]:
    """Bouquets whose period a day lies in."""
    return Bouquet.objects.filter(starts__lte=today).filter(Q(ends=None) | Q(ends__gte=today))


def in_the_making(partnership: Partnership, today: date) -> list[Offer]:
    """What lies not in the window, for who takes part: drafts, what is to come, over or withdrawn. One query."""
    rows = offers_of(partnership, today).order_by("-draft", "title", "pk")
    return [one for one in rows if not one.shown_on(today)]
