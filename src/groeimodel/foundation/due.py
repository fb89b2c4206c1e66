"""What administration is due in a partnership, and when: one list of all rooms, for a page and for calendars.

A room with days that people must not miss registers a provider in its `apps.py`:

    from groeimodel.foundation import due
    due.register(provider)

and answers for one partnership. It gives only what is still open; what was done is left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from django_scopes import scope

from groeimodel.foundation.partners.models import Partnership

SOON = 30
"""Days in which something counts as near."""


@dataclass(frozen=True, slots=True)
class Due:
    """Something that must be done by a day."""

    key: str
    """'organs.term:12': the same for the same thing, so that calendars know it again."""
    on: date
    title: str
    """In Dutch, a whole short sentence: 'De termijn van de raad van bestuur loopt af.'"""
    path: str
    """The page where it is done."""
    why: str = ""
    """What happens when nobody does it; empty where the title says enough."""
    room: str = ""
    """The plain name of what it belongs to: 'Organen', 'Subsidie'."""
    right: str = "partners.see_inside"
    """What somebody must be allowed to read it, as its page asks: money is not for guests."""

    def late(self, today: date) -> bool:
        return self.on < today

    def near(self, today: date) -> bool:
        return not self.late(today) and (self.on - today).days <= SOON


Provider = Callable[[Partnership, date], Iterable[Due]]

_providers: list[Provider] = []


def register(provider: Provider) -> None:
    """Add a provider; the same one twice counts once."""
    if provider not in _providers:
        _providers.append(provider)


def due_of(partnership: Partnership, today: date) -> list[Due]:
    """All that is open, the earliest first; each provider takes a constant number of queries."""
    with scope(partnership=partnership):
        found = [one for provider in _providers for one in provider(partnership, today)]
    return sorted(found, key=lambda one: (one.on, one.title))
