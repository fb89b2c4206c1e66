"""What happened since the last time, in one mail at the cadence that the reader chose.

Rooms above say what there is to tell; they register in `ready()` of their `apps.py`:

    from groeimodel.foundation.mail import digest
    digest.register(what_happened)          # (person, since) -> [Block(title, [Line(text, url)])]

A provider tells only what this person may see.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from groeimodel.foundation.mail.letters import Block, Line
from groeimodel.foundation.people.models import Person

__all__ = ["Block", "Line", "Provider", "blocks_for", "register"]

Provider = Callable[[Person, datetime], Sequence[Block]]

_providers: list[Provider] = []


def register(provider: Provider) -> None:
    """Add a provider; the same one twice counts once."""
    if provider not in _providers:
        _providers.append(provider)


def blocks_for(person: Person, since: datetime) -> list[Block]:
    """What all rooms together tell somebody; blocks without lines are left out."""
    return [block for provider in _providers for block in provider(person, since) if block.lines]
