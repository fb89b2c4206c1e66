"""Plants the example data, all of it or nothing."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils import timezone
from django_scopes import scope, scopes_disabled

from groeimodel.demo import (
    memories,
    other_talks,
    potgrond,
    potgrond_talks,
    shop_bank,
    shop_counter,
    shop_desk,
    shop_money,
    shop_organs,
    shop_plan,
    shop_sittings,
    shop_subsidy,
    show_news,
    show_public,
    show_region,
    show_texts,
    show_trends,
    weide,
    winkel,
)
from groeimodel.demo.agreements import agree
from groeimodel.demo.answers import LEANINGS
from groeimodel.demo.care import CARE
from groeimodel.demo.choosing import choose_together
from groeimodel.demo.colleges import take_along
from groeimodel.demo.duos import talk_in_pairs
from groeimodel.demo.exchange import meet
from groeimodel.demo.expectations import expect
from groeimodel.demo.growing import grow, look_at_neighbours
from groeimodel.demo.hopes import hope
from groeimodel.demo.kit import Planted, Story, example_person, plant
from groeimodel.demo.knowledge import share
from groeimodel.demo.lessons import remember, thank
from groeimodel.demo.needs import need
from groeimodel.demo.pictures import hang_pictures
from groeimodel.demo.pulses import feel
from groeimodel.demo.rounds import run_rounds
from groeimodel.demo.show_sharing import open_gates
from groeimodel.demo.subsidised import list_subsidised
from groeimodel.demo.tending import tend
from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.partners.register import load_municipalities
from groeimodel.foundation.people.models import Person

STORIES: tuple[Story, ...] = (potgrond.STORY, weide.STORY, winkel.STORY)
AGREEMENTS = {one.STORY.slug: one.AGREEMENTS for one in (potgrond, weide, winkel)}
EXCHANGES = {
    potgrond.STORY.slug: potgrond_talks.EXCHANGE,
    weide.STORY.slug: other_talks.MEADOW,
    winkel.STORY.slug: other_talks.SHOP,
}
SUPPORTER = "Els Martens"


@dataclass(frozen=True, slots=True)
class ExamplePerson:
    """Somebody whom a visitor of the demonstration can be."""

    name: str
    role: str
    where: str


PERSONS: tuple[ExamplePerson, ...] = (
    ExamplePerson("Amina Haddad", "schepen van jeugd", f"{weide.K}, {weide.STORY.name}"),
    ExamplePerson("Bram Verhulst", "jeugdambtenaar", f"{weide.K}, {weide.STORY.name}"),
    ExamplePerson("Finn Claes", "coördinator", weide.STORY.name),
    ExamplePerson(SUPPORTER, "regio-ondersteuner", "de drie voorbeelden"),
    ExamplePerson(show_texts.EDITOR, "redacteur van de teksten", "de koepel"),
    ExamplePerson("Karim Bensaïd", "schepen van jeugd", f"{potgrond.L}, {potgrond.STORY.name}"),
    ExamplePerson("Lotte Claessens", "jeugdambtenaar", f"{potgrond.L}, {potgrond.STORY.name}"),
    ExamplePerson("Joris De Smedt", "schepen van jeugd", f"{winkel.D}, {winkel.STORY.name}"),
    ExamplePerson("Fatima Amrani", "jeugdambtenaar", f"{winkel.D}, {winkel.STORY.name}"),
)
"""The ready-made persons; every other seat of the examples can be chosen on the page too."""


def persons_in_words() -> list[str]:
    width = max(len(person.name) for person in PERSONS)
    return [f"{one.name:<{width}}  {one.role}, {one.where}" for one in PERSONS]


def is_seeded() -> bool:
    return Partnership.objects.exists()


@transaction.atomic
def seed(today: date | None = None) -> None:
    """Plant two years of history up to `today`; the same day always gives the same data.

    Raises:
        RuntimeError: there are partnerships already; example data never mixes with real data.
    """
    if is_seeded():
        raise RuntimeError("Er zijn al samenwerkingen: voorbeelddata komt alleen in een lege databank.")
    day = today or timezone.localdate()
    load_municipalities()
    supporter = example_person(SUPPORTER)
    for story in STORIES:
        _grow(plant(story, supporter=supporter, today=day), supporter)
    with scopes_disabled():
        for name, titles in memories.THANKS.items():
            thank(example_person(name), titles)
    list_subsidised()
    show_texts.build(day)
    show_trends.publish(day)


def _grow(planted: Planted, supporter: Person) -> None:
    with scope(partnership=planted.partnership):
        grow(planted)
        agree(planted, AGREEMENTS[planted.story.slug], supporter)
        if planted.story is winkel.STORY:
            winkel.build(planted)
            shop_counter.build(planted)
            shop_desk.build(planted)
            shop_sittings.build(planted)
            shop_organs.build(planted)
            shop_plan.build(planted)
            shop_money.build(planted)
            shop_bank.build(planted)
            shop_subsidy.build(planted)
        remember(planted, memories.MEMORIES[planted.story.slug])
        if planted.story is potgrond.STORY:
            share(planted)
        hang_pictures(planted)
        meet(planted, EXCHANGES[planted.story.slug])
        run_rounds(planted, LEANINGS[planted.story.slug])
        expect(planted)
        feel(planted)
        talk_in_pairs(planted)
        if planted.story is weide.STORY:
            hope(planted)
            take_along(planted)
            need(planted)
            choose_together(planted)
        tend(planted, CARE.get(planted.story.slug, ()))
        look_at_neighbours(planted)
        open_gates(planted)
        show_region.build(planted, supporter)
        if planted.story is not potgrond.STORY:
            show_trends.build(planted)
        show_public.build(planted)
        if planted.story is weide.STORY:
            show_news.build(planted)
