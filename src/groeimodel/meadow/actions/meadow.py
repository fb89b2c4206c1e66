"""The whole meadow: what of it is drawn and listed at once, how much there is, and the pages that show all of it.

However many actions a partnership has, the home and the picture read only the most telling of each stage; the rest is
counted, and stands on the page of the meadow (claims W3, W4).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Case, Count, F, IntegerField, Q, QuerySet, Value, When, Window
from django.db.models.functions import RowNumber

from groeimodel.foundation.partners.models import Municipality, Partnership
from groeimodel.meadow.actions.models import Action
from groeimodel.meadow.actions.selectors import actions_of

Stage = Action.Stage
PAGE = 25
SHARED, PLOTS = "shared", "plots"
MOST: dict[str, int] = {
    SHARED: 12, PLOTS: 4, Stage.SEEDLING: 8, Stage.SEED: 8, Stage.HARVEST: 8, Stage.COMPOST: 6
}  # fmt: skip
"""How many of each list stand on the home and in the picture; of flowers on plots so many on each plot."""
MOST_ON_PLOTS = 16
"""On all plots together."""


@dataclass(frozen=True, slots=True)
class Meadow:
    """What is shown of the actions of a partnership, by stage, and how many there are of each."""

    shared_flowers: tuple[Action, ...]
    """Running on the shared meadow: those over time first, then those that end soonest."""
    plot_flowers: tuple[Action, ...]
    """Running on an own plot, by name of the municipality; every plot has its turn before one shows more."""
    seedlings: tuple[Action, ...]
    seeds: tuple[Action, ...]
    picked: tuple[Action, ...]
    """The last ones first."""
    compost: tuple[Action, ...]
    counts: Mapping[str, int]
    """By stage, and 'shared' and 'plots' for the flowers."""

    @property
    def flowers(self) -> tuple[Action, ...]:
        return (*self.shared_flowers, *self.plot_flowers)

    @property
    def total(self) -> int:
        return sum(self.counts.get(stage, 0) for stage in Stage.values)

    @property
    def empty(self) -> bool:
        return not self.total

    @property
    def hidden(self) -> dict[str, int]:
        """How many more there are than are shown, by the name of the list."""
        shown = {
            "shared_flowers": (len(self.shared_flowers), SHARED),
            "plot_flowers": (len(self.plot_flowers), PLOTS),
            "seedlings": (len(self.seedlings), Stage.SEEDLING),
            "seeds": (len(self.seeds), Stage.SEED),
            "picked": (len(self.picked), Stage.HARVEST),
            "compost": (len(self.compost), Stage.COMPOST),
        }
        return {name: self.counts.get(key, 0) - count for name, (count, key) in shown.items()}


def meadow_of(partnership: Partnership) -> Meadow:
    """One query, however many actions there are.

    The rows are numbered where they stand: flowers of a plot among those of that plot, so that one with much leaves
    room for the others, everything else within its list.
    """
    flower = Q(stage=Stage.FLOWER)
    listed = Case(
        When(flower & Q(plot=None), then=Value(SHARED)), When(flower, then=Value(PLOTS)), default=F("stage")
    )
    order = [
        Case(When(flower, then=F("ends"))).asc(nulls_last=True),
        Case(When(stage=Stage.HARVEST, then=F("ends"))).desc(nulls_last=True),
        F("taken_down_on").desc(),
        F("pk").desc(),
    ]
    ground = Case(When(flower, then=F("plot")))
    numbered = actions_of(partnership).annotate(
        listed=listed,
        turn=Window(RowNumber(), partition_by=[F("listed"), ground], order_by=order),
        total=Window(Count("pk"), partition_by=[F("listed")]),
    )
    within = [Q(listed=name, turn__lte=most) for name, most in MOST.items()]
    rows: list[Any] = list(numbered.filter(reduce(or_, within)).order_by("turn"))
    lists: dict[str, list[Any]] = {name: [] for name in MOST}
    for row in rows:
        lists[row.listed].append(row)
    counts = {name: some[0].total for name, some in lists.items() if some}
    counts[Stage.FLOWER] = counts.get(SHARED, 0) + counts.get(PLOTS, 0)
    return Meadow(
        shared_flowers=tuple(lists[SHARED]),
        plot_flowers=tuple(sorted(lists[PLOTS][:MOST_ON_PLOTS], key=_by_plot)),
        seedlings=tuple(lists[Stage.SEEDLING]),
        seeds=tuple(lists[Stage.SEED]),
        picked=tuple(lists[Stage.HARVEST]),
        compost=tuple(lists[Stage.COMPOST]),
        counts=counts,
    )


def _by_plot(one: Action) -> tuple[str, date, int]:
    return one.plot.name if one.plot else "", one.ends or date.max, one.pk


@dataclass(frozen=True, slots=True)
class Filter:
    """What the page of the meadow is narrowed to; empty is everything."""

    stage: str = ""
    species: str = ""
    plot: int | None = None
    """The key of a municipality of today, with those that merged into it; 0 is the shared meadow."""
    theme: int | None = None

    @property
    def narrows(self) -> bool:
        return bool(self.stage or self.species or self.plot is not None or self.theme)


def narrowed(partnership: Partnership, chosen: Filter) -> QuerySet[Action]:
    """Everything but the stage: the counts of the stages are made of it."""
    rows = actions_of(partnership)
    if chosen.species:
        rows = rows.filter(species=chosen.species)
    if chosen.theme:
        rows = rows.filter(theme=chosen.theme)
    if chosen.plot == 0:
        rows = rows.filter(plot=None)
    elif chosen.plot is not None:
        rows = rows.filter(Q(plot=chosen.plot) | Q(plot__merged_into=chosen.plot))
    return rows


def counts_by_stage(rows: QuerySet[Action]) -> dict[str, int]:
    """How many of each stage, none left out: one query."""
    found = dict(rows.order_by().values_list("stage").annotate(Count("pk")))
    return {stage: found.get(stage, 0) for stage in Stage.values}


STAGES = (Stage.FLOWER, Stage.SEEDLING, Stage.SEED, Stage.HARVEST, Stage.COMPOST)
"""As the pages show them."""
RANK = Case(
    *(When(stage=stage, then=Value(at)) for at, stage in enumerate(STAGES)), output_field=IntegerField()
)


def in_order(rows: QuerySet[Action]) -> QuerySet[Action]:
    """What runs first, those over time and ending soonest in front; then what comes, and what was, the newest first.

    Never by what a municipality has or achieves (claim W3).
    """
    ends = Case(When(stage=Stage.FLOWER, then=F("ends")))
    return rows.order_by(RANK, ends.asc(nulls_last=True), "-taken_down_on", "-pk")


@dataclass(frozen=True, slots=True)
class Plot:
    """A neighbour's plot on the stroll."""

    municipality: Municipality
    actions: int


def plots_of(partnership: Partnership, members: list[Municipality]) -> list[Plot]:
    """The plots of these members on which anything stands or stood, in their order; what merged into one counts there.

    One query.
    """
    of_today = Case(When(plot__merged_into__isnull=False, then=F("plot__merged_into")), default=F("plot"))
    rows = Action.objects.filter(partnership=partnership, plot__isnull=False).order_by()
    counts = dict(rows.annotate(ground=of_today).values_list("ground").annotate(Count("pk")))
    return [Plot(one, counts[one.pk]) for one in members if one.pk in counts]
