"""Cycles that run beside each other (`cycles.toml`): each with how sure it is and where that stands."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from groeimodel.content.errors import ContentError
from groeimodel.content.reader import Table

NAME = "cycles.toml"
STATUSES = ("confirmed", "to_confirm")


@dataclass(frozen=True, slots=True)
class CycleDay:
    """One day that matters within a cycle."""

    title: str
    on: date
    status: str
    source: str


@dataclass(frozen=True, slots=True)
class Cycle:
    id: str
    title: str
    starts: date
    ends: date
    """The last day of it."""
    status: str
    source: str
    days: tuple[CycleDay, ...] = ()


@cache
def cycles() -> tuple[Cycle, ...]:
    """In the order of the file. Raises ContentError naming every problem."""
    return cycles_from(Path(__file__).parent)


def cycles_from(folder: Path) -> tuple[Cycle, ...]:
    """Those of a folder laid out as this package. Raises ContentError naming every problem."""
    problems: list[str] = []
    try:
        read = tomllib.loads((folder / NAME).read_text(encoding="utf-8-sig"))
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ContentError([f"{NAME}: is niet te lezen: {error}"]) from error
    file = Table(read, NAME, problems)
    file.only("cycle")
    found = tuple(_cycle(table) for table in file.tables("cycle"))
    if len({one.id for one in found}) < len(found):
        problems.append(f"{NAME}: een id komt twee keer voor")
    if problems:
        raise ContentError(problems)
    return found


def _cycle(table: Table) -> Cycle:
    table.only("id", "title", "starts", "ends", "status", "source", "day")
    starts, ends = _day(table, "starts"), _day(table, "ends")
    if ends < starts:
        table.wrong("ends", "moet na het begin komen")
    return Cycle(
        id=table.string("id"),
        title=table.string("title"),
        starts=starts,
        ends=ends,
        status=table.string("status", among=STATUSES),
        source=table.string("source"),
        days=tuple(_one_day(one) for one in table.tables("day")) if "day" in table.value else (),
    )


def _one_day(table: Table) -> CycleDay:
    table.only("title", "on", "status", "source")
    return CycleDay(
        table.string("title"),
        _day(table, "on"),
        table.string("status", among=STATUSES),
        table.string("source"),
    )


def _day(table: Table, key: str) -> date:
    value = table.value.get(key)
    if not isinstance(value, date):
        table.wrong(key, "moet een dag zijn, zoals 2026-01-01")
        return date.min
    return value
