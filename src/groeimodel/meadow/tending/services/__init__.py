"""Every write about the care of actions. `actor` None is the system itself: the example data, and jobs."""

from groeimodel.meadow.tending.services.news import News, Picture, remove_update, write_update
from groeimodel.meadow.tending.services.results import Counted, note_result, remove_result
from groeimodel.meadow.tending.services.signalling import watch
from groeimodel.meadow.tending.services.spending import (
    Spent,
    answer,
    answering,
    note_expense,
    put_right,
    remove_expense,
    set_bound,
)
from groeimodel.meadow.tending.services.todo import ToDo, add_task, change_task, finish_task, remove_task
from groeimodel.meadow.tending.services.working import Worked, mandate_for, note_hours, remove_hours

__all__ = [
    "Counted",
    "News",
    "Picture",
    "Spent",
    "ToDo",
    "Worked",
    "add_task",
    "answer",
    "answering",
    "change_task",
    "finish_task",
    "mandate_for",
    "note_expense",
    "note_hours",
    "note_result",
    "put_right",
    "remove_expense",
    "remove_hours",
    "remove_result",
    "remove_task",
    "remove_update",
    "set_bound",
    "watch",
    "write_update",
]
