"""What else stands in the calendars that people follow: a room above adds its own moments, in its `apps.py`.

    feeding.offer(events_of)      # (person, partnership, now) -> [calendar.Meeting]

A provider runs without a scope, in a constant number of queries. One of the two is None: the feed is of a person, over
all partnerships in which the person has a part, or of one partnership.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from groeimodel.formats import calendar
from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.people.models import Person

Provider = Callable[[Person | None, Partnership | None, datetime], Sequence[calendar.Meeting]]

_providers: list[Provider] = []


def offer(provider: Provider) -> None:
    """Add a provider; the same one twice counts once."""
    if provider not in _providers:
        _providers.append(provider)


def events_of(
    person: Person | None, partnership: Partnership | None, now: datetime
) -> list[calendar.Meeting]:
    """The moments of all rooms."""
    return [one for provider in _providers for one in provider(person, partnership, now)]
