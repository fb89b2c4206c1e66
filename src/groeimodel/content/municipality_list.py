"""A list of municipalities as CSV: the one that is shipped, or a newer one. Format: docs/data/municipalities.md.

Reading finds all that is wrong at once; comparing with the database is done elsewhere.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from groeimodel.content.municipalities import municipalities, names_before

COLUMNS = (
    "nis",
    "name",
    "name_fr",
    "province",
    "inhabitants",
    "inhabitants_year",
    "inhabitants_under_25",
    "merged_into",
    "merged_on",
)
NEEDED = ("nis", "name")
NIS = re.compile(r"\d{5}")


@dataclass(frozen=True, slots=True)
class Listed:
    """One line: a municipality of today, or one that merged into another on a day."""

    nis: str
    name: str
    name_fr: str = ""
    province: str = ""
    inhabitants: int | None = None
    inhabitants_year: int | None = None
    inhabitants_under_25: int | None = None
    merged_into: str = ""
    """NIS code of what took over."""
    merged_on: date | None = None
    """The first day of what took over."""


class ListError(ValueError):
    """Everything that is wrong with a list, in Dutch, each with its line."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


def shipped() -> tuple[Listed, ...]:
    """The list of this version: the municipalities of today, and those with a code that merged into them."""
    today = [
        Listed(
            nis=one.nis,
            name=one.name,
            name_fr=one.name_fr,
            province=one.province,
            inhabitants=one.population_2020,
            inhabitants_year=2020,
        )
        for one in municipalities()
    ]
    provinces = {one.nis: one.province for one in municipalities()}
    before = [
        Listed(nis=code, name=name, province=provinces[into], merged_into=into, merged_on=on)
        for name, code, into, on in names_before()
        if code not in provinces
    ]
    return (*today, *before)


def read_list(text: str) -> tuple[Listed, ...]:
    """Read a list from the text of a CSV file, with commas or semicolons.

    Raises:
        ListError: with every problem of every line.
    """
    head = text.lstrip("\ufeff").splitlines()[:1]
    separator = ";" if head and head[0].count(";") > head[0].count(",") else ","
    reader = csv.DictReader(io.StringIO(text.lstrip("\ufeff")), delimiter=separator)
    columns = [(name or "").strip().casefold() for name in reader.fieldnames or []]
    reader.fieldnames = columns
    if missing := [name for name in NEEDED if name not in columns]:
        raise ListError(
            [f"Deze kolom ontbreekt: {name}. Nodig zijn {', '.join(NEEDED)}." for name in missing]
        )
    problems = [f"Onbekende kolom: {name}." for name in columns if name and name not in COLUMNS]
    rows = []
    for number, line in enumerate(reader, start=2):
        row, wrong = _row({key: (value or "").strip() for key, value in line.items() if key in COLUMNS})
        problems += [f"Regel {number}: {one}" for one in wrong]
        rows.append(row)
    problems += _between(rows)
    if problems:
        raise ListError(problems)
    if not rows:
        raise ListError(["De lijst is leeg."])
    return tuple(rows)


def _row(line: Mapping[str, str]) -> tuple[Listed, list[str]]:
    wrong: list[str] = []
    if not NIS.fullmatch(line["nis"]):
        wrong.append(f"‘{line['nis']}’ is geen NIS-code van vijf cijfers.")
    if not line["name"]:
        wrong.append("de naam ontbreekt.")
    figures = {}
    for name in ("inhabitants", "inhabitants_year", "inhabitants_under_25"):
        text = line.get(name, "").replace(".", "").replace(" ", "")
        if text and not text.isdecimal():
            wrong.append(f"‘{line[name]}’ is geen getal ({name}).")
            text = ""
        figures[name] = int(text) if text else None
    if figures["inhabitants"] is not None and figures["inhabitants_year"] is None:
        wrong.append("bij het aantal inwoners hoort een jaar (inhabitants_year).")
    into, on = line.get("merged_into", ""), None
    if bool(into) != bool(line.get("merged_on")):
        wrong.append("een fusie heeft zowel merged_into als merged_on nodig.")
    if line.get("merged_on"):
        try:
            on = date.fromisoformat(line["merged_on"])
        except ValueError:
            wrong.append(f"‘{line['merged_on']}’ is geen datum zoals 2025-01-01.")
    row = Listed(
        nis=line["nis"],
        name=line["name"],
        name_fr=line.get("name_fr", ""),
        province=line.get("province", ""),
        merged_into=into,
        merged_on=on,
        **figures,
    )
    return row, wrong


def _between(rows: list[Listed]) -> list[str]:
    """What is wrong between lines."""
    codes = [row.nis for row in rows]
    today = {row.nis for row in rows if not row.merged_into}
    twice = sorted({code for code in codes if codes.count(code) > 1})
    nowhere = [row for row in rows if row.merged_into and row.merged_into not in today]
    return [
        *(f"NIS-code {code} staat er meer dan eens in." for code in twice),
        *(f"{row.name} gaat op in {row.merged_into}, maar die staat niet in de lijst." for row in nowhere),
    ]
