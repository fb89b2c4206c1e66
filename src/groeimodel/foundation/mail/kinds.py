"""The kinds of mail, registered by each room in `ready()` of its `apps.py`:

kinds.register(Kind("invitations.invite", label=_("Uitnodigingen")))
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Kind:
    name: str
    """'room.what'."""
    label: Any
    """(Lazy) words for pages: 'Uitnodigingen'."""
    optional: bool = False
    """Whether a reader can do without it."""
    why: Any = ""
    """Why somebody gets it, as a sentence at the foot of the mail; empty for the usual one."""
    keep_days: int = 90
    """How long the text is kept after it was sent; 1 for what opens a door."""


_kinds: dict[str, Kind] = {}


def register(kind: Kind) -> None:
    """Add a kind; the same one twice counts once."""
    _kinds[kind.name] = kind


def kind_of(name: str) -> Kind:
    """Raises LookupError for a kind that no room registered."""
    try:
        return _kinds[name]
    except KeyError:
        raise LookupError(f"No room registered mails of kind {name}") from None


def all_kinds() -> tuple[Kind, ...]:
    return tuple(sorted(_kinds.values(), key=lambda kind: (not kind.optional, str(kind.label))))


def optional_kinds() -> tuple[Kind, ...]:
    """What a reader can do without, in the order of a page."""
    return tuple(kind for kind in all_kinds() if kind.optional)
