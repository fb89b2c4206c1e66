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
class Story:
    """A small heading with a text under it and, where there is more to read, a link: what a newsletter is made of."""

    title: Any
    text: Any = ""
    more: Any = ""
    """The words of the link."""
    url: str = ""


@dataclass(frozen=True, slots=True)
class WayOut:
    """How somebody who has no account leaves, in place of the wishes that everybody else chooses at the foot of a mail."""

    url: str
    """Leaves with one POST (RFC 8058); opened, it shows one button."""
    label: Any
    why: Any
    """Why this mail came, as a sentence."""


@dataclass(frozen=True, slots=True)
class Letter:
    subject: Any
    paragraphs: Sequence[Paragraph | tuple[Literal["list"], Sequence[Any]] | Block | Story]
    action: Action | None = None
    greeting: Any = None
    """May hold %(name)s; 'Dag' with the name when not given."""
    after: Sequence[Any] = ()
    """Small print under the button."""
    calendar: str = ""
    """A calendar file (RFC 5545) that goes along, so that the reader's calendar takes over a meeting."""
    way_out: WayOut | None = None
    """A letter with one waits for the others, as what can be missed does."""
    language: str = ""
    """'fr': the words are French, so a program that reads it aloud says so. Dutch when not given."""
