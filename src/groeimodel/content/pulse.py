"""The three questions of the pulse (`pulse.toml`)."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from groeimodel.content.errors import ContentError
from groeimodel.content.reader import Table

NAME = "pulse.toml"
QUESTIONS = 3


@dataclass(frozen=True, slots=True)
class PulseQuestion:
    id: str
    text: str
    short: str


@cache
def pulse_questions() -> tuple[PulseQuestion, ...]:
    """In the order in which they are asked. Raises ContentError naming every problem."""
    return pulse_questions_from(Path(__file__).parent)


def pulse_questions_from(folder: Path) -> tuple[PulseQuestion, ...]:
    """Those of a folder laid out as this package. Raises ContentError naming every problem."""
    problems: list[str] = []
    try:
        read = tomllib.loads((folder / NAME).read_text(encoding="utf-8-sig"))
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ContentError([f"{NAME}: is niet te lezen: {error}"]) from error
    file = Table(read, NAME, problems)
    file.only("question")
    found = tuple(_read(table) for table in file.tables("question"))
    if len(found) != QUESTIONS or len({one.id for one in found}) != QUESTIONS:
        problems.append(f"{NAME}: er moeten precies {QUESTIONS} verschillende vragen zijn")
    if problems:
        raise ContentError(problems)
    return found


def _read(table: Table) -> PulseQuestion:
    table.only("id", "text", "short")
    return PulseQuestion(table.string("id"), table.text("text").nl, table.text("short").nl)
