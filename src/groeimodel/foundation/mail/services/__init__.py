"""Every write of mails: post one, send it, forget it, and choose which kinds to get."""

from groeimodel.foundation.mail.letters import Action, Block, Letter, Line, Story, WayOut
from groeimodel.foundation.mail.services.digests import make_digest, plan_digests
from groeimodel.foundation.mail.services.keeping import empty_old, forget, forget_at
from groeimodel.foundation.mail.services.posting import post
from groeimodel.foundation.mail.services.retrying import try_again
from groeimodel.foundation.mail.services.testing import send_test
from groeimodel.foundation.mail.services.wishes import allow, choose, refuse, refuses

__all__ = [
    "Action",
    "Block",
    "Letter",
    "Line",
    "Story",
    "WayOut",
    "allow",
    "choose",
    "empty_old",
    "forget",
    "forget_at",
    "make_digest",
    "plan_digests",
    "post",
    "refuse",
    "refuses",
    "send_test",
    "try_again",
]
