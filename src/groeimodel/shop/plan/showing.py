"""The plan as the page shows it: amounts by year, in rows and with their sums. No queries of its own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from groeimodel.rules.plan import Cell
from groeimodel.shop.plan.models import ActionPlan, Estimate, Objective, PlanAction
from groeimodel.shop.plan.selectors import DIRECTIONS, NATURES, ActionShown, ObjectiveShown

ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class YearCell:
    year: int
    expense: Decimal
    receipt: Decimal


@dataclass(frozen=True, slots=True)
class YearRow:
    """What one action (or a whole) costs and brings in by year."""

    cells: tuple[YearCell, ...]

    @property
    def expense(self) -> Decimal:
        return sum((one.expense for one in self.cells), ZERO)

    @property
    def receipt(self) -> Decimal:
        return sum((one.receipt for one in self.cells), ZERO)

    @property
    def is_empty(self) -> bool:
        return not (self.expense or self.receipt)


def year_row(amounts: Mapping[Cell, Decimal], years: Iterable[int]) -> YearRow:
    """All natures together."""

    def total(year: int, direction: str) -> Decimal:
        return sum((amounts.get((year, nature, direction), ZERO) for nature in NATURES), ZERO)

    return YearRow(tuple(YearCell(year, total(year, "expense"), total(year, "receipt")) for year in years))


@dataclass(frozen=True, slots=True)
class SumLine:
    """One line of the table of totals."""

    label: str
    cells: tuple[Decimal, ...]
    """One a year."""
    strong: bool = False

    @property
    def total(self) -> Decimal:
        return sum(self.cells, ZERO)


@dataclass(frozen=True, slots=True)
class SumBlock:
    """Expenses or receipts, by nature and together."""

    label: str
    lines: tuple[SumLine, ...]
    together: SumLine


@dataclass(frozen=True, slots=True)
class Sums:
    years: tuple[int, ...]
    blocks: tuple[SumBlock, ...]
    balance: tuple[Decimal, ...]
    """Receipts less expenses, by year."""

    @property
    def total_balance(self) -> Decimal:
        return sum(self.balance, ZERO)

    @property
    def is_empty(self) -> bool:
        return not any(block.together.total for block in self.blocks)


def sums_of(totals: Mapping[Cell, Decimal], years: Sequence[int]) -> Sums:
    """The table of totals per year and nature; natures without any amount are left out."""
    blocks: list[SumBlock] = []
    labels = {"expense": _("Uitgaven"), "receipt": _("Ontvangsten")}
    for direction in DIRECTIONS:
        lines = tuple(
            SumLine(
                str(Estimate.Nature(nature).label),
                tuple(totals.get((year, nature, direction), ZERO) for year in years),
            )
            for nature in NATURES
        )
        together = SumLine(
            labels[direction],
            tuple(sum(column, ZERO) for column in zip(*(one.cells for one in lines), strict=True)),
            True,
        )
        blocks.append(SumBlock(labels[direction], tuple(one for one in lines if one.total), together))
    spent, received = blocks[0].together.cells, blocks[1].together.cells
    balance = tuple(come - gone for gone, come in zip(spent, received, strict=True))
    return Sums(tuple(years), tuple(blocks), balance)


@dataclass(frozen=True, slots=True)
class Ties:
    """How many municipalities have a local action that belongs to an action, and how many contradict it."""

    linked: int = 0
    against: int = 0


@dataclass(frozen=True, slots=True)
class ShownAction:
    row: PlanAction
    years: YearRow
    ties: Ties


@dataclass(frozen=True, slots=True)
class ShownActionPlan:
    row: ActionPlan
    priority: bool
    actions: tuple[ShownAction, ...]

    @property
    def has_amounts(self) -> bool:
        return any(not one.years.is_empty for one in self.actions)

    @property
    def years(self) -> YearRow:
        """All its actions together."""
        return _together(one.years for one in self.actions)


@dataclass(frozen=True, slots=True)
class ShownObjective:
    row: Objective
    priority: bool
    action_plans: tuple[ShownActionPlan, ...]

    @property
    def expense(self) -> Decimal:
        return sum((one.years.expense for one in self.action_plans if one.actions), ZERO)

    @property
    def receipt(self) -> Decimal:
        return sum((one.years.receipt for one in self.action_plans if one.actions), ZERO)


def _together(rows: Iterable[YearRow]) -> YearRow:
    columns = zip(*(one.cells for one in rows), strict=True)
    return YearRow(
        tuple(
            YearCell(
                column[0].year,
                sum((one.expense for one in column), ZERO),
                sum((one.receipt for one in column), ZERO),
            )
            for column in columns
        )
    )


def laid_out(
    tree: Sequence[ObjectiveShown], years: Sequence[int], ties: Mapping[int, Ties]
) -> list[ShownObjective]:
    """The tree with all that the page shows of each row."""

    def action(one: ActionShown) -> ShownAction:
        return ShownAction(one.row, year_row(one.amounts, years), ties.get(one.row.pk, Ties()))

    return [
        ShownObjective(
            goal.row,
            goal.priority,
            tuple(
                ShownActionPlan(way.row, way.priority, tuple(action(one) for one in way.actions))
                for way in goal.action_plans
            ),
        )
        for goal in tree
    ]
