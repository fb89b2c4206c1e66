"""Every write about meetings. `actor` None is the system itself: the example data and the jobs."""

from groeimodel.soil.meetings.services.agenda import (
    NewItem,
    add_item,
    add_themes,
    change_item,
    move_item,
    remove_item,
)
from groeimodel.soil.meetings.services.answering import (
    answer,
    answer_dates,
    mark,
    show_interest,
    steer,
    take_back_interest,
)
from groeimodel.soil.meetings.services.briefing import send_brief
from groeimodel.soil.meetings.services.feeds import feed_key, renew_feed_key
from groeimodel.soil.meetings.services.planning import (
    Draft,
    When,
    cancel,
    change,
    choose_date,
    look_for_date,
    plan,
    plan_series,
)

__all__ = [
    "Draft",
    "NewItem",
    "When",
    "add_item",
    "add_themes",
    "answer",
    "answer_dates",
    "cancel",
    "change",
    "change_item",
    "choose_date",
    "feed_key",
    "look_for_date",
    "mark",
    "move_item",
    "plan",
    "plan_series",
    "remove_item",
    "renew_feed_key",
    "send_brief",
    "show_interest",
    "steer",
    "take_back_interest",
]
