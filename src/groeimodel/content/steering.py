"""What a shop needs somebody for, and which kinds of expertise it asks (`steering.toml`)."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from groeimodel.content.errors import ContentError
from groeimodel.content.nutrients import nutrients
from groeimodel.content.reader import Table

NAME = "steering.toml"
FEWEST_COMPETENCES = 5
"""Finance, long-term vision, planning, technique, influencing the boards."""


@dataclass(frozen=True, slots=True)
class Topic:
    """A subject that a shop needs somebody for."""

    id: str
    title: str
    what: str


@dataclass(frozen=True, slots=True)
class Competence:
    id: str
    title: str
    what: str
    areas: tuple[str, ...]
    """Ids of nutrients in which it may be found."""
    words: tuple[str, ...]
    """What lessons of others are looked for with."""


@dataclass(frozen=True, slots=True)
class Steering:
    topics: tuple[Topic, ...]
    competences: tuple[Competence, ...]
    hours_per_sitting: int
    assumption: str
    """What those hours hold, as a sentence: an assumption, that a partnership may change."""

    def topic(self, name: str) -> Topic | None:
        return next((one for one in self.topics if one.id == name), None)

    def competence(self, name: str) -> Competence | None:
        return next((one for one in self.competences if one.id == name), None)


@cache
def steering() -> Steering:
    """Raises ContentError naming every problem."""
    return steering_from(Path(__file__).parent)


def steering_from(folder: Path) -> Steering:
    """That of a folder laid out as this package. Raises ContentError naming every problem."""
    problems: list[str] = []
    try:
        read = tomllib.loads((folder / NAME).read_text(encoding="utf-8-sig"))
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ContentError([f"{NAME}: is niet te lezen: {error}"]) from error
    file = Table(read, NAME, problems)
    file.only("topic", "competence", "load")
    topics = tuple(_topic(one) for one in file.tables("topic"))
    competences = tuple(_competence(one) for one in file.tables("competence"))
    load = file.table("load")
    load.only("hours_per_sitting", "text")
    hours = load.value.get("hours_per_sitting")
    if not isinstance(hours, int) or isinstance(hours, bool) or not 1 <= hours <= 24:
        load.wrong("hours_per_sitting", "moet een heel getal van 1 tot 24 zijn")
        hours = 1
    for kind, ids in (("topic", [one.id for one in topics]), ("competence", [one.id for one in competences])):
        problems += [f"{NAME}: {kind}: '{one}' staat er twee keer" for one in {*ids} if ids.count(one) > 1]
    if len(competences) < FEWEST_COMPETENCES:
        problems.append(
            f"{NAME}: {len(competences)} soorten kennis; het moeten er minstens {FEWEST_COMPETENCES} zijn"
        )
    found = Steering(topics, competences, hours, load.text("text").nl)
    if problems:
        raise ContentError(problems)
    return found


def _topic(table: Table) -> Topic:
    table.only("id", "title", "what")
    return Topic(table.string("id"), table.text("title").nl, table.text("what").nl)


def _competence(table: Table) -> Competence:
    table.only("id", "title", "what", "areas", "words")
    known = {one.id for one in nutrients()}
    areas, words = table.strings("areas"), table.strings("words")
    for area in areas:
        if area not in known:
            table.wrong("areas", f"'{area}' is geen voedingsstof")
    if not words:
        table.wrong("words", "geef minstens één woord")
    return Competence(table.string("id"), table.text("title").nl, table.text("what").nl, areas, words)
