"""What a told diagnosis is made of: sentences and the figures behind them, ready to lay out.

Everything is a plain string, number or tuple, so that a terminal, a page, a PDF and a
template only choose where to put it. A number that is ``None`` cannot be said; its text
then says why.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from groeimodel.rules.growth.content import Actor, Language, Layer, Role


@dataclass(frozen=True, slots=True)
class Share:
    """One phase in the certainty bar."""

    layer: Layer
    label: str
    share: float
    """0 to 1; the three add up to 1."""
    text: str
    """'82 %'."""
    is_phase: bool


@dataclass(frozen=True, slots=True)
class Certainty:
    known: bool
    """False when there is nothing to draw from: show the sentence, leave out the bar."""
    word: str
    """'Waarschijnlijk'."""
    sentence: str
    shares: tuple[Share, ...]
    summary: str
    """The bar in words, for those who do not see it."""


@dataclass(frozen=True, slots=True)
class LayerTold:
    layer: Layer
    name: str
    plain: str
    score: float | None
    low: float | None
    high: float | None
    score_text: str
    """'72 op 100'."""
    interval_text: str
    health: str
    """'poor', 'growing', 'rich' or 'unknown'; 'on_poor_soil' (never called rich above poor soil, G6) or
    'not_chosen' (low, but beyond phase and aim, so no shortage, G4)."""
    health_text: str
    operation_text: str
    hint: str
    is_phase: bool
    first: bool
    """The layer that the next steps are about."""


@dataclass(frozen=True, slots=True)
class GapTold:
    subject: str
    label: str
    layer: Layer
    alderman: float | None
    officer: float | None
    alderman_text: str
    officer_text: str
    gap_text: str
    """'21 punten'."""
    text: str
    to_talk_about: bool


@dataclass(frozen=True, slots=True)
class DividedTold:
    statement: str
    text: str
    layer: Layer
    label: str
    """The block that the statement belongs to."""
    counts: tuple[int, int, int, int, int]
    counts_text: str
    sentence: str


@dataclass(frozen=True, slots=True)
class GuessTold:
    """What one role thinks that the other answers. Figures are answers, 1 to 5."""

    statement: str
    text: str
    layer: Layer
    guesser: Role
    guessed: Role
    guess: float | None
    own: float | None
    actual: float | None
    misperception: str
    disagreement: str
    insight: str
    to_talk_about: bool


@dataclass(frozen=True, slots=True)
class FactorTold:
    id: str
    title: str
    text: str
    note: str
    """'te bevestigen' for a working title, else empty."""


@dataclass(frozen=True, slots=True)
class StepTold:
    statement: str
    text: str
    layer: Layer
    label: str
    """The block that the statement belongs to."""
    gain: float
    gain_text: str
    reason: str
    advice: str
    start_label: str
    """Where in the product to start; empty when the content names no place."""
    start_page: str
    """Name of that page; empty while it is not built."""
    factors: tuple[FactorTold, ...]


@dataclass(frozen=True, slots=True)
class Steps:
    """The next steps of one actor."""

    actor: Actor
    heading: str
    own: bool
    """The reader's own role."""
    none_text: str
    """What to say when there are no steps; empty otherwise."""
    steps: tuple[StepTold, ...]


@dataclass(frozen=True, slots=True)
class PartTold:
    actor: Actor
    heading: str
    title: str
    points: tuple[str, ...]
    own: bool


@dataclass(frozen=True, slots=True)
class ModelTold:
    """What the growth model says about one model."""

    layer: Layer
    name: str
    plain: str
    summary: str
    what: tuple[str, ...]
    enough: str
    grow_on: str
    parts: tuple[PartTold, ...]


@dataclass(frozen=True, slots=True)
class ChangeTold:
    subject: str
    label: str
    kind: str
    """'layer' or 'block'."""
    before: float | None
    after: float | None
    before_text: str
    after_text: str
    text: str
    changed: bool


@dataclass(frozen=True, slots=True)
class HeardTold:
    """One municipality: which seats were heard, never what they said."""

    municipality: str
    alderman: bool
    officer: bool
    alderman_text: str
    officer_text: str


@dataclass(frozen=True, slots=True)
class Table:
    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    """The first cell of a row names it."""


@dataclass(frozen=True, slots=True)
class WhyStep:
    """One step of the sums, in words and figures."""

    title: str
    paragraphs: tuple[str, ...]
    table: Table | None = None


@dataclass(frozen=True, slots=True)
class NoticeTold:
    key: str
    text: str


@dataclass(frozen=True, slots=True)
class Story:
    language: Language
    content_version: str
    title: str
    """Name of the partnership; empty for a scan without a name."""
    role: Role | None
    """Whose steps come first."""
    phase: Layer
    phase_name: str
    known: bool
    """False when there are too few answers to name a phase."""
    healthy: bool
    headline: str
    lead: str
    """Who was heard, in one sentence."""
    certainty: Certainty
    verdict_title: str
    verdict_text: str
    aim_text: str
    mirror_text: str
    """A mirror and not a label; a later model is not a better one."""
    layers: tuple[LayerTold, ...]
    layer_gaps: tuple[GapTold, ...]
    gaps: tuple[GapTold, ...]
    """Per block; what to talk about first."""
    gaps_text: str
    divided: tuple[DividedTold, ...]
    divided_text: str
    guesses: tuple[GuessTold, ...]
    guesses_text: str
    guesses_rest_text: str
    """How many guesses were nearly right, for a list of only those to talk about."""
    steps_text: str
    next_steps: tuple[Steps, ...]
    """The reader's own role first."""
    model: ModelTold | None
    changes: tuple[ChangeTold, ...]
    changes_text: str
    heard: tuple[HeardTold, ...]
    heard_text: str
    voices: Table | None
    """Scores per role, those that are not counted in apart; None when hidden or only one role."""
    hidden: tuple[str, ...]
    warnings: tuple[NoticeTold, ...]
    why: tuple[WhyStep, ...]
    factors: tuple[FactorTold, ...]
    labels: Mapping[str, str]
    """Headings and column names, by short name: ``story.labels.layers``."""

    @property
    def gaps_to_talk_about(self) -> tuple[GapTold, ...]:
        return tuple(gap for gap in (*self.layer_gaps, *self.gaps) if gap.to_talk_about)

    @property
    def guesses_to_talk_about(self) -> tuple[GuessTold, ...]:
        return tuple(guess for guess in self.guesses if guess.to_talk_about)
