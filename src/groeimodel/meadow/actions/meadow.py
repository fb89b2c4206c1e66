"""The whole meadow: what of it is drawn and listed at once, how much there is, and the pages that show all of it.

However many actions a partnership has, the home and the picture read only the most telling of each stage; the rest is
counted, and stands on the page of the meadow (claims W3, W4).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from itertools import zip_longest

from django.db.models import Case, Count, F, IntegerField, Q, QuerySet, Value, When

from groeimodel.foundation.partners.models import Municipality, Partnership
from groeimodel.meadow.actions.models import Action

Stage = Action.Stage
PAGE = 25
SHARED, PLOTS = "shared", "plots"
MOST: dict[str, int] = {
    SHARED: 10, PLOTS: 8, Stage.SEEDLING: 5, Stage.SEED: 5, Stage.HARVEST: 4, Stage.COMPOST: 3
}  # fmt: skip
"""How many of each list stand on the home and in the picture."""


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


SHOWN = (
    "partnership", "theme", "taken_down_on", "title", "text", "species", "stage", "plot__name", "plot__merged_into", "gardener", "starts", "ends",
    "budget", "progress", "result", "lesson",
)  # fmt: skip
"""What lists and pictures read of an action: half of its columns, and little of its plot."""


def shown_of(partnership: Partnership) -> QuerySet[Action]:
    return Action.objects.filter(partnership=partnership).select_related("plot").only(*SHOWN)


def meadow_of(partnership: Partnership) -> Meadow:
    """Two queries: the keys of all actions, and the rows of the few that are shown."""
    lists = _sorted_keys(partnership)
    chosen = {name: keys[: MOST[name]] for name, keys in lists.items()}
    wanted = [pk for keys in chosen.values() for pk in keys]
    found = {one.pk: one for one in shown_of(partnership).filter(pk__in=wanted)}
    shown = {name: [found[pk] for pk in keys if pk in found] for name, keys in chosen.items()}
    counts = {name: len(keys) for name, keys in lists.items()}
    counts[Stage.FLOWER] = counts[SHARED] + counts[PLOTS]
    return Meadow(
        shared_flowers=tuple(shown[SHARED]),
        plot_flowers=tuple(sorted(shown[PLOTS], key=_by_plot)),
        seedlings=tuple(shown[Stage.SEEDLING]),
        seeds=tuple(shown[Stage.SEED]),
        picked=tuple(shown[Stage.HARVEST]),
        compost=tuple(shown[Stage.COMPOST]),
        counts=counts,
    )


def _sorted_keys(partnership: Partnership) -> dict[str, list[int]]:
    """The keys of every list, the most telling first: flowers by their last day, the others the newest first."""
    rows = Action.objects.filter(partnership=partnership).order_by(F("ends").asc(nulls_last=True), "pk")
    lists: dict[str, list[int]] = {name: [] for name in MOST}
    on_plots: dict[int, list[int]] = {}
    for pk, stage, plot in rows.values_list("pk", "stage", "plot"):
        if stage == Stage.FLOWER and plot is not None:
            on_plots.setdefault(plot, []).append(pk)
        else:
            lists[SHARED if stage == Stage.FLOWER else stage].append(pk)
    lists[PLOTS] = [pk for turn in zip_longest(*on_plots.values()) for pk in turn if pk is not None]
    lists[Stage.HARVEST].reverse()
    for stage in (Stage.SEEDLING, Stage.SEED, Stage.COMPOST):
        lists[stage].sort(reverse=True)
    return lists


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
    rows = shown_of(partnership)
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
