"""Reads one table of a content file and notes what is wrong with it, without stopping at the first problem."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from groeimodel.rules.growth.content import Text

LANGUAGES = ("nl", "en")
EMPTY = Text(nl="", en="")


class Table:
    """A table of a content file; `where` names file and key for the reader of an error."""

    def __init__(self, value: Any, where: str, problems: list[str]) -> None:
        self.where = where
        self.problems = problems
        self.value: dict[str, Any] = value if isinstance(value, dict) else {}
        if not isinstance(value, dict):
            self.wrong("", "dit moet een tabel zijn")

    def wrong(self, key: str, what: str) -> None:
        place = ".".join(part for part in (self.where.partition(": ")[2], key) if part)
        file = self.where.partition(": ")[0]
        self.problems.append(f"{file}: {place}: {what}" if place else f"{file}: {what}")

    def only(self, *known: str) -> None:
        """Anything but these keys is a typing error."""
        for key in self.value:
            if key not in known:
                self.wrong(key, f"onbekende sleutel (hier bestaan: {', '.join(known)})")

    def text(self, key: str) -> Text:
        return self.as_text(self.value.get(key), key)

    def as_text(self, value: Any, key: str) -> Text:
        if value is None:
            self.wrong(key, "ontbreekt")
            return EMPTY
        if not isinstance(value, dict):
            self.wrong(key, 'moet { nl = "...", en = "..." } zijn')
            return EMPTY
        for language in LANGUAGES:
            if not isinstance(value.get(language), str) or not value[language].strip():
                self.wrong(key, f"de vertaling '{language}' ontbreekt")
        for extra in set(value) - set(LANGUAGES):
            self.wrong(f"{key}.{extra}", "onbekende taal")
        return Text(nl=str(value.get("nl", "")).strip(), en=str(value.get("en", "")).strip())

    def texts(self, key: str) -> tuple[Text, ...]:
        values = self.value.get(key)
        if not isinstance(values, list) or not values:
            self.wrong(key, "moet een lijst met minstens één tekst zijn")
            return ()
        return tuple(self.as_text(value, f"{key}[{n}]") for n, value in enumerate(values, start=1))

    def string(self, key: str, *, among: Iterable[str] | None = None, empty: bool = False) -> str:
        value = self.value.get(key, "" if empty else None)
        if not isinstance(value, str) or (not value and not empty):
            self.wrong(key, "moet een tekst zijn")
            return ""
        if among is not None and value not in (known := list(among)):
            self.wrong(key, f"'{value}' is geen van: {', '.join(known)}")
        return value

    def strings(self, key: str) -> tuple[str, ...]:
        values = self.value.get(key, [])
        if not isinstance(values, list) or not all(isinstance(value, str) for value in values):
            self.wrong(key, "moet een lijst van teksten zijn")
            return ()
        return tuple(values)

    def flag(self, key: str) -> bool:
        value = self.value.get(key, False)
        if not isinstance(value, bool):
            self.wrong(key, "moet true of false zijn")
            return False
        return value

    def table(self, key: str) -> Table:
        """A table below this one; a missing one is a problem and reads as empty."""
        if key not in self.value:
            self.wrong(key, "ontbreekt")
        where = f"{self.where}.{key}" if ": " in self.where else f"{self.where}: {key}"
        return Table(self.value.get(key, {}), where, self.problems)

    def tables(self, key: str) -> list[Table]:
        """A list of tables; each is named by its id where it has one."""
        values = self.value.get(key)
        if not isinstance(values, list) or not values:
            self.wrong(key, f"moet minstens één keer voorkomen, als [[{key}]]")
            return []
        found = []
        for n, value in enumerate(values, start=1):
            name = value.get("id", f"{key}[{n}]") if isinstance(value, dict) else f"{key}[{n}]"
            found.append(Table(value, f"{self.where}: {name}", self.problems))
        return found
