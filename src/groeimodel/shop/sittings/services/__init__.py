"""Every write about sittings. `actor` None is the system itself: the example data."""

from groeimodel.shop.sittings.services.agenda import (
    change_item,
    move_up,
    put_on_agenda,
    remove_item,
)
from groeimodel.shop.sittings.services.attending import answer, open_sitting, set_presence
from groeimodel.shop.sittings.services.calling import (
    call_again,
    call_sitting,
    cancel_sitting,
    change_sitting,
    send_invitation,
)
from groeimodel.shop.sittings.services.closing import approve_minutes, close_sitting, write_minutes
from groeimodel.shop.sittings.services.counting import count, note, postpone, withdraw
from groeimodel.shop.sittings.services.voting import enter_papers, set_votes, take_back, vote, vote_all

__all__ = [
    "answer",
    "approve_minutes",
    "call_again",
    "call_sitting",
    "cancel_sitting",
    "change_item",
    "change_sitting",
    "close_sitting",
    "count",
    "enter_papers",
    "move_up",
    "note",
    "open_sitting",
    "postpone",
    "put_on_agenda",
    "remove_item",
    "send_invitation",
    "set_presence",
    "set_votes",
    "take_back",
    "vote",
    "vote_all",
    "withdraw",
    "write_minutes",
]
