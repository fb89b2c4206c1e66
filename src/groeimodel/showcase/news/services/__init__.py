"""Every write of the newsletter: readers come and go, an edition is written, sent, and taken off the web."""

from groeimodel.showcase.news.services.sending import (
    deliver_portion,
    forget_deliveries,
    go,
    restore,
    schedule,
    send,
    send_test,
    stop_all,
    unschedule,
    withdraw,
)
from groeimodel.showcase.news.services.subscribing import (
    confirm,
    forget_address,
    forget_unconfirmed,
    leave,
    subscribe,
)
from groeimodel.showcase.news.services.writing import (
    Content,
    Sent,
    Stale,
    Words,
    begin_edition,
    gather_again,
    remove_draft,
    save_draft,
)

__all__ = [
    "Content",
    "Sent",
    "Stale",
    "Words",
    "begin_edition",
    "confirm",
    "deliver_portion",
    "forget_address",
    "forget_deliveries",
    "forget_unconfirmed",
    "gather_again",
    "go",
    "leave",
    "remove_draft",
    "restore",
    "save_draft",
    "schedule",
    "send",
    "send_test",
    "stop_all",
    "subscribe",
    "unschedule",
    "withdraw",
]
