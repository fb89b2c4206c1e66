"""The common set of expectations that every partnership starts with (`expectations.toml`)."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from groeimodel.content.errors import ContentError
from groeimodel.content.reader import Table

NAME = "expectations.toml"
FEWEST, MOST = 5, 10
"""Fewer say too little; more do not fit in three minutes."""
LONGEST = 90
ID = re.compile(r"[a-z]+(-[a-z]+)*")


@dataclass(frozen=True, slots=True)
class Expectation:
    id: str
    text: str
    """Ends the sentence 'Ik verwacht dat ...'."""
    question: str
    """Opens the talk about it."""
    guess: bool
    """Whether aldermen and officers also guess each other's answer."""


@cache
def expectations() -> tuple[Expectation, ...]:
    """In the order in which they are asked. Raises ContentError naming every problem."""
    return expectations_from(Path(__file__).parent)


def expectations_from(folder: Path) -> tuple[Expectation, ...]:
    """Those of a folder laid out as this package. Raises ContentError naming every problem."""
    problems: list[str] = []
    try:
        read = tomllib.loads((folder / NAME).read_text(encoding="utf-8-sig"))
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ContentError([f"{NAME}: is niet te lezen: {error}"]) from error
    file = Table(read, NAME, problems)
    file.only("expectation")
    found = tuple(_read(table) for table in file.tables("expectation"))
    problems += _check(found)
    if problems:
        raise ContentError(problems)
    return found


def _read(table: Table) -> Expectation:
    table.only("id", "text", "question", "guess")
    return Expectation(
        table.string("id"), table.text("text").nl, table.text("question").nl, table.flag("guess")
    )


def _check(found: tuple[Expectation, ...]) -> list[str]:
    problems = []
    if not FEWEST <= len(found) <= MOST:
        problems.append(f"{NAME}: {len(found)} verwachtingen; het moeten er {FEWEST} tot {MOST} zijn")
    if not any(one.guess for one in found):
        problems.append(f"{NAME}: bij geen enkele wordt de andere rol geraden")
    seen: set[str] = set()
    for one in found:
        where = f"{NAME}: {one.id}"
        if one.id in seen or not ID.fullmatch(one.id):
            problems.append(f"{where}: deze id bestaat al, of bevat meer dan kleine letters en streepjes")
        if len(one.text) > LONGEST:
            problems.append(f"{where}: de tekst is langer dan {LONGEST} tekens")
        if one.text[:1].isupper() or one.text.endswith("."):
            problems.append(f"{where}: de tekst maakt een zin af: zonder hoofdletter en zonder punt")
        if not one.question.endswith("?"):
            problems.append(f"{where}: de vraag eindigt met een vraagteken")
        seen.add(one.id)
    return problems
