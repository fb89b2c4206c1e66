"""The working plan as lines of a file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from groeimodel.formats.plan_file import PlanLine
from groeimodel.shop.plan.models import Estimate
from groeimodel.shop.plan.selectors import ActionPlanShown, ActionShown, ObjectiveShown


def lines_of(tree: Sequence[ObjectiveShown]) -> Iterator[PlanLine]:
    """One line an amount; what has no amounts, or nothing below it yet, has one line too, so that nothing is left out."""
    for goal in tree:
        if not goal.action_plans:
            yield PlanLine(goal.row.code, goal.row.title)
        for way in goal.action_plans:
            if not way.actions:
                yield PlanLine(goal.row.code, goal.row.title, way.row.code, way.row.title)
            for one in way.actions:
                yield from _action(goal, way, one)


def _action(goal: ObjectiveShown, way: ActionPlanShown, one: ActionShown) -> Iterator[PlanLine]:
    names = (goal.row.code, goal.row.title, way.row.code, way.row.title, one.row.code, one.row.title)
    about = (one.row.priority, one.row.policy_field, one.row.report_code)
    if not one.amounts:
        yield PlanLine(*names, *about)
    for (year, nature, direction), amount in sorted(one.amounts.items()):
        kind, way_of = str(Estimate.Nature(nature).label), str(Estimate.Direction(direction).label)
        yield PlanLine(*names, *about, year, kind, way_of, amount)
