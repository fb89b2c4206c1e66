"""What a home says in words: the soil's state, the steps of your role first, what is empty and why."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from groeimodel.rules.growth.content import ACTORS, Actor, Layer
from groeimodel.rules.growth.diagnosis import Health
from groeimodel.showcase.garden.latest import StepInWords
from groeimodel.showcase.garden.selectors import Home

LAYER_NAMES: dict[Layer, str] = {"soil": "Potgrond", "meadow": "Bloemenweide", "shop": "Bloemenwinkel"}
HEALTH_WORDS: dict[Health | None, str] = {
    "poor": "arm",
    "growing": "groeit",
    "rich": "rijk",
    None: "nog niet gemeten",
}
ACTOR_NAMES: dict[Actor, str] = {
    "alderman": "Als schepen",
    "officer": "Als jeugdambtenaar",
    "together": "Samen",
}
FIRST_FOR: dict[str, Actor] = {
    "alderman": "alderman",
    "officer": "officer",
    "coordinator": "together",
    "supporter": "together",
}
SOIL_SAYS: dict[Health | None, str] = {
    "poor": "De potgrond is arm. Voed hem eerst: zonder goede grond houdt hier niets stand.",
    "growing": "De potgrond groeit. Blijf hem voeden, dan kan hier meer groeien.",
    "rich": "De potgrond is rijk: goede grond voor wat hier groeit. Blijf hem voeden.",
    None: "De potgrond is nog niet gemeten. Een groeiscan toont hoe het met de basis gaat.",
}


@dataclass(frozen=True, slots=True)
class SoilState:
    """Shown wherever the meadow or the shop is shown (claim G6)."""

    health: Health | None
    text: str
    score: float | None
    measured_on: date | None


@dataclass(frozen=True, slots=True)
class LayerInWords:
    layer: Layer
    name: str
    health: Health | None
    word: str
    score: float | None


@dataclass(frozen=True, slots=True)
class RoleSteps:
    actor: Actor
    title: str
    own: bool
    steps: tuple[StepInWords, ...]


@dataclass(frozen=True, slots=True)
class Page:
    home: Home
    soil: SoilState
    layers: tuple[LayerInWords, ...]
    steps: tuple[RoleSteps, ...]
    exchanged: int
    """How many harvests came from another member."""
    scan_link: str
    names_shown: bool
    """People's names are for who belongs to the partnership."""


def page_of(home: Home) -> Page:
    return Page(
        home=home,
        soil=_soil(home),
        layers=_layers(home),
        steps=_steps(home),
        exchanged=sum(one.from_municipality_id is not None for one in home.harvests),
        scan_link=reverse("scan:start"),
        names_shown=home.part is not None,
    )


def _soil(home: Home) -> SoilState:
    if home.latest is None:
        return SoilState(None, SOIL_SAYS[None], None, None)
    layer = home.latest.diagnosis.layers["soil"]
    return SoilState(layer.health, SOIL_SAYS[layer.health], layer.estimate.score, home.latest.measured_on)


def _layers(home: Home) -> tuple[LayerInWords, ...]:
    if home.latest is None:
        return ()
    return tuple(
        LayerInWords(
            layer, LAYER_NAMES[layer], result.health, HEALTH_WORDS[result.health], result.estimate.score
        )
        for layer, result in home.latest.diagnosis.layers.items()
    )


def _steps(home: Home) -> tuple[RoleSteps, ...]:
    """The visitor's own role first, then the others in their fixed order."""
    if home.latest is None:
        return ()
    own = FIRST_FOR.get(home.part.role) if home.part else None
    order = sorted(ACTORS, key=lambda actor: (actor != own, ACTORS.index(actor)))
    return tuple(
        RoleSteps(actor, ACTOR_NAMES[actor], actor == own, home.latest.steps.get(actor, ()))
        for actor in order
    )
