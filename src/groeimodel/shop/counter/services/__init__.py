"""Every write of the counter. `actor` None is the system itself: the example data."""

from groeimodel.shop.counter.services.arranging import (
    Bunch,
    change_bouquet,
    change_speciality,
    drop_speciality,
    state_speciality,
    tie_bouquet,
    untie_bouquet,
)
from groeimodel.shop.counter.services.keeping import Checked, Secured, anchor, check_points
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
from groeimodel.shop.counter.services.supplying import (
    SUPPLY,
    Agreed,
    Card,
    add_supplier,
    agree,
    change_agreement,
    change_supplier,
    remove_agreement,
    remove_supplier,
)
from groeimodel.shop.counter.services.supporting import ASK, SAY, ask_support, say_support
from groeimodel.shop.counter.services.uses import COUNT, Counted, count_by_hand, forget_use, record_use

__all__ = [
    "ASK",
    "COUNT",
    "SAY",
    "SUPPLY",
    "TEND",
    "Agreed",
    "Bunch",
    "Card",
    "Checked",
    "Counted",
    "Said",
    "Secured",
    "add_offer",
    "add_supplier",
    "agree",
    "anchor",
    "ask_support",
    "change_agreement",
    "change_bouquet",
    "change_offer",
    "change_speciality",
    "change_supplier",
    "check_points",
    "count_by_hand",
    "draft_from",
    "drop_speciality",
    "forget_use",
    "hang_picture",
    "record_use",
    "remove_agreement",
    "remove_supplier",
    "restore",
    "say_support",
    "state_speciality",
    "take_picture_off",
    "tie_bouquet",
    "untie_bouquet",
    "withdraw",
]
