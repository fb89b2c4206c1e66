"""What can be found: each room says in its `apps.py` how its rows are shown to the search.

    kinds.register(Kind(Theme, label=_("Thema"), entry=entry_of, rows=all_themes, gone={"themes.removed"}))

Whatever a service writes in the journal about a registered row is indexed anew in the same transaction, so a room has
nothing to call; a verb of `gone` takes the row out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from groeimodel.foundation.partners.models import Municipality, Partnership
from groeimodel.foundation.people.models import Person


@dataclass(frozen=True, slots=True)
class Entry:
    """How one row is found."""

    partnership: Partnership
    title: str
    url: str
    """A path of this site."""
    text: str = ""
    municipality: Municipality | None = None
    open: bool = False
    """Also found by people of other partnerships, where a page asks for that."""
    person: Person | None = None
    """Whose name stands in the words, if one does: when that changes or is erased, the row is indexed anew."""


@dataclass(frozen=True, slots=True)
class Kind:
    model: Any
    """The class of the rows."""
    label: Any
    """(Lazy) word for pages: 'Thema'."""
    entry: Callable[[Any], Entry | None]
    """How a row is found; None for a row that is not (yet, or any more)."""
    rows: Callable[[Partnership], Iterable[Any]]
    """All rows of a partnership, with what `entry` needs selected."""
    gone: frozenset[str] = field(default=frozenset())
    """Verbs of the journal after which the row is not there any more."""

    @property
    def name(self) -> str:
        return str(self.model._meta.label_lower)


_kinds: dict[str, Kind] = {}


def register(kind: Kind) -> None:
    """Add a kind; the same one twice counts once."""
    _kinds[kind.name] = kind


def kind_of(name: str) -> Kind | None:
    return _kinds.get(name)


def all_kinds() -> tuple[Kind, ...]:
    return tuple(_kinds.values())
