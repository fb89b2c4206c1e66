"""Every write of choosing rounds: prepare, open, vote, close. `actor` None is the system itself."""

from groeimodel.meadow.choosing.services.closing import close_round
from groeimodel.meadow.choosing.services.drafting import Plan, change_round, prepare_round, remove_round
from groeimodel.meadow.choosing.services.layouts import give_layout
from groeimodel.meadow.choosing.services.merging import take_over
from groeimodel.meadow.choosing.services.nudging import press, remind
from groeimodel.meadow.choosing.services.opening import go_on, lengthen, open_round, withdraw
from groeimodel.meadow.choosing.services.voting import Said, hand_in, keep_draft, note_by_phone

__all__ = [
    "Plan",
    "Said",
    "change_round",
    "close_round",
    "give_layout",
    "go_on",
    "hand_in",
    "keep_draft",
    "lengthen",
    "note_by_phone",
    "open_round",
    "prepare_round",
    "press",
    "remind",
    "remove_round",
    "take_over",
    "withdraw",
]
