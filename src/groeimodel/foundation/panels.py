"""What other rooms know of a thing, shown on its page: a room above offers a panel for a page below.

    panels.offer("themes.theme", seeds_of)      # (theme) -> Panel | None

The page below asks `panels_of("themes.theme", theme, may=...)` and shows what comes. A provider runs with the scope of
the partnership open, and in a constant number of queries; it shows only what every member of the partnership may see,
or says which right the panel asks. A panel can carry one small form: one field and a button, or a button alone. The
room that offers it receives what is sent, and asks for the right itself.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any


@dataclass(frozen=True, slots=True)
class Row:
    text: str
    url: str = ""
    aside: str = ""
    """A few soft words behind it: a date, a municipality."""


@dataclass(frozen=True, slots=True)
class Form:
    """One thing that can be done right here, sent by POST."""

    url: str
    button: Any
    label: Any = ""
    """Of the one field; without it there is but a button."""
    name: str = "title"
    """Of the field, as the page that receives it reads it."""
    longest: int = 120
    """Characters that fit in the field."""
    hidden: Mapping[str, str] = field(default_factory=dict)
    """Sent along; the page that receives it trusts none of it."""
    right: str = ""
    """Shown only to who has this right in the partnership."""


@dataclass(frozen=True, slots=True)
class Panel:
    title: Any
    rows: Sequence[Row] = ()
    order: int = 50
    """Low stands first."""
    right: str = ""
    """Shown only to who has this right in the partnership; where it leads asks the same."""
    form: Form | None = None
    intro: Any = ""
    """A sentence above the rows."""


Provider = Callable[[Any], Panel | None]

_offers: dict[str, list[Provider]] = defaultdict(list)


def offer(place: str, provider: Provider) -> None:
    """Add a provider for a page, named after what it shows ('room.model'); the same one twice counts once."""
    if provider not in _offers[place]:
        _offers[place].append(provider)


def panels_of(place: str, subject: Any, *, may: Callable[[str], bool] = lambda _right: True) -> list[Panel]:
    """Every panel that has something to show this reader, or something to do, in order; the same row stands once."""
    found = [panel for provider in _offers.get(place, ()) if (panel := provider(subject)) is not None]
    seen = [_for_reader(one, may) for one in found if not one.right or may(one.right)]
    in_order = _once(sorted(seen, key=lambda one: (one.order, str(one.title))))
    return [one for one in in_order if one.rows or one.form]


def _for_reader(panel: Panel, may: Callable[[str], bool]) -> Panel:
    """Without the form where the reader may not send it."""
    form = panel.form
    return replace(panel, form=None) if form is not None and form.right and not may(form.right) else panel


def _once(panels: Sequence[Panel]) -> list[Panel]:
    """Without rows that an earlier panel shows, with the same words and the same address."""
    shown: set[tuple[str, str]] = set()
    out = []
    for panel in panels:
        rows = [row for row in panel.rows if not row.url or (str(row.text), row.url) not in shown]
        shown |= {(str(row.text), row.url) for row in rows}
        out.append(replace(panel, rows=rows))
    return out


def offered() -> dict[str, list[str]]:
    """The places with their providers, for the page of documentation."""
    return {place: [f"{one.__module__}.{one.__name__}" for one in rows] for place, rows in _offers.items()}
