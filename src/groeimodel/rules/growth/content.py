"""What the growth model says, as values: statements, models, success factors.

The texts themselves live in TOML files under ``groeimodel/content``; this module
only says what shape they have. Nothing here reads a file.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, Protocol, TypeVar, get_args

Layer = Literal["soil", "meadow", "shop"]
Role = Literal["alderman", "officer", "coordinator", "supporter", "other"]
Actor = Literal["alderman", "officer", "together"]
Language = Literal["nl", "en"]

LAYERS: tuple[Layer, ...] = get_args(Layer)
ROLES: tuple[Role, ...] = get_args(Role)
ACTORS: tuple[Actor, ...] = get_args(Actor)
SEAT_ROLES: tuple[Role, ...] = ("alderman", "officer")
"""The two co-owners; only their answers count in the scores (claim G1)."""


@dataclass(frozen=True, slots=True)
class Text:
    """One text in both languages."""

    nl: str
    en: str

    def in_language(self, language: Language) -> str:
        return self.en if language == "en" else self.nl


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement of the growth scan, answered 1 to 5 or 'don't know'."""

    id: str
    layer: Layer
    block: str
    wording: Mapping[Role, Text]
    """Per role that it is asked of, in that role's own wording."""
    hallmark: bool
    """It says that a practice exists; hallmarks decide whether a layer is in operation."""
    short: bool
    """It belongs to the short form."""
    guess: bool
    """Aldermen and officers may also guess how the other role answers it."""
    factors: tuple[str, ...]
    """Ids of the success factors that it touches."""
    advice: Mapping[Actor, Text]
    start: str
    """Where in the product to start: the key of a `Place`."""

    def asked_of(self, role: Role) -> bool:
        return role in self.wording

    def text(self, role: Role, language: Language = "nl") -> str:
        """The wording for a role; for a role it is not asked of, the first wording there is."""
        text = self.wording.get(role) or next(iter(self.wording.values()))
        return text.in_language(language)


@dataclass(frozen=True, slots=True)
class Block:
    """A handful of statements of one layer about one thing."""

    id: str
    layer: Layer
    title: Text
    purpose: Text


@dataclass(frozen=True, slots=True)
class Part:
    """What one actor needs to do in one model: a title and a few short points."""

    title: Text
    points: tuple[Text, ...]
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Model:
    """One of the three models, with what it is and what each actor needs to do."""

    layer: Layer
    name: Text
    plain: Text
    """The plain term beside the metaphor: 'uitwisselen', 'samen acties kiezen', 'structureel aanbod'."""
    summary: Text
    what: tuple[Text, ...]
    """What we know of it: short points."""
    enough: Text
    """Why staying here can be right."""
    grow_on: Text
    parts: Mapping[Actor, Part]


@dataclass(frozen=True, slots=True)
class Principle:
    """What holds in every model (always: expectations, visible gains, local check, ...)."""

    id: str
    title: Text
    text: Text
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Factor:
    """One of the twelve success factors."""

    id: str
    group: str
    title: Text
    text: Text
    confirmed: bool
    """False: the title is our own working title, shown as 'te bevestigen'."""
    source: str


@dataclass(frozen=True, slots=True)
class Place:
    """A place in the product where a piece of advice can start."""

    id: str
    label: Text
    page: str
    """Name of the page (a URL name); empty while that room is not built yet."""


@dataclass(frozen=True, slots=True)
class Content:
    """Everything the growth model says, in one version."""

    version: str
    statements: tuple[Statement, ...]
    blocks: tuple[Block, ...]
    models: tuple[Model, ...]
    principles: tuple[Principle, ...]
    factors: tuple[Factor, ...]
    places: tuple[Place, ...]
    words: Mapping[str, Text]
    """Sentences and labels of results, by dotted key, with named {placeholders}."""

    def statement(self, id: str) -> Statement:
        """Raises KeyError for an id that this version does not know; so do its siblings."""
        return _find(self.statements, id)

    def block(self, id: str) -> Block:
        return _find(self.blocks, id)

    def factor(self, id: str) -> Factor:
        return _find(self.factors, id)

    def place(self, id: str) -> Place:
        return _find(self.places, id)

    def model(self, layer: Layer) -> Model:
        return next(model for model in self.models if model.layer == layer)

    def statements_of(self, layer: Layer) -> tuple[Statement, ...]:
        return tuple(one for one in self.statements if one.layer == layer)

    def blocks_of(self, layer: Layer) -> tuple[Block, ...]:
        return tuple(one for one in self.blocks if one.layer == layer)

    def form(self, role: Role, *, short: bool = False) -> tuple[Statement, ...]:
        """The statements that a role is asked, in order; `short` keeps the twelve of the short form."""
        return tuple(one for one in self.statements if one.asked_of(role) and (one.short or not short))

    def word(self, key: str, language: Language = "nl", /, **values: object) -> str:
        """A sentence or label by its dotted key, with its placeholders filled in."""
        if key not in self.words:
            raise KeyError(f"The content has no word '{key}'.")
        return self.words[key].in_language(language).format(**values)


class _Named(Protocol):
    @property
    def id(self) -> str: ...


N = TypeVar("N", bound=_Named)


def _find(items: tuple[N, ...], id: str) -> N:
    for one in items:
        if one.id == id:
            return one
    raise KeyError(f"The content has no '{id}'.")
