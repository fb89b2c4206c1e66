"""Every write about municipalities, partnerships, seats and appointments.

`actor` is who does it; None is the system itself (an import, the example data), never a visitor.
"""

from groeimodel.foundation.partners.services.founding import (
    change_partnership,
    declare_aim,
    found_partnership,
    set_logo,
)
from groeimodel.foundation.partners.services.members import join, leave, set_seats
from groeimodel.foundation.partners.services.mergers import merge
from groeimodel.foundation.partners.services.seats import (
    SeatTaken,
    appoint,
    empty_seat,
    end_appointment,
    fill_seat,
    leave_note,
)

__all__ = [
    "SeatTaken",
    "appoint",
    "change_partnership",
    "declare_aim",
    "empty_seat",
    "end_appointment",
    "fill_seat",
    "found_partnership",
    "join",
    "leave",
    "leave_note",
    "merge",
    "set_logo",
    "set_seats",
]
