"""What is recorded of a partnership over a period, as figures with their source: the one set that every document is made from."""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Literal

from groeimodel.foundation.decisions.models import Decision
from groeimodel.foundation.partners.models import Municipality, Partnership
from groeimodel.meadow.actions.models import Action
from groeimodel.meadow.evaluation.models import Evaluation
from groeimodel.meadow.tending.models import Result
from groeimodel.meadow.tending.selectors import Told
from groeimodel.shop.counter.models import Offer
from groeimodel.showcase.sheets.selectors import Period, period_of
from groeimodel.soil.harvest.models import Harvest
from groeimodel.soil.lessons.models import Lesson

__all__ = ["Ahead", "Fact", "Facts", "Layer", "Period", "period_of"]

Layer = Literal["partners", "soil", "meadow", "shop", "gauge"]
FEW = 5
"""Fewer people than this could be known: such a figure is for the partners only."""
OF_PEOPLE = ("reach", "served")


@dataclass(frozen=True, slots=True)
class Fact:
    """One figure that somebody recorded. What nobody recorded is no fact: there is no zero here."""

    key: str
    layer: Layer
    value: Decimal
    number: str
    """As it is read in Belgium: '1.200', '€ 1.200', '84 %'."""
    words: str
    """What the figure counts; follows it: 'ontmoetingen'."""
    source: str
    """Where it stands in the records, and over which days."""
    for_all: bool
    """Whether it may stand on a page for everybody."""


@dataclass(frozen=True, slots=True)
class Ahead:
    """A day that comes."""

    day: date
    text: str
    url: str
    """Address inside the site."""


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything that documents and pages about a partnership are made from."""

    partnership: Partnership
    period: Period
    today: date
    municipality: Municipality | None
    """Whose facts these are; None for the partnership as a whole."""
    members: tuple[str, ...]
    facts: tuple[Fact, ...]
    harvests: tuple[Harvest, ...]
    """Of the period, newest first."""
    running: tuple[Action, ...]
    """What ends soonest first."""
    picked: tuple[Action, ...]
    """Over within the period, the last first."""
    evaluations: tuple[Evaluation, ...]
    """Closed within the period, the last first."""
    results: tuple[Result, ...]
    """Of the period, the last first."""
    updates: tuple[Told, ...]
    """The last news that everybody may read."""
    decisions: tuple[Decision, ...]
    """Taken within the period, the last first."""
    offers: tuple[Offer, ...]
    """In the window today."""
    lessons: tuple[Lesson, ...]
    """Written down within the period, newest first."""
    ahead: tuple[Ahead, ...]
    """The first day first."""

    def get(self, key: str) -> Fact | None:
        return next((one for one in self.facts if one.key == key), None)

    def of(self, layer: Layer) -> tuple[Fact, ...]:
        return tuple(one for one in self.facts if one.layer == layer)

    def without_handfuls(self) -> Facts:
        """For who is no partner, such as a council that everybody may attend: without counts of fewer than five people."""
        evaluations = []
        for one in self.evaluations:
            told = copy(one)
            told.reach = one.reach if one.reach and one.reach >= FEW else None
            evaluations.append(told)
        return replace(
            self,
            facts=tuple(one for one in self.facts if one.key not in OF_PEOPLE or one.value >= FEW),
            results=tuple(one for one in self.results if not one.reach or one.figure >= FEW),
            evaluations=tuple(evaluations),
        )

    @property
    def empty(self) -> bool:
        """Nothing but the members was ever recorded."""
        return not any(one.layer != "partners" for one in self.facts)
