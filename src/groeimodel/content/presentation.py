"""What a presenter says and asks with each slide (`presentation.toml`)."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from groeimodel.content import in_force
from groeimodel.content.errors import ContentError
from groeimodel.content.reader import Table

NAME = "presentation.toml"


@dataclass(frozen=True, slots=True)
class Notes:
    say: str
    ask: str


def notes() -> Mapping[str, Notes]:
    """By the id of a slide. Raises ContentError naming every problem."""
    return in_force.beside(NAME, notes_of)


def notes_from(folder: Path) -> Mapping[str, Notes]:
    """Those of a folder laid out as this package. Raises ContentError naming every problem."""
    try:
        read = tomllib.loads((folder / NAME).read_text(encoding="utf-8-sig"))
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ContentError([f"{NAME}: is niet te lezen: {error}"]) from error
    return notes_of(read)


def notes_of(read: Any) -> Mapping[str, Notes]:
    """Those that the TOML of the file says. Raises ContentError naming every problem."""
    problems: list[str] = []
    file = Table(read, NAME, problems)
    file.only("slide")
    found: dict[str, Notes] = {}
    for table in file.tables("slide"):
        table.only("id", "say", "ask")
        name = table.string("id")
        if name in found:
            problems.append(f"{NAME}: {name}: deze id bestaat al")
        found[name] = Notes(table.text("say").nl, table.text("ask").nl)
    if problems:
        raise ContentError(problems)
    return found
