"""What a mail says, before it is rendered: plain words, at most one thing to do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

Paragraph = Any
"""A (lazy) text, or ("list", [texts]) for a list with bullets; no HTML."""


@dataclass(frozen=True, slots=True)
class Action:
    """The one thing that the mail asks."""

    label: Any
    url: str
    """A path of this site, or a whole address."""


@dataclass(frozen=True, slots=True)
class Line:
    text: Any
    url: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """A heading with lines under it: what a digest is made of."""

    title: Any
    lines: Sequence[Line]


@dataclass(frozen=True, slots=True)
class Letter:
    subject: Any
    paragraphs: Sequence[Paragraph | tuple[Literal["list"], Sequence[Any]] | Block]
    action: Action | None = None
    greeting: Any = None
    """May hold %(name)s; 'Dag' with the name when not given."""
    after: Sequence[Any] = ()
    """Small print under the button."""
    calendar: str = ""
    """A calendar file (RFC 5545) that goes along, so that the reader's calendar takes over a meeting."""
