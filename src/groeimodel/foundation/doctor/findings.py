"""What a check says, and what the checks are given."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Level = Literal["ok", "look", "mend"]
LEVELS: tuple[Level, ...] = ("ok", "look", "mend")
SETTINGS, KEYS, SEARCH, BACKUP = (f"docs/admin/{one}.md" for one in ("settings", "keys", "search", "backup"))
FILES, MAIL, WATCH, SIGNIN = (f"docs/admin/{one}.md" for one in ("files", "mail", "watch", "signin"))
DOCTOR = "docs/admin/doctor.md"


@dataclass(frozen=True, slots=True)
class Said:
    """One thing that was found, in Dutch: what is so, and what to do about it."""

    level: Level
    words: str
    todo: str = ""
    page: str = ""
    """In the documentation of this version."""


def ok(words: str) -> Said:
    return Said("ok", words)


def look(words: str, todo: str, page: str) -> Said:
    """Nothing is broken; somebody should have a look."""
    return Said("look", words, todo, page)


def mend(words: str, todo: str, page: str) -> Said:
    return Said("mend", words, todo, page)


@dataclass(frozen=True, slots=True)
class Wishes:
    """What whoever runs it asked for."""

    whole: bool = False
    """Every file and every row, instead of some."""
    site: bool = False
    """Also ask the public address for its certificate."""
    archives: Path | None = None
    """A folder of backups, of which the newest is read, or one archive."""


Checking = Callable[[Wishes], Iterator[Said]]


@dataclass(frozen=True, slots=True)
class Check:
    id: str
    """'part.what', as docs/admin/doctor.md explains it; never changes."""
    run: Checking
    needs: str = ""
    """'database' when it has to answer, 'tables' when they also have to be of this version."""


@dataclass(frozen=True, slots=True)
class Finding:
    id: str
    said: Said


@dataclass(frozen=True, slots=True)
class Examined:
    findings: tuple[Finding, ...]
    skipped: tuple[str, ...]
    """Checks that could not be done because of what was found before."""

    @property
    def level(self) -> Level:
        return max((one.said.level for one in self.findings), key=LEVELS.index, default="ok")
