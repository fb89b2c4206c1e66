"""Pages of money."""

from groeimodel.shop.money.views.asking import call, commitments, contributions, withdraw
from groeimodel.shop.money.views.posting import correct, post, posting, remove, take_back
from groeimodel.shop.money.views.simulator import simulator
from groeimodel.shop.money.views.years import copy, page, shut, year

__all__ = [
    "call",
    "commitments",
    "contributions",
    "copy",
    "correct",
    "page",
    "post",
    "posting",
    "remove",
    "shut",
    "simulator",
    "take_back",
    "withdraw",
    "year",
]
