"""Every write about actions. `actor` None is the system itself: the example data, and what follows another deed."""

from groeimodel.meadow.actions.services.growing import (
    Bounds,
    adopt,
    compost,
    pick,
    report_progress,
    start_action,
    work_out,
)
from groeimodel.meadow.actions.services.planning import Plan, change_plan, plan_of
from groeimodel.meadow.actions.services.sharing import Share, offer_in_kind, share_out, take_over
from groeimodel.meadow.actions.services.sowing import (
    drop_seed_of,
    take_back,
    take_down_from_notes,
    take_down_seed,
    try_too,
)

__all__ = [
    "Bounds",
    "Plan",
    "Share",
    "adopt",
    "change_plan",
    "compost",
    "drop_seed_of",
    "offer_in_kind",
    "pick",
    "plan_of",
    "report_progress",
    "share_out",
    "start_action",
    "take_back",
    "take_down_from_notes",
    "take_down_seed",
    "take_over",
    "try_too",
    "work_out",
]
