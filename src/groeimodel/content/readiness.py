"""The list of what must be in order before an offer is shown (`readiness.toml`)."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from groeimodel.content.errors import ContentError
from groeimodel.content.reader import Table

NAME = "readiness.toml"


@dataclass(frozen=True, slots=True)
class Point:
    id: str
    title: str
    ask: str
    """A question to answer with yes or no."""


@cache
def points() -> tuple[Point, ...]:
    """In the order of the list. Raises ContentError naming every problem."""
    return points_from(Path(__file__).parent)


def points_from(folder: Path) -> tuple[Point, ...]:
    """Those of a folder laid out as this package. Raises ContentError naming every problem."""
    problems: list[str] = []
    try:
        read = tomllib.loads((folder / NAME).read_text(encoding="utf-8-sig"))
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ContentError([f"{NAME}: is niet te lezen: {error}"]) from error
    file = Table(read, NAME, problems)
    file.only("point")
    found = tuple(_point(table) for table in file.tables("point"))
    ids = [one.id for one in found]
    problems += [
        f"{NAME}: {one}: dit id komt {ids.count(one)} keer voor"
        for one in sorted(set(ids))
        if ids.count(one) > 1
    ]
    problems += [f"{NAME}: {one}: een id heeft hoogstens 30 tekens" for one in ids if len(one) > 30]
    if not found:
        problems.append(f"{NAME}: er moet minstens één punt zijn")
    if problems:
        raise ContentError(problems)
    return found


def _point(table: Table) -> Point:
    table.only("id", "title", "ask")
    return Point(table.string("id"), table.text("title").nl, table.text("ask").nl)
