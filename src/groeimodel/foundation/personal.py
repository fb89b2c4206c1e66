"""What each room keeps about a person, told by the room itself in its `personal.py`.

    keep(Holding("mandates", label=_("Mandaten"), why=..., kept=..., lines=lines_of, stays=...))

The page 'Mijn gegevens', the download, erasure and the processing register (docs/admin/privacy.md) are made from this.
It lies under all rooms, so a person is any saved row here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that is kept, in words for the person self."""

    what: str
    value: str


def _nothing(person: Any) -> None:
    return None


def _free(person: Any) -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Holding:
    name: str
    """As in the processing register."""
    label: Any
    why: Any
    """What it is for, as a sentence."""
    kept: Any
    """How long, as a sentence."""
    lines: Callable[[Any], Iterable[Line]]
    goes: Any = ""
    """What goes when the person is erased, as a sentence; empty when nothing does."""
    stays: Any = ""
    """What stays, and why, as a sentence; empty when nothing does."""
    erase: Callable[[Any], Any] = _nothing
    """Runs in the transaction of the erasure, before name and address go."""
    busy: Callable[[Any], bool] = _free
    """Whether the person has a part in something now: then nobody is erased for being away long."""
    order: int = 0
    """What is erased first; mails and ways in come last, for what is erased before may still write."""


_holdings: dict[str, Holding] = {}


def keep(holding: Holding) -> None:
    """Tell what a room keeps; the same name twice counts once."""
    _holdings[holding.name] = holding


def all_holdings() -> tuple[Holding, ...]:
    """In the order in which a page shows them and an erasure runs them."""
    return tuple(sorted(_holdings.values(), key=lambda one: (one.order, one.name)))
