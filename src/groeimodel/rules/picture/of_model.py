"""The three models as gardens: small, typical pictures, not anybody's data."""

from itertools import pairwise

from groeimodel.rules.growth.content import LAYERS, Content, Language, Layer
from groeimodel.rules.picture.garden import Bouquet, Flower, Garden, Nutrient, Seed, Species, Thread, Weather

MEMBERS = ("left", "own", "right", "far")
SPECIES: tuple[Species, ...] = ("poppy", "daisy", "cornflower", "sunflower", "mallow")
GROWTH = (0.75, 0.9, 0.6, 1.0, 0.7, 0.85, 0.5, 0.95, 0.65, 0.8)
"""How far its flowers are; varied, as in any meadow."""


def garden_of_model(layer: Layer, content: Content, language: Language = "nl") -> Garden:
    """A rich garden of one model: soil alone, soil with flowers, soil with flowers and a shop."""

    def word(key: str) -> str:
        return content.word(key, language)

    step = LAYERS.index(layer)
    members = tuple(
        Nutrient(key, word(f"infographic.member.{key}"), n, True, True) for n, key in enumerate(MEMBERS)
    )
    flowers = tuple(
        Flower(
            f"{layer}-{n}", word("layer.meadow"), SPECIES[n % 5], MEMBERS[n % 4] if n % 3 == 0 else None, p, p
        )
        for n, p in enumerate(GROWTH if step else ())
    )
    seeds = tuple(
        Seed(f"seed-{n}", word("layer_plain.soil"), sprouting=n > 1) for n in range(2 if step else 4)
    )
    bouquets = tuple(Bouquet(f"bouquet-{n}", word("layer_plain.shop")) for n in range(3 if step == 2 else 0))
    return Garden(
        title=word(f"layer.{layer}"),
        members=members,
        threads=tuple(Thread(a, b, 0.7) for a, b in pairwise(MEMBERS)),
        soil_health=85,
        energy=80,
        trust=70,
        seeds=seeds,
        flowers=flowers,
        shop="full" if step == 2 else "none",
        bouquets=bouquets,
        weather=Weather(known=80, shared=75, met=80),
    )
