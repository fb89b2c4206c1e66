"""Pages of money."""

from groeimodel.shop.money.views.asking import call, commitments, contributions, withdraw
from groeimodel.shop.money.views.changing import accounts, what_if
from groeimodel.shop.money.views.exporting import table, workbook
from groeimodel.shop.money.views.people import into_budget, people, stop
from groeimodel.shop.money.views.posting import correct, post, posting, remove, take_back
from groeimodel.shop.money.views.simulator import simulator
from groeimodel.shop.money.views.years import copy, page, shut, year

__all__ = [
    "accounts",
    "call",
    "commitments",
    "contributions",
    "copy",
    "correct",
    "into_budget",
    "page",
    "people",
    "post",
    "posting",
    "remove",
    "shut",
    "simulator",
    "stop",
    "table",
    "take_back",
    "what_if",
    "withdraw",
    "workbook",
    "year",
]
