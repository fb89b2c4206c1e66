"""Puts values into a content file by changing nothing but their own quotes: order and remarks stay as they are."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping

from groeimodel.content.addresses import VERSION, Path_, Values, lay_over, parsed, spots_of

BARE = re.compile(r"[A-Za-z0-9_-]+")
OTHER = re.compile(r"[^,\]}\n#]+")
ESCAPES = {'"': '\\"', "\\": "\\\\", "\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r"}


def files_with(files: Mapping[str, str], values: Values, *, version: str) -> dict[str, str]:
    """The text of each file with these values in it; reading it back gives exactly what `lay_over` gives."""
    raw = parsed(files)
    laid = lay_over(raw, values, version=version)
    written = {}
    now = {(one.file, one.path): one.value for one in spots_of(raw)}
    new: dict[str, dict[Path_, str]] = {name: {} for name in files}
    for path, value in _values_at(raw, laid.raw, now):
        new[path[0]][path[1]] = value
    new[VERSION][("version",)] = version
    for name, text in files.items():
        written[name] = write_into(text, new[name]) if new[name] else text
        if tomllib.loads(written[name]) != laid.raw[name]:
            raise AssertionError(f"{name}: what was written does not read back")
    return written


def _values_at(
    raw: Mapping[str, object], laid: Mapping[str, object], now: Mapping[tuple[str, Path_], str]
) -> list[tuple[tuple[str, Path_], str]]:
    """Where the laid files differ, with what stands there."""
    found = []
    for (file, path), value in now.items():
        table: object = laid[file]
        for part in path:
            table = table[part]  # type: ignore[index]
        if table != value:
            found.append(((file, path), str(table)))
    return found


def write_into(text: str, new: Mapping[Path_, str]) -> str:
    """TOML with other strings at these places. Raises KeyError for a place where no string stands."""
    places = _Scanner(text).spans()
    for path in sorted(new, key=lambda one: places[one], reverse=True):
        start, end = places[path]
        text = f"{text[:start]}{quoted(new[path])}{text[end:]}"
    return text


def quoted(value: str) -> str:
    """A basic string of TOML."""
    inner = "".join(
        ESCAPES.get(one) or (f"\\u{ord(one):04x}" if ord(one) < 32 or ord(one) == 127 else one)
        for one in value
    )
    return f'"{inner}"'


class _Scanner:
    """Finds where each string of a TOML text stands. The text is known to be valid: tomllib reads it as well."""

    def __init__(self, text: str) -> None:
        self.text, self.at = text, 0
        self.found: dict[Path_, tuple[int, int]] = {}
        self.lists: dict[Path_, int] = {}

    def spans(self) -> dict[Path_, tuple[int, int]]:
        """By the way to it, the first and last place of each string, quotes included."""
        here: Path_ = ()
        while self.blank():
            if self.text.startswith("[[", self.at):
                here = self.header(2)
            elif self.text[self.at] == "[":
                here = self.header(1)
            else:
                self.pair(here)
        return self.found

    def blank(self) -> bool:
        """Pass over white space, line ends and remarks; False at the end."""
        while self.at < len(self.text):
            if self.text[self.at] == "#":
                self.at = self.text.find("\n", self.at) % (len(self.text) + 1)
            elif self.text[self.at].isspace():
                self.at += 1
            else:
                return True
        return False

    def header(self, brackets: int) -> Path_:
        self.at += brackets
        names = self.key()
        self.at += brackets
        here: Path_ = ()
        for n, name in enumerate(names):
            here = (*here, name)
            if n == len(names) - 1 and brackets == 2:
                self.lists[here] = self.lists.get(here, -1) + 1
            if here in self.lists:
                here = (*here, self.lists[here])
        return here

    def key(self) -> list[str]:
        names = []
        while True:
            self.blank()
            if self.text[self.at] in "\"'":
                start, end = self.string()
                names.append(str(tomllib.loads(f"k = {self.text[start:end]}")["k"]))
            else:
                match = BARE.match(self.text, self.at)
                assert match is not None
                names.append(match.group())
                self.at = match.end()
            self.blank()
            if self.text[self.at] != ".":
                return names
            self.at += 1

    def pair(self, here: Path_) -> None:
        path = (*here, *self.key())
        self.at += 1  # the sign of equality
        self.value(path)

    def value(self, path: Path_) -> None:
        self.blank()
        first = self.text[self.at]
        if first in "\"'":
            self.found[path] = self.string()
        elif first in "[{":
            self.at += 1
            n = 0
            while self.blank() and self.text[self.at] not in "]}":
                if first == "[":
                    self.value((*path, n))
                else:
                    self.pair(path)
                n += 1
                self.blank()
                if self.text[self.at] == ",":
                    self.at += 1
            self.at += 1
        else:
            match = OTHER.match(self.text, self.at)
            assert match is not None
            self.at = match.end()

    def string(self) -> tuple[int, int]:
        start, quote = self.at, self.text[self.at]
        fence = quote * 3 if self.text.startswith(quote * 3, self.at) else quote
        self.at += len(fence)
        while not self.text.startswith(fence, self.at):
            self.at += 2 if quote == '"' and self.text[self.at] == "\\" else 1
        self.at += len(fence)
        while len(fence) == 3 and self.text.startswith(quote, self.at):  # up to two quotes before the fence
            self.at += 1
        return start, self.at
