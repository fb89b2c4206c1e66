"""Every write at the desk. Customers have no account: what they do, the link in their mail allows."""

from groeimodel.shop.desk.services.asking import DeskClosed, Wish, ask, confirm, take_down
from groeimodel.shop.desk.services.bookings import (
    Span,
    Thing,
    add_bookable,
    block,
    book,
    cancel,
    change_bookable,
    renew_feed,
    restore,
)
from groeimodel.shop.desk.services.customers import TooLate, accept, message, rate, withdraw
from groeimodel.shop.desk.services.finishing import finish, reopen
from groeimodel.shop.desk.services.handling import (
    Facts,
    agree,
    assign,
    correct,
    decline,
    note,
    propose,
    reply,
)
from groeimodel.shop.desk.services.keeping import erase_now, erase_old, forget_unconfirmed, take_over
from groeimodel.shop.desk.services.setting_up import Terms, set_up

__all__ = [
    "DeskClosed",
    "Facts",
    "Span",
    "Terms",
    "Thing",
    "TooLate",
    "Wish",
    "accept",
    "add_bookable",
    "agree",
    "ask",
    "assign",
    "block",
    "book",
    "cancel",
    "change_bookable",
    "confirm",
    "correct",
    "decline",
    "erase_now",
    "erase_old",
    "finish",
    "forget_unconfirmed",
    "message",
    "note",
    "propose",
    "rate",
    "renew_feed",
    "reopen",
    "reply",
    "restore",
    "set_up",
    "take_down",
    "take_over",
    "withdraw",
]
