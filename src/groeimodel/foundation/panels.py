"""What other rooms know of a thing, shown on its page: a room above offers a panel for a page below.

    panels.offer("themes.theme", seeds_of)      # (theme) -> Panel | None

The page below asks `panels_of("themes.theme", theme)` and shows what comes. A provider runs with the scope of the
partnership open, and in a constant number of queries; it shows only what every member of the
partnership may see, or says which right the panel asks.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Row:
    text: str
    url: str = ""
    aside: str = ""
    """A few soft words behind it: a date, a municipality."""


@dataclass(frozen=True, slots=True)
class Panel:
    title: Any
    rows: Sequence[Row]
    order: int = 50
    """Low stands first."""
    right: str = ""
    """Shown only to who has this right in the partnership; where it leads asks the same."""


Provider = Callable[[Any], Panel | None]

_offers: dict[str, list[Provider]] = defaultdict(list)


def offer(place: str, provider: Provider) -> None:
    """Add a provider for a page, named after what it shows ('room.model'); the same one twice counts once."""
    if provider not in _offers[place]:
        _offers[place].append(provider)


def panels_of(place: str, subject: Any, *, may: Callable[[str], bool] = lambda _right: True) -> list[Panel]:
    """Every panel that has something to show this reader, in order."""
    found = [panel for provider in _offers.get(place, ()) if (panel := provider(subject)) is not None]
    seen = [one for one in found if one.rows and (not one.right or may(one.right))]
    return sorted(seen, key=lambda one: (one.order, str(one.title)))


def offered() -> dict[str, list[str]]:
    """The places with their providers, for the page of documentation."""
    return {place: [f"{one.__module__}.{one.__name__}" for one in rows] for place, rows in _offers.items()}
