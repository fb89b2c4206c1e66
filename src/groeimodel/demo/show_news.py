"""The newsletter of the example with a meadow: two editions that were sent, one in the making, and some readers."""

from __future__ import annotations

from dataclasses import dataclass

from groeimodel.demo.kit import Planted, example_person, moment
from groeimodel.foundation.mail.readers import address_key
from groeimodel.showcase.news import selectors, services
from groeimodel.showcase.news.models import Edition, Subscription
from groeimodel.showcase.news.services import Content, Words

COORDINATOR = "Finn Claes"


@dataclass(frozen=True, slots=True)
class Letter:
    days: int
    """How long ago it went."""
    title: str
    intro: str
    items: tuple[Words, ...]
    readers: int


LETTERS = (
    Letter(
        56,
        "Onze eerste brief: waar werken we aan?",
        "Vijf gemeenten, één bloemenweide. In deze brief lees je wat we samen doen voor kinderen en jongeren.",
        (
            Words("Waarom samen?", "Wat één gemeente alleen niet kan, lukt samen wel: een vorming, een kamp, een materiaalbank."),
            Words("Doe mee", "Heb je een idee voor je buurt? Vertel het aan de jeugddienst van je gemeente. Elk zaadje telt."),
        ),
        9,
    ),
    Letter(
        35,
        "Volle weken op de weide",
        "Er groeide veel, en we waren er met velen. Dit bleef ons bij, en dit komt eraan.",
        (
            Words("Bedankt, vrijwilligers", "Zonder jullie groeide hier niets. Binnenkort drinken we er samen een koffie op."),
            Words("Wat komt er?", "De gemeenten kiezen binnenkort samen welke nieuwe acties er komen."),
        ),
        17,
    ),
)  # fmt: skip
READERS = 23
"""Invented addresses; the last one did not confirm yet."""


def build(planted: Planted) -> None:
    """Inside the scope, once its public page is online; nothing is mailed, for it tells of long ago."""
    here, finn = planted.partnership, example_person(COORDINATOR)
    for letter in LETTERS:
        at = moment(planted.day(letter.days), 10)
        edition = services.begin_edition(partnership=here, actor=finn, at=at)
        gathered = selectors.items_of(edition, included=False)
        # What is gathered now lies after that day: only the words of then go in.
        out = [Words(one.title, one.text, included=False, pk=one.pk) for one in gathered]
        services.save_draft(
            edition=edition,
            content=Content(letter.title, letter.intro, items=[*letter.items, *out]),
            seen=selectors.token_of(edition, gathered),
            actor=finn,
            at=at,
        )
        services.send(edition=edition, actor=finn, at=at)
        Edition.objects.filter(pk=edition.pk).update(readers=letter.readers)
    _read_along(planted)
    services.begin_edition(partnership=here, actor=finn, at=moment(planted.day(1), 9))


def _read_along(planted: Planted) -> None:
    for number in range(READERS):
        address = f"lezer{number + 1}@voorbeeld.test"
        asked = moment(planted.day(58 - number * 2), 12)
        Subscription.objects.create(
            partnership=planted.partnership,
            address=address,
            address_key=address_key(address),
            asked_at=asked,
            confirmed_at=asked if number < READERS - 1 else None,
        )
