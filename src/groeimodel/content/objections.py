"""Usual objections with answers that rest on figures (`objections.toml`), for the ambassador's kit of a shop."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from groeimodel.content import in_force
from groeimodel.content.errors import ContentError
from groeimodel.content.reader import Table

NAME = "objections.toml"
FIGURES = ("each", "own", "subsidy", "offers", "people", "used", "members")


@dataclass(frozen=True, slots=True)
class Objection:
    id: str
    says: str
    answer: str
    """With a place for each figure: 'Er komt %(each)s bij.'"""
    needs: tuple[str, ...]


def objections() -> tuple[Objection, ...]:
    """In the order of the file. Raises ContentError naming every problem."""
    return in_force.beside(NAME, objections_of)


def objections_from(folder: Path) -> tuple[Objection, ...]:
    """Those of a folder laid out as this package. Raises ContentError naming every problem."""
    try:
        read = tomllib.loads((folder / NAME).read_text(encoding="utf-8-sig"))
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ContentError([f"{NAME}: is niet te lezen: {error}"]) from error
    return objections_of(read)


def objections_of(read: Any) -> tuple[Objection, ...]:
    """Those that the TOML of the file says. Raises ContentError naming every problem."""
    problems: list[str] = []
    file = Table(read, NAME, problems)
    file.only("objection")
    found = tuple(_objection(table) for table in file.tables("objection"))
    if problems:
        raise ContentError(problems)
    return found


def _objection(table: Table) -> Objection:
    table.only("id", "says", "answer", "needs")
    needs, answer = table.strings("needs"), table.text("answer").nl
    if not needs or not set(needs) <= set(FIGURES):
        table.wrong("needs", f"moet een lijst zijn met enkel: {', '.join(FIGURES)}")
    try:
        answer % dict.fromkeys(needs, "")
    except (KeyError, ValueError, TypeError):
        table.wrong("answer", "gebruikt een cijfer dat niet in needs staat, of een % dat geen cijfer is")
    return Objection(table.string("id"), table.text("says").nl, answer, needs)
