"""Every write of mails: post one, send it, forget it, and choose which kinds to get."""

from groeimodel.foundation.mail.letters import Action, Block, Letter, Line
from groeimodel.foundation.mail.services.keeping import empty_old, forget
from groeimodel.foundation.mail.services.posting import post
from groeimodel.foundation.mail.services.wishes import allow, choose_cadence, refuse, refuses

__all__ = [
    "Action",
    "Block",
    "Letter",
    "Line",
    "allow",
    "choose_cadence",
    "empty_old",
    "forget",
    "post",
    "refuse",
    "refuses",
]
