"""Every write of the expectations. `actor` None is the system itself: the example data and the jobs."""

from groeimodel.gauge.expectations.services.agreeing import (
    Agreed,
    agree,
    change_agreement,
    mark_done,
    mark_undone,
    note_talk,
    remove_agreement,
)
from groeimodel.gauge.expectations.services.answering import (
    RoundIsClosed,
    answer,
    guess,
    say,
    sheet_for,
    submit,
)
from groeimodel.gauge.expectations.services.asking import (
    Wording,
    add_expectation,
    change_expectation,
    choose_cadence,
    common_set,
    move_expectation,
    retire_expectation,
    take_back,
)
from groeimodel.gauge.expectations.services.rounds import (
    Said,
    close_round,
    keep_session,
    open_round,
    remind,
    take_over,
)

__all__ = [
    "Agreed",
    "RoundIsClosed",
    "Said",
    "Wording",
    "add_expectation",
    "agree",
    "answer",
    "change_agreement",
    "change_expectation",
    "choose_cadence",
    "close_round",
    "common_set",
    "guess",
    "keep_session",
    "mark_done",
    "mark_undone",
    "move_expectation",
    "note_talk",
    "open_round",
    "remind",
    "remove_agreement",
    "retire_expectation",
    "say",
    "sheet_for",
    "submit",
    "take_back",
    "take_over",
]
