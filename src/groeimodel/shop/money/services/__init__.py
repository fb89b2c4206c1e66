"""Every write about money. `actor` None is the system itself: the example data."""

from groeimodel.shop.money.services.budget import (
    change_post,
    close_year,
    copy_budget,
    open_year,
    remove_post,
    take_from_plan,
    write_post,
)
from groeimodel.shop.money.services.changing import (
    accounts_adopted,
    ask_change,
    carry_out,
    take_over,
    turn_down,
)
from groeimodel.shop.money.services.contributions import call_contributions, commit, withdraw_call
from groeimodel.shop.money.services.people import add_function, budget_functions, end_function, note_month
from groeimodel.shop.money.services.posting import post_amount, reverse, take_back

__all__ = [
    "accounts_adopted",
    "add_function",
    "ask_change",
    "budget_functions",
    "call_contributions",
    "carry_out",
    "change_post",
    "close_year",
    "commit",
    "copy_budget",
    "end_function",
    "note_month",
    "open_year",
    "post_amount",
    "remove_post",
    "reverse",
    "take_back",
    "take_from_plan",
    "take_over",
    "turn_down",
    "withdraw_call",
    "write_post",
]
