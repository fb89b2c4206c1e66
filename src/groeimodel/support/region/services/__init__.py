"""Every write of the supporter's room. `actor` None is the system itself: the example data and the jobs."""

from groeimodel.support.region.services.lessons import send_lesson
from groeimodel.support.region.services.looking import ask_to_look, let_look, refuse_look
from groeimodel.support.region.services.noting import change_note, forget, note, remove_note
from groeimodel.support.region.services.sessions import (
    Afterwards,
    begin,
    drop,
    finish,
    jot,
    prepare,
    reopen,
    tick,
)

__all__ = [
    "Afterwards",
    "ask_to_look",
    "begin",
    "change_note",
    "drop",
    "finish",
    "forget",
    "jot",
    "let_look",
    "note",
    "prepare",
    "refuse_look",
    "remove_note",
    "reopen",
    "send_lesson",
    "tick",
]
