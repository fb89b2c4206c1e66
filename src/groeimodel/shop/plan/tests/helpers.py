"""A small plan for the tests of this room."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from groeimodel.foundation.testing.cast import Cast
from groeimodel.rules.plan import Cell
from groeimodel.shop.plan import services
from groeimodel.shop.plan.models import ActionPlan, Objective, Plan, PlanAction
from groeimodel.shop.plan.services import ActionFields, Fields

EXPENSE: Cell = (2026, "exploitation", "expense")
RECEIPT: Cell = (2027, "exploitation", "receipt")


@dataclass(frozen=True)
class Small:
    plan: Plan
    objective: Objective
    action_plan: ActionPlan
    action: PlanAction


def small_plan(cast: Cast) -> Small:
    """One of everything: 1.200,50 euro out in 2026, 300 in in 2027. Call it within the scope."""
    plan = services.new_plan(
        partnership=cast.partnership, title="Meerjarenplan 2026-2031", first_year=2026, actor=cast.finn
    )
    objective = services.add_objective(
        plan=plan, fields=Fields("Jongeren vinden overal een plek"), actor=cast.finn
    )
    action_plan = services.add_action_plan(
        objective=objective, fields=Fields("Plekken om te spelen"), actor=cast.finn
    )
    action = services.add_action(
        action_plan=action_plan,
        fields=Fields("Speelbus langs alle dorpen"),
        more=ActionFields(priority=True),
        actor=cast.finn,
    )
    services.estimate(
        action=action, cells={EXPENSE: Decimal("1200.50"), RECEIPT: Decimal(300)}, actor=cast.finn
    )
    return Small(plan, objective, action_plan, action)
