"""What each municipality paid to its partnership in a year, asked of the room that keeps the money.

    from groeimodel.foundation import contributions
    contributions.register(provider)      # (partnership, year) -> {key of a municipality: euro}, in apps.py

A provider answers by the municipality as it was called then, or None while nothing is kept of that year: what is not
known is never taken for nothing. It runs with the scope of the partnership open, in a constant number of queries.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from decimal import Decimal

from groeimodel.foundation.partners.models import Partnership

Provider = Callable[[Partnership, int], Mapping[int, Decimal] | None]

_providers: list[Provider] = []


def register(provider: Provider) -> None:
    """Add a provider; the same one twice counts once."""
    if provider not in _providers:
        _providers.append(provider)


def paid(partnership: Partnership, year: int) -> dict[int, Decimal] | None:
    """By key of the municipality; None when no room keeps anything of that year."""
    told = [found for provider in _providers if (found := provider(partnership, year)) is not None]
    if not told:
        return None
    total: dict[int, Decimal] = defaultdict(Decimal)
    for one in told:
        for key, amount in one.items():
            total[key] += amount
    return dict(total)
