"""What a regional supporter does with a partnership: kinds of sessions, and words of lessons that help (`sessions.toml`)."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from groeimodel.content.errors import ContentError
from groeimodel.content.reader import Table
from groeimodel.rules.attention import GROUPS

NAME = "sessions.toml"
LONGEST_STEP = 120
"""Minutes of one step."""
TOOLS = (
    *("presentation", "notes", "live", "guide", "gauge", "scan", "poster", "meadow", "choosing", "checks"),
    *(
        "mandates",
        "steering",
        "kit",
        "harvest",
        "energy",
        "needs",
        "expertise",
        "lessons",
        "meetings",
        "factors",
    ),
    *("duo", "evaluation"),
)
"""Pages that a step can lead to, by the name that `support/region` knows them by."""


@dataclass(frozen=True, slots=True)
class SessionStep:
    id: str
    """Never changes: what was ticked off refers to it."""
    title: str
    says: str
    """What to do, in a few sentences."""
    minutes: int
    tool: str
    """One of `TOOLS`, or empty."""


@dataclass(frozen=True, slots=True)
class SessionKind:
    id: str
    title: str
    goal: str
    bring: tuple[str, ...]
    tools: tuple[str, ...]
    helps: tuple[str, ...]
    """Signs of `rules.attention` for which this session is a good answer."""
    steps: tuple[SessionStep, ...]

    @property
    def minutes(self) -> int:
        return sum(one.minutes for one in self.steps)


@dataclass(frozen=True, slots=True)
class SessionContent:
    kinds: Mapping[str, SessionKind]
    words: Mapping[str, tuple[str, ...]]
    """By sign the beginnings of words in lessons that may help."""

    def for_sign(self, word: str) -> SessionKind | None:
        return next((one for one in self.kinds.values() if word in one.helps), None)


@cache
def sessions() -> SessionContent:
    """Raises ContentError naming every problem."""
    return sessions_from(Path(__file__).parent)


def sessions_from(folder: Path) -> SessionContent:
    """That of a folder laid out as this package. Raises ContentError naming every problem."""
    problems: list[str] = []
    try:
        read = tomllib.loads((folder / NAME).read_text(encoding="utf-8-sig"))
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ContentError([f"{NAME}: is niet te lezen: {error}"]) from error
    file = Table(read, NAME, problems)
    file.only("session", "lessons")
    kinds = [_kind(table) for table in file.tables("session")]
    words = file.table("lessons")
    words.only(*GROUPS)
    if len({one.id for one in kinds}) != len(kinds):
        problems.append(f"{NAME}: [[session]]: elk met een eigen id")
    if problems:
        raise ContentError(problems)
    return SessionContent({one.id: one for one in kinds}, {word: words.strings(word) for word in words.value})


def _kind(table: Table) -> SessionKind:
    table.only("id", "title", "goal", "bring", "tools", "helps", "step")
    steps = tuple(_step(one) for one in table.tables("step"))
    if len({one.id for one in steps}) != len(steps):
        table.wrong("step", "elk met een eigen id")
    return SessionKind(
        id=table.string("id"),
        title=table.text("title").nl,
        goal=table.text("goal").nl,
        bring=tuple(one.nl for one in table.texts("bring")),
        tools=_among(table, "tools", TOOLS),
        helps=_among(table, "helps", tuple(GROUPS)),
        steps=steps,
    )


def _step(table: Table) -> SessionStep:
    table.only("id", "title", "says", "minutes", "tool")
    minutes = table.value.get("minutes")
    if not isinstance(minutes, int) or isinstance(minutes, bool) or not 1 <= minutes <= LONGEST_STEP:
        table.wrong("minutes", f"moet een getal van 1 tot {LONGEST_STEP} zijn")
        minutes = 1
    tool = table.string("tool", among=("", *TOOLS), empty=True)
    return SessionStep(table.string("id"), table.text("title").nl, table.text("says").nl, minutes, tool)


def _among(table: Table, key: str, known: tuple[str, ...]) -> tuple[str, ...]:
    found = table.strings(key)
    for one in found:
        if one not in known:
            table.wrong(key, f"'{one}' is geen van: {', '.join(known)}")
    return found
