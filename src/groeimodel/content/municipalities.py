"""The 285 Flemish municipalities of 2025, findable by name, old name, French name or NIS code.

Origin and licences of the data: docs/data/municipalities.md.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path

HERE = Path(__file__).parent
IN_BRACKETS = re.compile(r"\([^)]*\)")
NIS_LENGTH = 5
REPLACED = {"st": "sint", "ste": "sinte"}
NEAREST_SCORE, NEAREST_SPREAD = 60, 12
"""Of 100: what a name must reach to be offered, and how far it may stay behind the best."""


@dataclass(frozen=True, slots=True)
class Municipality:
    nis: str
    """REFNIS code since 1 January 2025."""
    name: str
    province: str
    postal_codes: tuple[str, ...]
    population_2020: int
    """Inhabitants on 1 January 2020, on today's territory."""
    point: tuple[float, float] | None
    """Longitude and latitude of a point inside, WGS 84; None where the source has no shape (Mesen)."""
    other_names: tuple[str, ...]
    """Municipalities that merged into it, and its French or English name where that is much used."""
    former_codes: tuple[str, ...]
    name_fr: str = ""
    """The official French name, where there is one beside the Dutch: municipalities with language facilities."""


class Register:
    """Municipalities by anything that people and form tools write."""

    def __init__(self, municipalities: tuple[Municipality, ...]) -> None:
        self.all = municipalities
        self._by_key: dict[str, Municipality] = {}
        for one in municipalities:
            for text in (*one.former_codes, *one.other_names):
                self._by_key[normalised(text)] = one
        # Today's names and codes last: Tielt before the merger and Tielt after it are found as today's.
        for one in municipalities:
            self._by_key[normalised(one.name)] = one
            self._by_key[one.nis] = one
        self._names = {name: one.name for one in municipalities for name in (one.name, *one.other_names)}

    def __iter__(self) -> Iterator[Municipality]:
        return iter(self.all)

    def find(self, text: str) -> Municipality | None:
        """By name, by a name or code from before a merger, by French name or by NIS code; None when unknown."""
        return self._by_key.get(normalised(text)) or self._by_key.get(without_remarks(text))

    def nearest(self, text: str, count: int = 3) -> tuple[str, ...]:
        """Today's names that look most like a mistyped one; empty when none comes near."""
        from rapidfuzz import fuzz, process

        choices = {name: normalised(name) for name in self._names}
        found = process.extract(
            normalised(text), choices, scorer=fuzz.token_ratio, limit=3 * count, score_cutoff=NEAREST_SCORE
        )
        names = dict.fromkeys(
            self._names[name] for _, score, name in found if score >= found[0][1] - NEAREST_SPREAD
        )
        return tuple(names)[:count]


def normalised(text: str) -> str:
    """Without case, accents, hyphens and dots; 'St.' reads as 'Sint'."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().casefold()
    words = "".join(sign if sign.isalnum() else " " for sign in plain).split()
    if len(words) > 1 and words[0] in {"gemeente", "stad"}:
        words = words[1:]
    return " ".join(REPLACED.get(word, word) for word in words)


def without_remarks(text: str) -> str:
    """Without what stands in brackets, a postal code beside the name, the decimal that some programs put behind a code."""
    words = normalised(IN_BRACKETS.sub(" ", text)).split()
    return " ".join(word for word in words if not word.isdigit() or len(word) == NIS_LENGTH)


@cache
def municipalities() -> Register:
    """The register that this version ships; read once."""
    others = _read("municipality_names.csv")
    return Register(tuple(_municipality(row, others) for row in _read("municipalities.csv")))


def names_before() -> Iterator[tuple[str, str, str, date]]:
    """Municipalities that merged: name, NIS code of then, NIS code of what took over, and its first day."""
    for row in _read("municipality_names.csv"):
        if row["kind"] == "merged" and row["former_nis"]:
            yield (
                row["name"],
                row["former_nis"],
                row["nis"],
                date.fromisoformat(row["until"]) + timedelta(days=1),
            )


def _municipality(row: Mapping[str, str], others: list[dict[str, str]]) -> Municipality:
    own = [other for other in others if other["nis"] == row["nis"]]
    return Municipality(
        nis=row["nis"],
        name=row["name"],
        province=row["province"],
        postal_codes=tuple(row["postal_codes"].split()),
        population_2020=int(row["population_2020_01_01"]),
        point=(float(row["lon"]), float(row["lat"])) if row["lon"] else None,
        other_names=tuple(other["name"] for other in own if other["name"] != row["name"]),
        former_codes=tuple(other["former_nis"] for other in own if other["former_nis"]),
        name_fr=next((other["name"] for other in own if other["kind"] == "french"), ""),
    )


def _read(name: str) -> list[dict[str, str]]:
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
