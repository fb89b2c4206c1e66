"""The pages of organs and terms: who decides, by which rules, until when."""

from groeimodel.shop.organs.views.organs import (
    change,
    end,
    found,
    heads,
    looked_at,
    organ,
    organ_list,
    statute,
)
from groeimodel.shop.organs.views.seats import empty, end_seat, new_seat, seat
from groeimodel.shop.organs.views.terms import decide, new_term, renew, take_back, term

__all__ = [
    "change",
    "decide",
    "empty",
    "end",
    "end_seat",
    "found",
    "heads",
    "looked_at",
    "new_seat",
    "new_term",
    "organ",
    "organ_list",
    "renew",
    "seat",
    "statute",
    "take_back",
    "term",
]
