"""The offer on a page: what lies in the window, found by words, with the way to ask for it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.templatetags.static import static
from django.urls import reverse

from groeimodel.foundation.partners.models import Partnership
from groeimodel.shop.counter.models import Offer
from groeimodel.shop.counter.shelf import Tied, shelf_of
from groeimodel.shop.counter.templatetags.counter import species
from groeimodel.shop.desk.selectors import desk_of
from groeimodel.showcase.public.pictures import Picture, picture_of
from groeimodel.showcase.public.words import Tongue

MOST = 12
"""Offers shown at once; the search finds the others."""
LONG = 28
"""Words of an offer."""


@dataclass(frozen=True, slots=True)
class OfferShown:
    key: str
    title: str
    text: str
    price: str
    whom: str
    spotlight: bool
    free: bool
    picture: Picture | None
    species: str
    flower: str
    link: str
    """The page of the offer, where everyone may open it."""
    ask: str
    """Where it can be asked for; empty while the desk is closed or does not take it."""


@dataclass(frozen=True, slots=True)
class BouquetShown:
    title: str
    text: str
    offers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Counter:
    total: int
    offers: tuple[OfferShown, ...]
    more: int
    bouquets: tuple[BouquetShown, ...]
    query: str
    found: int
    meant: tuple[str, ...]
    """What typing errors were taken for."""
    ask: str
    window: str


def counter_of(partnership: Partnership, tongue: Tongue, today: date, query: str = "") -> Counter:
    """Four queries, however much lies there."""
    shelf = shelf_of(partnership, today, query=query)
    slug = partnership.slug
    ask = reverse("desk:ask", args=[slug]) if desk_of(partnership).open else ""
    return Counter(
        total=shelf.total,
        offers=tuple(_offer(one, tongue, ask, partnership) for one in shelf.offers[:MOST]),
        more=max(0, len(shelf.offers) - MOST),
        bouquets=tuple(_bouquet(one, tongue) for one in shelf.bouquets) if not query else (),
        query=query,
        found=len(shelf.offers),
        meant=tuple(shelf.corrected.values()),
        ask=ask,
        window=reverse("counter:list", args=[slug]) if partnership.public else "",
    )


def _offer(one: Offer, tongue: Tongue, ask: str, partnership: Partnership) -> OfferShown:
    whom = [tongue.say.of("audiences", each.value) for each in Offer.ForWhom if each.value in one.for_whom]
    say, slug = tongue.say, partnership.slug
    return OfferShown(
        key=f"aanbod-{one.pk}",
        title=tongue.title("counter.offer", one.pk, one.title),
        text=tongue.short(one.text, LONG),
        price=say("offer_free") if one.free else tongue.own(one.price) if one.price else "",
        whom=say("offer_for", whom=", ".join(whom)) if whom else say("offer_everyone"),
        spotlight=one.spotlight,
        free=one.free,
        picture=picture_of(one.picture, slug),
        species=species(one),
        flower=static(f"counter/{species(one)}.svg"),
        # The pages of the counter are for everyone where the garden is.
        link=reverse("counter:offer", args=[slug, one.pk]) if partnership.public else "",
        ask=f"{ask}?aanbod={one.pk}" if ask and one.asks_open else "",
    )


def _bouquet(one: Tied, tongue: Tongue) -> BouquetShown:
    return BouquetShown(
        tongue.title("counter.bouquet", one.bouquet.pk, one.bouquet.title),
        tongue.own(one.bouquet.text) if one.bouquet.text else "",
        tuple(tongue.title("counter.offer", each.pk, each.title) for each in one.offers),
    )
