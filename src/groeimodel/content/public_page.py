"""The fixed words of the public page of a partnership (`public_page.toml`), Dutch and French side by side."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from groeimodel.content.errors import ContentError

NAME = "public_page.toml"
Language = Literal["nl", "fr"]
LANGUAGES: tuple[Language, ...] = ("nl", "fr")
GROUPS = ("words", "species", "audiences", "legal_forms", "facts")


@dataclass(frozen=True, slots=True)
class Say:
    """The words of one language; `groups` holds those of one kind by their key."""

    language: Language
    groups: Mapping[str, Mapping[str, str]]

    def __call__(self, key: str, n: int | None = None, **values: object) -> str:
        """A sentence with its values filled in; with `n` is 1 that for one, where there is such. Raises KeyError."""
        words = self.groups["words"]
        found = words[f"{key}_one"] if n == 1 and f"{key}_one" in words else words[key]
        filled = {**values, "n": n} if n is not None else values
        return found % filled if filled else found

    def of(self, group: str, key: str) -> str:
        """The word for one value; empty where there is none."""
        return self.groups[group].get(key, "")


@cache
def public_words(language: Language) -> Say:
    """Read once. Raises ContentError naming every problem."""
    return public_words_from(Path(__file__).parent)[language]


def public_words_from(folder: Path) -> dict[Language, Say]:
    """Those of a folder laid out as this package. Raises ContentError naming every problem."""
    try:
        read = tomllib.loads((folder / NAME).read_text(encoding="utf-8-sig"))
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ContentError([f"{NAME}: is niet te lezen: {error}"]) from error
    problems = [f"{NAME}: {name}: onbekende tabel" for name in read if name not in GROUPS]
    problems += [f"{NAME}: {name}: ontbreekt" for name in GROUPS if not isinstance(read.get(name), dict)]
    for group in GROUPS:
        for key, texts in (read.get(group) or {}).items():
            problems += _wrong(f"{NAME}: {group}.{key}", texts)
    if problems:
        raise ContentError(problems)
    return {
        language: Say(
            language,
            {group: {key: one[language] for key, one in read[group].items()} for group in GROUPS},
        )
        for language in LANGUAGES
    }


def _wrong(where: str, texts: object) -> list[str]:
    """Both languages stand there, with the same places for values; Dutch may be empty where only French says something."""
    if not isinstance(texts, dict) or set(texts) != set(LANGUAGES):
        return [f'{where}: moet {{ nl = "...", fr = "..." }} zijn']
    if not all(isinstance(one, str) for one in texts.values()):
        return [f"{where}: moet tekst zijn"]
    if not texts["fr"].strip():
        return [f"{where}: de vertaling 'fr' ontbreekt"]
    if texts["nl"] and _places(texts["nl"]) != _places(texts["fr"]):
        return [f"{where}: nl en fr vullen niet hetzelfde in"]
    return []


def _places(text: str) -> set[str]:
    return {part.partition(")s")[0] for part in text.split("%(")[1:]}
