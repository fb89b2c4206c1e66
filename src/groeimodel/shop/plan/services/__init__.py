"""Every write about the multi-year plan. `actor` None is the system itself: the example data, what follows a decision."""

from groeimodel.shop.plan.services.adopting import adopt, adopt_plan, propose
from groeimodel.shop.plan.services.cycles import forget_cycle, write_cycle
from groeimodel.shop.plan.services.local import (
    ImportChanged,
    confirm_import,
    keep_draft,
    link,
    read_in,
    set_aside,
    unlink,
)
from groeimodel.shop.plan.services.working import (
    ActionFields,
    Fields,
    Stale,
    add_action,
    add_action_plan,
    add_objective,
    change_plan,
    change_row,
    estimate,
    move,
    new_plan,
    restore,
    strike,
)

__all__ = [
    "ActionFields",
    "Fields",
    "ImportChanged",
    "Stale",
    "add_action",
    "add_action_plan",
    "add_objective",
    "adopt",
    "adopt_plan",
    "change_plan",
    "change_row",
    "confirm_import",
    "estimate",
    "forget_cycle",
    "keep_draft",
    "link",
    "move",
    "new_plan",
    "propose",
    "read_in",
    "restore",
    "set_aside",
    "strike",
    "unlink",
    "write_cycle",
]
