"""Working on the plan: what officers and coordinator write between two adopted versions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import TypeVar

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from groeimodel.foundation.journal.services import record
from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.rights import require
from groeimodel.meadow.actions.models import Action
from groeimodel.rules.plan import Cell
from groeimodel.shop.plan.models import YOUTH, ActionPlan, Estimate, Objective, Plan, PlanAction
from groeimodel.shop.plan.selectors import AnyRow, amounts_of, children_of, plan_of, token_of

WORK, WRITE = "plan.work", "plan.write"
CODE_DEPTH = {Objective: "", ActionPlan: "objective", PlanAction: "action_plan"}
SIX_YEARS = 6
R = TypeVar("R", Objective, ActionPlan, PlanAction)


class Stale(Exception):
    """Somebody else wrote this in the meantime. Nothing was changed; what they wrote stands in the row itself."""


@dataclass(frozen=True, slots=True)
class Fields:
    """What somebody fills in for any level. An empty code is thought up."""

    title: str
    text: str = ""
    code: str = ""


@dataclass(frozen=True, slots=True)
class ActionFields:
    """What an action has beside that."""

    priority: bool = False
    policy_field: str = YOUTH
    report_code: str = ""
    action: Action | None = None


def lock(plan: Plan) -> Plan:
    """The plan's row is the gate: whoever writes waits for who came first."""
    return Plan.objects.select_for_update().get(pk=plan.pk)


@transaction.atomic
def new_plan(
    *,
    partnership: Partnership,
    title: str,
    first_year: int,
    copy_of: Plan | None = None,
    actor: Person | None = None,
    at: datetime | None = None,
) -> Plan:
    """A plan of six years, not adopted yet; with the objectives, action plans and actions of another one, without amounts.

    Raises:
        ValidationError: there is a plan that begins in that year already, or the other plan is not of this partnership.
    """
    require(actor, WRITE, partnership)
    starts, ends = date(first_year, 1, 1), date(first_year + SIX_YEARS - 1, 12, 31)
    if Plan.objects.filter(partnership=partnership, starts__year=first_year).exists():
        raise ValidationError({"first_year": _("Er is al een plan dat in dat jaar begint.")})
    if copy_of is not None and copy_of.partnership_id != partnership.pk:
        raise ValidationError(_("Dat plan is van een andere samenwerking."))
    plan = Plan(partnership=partnership, title=title.strip(), starts=starts, ends=ends)
    plan.full_clean()
    plan.save()
    if copy_of is not None:
        _copy(copy_of, plan)
    record("plan.begun", partnership=partnership, actor=actor, data={"plan": plan.pk}, at=at)
    return plan


def _copy(old: Plan, new: Plan) -> None:
    for objective in children_of(old):
        goal = Objective.objects.create(plan=new, **_shared(objective))
        for action_plan in children_of(objective):
            way = ActionPlan.objects.create(objective=goal, **_shared(action_plan))
            PlanAction.objects.bulk_create(
                PlanAction(
                    action_plan=way,
                    priority=one.priority,
                    policy_field=one.policy_field,
                    report_code=one.report_code,
                    **_shared(one),
                )
                for one in children_of(action_plan)
                if isinstance(one, PlanAction)
            )


def _shared(row: AnyRow) -> dict[str, str]:
    return {"code": row.code, "title": row.title, "text": row.text, "order": row.order}  # type: ignore[dict-item]


@transaction.atomic
def change_plan(*, plan: Plan, title: str, seen: str, actor: Person | None) -> Plan:
    """Another title.

    Raises:
        Stale: the title is no longer what was shown.
    """
    require(actor, WORK, plan)
    plan = lock(plan)
    if token_of(plan) != seen:
        raise Stale
    plan.title = title.strip()
    plan.full_clean()
    plan.save()
    _note("plan.changed", plan, plan, actor)
    return plan


@transaction.atomic
def add_objective(
    *, plan: Plan, fields: Fields, actor: Person | None = None, at: datetime | None = None
) -> Objective:
    require(actor, WORK, plan)
    return _add(Objective(plan=lock(plan)), plan, fields, actor, at)


@transaction.atomic
def add_action_plan(
    *, objective: Objective, fields: Fields, actor: Person | None = None, at: datetime | None = None
) -> ActionPlan:
    require(actor, WORK, objective)
    lock(objective.plan)
    return _add(ActionPlan(objective=objective), objective, fields, actor, at)


@transaction.atomic
def add_action(
    *,
    action_plan: ActionPlan,
    fields: Fields,
    more: ActionFields | None = None,
    actor: Person | None = None,
    at: datetime | None = None,
) -> PlanAction:
    require(actor, WORK, action_plan)
    lock(action_plan.objective.plan)
    action = PlanAction(action_plan=action_plan)
    _fill_action(action, more or ActionFields())
    return _add(action, action_plan, fields, actor, at)


def _add(row: R, parent: Plan | AnyRow, fields: Fields, actor: Person | None, at: datetime | None) -> R:
    siblings = children_of(parent, struck=True)
    row.order = (siblings.aggregate(last=Max("order"))["last"] or 0) + 1
    _fill(row, fields, next_code(parent))
    row.save()
    _note("plan.row_added", plan_of(row), row, actor, at)
    return row


def next_code(parent: Plan | AnyRow) -> str:
    """The first number that is free below a parent: 3, 3.1, 3.1.4."""
    before = "" if isinstance(parent, Plan) else f"{parent.code}."
    taken = set(children_of(parent, struck=True).values_list("code", flat=True))
    number = 1
    while f"{before}{number}" in taken:
        number += 1
    return f"{before}{number}"


