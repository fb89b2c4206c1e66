"""What is asked of somebody now, gathered from all rooms for the page 'Mijn tuin'.

Each room registers in its `apps.py` a provider, which says what it asks of a person in one partnership:

    asks.register(asks_of)       # (seat in the partnership) -> [Ask(...)]

A provider runs with the scope of the partnership open, and in a constant number of queries.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.people.models import Person
from groeimodel.rules.rights import Role


@dataclass(frozen=True, slots=True)
class Ask:
    """One thing that is asked, as a sentence with one place to do it."""

    title: str
    """What to do, as a short order: 'Vul de groeiscan in'."""
    why: str
    url: str
    weight: int
    """What comes first: 90 somebody waits for you, 70 it ends soon, 50 it is open, 30 it would help."""
    due: date | None = None


@dataclass(frozen=True, slots=True)
class Here:
    """Somebody in one partnership, on a day."""

    person: Person
    partnership: Partnership
    parts: frozenset[tuple[Role, int | None]]
    """Each role, with the key of the municipality that it is held for."""
    today: date

    def has(self, *roles: Role) -> bool:
        return any(role in roles for role, _where in self.parts)

    def own(self, *roles: Role) -> frozenset[int]:
        """Keys of the municipalities for which one of these roles is held."""
        return frozenset(where for role, where in self.parts if role in roles and where is not None)


Provider = Callable[[Here], Sequence[Ask]]

_providers: list[Provider] = []


def register(provider: Provider) -> None:
    """Add a provider; the same one twice counts once."""
    if provider not in _providers:
        _providers.append(provider)


def asked_of(here: Here) -> list[Ask]:
    """Everything that is asked of somebody in a partnership, the first first."""
    found = [ask for provider in _providers for ask in provider(here)]
    return sorted(found, key=lambda ask: (-ask.weight, ask.due or date.max, ask.title))
