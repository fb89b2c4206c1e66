"""The areas of expertise: the nutrients that a municipality brings or looks for (`nutrients.toml`).

Apart from `Content`, which every scan keeps a copy of: nobody needs to answer a scan with the areas of that day.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path

from groeimodel.content.errors import ContentError
from groeimodel.content.reader import Table
from groeimodel.rules.expertise import Nutrient

NAME = "nutrients.toml"
FEWEST, MOST = 10, 16
"""Fewer say too little; more do not fit in a form or in a picture."""
LONGEST_NAME = 32
FEWEST_WORDS = 6
ID = re.compile(r"[a-z]+(-[a-z]+)*")


@cache
def nutrients() -> tuple[Nutrient, ...]:
    """In the order of the file, which is the order on every page. Raises ContentError naming every problem."""
    return nutrients_from(Path(__file__).parent)


def nutrients_from(folder: Path) -> tuple[Nutrient, ...]:
    """Those of a folder laid out as this package. Raises ContentError naming every problem."""
    problems: list[str] = []
    try:
        read = tomllib.loads((folder / NAME).read_text(encoding="utf-8-sig"))
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ContentError([f"{NAME}: is niet te lezen: {error}"]) from error
    file = Table(read, NAME, problems)
    file.only("nutrient")
    found = tuple(_read(table) for table in file.tables("nutrient"))
    problems += _check(found)
    if problems:
        raise ContentError(problems)
    return found


def _read(table: Table) -> Nutrient:
    table.only("id", "name", "plain", "words")
    return Nutrient(table.string("id"), table.text("name").nl, table.text("plain").nl, table.strings("words"))


def _check(found: tuple[Nutrient, ...]) -> list[str]:
    problems = []
    if not FEWEST <= len(found) <= MOST:
        problems.append(f"{NAME}: {len(found)} voedingsstoffen; het moeten er {FEWEST} tot {MOST} zijn")
    seen: set[str] = set()
    homes: dict[str, str] = {}
    for one in found:
        where = f"{NAME}: {one.id}"
        if one.id in seen or not ID.fullmatch(one.id):
            problems.append(f"{where}: deze id bestaat al, of bevat meer dan kleine letters en streepjes")
        if len(one.name) > LONGEST_NAME:
            problems.append(f"{where}: de naam is langer dan {LONGEST_NAME} tekens")
        if len(one.words) < FEWEST_WORDS:
            problems.append(f"{where}: geef minstens {FEWEST_WORDS} woorden")
        for word in one.words:
            if word != word.lower() or word in homes:
                problems.append(
                    f"{where}: '{word}' staat ook bij {homes.get(word, one.id)}, of heeft hoofdletters"
                )
            homes[word] = one.id
        seen.add(one.id)
    return problems
