"""What an alderman and an officer ask each other (`duo.toml`)."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from groeimodel.content.errors import ContentError
from groeimodel.content.reader import Table

NAME = "duo.toml"
MOST_QUESTIONS, MOST_TOPICS = 4, 6
"""More does not fit in three minutes."""


@dataclass(frozen=True, slots=True)
class DuoQuestion:
    id: str
    text: Mapping[str, str]
    """By role: 'alderman' and 'officer'."""


@dataclass(frozen=True, slots=True)
class Topic:
    id: str
    text: str


@dataclass(frozen=True, slots=True)
class DuoContent:
    questions: tuple[DuoQuestion, ...]
    topics: tuple[Topic, ...]


@cache
def duo() -> DuoContent:
    """Raises ContentError naming every problem."""
    return duo_from(Path(__file__).parent)


def duo_from(folder: Path) -> DuoContent:
    """That of a folder laid out as this package. Raises ContentError naming every problem."""
    problems: list[str] = []
    try:
        read = tomllib.loads((folder / NAME).read_text(encoding="utf-8-sig"))
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ContentError([f"{NAME}: is niet te lezen: {error}"]) from error
    file = Table(read, NAME, problems)
    file.only("question", "topic")
    questions = tuple(_question(table) for table in file.tables("question"))
    topics = tuple(_topic(table) for table in file.tables("topic"))
    for what, rows, most in (("question", questions, MOST_QUESTIONS), ("topic", topics, MOST_TOPICS)):
        ids = [one.id for one in rows]
        if len(set(ids)) != len(ids) or len(ids) > most:
            problems.append(f"{NAME}: [[{what}]]: hoogstens {most}, elk met een eigen id")
    if problems:
        raise ContentError(problems)
    return DuoContent(questions, topics)


def _question(table: Table) -> DuoQuestion:
    table.only("id", "alderman", "officer")
    return DuoQuestion(table.string("id"), {role: table.text(role).nl for role in ("alderman", "officer")})


def _topic(table: Table) -> Topic:
    table.only("id", "text")
    return Topic(table.string("id"), table.text("text").nl)
