"""What a home says in words: the soil's state, the steps of your role first, where to start."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from groeimodel.gauge.expectations.presenting import Meter, meters_of
from groeimodel.gauge.scan.latest import SOIL_SAYS
from groeimodel.rules.growth.content import LAYERS, Layer, Role
from groeimodel.rules.growth.story.parts import Steps, StepTold, Story
from groeimodel.showcase.garden.selectors import Home

STEPS_FOR = ("alderman", "officer", "coordinator", "supporter")
"""Whose own steps come first; an ambassador or guest reads them all alike."""
NOT_CHOSEN = "niet aan de orde"


@dataclass(frozen=True, slots=True)
class SoilState:
    """Shown wherever the meadow or the shop is shown (claim G6)."""

    health: str | None
    text: str
    score: float | None
    measured_on: date | None


@dataclass(frozen=True, slots=True)
class Chip:
    """A layer in a word. What lies beyond both phase and aim is no shortage, so it gets no score (claim G4)."""

    layer: Layer
    name: str
    word: str
    score: str


@dataclass(frozen=True, slots=True)
class Start:
    """A step, and the page of this partnership where it can start."""

    told: StepTold
    link: str


@dataclass(frozen=True, slots=True)
class RoleSteps:
    told: Steps
    starts: tuple[Start, ...]


@dataclass(frozen=True, slots=True)
class Page:
    home: Home
    story: Story | None
    soil: SoilState
    chips: tuple[Chip, ...]
    steps: tuple[RoleSteps, ...]
    exchanged: int
    """How many harvests came from another member."""
    result_link: str
    """The page with the whole result; empty for who may not see it."""
    rounds_link: str
    meters: tuple[Meter, ...]
    """The gauge of expectations; empty before the first round and for who may not see it."""
    names_shown: bool
    """People's names are for who belongs to the partnership."""


def page_of(home: Home) -> Page:
    slug = home.partnership.slug
    role: Role | None = home.part.role if home.part and home.part.role in STEPS_FOR else None  # type: ignore[assignment]
    reads = home.reads_result
    told = home.latest.result.story(role) if home.latest and reads else None
    return Page(
        home=home,
        story=told,
        soil=_soil(home),
        chips=_chips(told, home.partnership.aim),
        steps=tuple(
            RoleSteps(one, tuple(Start(step, _start(step, home)) for step in one.steps))
            for one in (told.next_steps if told else ())
        ),
        exchanged=sum(one.from_municipality_id is not None for one in home.harvests),
        result_link=reverse("scan:result", args=[slug, home.latest.round.pk])
        if home.latest and reads
        else "",
        meters=meters_of(home.gauge) if home.reads_gauge else (),
        rounds_link=reverse("scan:rounds", args=[slug]) if home.part else "",
        names_shown=home.part is not None,
    )


def _soil(home: Home) -> SoilState:
    if home.latest is None:
        return SoilState(None, SOIL_SAYS[None], None, None)
    layer = home.latest.result.diagnosis.layers["soil"]
    score = layer.estimate.score if home.reads_result else None
    return SoilState(layer.health, SOIL_SAYS[layer.health], score, home.latest.measured_on)


def _chips(told: Story | None, aim: str) -> tuple[Chip, ...]:
    if told is None:
        return ()
    last = max(LAYERS.index(told.phase), LAYERS.index(aim) if aim in LAYERS else 0)
    return tuple(
        Chip(one.layer, one.name, one.health_text, one.score_text)
        if LAYERS.index(one.layer) <= last
        else Chip(one.layer, one.name, NOT_CHOSEN, "")
        for one in told.layers
    )


def _start(step: StepTold, home: Home) -> str:
    """The page of this partnership for the place where the step can start; empty when there is none."""
    latest, slug = home.latest, home.partnership.slug
    statements = latest.result.content.statements if latest else ()
    place = next((one.start for one in statements if one.id == step.statement), "")
    return {
        "harvest": reverse("harvest:list", args=[slug]),
        "home": "#groeit",
        "scan": reverse("scan:rounds", args=[slug]) if home.part else "",
    }.get(place, "")
