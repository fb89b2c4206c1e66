"""Slides for a college or a council, from one set of facts. A slide without data is left out, never padded."""

from __future__ import annotations

from typing import Literal

from django.utils.translation import gettext as _

from groeimodel.formats.slides_pptx import Deck, Slide
from groeimodel.showcase.documents import deck_asks, deck_slides
from groeimodel.showcase.documents.deck_slides import Told
from groeimodel.showcase.documents.wording import colour_of, example_of, over
from groeimodel.showcase.facts.values import Facts

DeckFor = Literal["college", "council"]


def deck_of(
    facts: Facts,
    garden_png: bytes,
    audience: DeckFor,
    *,
    whole: Facts | None = None,
    money: bool = True,
    says: str = "",
    link: str = "",
) -> Deck:
    """The slides in order; no query but for the texts of the model.

    `facts` of one municipality come first; `whole` are those of all partners together, for what is counted for all
    alone (decisions, money of the shop). Without `money` no amount is shown. `says` is the garden in words, `link` an
    address where one reads on.
    """
    if audience == "council":
        facts, whole = facts.without_handfuls(), whole.without_handfuls() if whole else None
    together = whole or facts
    told = Told(facts, together, audience, money, garden_png, says or _garden_says(facts))
    made = (
        _cover(told),
        deck_slides.who(told),
        deck_slides.did(told, facts),
        deck_slides.did(told, together) if together is not facts else None,
        deck_slides.brought(told, facts),
        deck_slides.results(told),
        deck_slides.learned(told),
        deck_slides.running(told),
        deck_slides.offers(told),
        deck_slides.money(told),
        deck_slides.decisions(told) if audience == "council" else None,
        deck_asks.ahead(told),
        deck_asks.asked(told),
        deck_asks.closing(told, link),
    )
    return Deck(
        title=_title(facts),
        subtitle=subtitle(told),
        author=facts.partnership.name,
        slides=tuple(one for one in made if one is not None),
        example=example_of(facts.partnership),
        colour=colour_of(facts.partnership),
        goes_on=_("vervolg"),
        source_word=_("Bron"),
        made_on=facts.today,
    )


def _title(facts: Facts) -> str:
    return _("Wat groeit er in %(name)s?") % {"name": facts.partnership.name}


def _garden_says(facts: Facts) -> str:
    return _("De tuin van %(name)s op dit moment") % {"name": facts.partnership.name}


def subtitle(told: Told) -> str:
    """For whom, and about which days."""
    words = {"where": told.where, "period": over(told.facts.period)}
    if told.audience == "college":
        text = (
            _("Voor het college van %(where)s · %(period)s")
            if told.where
            else _("Voor de colleges van de partners · %(period)s")
        )
    else:
        text = (
            _("Voor de gemeenteraad van %(where)s · %(period)s")
            if told.where
            else _("Voor de gemeenteraden van de partners · %(period)s")
        )
    return text % words


def _cover(told: Told) -> Slide:
    words = {"name": told.facts.partnership.name}
    welcome = (
        _("Welkom. Ik vertel je wat %(name)s doet, wat wij eraan hebben en wat we van jullie vragen.")
        if told.audience == "college"
        else _("Welkom. Deze dia’s tonen wat %(name)s doet, wat het opbrengt en hoe het verder gaat.")
    )
    kept = _(
        "Alles komt uit wat de partners zelf noteerden. Bij elk cijfer staat de bron. Wat niemand noteerde, staat hier niet."
    )
    return Slide(
        _title(told.facts),
        "title",
        lead=subtitle(told),
        picture=told.garden,
        says=told.says,
        notes="\n".join([welcome % words, kept]),
    )
