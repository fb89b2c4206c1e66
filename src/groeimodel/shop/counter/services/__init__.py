"""Every write of the counter. `actor` None is the system itself: the example data."""

from groeimodel.shop.counter.services.offers import (
    TEND,
    Said,
    add_offer,
    change_offer,
    draft_from,
    restore,
    take_picture_off,
    withdraw,
)
from groeimodel.shop.counter.services.pictures import hang_picture
from groeimodel.shop.counter.services.uses import COUNT, Counted, count_by_hand, forget_use, record_use

__all__ = [
    "COUNT",
    "TEND",
    "Counted",
    "Said",
    "add_offer",
    "change_offer",
    "count_by_hand",
    "draft_from",
    "forget_use",
    "hang_picture",
    "record_use",
    "restore",
    "take_picture_off",
    "withdraw",
]
