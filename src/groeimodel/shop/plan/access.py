"""What the rows of this room are about; who may what with them stands in the table of rights."""

from groeimodel.foundation.rights import About, about
from groeimodel.shop.plan.models import (
    ActionPlan,
    Cycle,
    LocalAction,
    LocalDraft,
    Objective,
    Plan,
    PlanAction,
    Version,
)

about(Plan, lambda one: About(one.partnership))
about(Objective, lambda one: About(one.plan.partnership))
about(ActionPlan, lambda one: About(one.objective.plan.partnership))
about(PlanAction, lambda one: About(one.action_plan.objective.plan.partnership))
about(Version, lambda one: About(one.plan.partnership))
about(Cycle, lambda one: About(one.partnership))
about(LocalAction, lambda one: About(one.partnership, municipality=one.municipality.today))
about(LocalDraft, lambda one: About(one.partnership, municipality=one.municipality.today))
