"""What comes out of a scan: frozen values, each with what it was made of.

Scores run from 0 to 100. ``None`` means that it cannot be said (too few answers,
or hidden for privacy), never zero.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from groeimodel.rules.growth.content import Actor, Layer, Role

Health = Literal["poor", "growing", "rich"]
Privacy = Literal["open", "closed"]


@dataclass(frozen=True, slots=True)
class Estimate:
    """A mean over municipalities with its 90 % t-interval, clipped to 0-100."""

    score: float | None
    low: float | None
    high: float | None
    """Low and high are None with fewer than three municipalities."""
    municipalities: int


@dataclass(frozen=True, slots=True)
class LayerResult:
    layer: Layer
    estimate: Estimate
    health: Health | None
    hallmark: Estimate
    in_operation: bool
    answers_say: bool | None
    """Whether the hallmark score alone says that the layer is in operation."""
    records_say: bool | None
    """Whether the system's own records bear it out; None where there are no records."""


@dataclass(frozen=True, slots=True)
class BlockResult:
    block: str
    layer: Layer
    estimate: Estimate


@dataclass(frozen=True, slots=True)
class RoleGap:
    """Alderman minus officer, averaged over the municipalities where both answered."""

    subject: str
    """A block id or a layer."""
    kind: Literal["layer", "block"]
    alderman: float | None
    officer: float | None
    gap: float | None
    low: float | None
    high: float | None
    municipalities: int
    to_talk_about: bool


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far the seat-role respondents agree on one statement."""

    statement: str
    raters: int
    r_wg: float | None
    ad_m: float | None
    """Average deviation from the mean, in answer steps (1-5)."""
    divided: bool
    counts: tuple[int, int, int, int, int]
    """How many answered 1, 2, 3, 4, 5; all zero when hidden."""


@dataclass(frozen=True, slots=True)
class BlockAgreement:
    block: str
    r_wg_j: float | None
    r_wg_star_j: float | None
    ad_m_j: float | None
    icc1: float | None
    icc2: float | None


@dataclass(frozen=True, slots=True)
class Misperception:
    """One statement that `guesser` answered as they think the other role will.

    All on the 0-100 scale, means over municipalities.
    """

    statement: str
    guesser: Role
    guessed: Role
    guess: float | None
    own: float | None
    """What the guessers answered themselves."""
    actual: float | None
    """What the other role really answered."""
    disagreement: float | None
    """own - actual."""
    misperception: float | None
    """guess - actual."""
    municipalities: int


@dataclass(frozen=True, slots=True)
class Step:
    """One next step: a statement of the layer that needs it first, for one actor."""

    statement: str
    actor: Actor
    layer: Layer
    gain: float
    """Points the layer gains if every municipality under 4 came to 4."""
    below: int
    """How many municipalities are under 4 ..."""
    municipalities: int
    """... of how many that answered it."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """Phase, health and aim put together, as keys of the content's words."""

    key: str
    """For example 'soil.rich.at_aim' or 'meadow.poor_soil'; a key under 'verdict.' in the words."""
    first_layer: Layer
    """The layer that the next steps are about."""
    healthy: bool
    """Never true above poor soil (claim G6); true for rich soil that is the aim in itself (P9)."""
    aim_reached: bool | None


@dataclass(frozen=True, slots=True)
class Hidden:
    """Something that is not shown, and why."""

    what: str
    reason: Literal["fewer_than_three", "by_subtraction", "round_closed"]


@dataclass(frozen=True, slots=True)
class Notice:
    """Something the reader must know: a key under 'warning.' in the words, and its values."""

    key: str
    values: Mapping[str, str | int | float]


@dataclass(frozen=True, slots=True)
class Diagnosis:
    content_version: str
    respondents: Mapping[Role, int]
    municipalities: tuple[str, ...]
    heard: Mapping[str, tuple[Role, ...]]
    """Per municipality which seat roles were heard (never what they said)."""
    aim: Layer | None
    layers: Mapping[Layer, LayerResult]
    phase: Layer
    fallow: bool
    """Soil under 25 with nothing above it."""
    certainty: Mapping[Layer, float]
    """Share of the draws in which each phase comes out; adds up to 1."""
    verdict: Verdict
    blocks: tuple[BlockResult, ...]
    role_gaps: tuple[RoleGap, ...]
    agreement: tuple[Agreement, ...]
    block_agreement: tuple[BlockAgreement, ...]
    misperception: tuple[Misperception, ...]
    next_steps: Mapping[Actor, tuple[Step, ...]]
    per_municipality: Mapping[str, Mapping[Layer, float | None]]
    """Layer score of each municipality; empty when hidden."""
    per_role: Mapping[Role, Mapping[Layer, float | None]]
    """Layer score per role, coordinators, supporters and others apart; empty when hidden."""
    suppressed: tuple[Hidden, ...]
    warnings: tuple[Notice, ...]

    @property
    def divided(self) -> tuple[Agreement, ...]:
        return tuple(one for one in self.agreement if one.divided)


@dataclass(frozen=True, slots=True)
class Change:
    """One layer or block between two rounds, over what both rounds have in common."""

    subject: str
    kind: Literal["layer", "block"]
    before: float | None
    after: float | None
    change: float | None
    low: float | None
    high: float | None
    municipalities: int
    changed: bool
    """True only when the interval leaves out 0."""
