"""The pages of who steers, who can what, and what it asks of people."""

from groeimodel.shop.steering.views.load import assume, load
from groeimodel.shop.steering.views.mandates import agenda, give, mandate, page, renew, reopen, stop
from groeimodel.shop.steering.views.skills import cover, new_skill, remove_skill, skills, uncover

__all__ = [
    "agenda",
    "assume",
    "cover",
    "give",
    "load",
    "mandate",
    "new_skill",
    "page",
    "remove_skill",
    "renew",
    "reopen",
    "skills",
    "stop",
    "uncover",
]
