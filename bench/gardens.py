"""Gardens to draw: invented, of any size, always the same."""

from groeimodel.rules.picture.canvas import Dice
from groeimodel.rules.picture.garden import (
    Bouquet,
    Compost,
    Flower,
    Garden,
    Nutrient,
    Seed,
    ShopState,
    Species,
    Thread,
    Weather,
)

NAMES = (
    "Lindergem", "Eikvoort", "Beukmeer", "Elsdonk", "Wilgerode", "Sint-Martens-Latem", "Heist-op-den-Berg", "Berkelaar",
    "Populierbeke", "Scherpenheuvel-Zichem", "Mos", "Sint-Katelijne-Waver", "Hazelberg", "Esdoornveld", "Kastanjehove", "Vlierzele",
    "Meidoorn", "Houtem-Sint-Liévin", "Rozendaal", "Iepenburg", "Zilverden", "Lorkenheide", "Taxandria", "Notelaar", "Kerselare",
    "Pruimendonk", "Appelterre", "Peregem",
)  # fmt: skip
SPECIES: tuple[Species, ...] = ("poppy", "cornflower", "sunflower", "mallow", "daisy")


def garden(
    members: int,
    actions: int,
    *,
    health: float | None = 72,
    energy: float | None = 60,
    trust: float | None = 65,
    shop: ShopState = "open",
    weather: Weather = Weather(82, 66, 70),  # noqa: B008 - frozen
    empty_seats: bool = False,
    links: bool = True,
) -> Garden:
    """An invented garden of this size; a third of its actions on own plots."""
    rows = tuple(
        Nutrient(
            f"m{at}", NAMES[at % len(NAMES)], at, not (empty_seats and at % 3 == 1), not (empty_seats and at % 4 == 1),
            f"#gemeente-{at}" if links else "",
        )
        for at in range(members)
    )  # fmt: skip
    flowers = tuple(_flower(at, members, links) for at in range(actions))
    sown = min(30, actions // 3)
    return Garden(
        title="Kempendal",
        members=rows,
        threads=_threads(members),
        soil_health=health,
        energy=energy,
        trust=trust,
        seeds=tuple(
            Seed(f"s{at}", f"Idee {at}", at % 3 == 0, f"m{at % members}" if members and at % 4 == 0 else None, f"#idee-{at}" if links else "")
            for at in range(sown)
        ),
        flowers=flowers,
        compost=tuple(Compost(f"c{at}", f"Gestopt {at}", f"#compost-{at}" if links else "") for at in range(min(9, actions // 8))),
        shop=shop,
        bouquets=tuple(
            Bouquet(f"b{at}", f"Aanbod {at}", f"#aanbod-{at}" if links else "") for at in range(0 if shop in ("none", "scaffold") else min(10, 2 + actions // 10))
        ),
        weather=weather,
        example=True,
        link_soil="#potgrond" if links else "",
        link_shop="#winkel" if links else "",
        link_weather="#stand" if links else "",
        link_compost="#compost" if links else "",
    )  # fmt: skip


def _flower(at: int, members: int, links: bool) -> Flower:
    dice = Dice(f"example {at}")
    species = SPECIES[dice.pick(5)]
    own = dice() < 0.36 and members > 0
    progress = dice(0.05, 1)
    bloom = min(1.0, progress * dice(0.4, 1.25))
    return Flower(
        f"a{at}",
        f"Speelweefsel in de wijk {at}",
        species,
        f"m{dice.pick(members)}" if own else None,
        progress,
        bloom,
        overdue=dice() < 0.1,
        link=f"#actie-{at}" if links else "",
    )


def _threads(members: int) -> tuple[Thread, ...]:
    out = []
    for a in range(members):
        for b in range(a + 1, members):
            dice = Dice(f"thread {a} {b}")
            if dice() < 2.6 / max(3, members):
                out.append(Thread(f"m{a}", f"m{b}", dice(0.1, 1)))
    return tuple(out)
