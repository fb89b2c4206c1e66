"""The words of the field that are said for the same thing."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

from groeimodel.content.errors import ContentError
from groeimodel.rules.search import Thesaurus

FILE = Path(__file__).parent / "synonyms.toml"


def read_groups(path: Path = FILE) -> list[list[str]]:
    """The groups of a file.

    Raises:
        ContentError: with everything that is wrong in it.
    """
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ContentError([f"{path.name}: is niet te lezen: {error}"]) from error
    groups = table.get("groups")
    if not isinstance(groups, list) or not groups:
        raise ContentError([f"{path.name}: groups: moet een lijst van groepen zijn"])
    problems = []
    for number, group in enumerate(groups, start=1):
        words = group if isinstance(group, list) else []
        if len(words) < 2 or not all(isinstance(one, str) and one.strip() for one in words):
            problems.append(f"{path.name}: groups[{number}]: moet minstens twee woorden hebben")
        elif len({one.lower() for one in words}) < len(words):
            problems.append(f"{path.name}: groups[{number}]: een woord staat er twee keer")
    if problems:
        raise ContentError(problems)
    return groups


@cache
def thesaurus() -> Thesaurus:
    """Of the file that is shipped; read once."""
    return Thesaurus.of(read_groups())
