"""Every write about organs and terms. `actor` None is the system itself: the example data, what follows a merger."""

from groeimodel.shop.organs.services.following import member_left, person_left, take_over
from groeimodel.shop.organs.services.seating import (
    NewSeat,
    add_seat,
    change_seat,
    empty_organ_seat,
    end_seat,
    fill_organ_seat,
    sit_by_name,
)
from groeimodel.shop.organs.services.setting_up import (
    Particulars,
    Place,
    change_organ,
    count_heads,
    end_organ,
    found_organs,
    looked_at_seats,
    set_limits,
    set_statute,
    set_up_organ,
)
from groeimodel.shop.organs.services.terms import (
    Decided,
    NewTerm,
    begin_term,
    change_term,
    note_renewal,
    renew_term,
    take_back_renewal,
)

__all__ = [
    "Decided",
    "NewSeat",
    "NewTerm",
    "Particulars",
    "Place",
    "add_seat",
    "begin_term",
    "change_organ",
    "change_seat",
    "change_term",
    "count_heads",
    "empty_organ_seat",
    "end_organ",
    "end_seat",
    "fill_organ_seat",
    "found_organs",
    "looked_at_seats",
    "member_left",
    "note_renewal",
    "person_left",
    "renew_term",
    "set_limits",
    "set_statute",
    "set_up_organ",
    "sit_by_name",
    "take_back_renewal",
    "take_over",
]
