"""An adopted version back into rows to show: they are not in the database, and nothing is asked of it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from groeimodel.rules.plan import Amounts, Cell, Item, Snapshot, totals
from groeimodel.shop.plan.models import ActionPlan, Objective, PlanAction
from groeimodel.shop.plan.selectors import ActionPlanShown, ActionShown, AnyRow, ObjectiveShown


def tree_from(snapshot: Snapshot) -> tuple[list[ObjectiveShown], list[int], dict[Cell, Decimal]]:
    """The rows as a tree, the years, and the totals by cell in euro."""
    goals: dict[int, ObjectiveShown] = {}
    ways: dict[int, ActionPlanShown] = {}
    for item in snapshot.items:
        parent = item.parent or 0
        if item.level == "objective":
            goals[item.key] = ObjectiveShown(Objective(**_texts(item)))
        elif item.level == "action_plan":
            ways[item.key] = ActionPlanShown(ActionPlan(**_texts(item)))
            goals[parent].action_plans.append(ways[item.key])
        else:
            ways[parent].actions.append(ActionShown(_action(item), _euro(item.amounts)))
    first, last = date.fromisoformat(snapshot.starts).year, date.fromisoformat(snapshot.ends).year
    return list(goals.values()), list(range(first, last + 1)), _euro(totals(snapshot))


def _texts(item: Item) -> dict[str, object]:
    return {"pk": item.key, **{name: item.texts.get(name, "") for name in ("code", "title", "text")}}


def _action(item: Item) -> PlanAction:
    row: AnyRow = PlanAction(
        **_texts(item),
        priority=bool(item.texts.get("priority")),
        policy_field=item.texts.get("policy_field", ""),
        report_code=item.texts.get("report_code", ""),
    )
    assert isinstance(row, PlanAction)
    return row


def _euro(amounts: Amounts) -> dict[Cell, Decimal]:
    return {cell: Decimal(one) / 100 for cell, one in amounts.items()}
