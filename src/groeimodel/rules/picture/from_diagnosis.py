"""A garden drawn from the answers of a scan alone, for who keeps no records in the system.

Members are the municipalities of the answers, a seat is filled when it was heard. The soil's colour is the score
of the soil. Each flower is a building block of the meadow, as high and as open as its score; a block under 25 is
a seed, under 40 a sprout. The shop stands by its own score: scaffold, open, full. What a scan cannot know
(weather, trust, energy, threads) is left out.
"""

from collections.abc import Mapping

from groeimodel.rules.growth.content import Content, Language
from groeimodel.rules.growth.diagnosis import Diagnosis
from groeimodel.rules.picture.garden import (
    Bouquet,
    Flower,
    Garden,
    Nutrient,
    Seed,
    ShopState,
    Species,
)

SPECIES: tuple[Species, ...] = ("sunflower", "poppy", "cornflower", "daisy", "mallow")
SEED_BELOW, SPROUT_BELOW, SCAFFOLD_FROM, FEATURED_FROM = 25, 40, 40, 70


def garden_of(
    diagnosis: Diagnosis,
    content: Content,
    title: str,
    *,
    names: Mapping[str, str] | None = None,
    example: bool = False,
    language: Language = "nl",
) -> Garden:
    """`names` gives the names of municipalities by their key in the diagnosis."""
    names = names or {}
    members = tuple(
        Nutrient(key, names.get(key, key), n, "alderman" in roles, "officer" in roles)
        for n, (key, roles) in enumerate(diagnosis.heard.items())
    )
    seeds: list[Seed] = []
    flowers: list[Flower] = []
    bouquets: list[Bouquet] = []
    for n, block in enumerate(diagnosis.blocks):
        score = block.estimate.score
        if score is None:
            continue
        name = content.block(block.block).title.in_language(language)
        if block.layer == "shop" and score >= FEATURED_FROM:
            bouquets.append(Bouquet(block.block, name))
        if block.layer != "meadow":
            continue
        if score < SPROUT_BELOW:
            seeds.append(Seed(block.block, name, sprouting=score >= SEED_BELOW))
        else:
            species = SPECIES[n % len(SPECIES)]
            flowers.append(Flower(block.block, name, species, None, score / 100, score / 100))
    return Garden(
        title=title,
        members=members,
        soil_health=diagnosis.layers["soil"].estimate.score,
        seeds=tuple(seeds),
        flowers=tuple(flowers),
        shop=shop_state(diagnosis),
        bouquets=tuple(bouquets) if diagnosis.layers["shop"].in_operation else (),
        example=example,
    )


def shop_state(diagnosis: Diagnosis) -> ShopState:
    """None, a scaffold, an open door or a full window."""
    shop = diagnosis.layers["shop"]
    if shop.in_operation:
        return "full" if shop.health == "rich" else "open"
    score = shop.estimate.score
    return "scaffold" if score is not None and score >= SCAFFOLD_FROM else "none"
