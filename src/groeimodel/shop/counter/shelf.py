"""What somebody finds who looks for something in the shop: by words, and by whom it is for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from groeimodel.content.synonyms import thesaurus
from groeimodel.foundation.partners.models import Partnership
from groeimodel.rules.search import Asked, Rank, ask, nearest, rank, words_of, written
from groeimodel.shop.counter.models import Bouquet, BouquetOffer, Offer
from groeimodel.shop.counter.selectors import featured, offers_in_window


@dataclass(frozen=True, slots=True)
class Tied:
    """A bouquet with what of it lies in the window."""

    bouquet: Bouquet
    offers: list[Offer]


@dataclass(frozen=True, slots=True)
class Shelf:
    """What the shop shows to somebody who asks."""

    offers: list[Offer]
    """That answer, the best first; without a question what is in the spotlight first."""
    total: int
    """Everything in the window."""
    bouquets: list[Tied]
    """Featured today, each with at least one offer in the window."""
    audiences: list[tuple[str, str]]
    """For whom there is something: value and words."""
    corrected: dict[str, str]
    """Typed word to what was taken for it."""


def shelf_of(partnership: Partnership, today: date, *, query: str = "", who: str = "") -> Shelf:
    """Three queries, however much there is. `who` is a value of `Offer.ForWhom`, or empty."""
    window = offers_in_window(partnership, today)
    fitting = [one for one in window if not who or not one.for_whom or who in one.for_whom]
    asked = asked_of(query, window)
    found = best(asked, fitting) if asked.terms else fitting
    named = {value for one in window for value in one.for_whom}
    return Shelf(
        offers=found,
        total=len(window),
        bouquets=tied(partnership, today, window),
        audiences=[(one.value, str(one.label)) for one in Offer.ForWhom if one.value in named],
        corrected=dict(asked.corrected),
    )


def tied(partnership: Partnership, today: date, window: Sequence[Offer]) -> list[Tied]:
    """The bouquets of today with what of each lies in the window: two queries."""
    rows = list(featured(today).filter(partnership=partnership))
    links = BouquetOffer.objects.filter(bouquet__in=rows).values_list("bouquet", "offer")
    by_bouquet: dict[int, set[int]] = {}
    for bouquet, offer in links:
        by_bouquet.setdefault(bouquet, set()).add(offer)
    found = [Tied(one, [each for each in window if each.pk in by_bouquet.get(one.pk, ())]) for one in rows]
    return [one for one in found if one.offers]


def asked_of(query: str, window: Sequence[Offer]) -> Asked:
    """What is looked for; a word that occurs nowhere is taken for the nearest one that does."""
    words = thesaurus()
    known = {word for one in window for word in words_of(f"{one.title} {text_of(one)}")}
    asked = ask(query[:200], words)
    kept = {each for word in known for each in written(word, words.parts)}
    corrections = {}
    for term in asked.terms:
        begun = term.begins and any(word.startswith(term.begins) for word in known)
        if not begun and not kept & (term.exact | term.near | term.parts):
            meant = nearest(term.word, known)
            if meant is not None:
                corrections[term.word] = meant
    return ask(query[:200], words, corrections=corrections) if corrections else asked


def best(asked: Asked, offers: Sequence[Offer]) -> list[Offer]:
    """Those that have every word, or else those that have any, the best first."""
    parts = thesaurus().parts
    ranked: list[tuple[Rank, Offer]] = []
    for one in offers:
        title, text = written(one.title, parts), " ".join(written(text_of(one), parts))
        ranked.append((rank(asked.terms, title, text), one))
    most = max((each.found for each, _one in ranked), default=0)
    whole = [pair for pair in ranked if pair[0].found == most] if most else []
    return [one for _rank, one in sorted(whole, key=lambda pair: pair[0], reverse=True)]


def text_of(offer: Offer) -> str:
    """What an offer is found by, beside its title."""
    free = "gratis" if offer.free else ""
    return " ".join(filter(None, (offer.text, " ".join(offer.for_whom_words), offer.price, free, offer.how)))
