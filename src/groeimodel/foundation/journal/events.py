"""What happens as soon as something is written in the journal, in the same transaction.

A room above listens in its `apps.py`; the room that writes knows nothing of it:

    on("partners.seat_filled", close_mandates_of_who_left)

The listener gets the `Entry`. If it raises, the change itself is taken back too: a listener decides nothing, it follows.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from groeimodel.foundation.journal.models import Entry

Listener = Callable[["Entry"], None]

_listeners: dict[str, list[Listener]] = defaultdict(list)
_listeners_to_all: list[Listener] = []


def on(verb: str, listener: Listener) -> None:
    """Listen to a verb; the same listener twice counts once."""
    if listener not in _listeners[verb]:
        _listeners[verb].append(listener)


def on_any(listener: Listener) -> None:
    """Listen to every verb; the same listener twice counts once."""
    if listener not in _listeners_to_all:
        _listeners_to_all.append(listener)


def happen(entry: Entry) -> None:
    """Tell the listeners; called by `record` only."""
    for listener in (*_listeners.get(entry.verb, ()), *_listeners_to_all):
        listener(entry)


def listened_to() -> dict[str, list[str]]:
    """The verbs with their listeners, for the page of documentation."""
    return {verb: [f"{one.__module__}.{one.__name__}" for one in rows] for verb, rows in _listeners.items()}
