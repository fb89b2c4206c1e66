"""Every write of the bank. `actor` None is the system itself: the example data."""

from groeimodel.shop.bank.services.accounts import add_account, change_account
from groeimodel.shop.bank.services.importing import PlanChanged, forget_old, import_file, keep_draft
from groeimodel.shop.bank.services.matching import match_line, match_suggested, set_aside, undo
from groeimodel.shop.bank.services.sending import send_letters

__all__ = [
    "PlanChanged",
    "add_account",
    "change_account",
    "forget_old",
    "import_file",
    "keep_draft",
    "match_line",
    "match_suggested",
    "send_letters",
    "set_aside",
    "undo",
]
