"""Reads of the multi-year plan, inside the scope of a partnership."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import QuerySet, Sum
from django.urls import reverse

from groeimodel.foundation.partners.models import Partnership
from groeimodel.rules.plan import Cell, Item, Level, Snapshot
from groeimodel.shop.plan.models import ActionPlan, Estimate, Objective, Plan, PlanAction, Version
from groeimodel.shop.sittings.models import AgendaItem, Sitting

AnyRow = Objective | ActionPlan | PlanAction
NATURES = tuple(Estimate.Nature.values)
DIRECTIONS = tuple(Estimate.Direction.values)


def plans_of(partnership: Partnership) -> QuerySet[Plan]:
    """All plans, the last one first: one query."""
    return Plan.objects.filter(partnership=partnership).order_by("-starts", "-pk")


def plan_in_force(partnership: Partnership, today: date) -> Plan | None:
    """The adopted plan that a day lies in. One query."""
    rows = plans_of(partnership).filter(adopted_on__lte=today, starts__lte=today, ends__gte=today)
    return rows.first()


def plan_to_show(partnership: Partnership, today: date) -> Plan | None:
    """The one that is in force, else the next that begins, else the last there was. One query."""
    rows = list(plans_of(partnership))
    running = [one for one in rows if one.starts <= today <= one.ends]
    coming = [one for one in rows if one.starts > today]
    return next((one for one in running if one.adopted_on), None) or next(
        iter(running or coming[-1:] or rows), None
    )


def plan_of(row: Plan | AnyRow) -> Plan:
    """The plan that a row stands in; walks up."""
    if isinstance(row, PlanAction):
        row = row.action_plan
    if isinstance(row, ActionPlan):
        row = row.objective
    return row.plan if isinstance(row, Objective) else row


def children_of(parent: Plan | AnyRow, *, struck: bool = False) -> QuerySet[Any]:
    """The rows one level below, in order; those taken out of the plan only when asked. One query."""
    rows: QuerySet[Any]
    if isinstance(parent, Plan):
        rows = Objective.objects.filter(plan=parent)
    elif isinstance(parent, Objective):
        rows = ActionPlan.objects.filter(objective=parent)
    elif isinstance(parent, ActionPlan):
        rows = PlanAction.objects.filter(action_plan=parent)
    else:
        raise TypeError("an action has nothing below it")
    return rows.order_by("order", "pk") if struck else rows.filter(struck_at=None).order_by("order", "pk")


def actions_of(plan: Plan) -> QuerySet[PlanAction]:
    """The actions of the working plan, in order, with what they stand under: one query."""
    return (
        PlanAction.objects.filter(
            action_plan__objective__plan=plan,
            struck_at=None,
            action_plan__struck_at=None,
            action_plan__objective__struck_at=None,
        )
        .select_related("action_plan__objective", "action")
        .order_by(
            "action_plan__objective__order",
            "action_plan__objective__pk",
            "action_plan__order",
            "action_plan__pk",
            "order",
            "pk",
        )
    )


def estimates_by_year(plan: Plan) -> dict[int, dict[tuple[str, str], Decimal]]:
    """By year, then by (nature, direction): what the working plan estimates. Years without amounts too. One query."""
    found: dict[int, dict[tuple[str, str], Decimal]] = {year: {} for year in plan.years}
    rows = (
        Estimate.objects.filter(action__in=actions_of(plan).order_by())
        .values_list("year", "nature", "direction")
        .annotate(total=Sum("amount"))
        .order_by("year", "nature", "direction")
    )
    for year, nature, direction, total in rows:
        found.setdefault(year, {})[nature, direction] = Decimal(total).quantize(Decimal("0.01"))
    return found


def amounts_of(action: PlanAction) -> dict[Cell, Decimal]:
    """One query."""
    return {(one.year, one.nature, one.direction): one.amount for one in action.estimates.all()}


def token_of(row: Plan | AnyRow, amounts: Mapping[Cell, Decimal] | None = None) -> str:
    """A short sign of what stands in a row (or of its amounts): who sends a form back shows what it was made from."""
    content: list[Any]
    if amounts is not None:
        content = sorted([*cell, f"{amount:.2f}"] for cell, amount in amounts.items())
    elif isinstance(row, Plan):
        content = [row.title]
    else:
        content = [row.code, row.title, row.text, row.struck_at is not None]
        if isinstance(row, ActionPlan):
            content.append(row.objective_id)
        if isinstance(row, PlanAction):
            content += [row.priority, row.policy_field, row.report_code, row.action_id, row.action_plan_id]
    return hashlib.sha256(json.dumps(content).encode()).hexdigest()[:16]


@dataclass(slots=True)
class ActionShown:
    row: PlanAction
    amounts: dict[Cell, Decimal] = field(default_factory=dict)


@dataclass(slots=True)
class ActionPlanShown:
    row: ActionPlan
    actions: list[ActionShown] = field(default_factory=list)

    @property
    def priority(self) -> bool:
        """A priority action makes its action plan one too."""
        return any(one.row.priority for one in self.actions)


@dataclass(slots=True)
class ObjectiveShown:
    row: Objective
    action_plans: list[ActionPlanShown] = field(default_factory=list)

    @property
    def priority(self) -> bool:
        return any(one.priority for one in self.action_plans)


def tree_of(plan: Plan) -> list[ObjectiveShown]:
    """The whole working plan, in order: four queries however large it is."""
    objectives = {
        one.pk: ObjectiveShown(one)
        for one in Objective.objects.filter(plan=plan, struck_at=None).order_by("order", "pk")
    }
    action_plans: dict[int, ActionPlanShown] = {}
    for way in ActionPlan.objects.filter(objective__plan=plan, struck_at=None).order_by("order", "pk"):
        if way.objective_id in objectives:
            action_plans[way.pk] = ActionPlanShown(way)
            objectives[way.objective_id].action_plans.append(action_plans[way.pk])
    actions: dict[int, ActionShown] = {}
    for action in actions_of(plan):
        actions[action.pk] = ActionShown(action)
        action_plans[action.action_plan_id].actions.append(actions[action.pk])
    for one in Estimate.objects.filter(action__in=list(actions)):
        actions[one.action_id].amounts[one.year, one.nature, one.direction] = one.amount
    return list(objectives.values())


def struck_of(plan: Plan) -> list[AnyRow]:
    """What was taken out of the working plan by itself (not with what it stood under), the last first: three queries."""
    rows: list[AnyRow] = [
        *Objective.objects.filter(plan=plan, struck_at__isnull=False),
        *ActionPlan.objects.filter(
            objective__plan=plan, struck_at__isnull=False, objective__struck_at=None
        ).select_related("objective"),
        *PlanAction.objects.filter(
            action_plan__objective__plan=plan,
            struck_at__isnull=False,
            action_plan__struck_at=None,
            action_plan__objective__struck_at=None,
        ).select_related("action_plan"),
    ]
    return sorted(rows, key=lambda one: (one.struck_at is not None and -one.struck_at.timestamp(), one.pk))


def snapshot_of(plan: Plan) -> Snapshot:
    """The working plan as a value: four queries."""
    return snapshot_from(plan, tree_of(plan))


def snapshot_from(plan: Plan, tree: list[ObjectiveShown]) -> Snapshot:
    items: list[Item] = []
    for goal in tree:
        items.append(_item("objective", goal.row, None))
        for way in goal.action_plans:
            items.append(_item("action_plan", way.row, goal.row.pk))
            items += [_item("action", one.row, way.row.pk, one.amounts) for one in way.actions]
    return Snapshot(plan.title, plan.starts.isoformat(), plan.ends.isoformat(), tuple(items))


def _item(
    level: Level, row: AnyRow, parent: int | None, amounts: Mapping[Cell, Decimal] | None = None
) -> Item:
    texts = {"code": row.code, "title": row.title, "text": row.text}
    if isinstance(row, PlanAction):
        texts |= {
            "priority": "ja" if row.priority else "",
            "policy_field": row.policy_field,
            "report_code": row.report_code,
        }
    cents = {cell: int(amount * 100) for cell, amount in (amounts or {}).items() if amount}
    return Item(level, row.pk, parent, texts, cents)


def versions_of(plan: Plan) -> QuerySet[Version]:
    """The last first: one query."""
    return Version.objects.filter(plan=plan).select_related("plan__partnership").order_by("-number")


def totals_of(tree: list[ObjectiveShown]) -> dict[Cell, Decimal]:
    """Of the whole plan by cell; no query."""
    found: dict[Cell, Decimal] = defaultdict(Decimal)
    for goal in tree:
        for way in goal.action_plans:
            for one in way.actions:
                for cell, amount in one.amounts.items():
                    found[cell] += amount
    return dict(found)


def subject_of(plan: Plan) -> str:
    """The name by which sittings and decisions know a plan."""
    return f"plan.plan:{plan.pk}"


def waiting_item(plan: Plan) -> AgendaItem | None:
    """Where the plan stands on an agenda and nobody voted yet, the first sitting first. One query."""
    rows = AgendaItem.objects.filter(
        sitting__partnership=plan.partnership_id,
        subject=subject_of(plan),
        state=AgendaItem.State.WAITING,
        sitting__state__in=[Sitting.State.PLANNED, Sitting.State.OPEN],
    )
    return rows.select_related("sitting__organ", "sitting__partnership").order_by("sitting__starts").first()


def pages_of(partnership: Partnership, keys: Sequence[int]) -> dict[int, str]:
    """Where the plans with these keys stand: what a decision leads to. One query."""
    found = Plan.objects.filter(partnership=partnership, pk__in=keys).values_list("pk", flat=True)
    return {key: reverse("plan:plan", args=[partnership.slug, key]) for key in found}
