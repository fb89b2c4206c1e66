"""What helps when the soil dries out (`energy.toml`): three steps for each kind of drought."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from groeimodel.content import in_force
from groeimodel.content.errors import ContentError
from groeimodel.content.reader import Table

NAME = "energy.toml"
KINDS = ("municipality", "meeting")
STEPS = 3


@dataclass(frozen=True, slots=True)
class Step:
    title: str
    text: str


def advice() -> dict[str, tuple[Step, ...]]:
    """Three steps by kind. Raises ContentError naming every problem."""
    return in_force.beside(NAME, advice_of)


def advice_from(folder: Path) -> dict[str, tuple[Step, ...]]:
    """Those of a folder laid out as this package. Raises ContentError naming every problem."""
    try:
        read = tomllib.loads((folder / NAME).read_text(encoding="utf-8-sig"))
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ContentError([f"{NAME}: is niet te lezen: {error}"]) from error
    return advice_of(read)


def advice_of(read: Any) -> dict[str, tuple[Step, ...]]:
    """Those that the TOML of the file says. Raises ContentError naming every problem."""
    problems: list[str] = []
    file = Table(read, NAME, problems)
    file.only("advice")
    found = {table.string("id"): _steps(table) for table in file.tables("advice")}
    if set(found) != set(KINDS):
        problems.append(f"{NAME}: er moet precies één advies zijn voor {' en '.join(KINDS)}")
    problems += [
        f"{NAME}: {kind}: {len(steps)} stappen; het moeten er {STEPS} zijn"
        for kind, steps in found.items()
        if len(steps) != STEPS
    ]
    if problems:
        raise ContentError(problems)
    return found


def _steps(table: Table) -> tuple[Step, ...]:
    table.only("id", "step")
    return tuple(Step(one.text("title").nl, one.text("text").nl) for one in table.tables("step"))
