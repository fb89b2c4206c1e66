"""Every text of the content files by its address, so that one can be read, changed and put back.

An address is 'file:key', for example 'statements/soil.toml:statement.soil-trust-speak.advice.alderman'. Rows of a list
are named by their id, and by their place where they have none: 'models/soil.toml:what[2]'.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from groeimodel.content.checks import placeholders
from groeimodel.content.errors import ContentError
from groeimodel.content.reader import LANGUAGES

Values = Mapping[str, Mapping[str, str]]
"""Address to what stands there: by language, or under '' for what is no sentence (`SINGLE`)."""
Raw = Mapping[str, Any]
"""Name of a file to what its TOML says."""
Path_ = tuple[str | int, ...]

BESIDE = ("energy.toml", "objections.toml", "presentation.toml")
"""Texts beside those of the model: no scan keeps a copy of them, and nothing hangs on their words."""
HOLD_TEXTS = ("principles.toml", "factors.toml", "places.toml", *BESIDE)
FOLDERS = ("models", "statements", "words")
VERSION = "version.toml"
FIGURE = re.compile(r"%\((\w+)\)s")
SINGLE = ("id", "start")
"""Of a statement: changed together with its words, though they are no words themselves."""


@dataclass(frozen=True, slots=True)
class Spot:
    """One value in one language, and the way to it in the TOML of its file."""

    file: str
    key: str
    language: str
    path: Path_
    value: str

    @property
    def address(self) -> str:
        return f"{self.file}:{self.key}"


def read_files(folder: Path) -> dict[str, str]:
    """The text of every file that holds texts of the model, and of the version. Raises OSError, UnicodeDecodeError."""
    names = [*HOLD_TEXTS, VERSION]
    names += [f"{one}/{path.name}" for one in FOLDERS for path in sorted((folder / one).glob("*.toml"))]
    return {name: (folder / name).read_text(encoding="utf-8-sig") for name in sorted(names)}


def parsed(files: Mapping[str, str]) -> dict[str, Any]:
    """Raises ContentError naming every file that is no TOML."""
    raw, problems = {}, []
    for name, text in files.items():
        try:
            raw[name] = tomllib.loads(text)
        except tomllib.TOMLDecodeError as error:
            problems.append(f"{name}: is niet te lezen: {error}")
    if problems:
        raise ContentError(problems)
    return raw


def spots_of(raw: Raw) -> Iterator[Spot]:
    """In the order of the files."""
    for file, tables in raw.items():
        if file != VERSION:
            for key, language, path, value in _walk(tables, "", ()):
                yield Spot(file, key, language, path, value)


def values_of(raw: Raw) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for spot in spots_of(raw):
        found.setdefault(spot.address, {})[spot.language] = spot.value
    return found


def _walk(value: Any, key: str, path: Path_) -> Iterator[tuple[str, str, Path_, str]]:
    if isinstance(value, dict):
        if set(value) & set(LANGUAGES):
            yield from (
                (key, one, (*path, one), value[one]) for one in LANGUAGES if isinstance(value.get(one), str)
            )
            return
        for name, below in value.items():
            if isinstance(below, str) and name in SINGLE and path[:1] == ("statement",):
                yield f"{key}.{name}", "", (*path, name), below
            else:
                yield from _walk(below, f"{key}.{name}" if key else name, (*path, name))
    elif isinstance(value, list):
        for n, row in enumerate(value):
            named = isinstance(row, dict) and isinstance(row.get("id"), str)
            yield from _walk(row, f"{key}.{row['id']}" if named else f"{key}[{n + 1}]", (*path, n))


@dataclass(frozen=True, slots=True)
class Laid:
    """Files with other values laid over them."""

    raw: dict[str, Any]
    unfit: tuple[str, ...]
    """Addresses whose value asks for something that these files do not fill in: there the files' own text stays."""
    gone: tuple[str, ...]
    """Addresses that these files no longer have."""


def lay_over(raw: Raw, values: Values, *, version: str = "") -> Laid:
    """`values` in the place of what the files say. What has no value keeps what its file says."""
    spots = list(spots_of(raw))
    known = {one.address for one in spots}
    values = following_ids(values, known)
    laid, unfit = deepcopy(dict(raw)), []
    for spot in spots:
        new = values.get(spot.address, {}).get(spot.language, spot.value)
        if new == spot.value:
            continue
        if not fits(spot.file, new, spot.value):
            unfit.append(spot.address)
            continue
        table = laid[spot.file]
        for part in spot.path[:-1]:
            table = table[part]
        table[spot.path[-1]] = new
    if version:
        laid[VERSION]["version"] = version
    return Laid(laid, tuple(dict.fromkeys(unfit)), tuple(one for one in values if one not in known))


def following_ids(values: Values, known: Collection[str]) -> Values:
    """The same values, for files in which a statement already has the id that these values give it."""
    moved = {}
    for address, said in values.items():
        id = said.get("")
        head = address.removesuffix(".id")
        renamed = f"{head.partition(':')[0]}:statement.{id}"
        if id and head != address and address not in known and f"{renamed}.id" in known:
            moved[f"{head}."] = f"{renamed}."
    if not moved:
        return values
    found = {}
    for address, said in values.items():
        old = next((one for one in moved if address.startswith(one)), "")
        found[moved[old] + address.removeprefix(old) if old else address] = said
    return found


def fits(file: str, new: str, shipped: str) -> bool:
    """Whether everything that a word asks to be filled in, is filled in by the program that ships the other."""
    return marks(file, new) <= marks(file, shipped)


def marks(file: str, text: str) -> frozenset[str]:
    """The {placeholders} of a word, or the %(figures)s of an answer to an objection.

    A brace or % without its pair is a mark that nothing fills in.
    """
    if file == "objections.toml":
        return frozenset(FIGURE.findall(text)) | ({"%"} if "%" in FIGURE.sub("", text) else set())
    if not file.startswith("words/"):
        return frozenset()
    try:
        return frozenset(placeholders(text))
    except ValueError:
        return frozenset({"{"})
