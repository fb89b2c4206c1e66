"""Per species and year what was tried, what it cost, whom it reached and what came of it (claim W9).

Everything is counted by the database, over all municipalities together: six queries, however many actions there are.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from django.db.models import CharField, Count, Exists, F, OuterRef, Q, QuerySet, Sum
from django.db.models.functions import Cast, Substr

from groeimodel.foundation.partners.models import Partnership
from groeimodel.meadow.actions.models import Action
from groeimodel.meadow.evaluation.models import Evaluation
from groeimodel.meadow.evaluation.selectors import ran_of
from groeimodel.meadow.tending.common import RAN
from groeimodel.meadow.tending.models import Expense, Result
from groeimodel.meadow.tending.money import cents
from groeimodel.rules.thriving import Grown, Word, best, verdict_on

Stage, Verdict = Action.Stage, Evaluation.Verdict
Key = tuple[str, int]
"""A species, and the year in which the action began."""


@dataclass(slots=True)
class Tally:
    """What came together of one species in one year, or in all years."""

    year: int | None = None
    running: int = 0
    picked: int = 0
    composted: int = 0
    cost: Decimal = Decimal(0)
    reach: int = 0
    verdicts: Counter[str] = field(default_factory=Counter)

    @property
    def tried(self) -> int:
        return self.running + self.picked + self.composted

    @property
    def onward(self) -> int:
        return sum(self.verdicts[one] for one in (Verdict.AGAIN, Verdict.SPECIALISE, Verdict.SHOP))

    @property
    def told(self) -> list[tuple[str, int]]:
        """The verdicts in words, in their own order."""
        return [(str(one.label), self.verdicts[one]) for one in Verdict if self.verdicts[one]]

    def add(self, other: Tally) -> None:
        self.running += other.running
        self.picked += other.picked
        self.composted += other.composted
        self.cost += other.cost
        self.reach += other.reach
        self.verdicts += other.verdicts


@dataclass(frozen=True, slots=True)
class OfSpecies:
    species: Action.Species
    total: Tally
    years: tuple[Tally, ...]
    """The last first."""
    word: Word

    @property
    def name(self) -> str:
        return str(self.species.label)

    @property
    def flower(self) -> str:
        return Action.FLOWER_NAMES[self.species]


@dataclass(frozen=True, slots=True)
class Overview:
    species: tuple[OfSpecies, ...]
    """Those that were tried, in the order in which the garden knows them."""
    best: tuple[OfSpecies, ...]
    untried: tuple[Action.Species, ...]


def overview_of(partnership: Partnership) -> Overview:
    cells = _cells(partnership)
    rows = [_of(species, cells) for species in Action.Species]
    tried = tuple(one for one in rows if one.total.tried)
    top = best({one.species: _grown(one.total) for one in tried})
    return Overview(
        tried,
        tuple(one for one in tried if one.species in top),
        tuple(one.species for one in rows if not one.total.tried),
    )


def _of(species: Action.Species, cells: Mapping[Key, Tally]) -> OfSpecies:
    years = [tally for (name, _year), tally in sorted(cells.items(), reverse=True) if name == species]
    total = Tally()
    for one in years:
        total.add(one)
    return OfSpecies(species, total, tuple(years), verdict_on(_grown(total)))


def _grown(tally: Tally) -> Grown:
    return Grown(tally.tried, tally.picked, tally.composted, tally.onward)


def _cells(partnership: Partnership) -> dict[Key, Tally]:
    cells: dict[Key, Tally] = defaultdict(Tally)

    def cell(row: Mapping[str, Any]) -> Tally:
        key = (row["kind"], int(row["began"]))
        cells[key].year = key[1]
        return cells[key]

    for row in _stages(partnership):
        tally = cell(row)
        tally.running, tally.picked, tally.composted = row["running"], row["picked"], row["composted"]
    for row in _spent(partnership):
        cell(row).cost = cents(row["sum"])
    for row in (*_evaluated(partnership), *_counted(partnership)):
        cell(row).reach += int(row["sum"] or 0)
    for row in _verdicts(partnership):
        cell(row).verdicts[row["verdict"]] += row["n"]
    return cells


def _year(field: str) -> Substr:
    """Of a day, as four digits. SQLite calls Python for each row when it is asked for a year; not for a piece of text."""
    return Substr(Cast(field, CharField()), 1, 4)


def _stages(partnership: Partnership) -> list[dict[str, Any]]:
    rows: QuerySet[Any] = ran_of(partnership).order_by()
    rows = rows.annotate(kind=F("species"), began=_year("starts"))
    counts = {
        "running": Count("pk", filter=Q(stage=Stage.FLOWER)),
        "picked": Count("pk", filter=Q(stage=Stage.HARVEST)),
        "composted": Count("pk", filter=Q(stage=Stage.COMPOST)),
    }
    return list(rows.values("kind", "began").annotate(**counts))


def _by_kind(rows: QuerySet[Any]) -> QuerySet[Any]:
    kind: QuerySet[Any] = rows.order_by().annotate(kind=F("action__species"), began=_year("action__starts"))
    return kind


def _about(partnership: Partnership) -> Q:
    return Q(action__partnership=partnership, action__stage__in=RAN, action__starts__isnull=False)


def _spent(partnership: Partnership) -> list[dict[str, Any]]:
    rows = Expense.objects.filter(_about(partnership), approval__in=Expense.COUNTS)
    return list(_by_kind(rows).values("kind", "began").annotate(sum=Sum("amount")))


def _evaluated(partnership: Partnership) -> list[dict[str, Any]]:
    """The reach that an evaluation gave goes before the figures that were noted on the way."""
    rows = Evaluation.objects.filter(_about(partnership), closed_at__isnull=False, reach__isnull=False)
    return list(_by_kind(rows).values("kind", "began").annotate(sum=Sum("reach")))


def _counted(partnership: Partnership) -> list[dict[str, Any]]:
    known = Evaluation.objects.filter(action=OuterRef("action"), closed_at__isnull=False, reach__isnull=False)
    rows = Result.objects.filter(_about(partnership), ~Exists(known), reach=True)
    return list(_by_kind(rows).values("kind", "began").annotate(sum=Sum("figure")))


def _verdicts(partnership: Partnership) -> list[dict[str, Any]]:
    rows = Evaluation.objects.filter(_about(partnership), closed_at__isnull=False)
    return list(_by_kind(rows).values("kind", "began", "verdict").annotate(n=Count("pk")))