@transaction.atomic
def change_row(
    *,
    row: AnyRow,
    fields: Fields,
    seen: str,
    more: ActionFields | None = None,
    under: Objective | ActionPlan | None = None,
    actor: Person | None,
) -> None:
    """Other words, another code, or another place: `under` is the row that it belongs to from now on.

    Raises:
        Stale: the row is no longer what was shown (`seen` is its token then).
        ValidationError: something is filled in wrong, or the place is of another plan.
    """
    require(actor, WORK, row)
    plan = lock(plan_of(row))
    row = type(row).objects.get(pk=row.pk)
    if token_of(row) != seen:
        raise Stale
    if isinstance(row, PlanAction) and more is not None:
        _fill_action(row, more)
    if under is not None:
        _put_under(row, under, plan)
    _fill(row, fields, row.code)
    row.save()
    _note("plan.row_changed", plan, row, actor)


def _put_under(row: AnyRow, under: Objective | ActionPlan, plan: Plan) -> None:
    if plan_of(under).pk != plan.pk or under.struck_at is not None:
        raise ValidationError(_("Die plaats is van een ander plan."))
    if isinstance(row, ActionPlan) and isinstance(under, Objective) and row.objective_id != under.pk:
        row.objective = under
    elif isinstance(row, PlanAction) and isinstance(under, ActionPlan) and row.action_plan_id != under.pk:
        row.action_plan = under
    else:
        return
    row.order = (children_of(under, struck=True).aggregate(last=Max("order"))["last"] or 0) + 1


def _fill(row: AnyRow, fields: Fields, thought_up: str) -> None:
    row.title, row.text = fields.title.strip(), fields.text.strip()
    row.code = fields.code.strip() or thought_up
    row.full_clean()
    inside = {
        Objective: "plan",
        ActionPlan: "objective__plan",
        PlanAction: "action_plan__objective__plan",
    }[type(row)]
    same = type(row).objects.filter(**{inside: plan_of(row)}, code=row.code, struck_at=None)
    if same.exclude(pk=row.pk).exists():
        raise ValidationError({"code": _("Deze code staat al in het plan. Kies een andere.")})


def _fill_action(action: PlanAction, more: ActionFields) -> None:
    action.priority, action.policy_field = more.priority, more.policy_field.strip() or YOUTH
    action.report_code, action.action = more.report_code.strip(), more.action
    here = plan_of(action).partnership_id
    if more.action is not None and more.action.partnership_id != here:
        raise ValidationError({"action": _("Deze actie is van een andere samenwerking.")})


@transaction.atomic
def move(*, row: AnyRow, up: bool, actor: Person | None) -> bool:
    """One place up or down among its neighbours; says whether there was room."""
    require(actor, WORK, row)
    plan = lock(plan_of(row))
    parent: Plan | AnyRow = (
        row.plan
        if isinstance(row, Objective)
        else row.objective
        if isinstance(row, ActionPlan)
        else row.action_plan
    )
    rows = list(children_of(parent))
    at = next((place for place, one in enumerate(rows) if one.pk == row.pk), None)
    other = None if at is None else at - 1 if up else at + 1
    if at is None or other is None or not 0 <= other < len(rows):
        return False
    rows[at], rows[other] = rows[other], rows[at]
    for place, one in enumerate(rows, start=1):
        one.order = place
    type(row).objects.bulk_update(rows, ["order"])
    _note("plan.row_moved", plan, row, actor)
    return True


@transaction.atomic
def strike(*, row: AnyRow, actor: Person | None) -> None:
    """Take a row out of the working plan, with what is below it. It can come back with `restore`.

    The row itself stays: adopted versions, money and local plans may refer to it.
    """
    require(actor, WORK, row)
    plan = lock(plan_of(row))
    row.struck_at = timezone.now()
    row.save(update_fields=["struck_at"])
    _note("plan.row_struck", plan, row, actor)


@transaction.atomic
def restore(*, row: AnyRow, actor: Person | None) -> None:
    """Undo of `strike`.

    Raises:
        ValidationError: another row has its code by now.
    """
    require(actor, WORK, row)
    plan = lock(plan_of(row))
    row.struck_at = None
    _fill(row, Fields(row.title, row.text, row.code), row.code)
    row.save(update_fields=["struck_at"])
    _note("plan.row_restored", plan, row, actor)


@transaction.atomic
def estimate(
    *,
    action: PlanAction,
    cells: Mapping[Cell, Decimal],
    seen: str | None = None,
    actor: Person | None = None,
    at: datetime | None = None,
) -> None:
    """What an action costs and brings in, over all years at once; a cell that is not named (or 0) holds nothing.

    Raises:
        Stale: the amounts are no longer what was shown (`seen` is their token then; None does not ask).
        ValidationError: a year lies outside the plan, or an amount is below nothing or has parts of cents.
    """
    require(actor, WORK, action)
    plan = lock(plan_of(action))
    if seen is not None and token_of(action, amounts_of(action)) != seen:
        raise Stale
    rows = [
        Estimate(action=action, year=year, nature=nature, direction=direction, amount=amount)
        for (year, nature, direction), amount in sorted(cells.items())
        if amount
    ]
    for row in rows:
        row.full_clean(validate_unique=False, validate_constraints=False)
        if row.year not in plan.years:
            raise ValidationError(_("Het jaar %(year)s valt buiten het plan.") % {"year": row.year})
    action.estimates.all().delete()
    Estimate.objects.bulk_create(rows)
    _note("plan.estimated", plan, action, actor, at)


def _note(
    verb: str, plan: Plan, subject: Plan | AnyRow, actor: Person | None, at: datetime | None = None
) -> None:
    record(verb, partnership=plan.partnership, actor=actor, subject=subject, data={"plan": plan.pk}, at=at)
