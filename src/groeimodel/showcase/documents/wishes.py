"""What is asked for, and what comes of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from groeimodel.foundation.partners.models import Municipality, Partnership
from groeimodel.showcase.sheets.selectors import Period

Step = Callable[[int, str], None]
"""Told how far it is, 0 to 100, and what is done now."""


class Stopped(Exception):
    """Who asked for it does not want it any more."""


@dataclass(frozen=True, slots=True)
class Wanted:
    partnership: Partnership
    municipality: Municipality | None
    period: Period
    today: date
    money: bool
    """Whether who asks may see amounts."""


@dataclass(frozen=True, slots=True)
class Made:
    content: bytes
    name: str
    """Of the file."""
    mime: str


def nothing_to_tell(progress: int, step: str) -> None:
    """For what is made at once."""
