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
from groeimodel.shop.money.services.contributions import call_contributions, commit, withdraw_call
from groeimodel.shop.money.services.posting import post_amount, reverse, take_back

__all__ = [
    "call_contributions",
    "change_post",
    "close_year",
    "commit",
    "copy_budget",
    "open_year",
    "post_amount",
    "remove_post",
    "reverse",
    "take_back",
    "take_from_plan",
    "withdraw_call",
    "write_post",
]
