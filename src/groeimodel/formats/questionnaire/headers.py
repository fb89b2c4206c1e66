"""Which column of a file is what: people, places, roles, statements, guesses, and what is left aside."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field

from groeimodel.formats.questionnaire.problems import Problems
from groeimodel.formats.questionnaire.tables import letter
from groeimodel.rules.growth.content import ROLES, Content, Role

FIELDS = {
    "respondent": (
        "respondent",
        "deelnemer",
        "deelnemersnummer",
        "participant",
        "id",
        "nummer",
        "nr",
        "token",
    ),
    "municipality": (
        "municipality",
        "gemeente",
        "stad",
        "stad of gemeente",
        "gemeente of stad",
        "lokaal bestuur",
    ),
    "role": ("role", "rol", "functie", "je rol", "wat is je rol", "ik ben"),
    "statement": ("statement", "stelling", "vraag", "question"),
    "answer": ("answer", "antwoord", "score", "waarde", "value"),
}
ROLE_NAMES: dict[Role, tuple[str, ...]] = {
    "alderman": ("alderman", "aldermen", "schepen", "schepenen", "schepen van jeugd", "schepen jeugd", "bestuurder",
                 "burgemeester", "mandataris"),
    "officer": ("officer", "officers", "youth officer", "ambtenaar", "ambtenaren", "jeugdambtenaar", "jeugdambtenaren",
                "jeugdconsulent", "jeugddienst", "ambtenaar jeugd", "beleidsmedewerker jeugd", "medewerker jeugd"),
    "coordinator": ("coordinator", "coordinatoren", "igs coordinator", "regiocoordinator"),
    "supporter": ("supporter", "regional supporter", "regio ondersteuner", "regioondersteuner", "ondersteuner"),
    "other": ("other", "others", "andere", "anders", "iemand anders", "someone else", "overige"),
}  # fmt: skip
ASIDE = ("tijdstempel", "timestamp", "tijd", "datum", "date", "start time", "completion time", "begintijd",
         "tijd van voltooien", "email", "e mail", "e mailadres", "emailadres", "email address", "naam", "name",
         "ip address", "duration", "taal", "language", "startlanguage", "submitdate", "lastpage", "seed", "opmerking",
         "opmerkingen", "comments")  # fmt: skip
GUESS = re.compile(r"^\s*(guess|gok|raad)\s*[:\s]\s*", re.I)
NUMBERED = re.compile(r"^\s*(?:vraag|stelling|question|q)?\s*\d+\s*[.:)\-]\s*", re.I)
IN_BRACKETS = re.compile(r"\[([^\]]+)\]\s*$")
SHORTEST_PREFIX = 25
LOOKS_LIKE_STATEMENT = re.compile(r"^(soil|meadow|shop)[-_ ]")


def normalised(text: str) -> str:
    """Without case, accents and signs, single spaces."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().casefold()
    return " ".join("".join(sign if sign.isalnum() else " " for sign in plain).split())


ROLE_OF = {normalised(name): role for role, names in ROLE_NAMES.items() for name in names}
FIELD_OF = {normalised(name): field for field, names in FIELDS.items() for name in names}


@dataclass(slots=True)
class Columns:
    """What each column of a file holds, by its number from 0."""

    names: list[str]
    fields: dict[str, int] = field(default_factory=dict)
    statements: dict[int, int] = field(default_factory=dict)
    """Column to index of the statement."""
    guesses: dict[int, int] = field(default_factory=dict)
    aside: list[str] = field(default_factory=list)

    @property
    def long(self) -> bool:
        return "statement" in self.fields and "answer" in self.fields

    def label(self, column: int) -> str:
        name = self.names[column].strip() if column < len(self.names) else ""
        return f"{letter(column)} ({name[:40]})" if name else letter(column)


class Finder:
    """Finds statements by id or by text, as form tools export them: numbered, in brackets, cut off."""

    def __init__(self, content: Content) -> None:
        self.ids = {normalised(one.id): n for n, one in enumerate(content.statements)}
        self.texts: dict[str, int] = {}
        for n, one in enumerate(content.statements):
            for role in ROLES:
                for text in (one.text(role, "nl"), one.text(role, "en")):
                    self.texts[normalised(text)] = n
        self.names = [one.id for one in content.statements]
        self._seen: dict[str, int | None] = {}

    def find(self, text: str) -> int | None:
        if text not in self._seen:
            self._seen[text] = self._find(text)
        return self._seen[text]

    def _find(self, text: str) -> int | None:
        bracket = IN_BRACKETS.search(text)
        for candidate in (text, NUMBERED.sub("", text), bracket.group(1) if bracket else ""):
            key = normalised(candidate)
            if key in self.ids:
                return self.ids[key]
            if key in self.texts:
                return self.texts[key]
            if len(key) >= SHORTEST_PREFIX:
                found = {n for full, n in self.texts.items() if full.startswith(key)}
                if len(found) == 1:
                    return found.pop()
        return None

    def nearest(self, text: str) -> str:
        from rapidfuzz import fuzz, process

        key = normalised(text)
        best_id = process.extractOne(key, list(self.ids), scorer=fuzz.ratio)
        best_text = process.extractOne(key, list(self.texts), scorer=fuzz.token_set_ratio)
        if best_text and (not best_id or best_text[1] > best_id[1]):
            return self.names[self.texts[best_text[0]]]
        return self.names[self.ids[best_id[0]]] if best_id else ""


def header_score(finder: Finder) -> Callable[[list[str]], int]:
    """How well a row reads as a header: one point a known column."""

    def score(cells: list[str]) -> int:
        return sum(
            normalised(cell) in FIELD_OF or finder.find(GUESS.sub("", cell)) is not None
            for cell in cells
            if cell
        )

    return score


def read_header(cells: list[str], finder: Finder, problems: Problems) -> Columns:
    """What the columns are; notes columns that stand twice, are missing, or name an unknown statement."""
    columns = Columns(cells)
    taken: dict[tuple[str, int], int] = {}
    for number, cell in enumerate(cells):
        name = normalised(cell)
        if not name:
            continue
        if (known := FIELD_OF.get(name)) and known not in columns.fields:
            columns.fields[known] = number
            continue
        guess = GUESS.match(cell)
        found = finder.find(GUESS.sub("", cell))
        if found is None:
            unknown_column(columns, number, finder, problems)
            continue
        kind = "guess" if guess else "statement"
        if (kind, found) in taken:
            problems.add(
                "kolom dubbel",
                f"Deze stelling staat ook in kolom {columns.label(taken[kind, found])}.",
                "Hou één van beide.",
                row=1,
                column=columns.label(number),
            )
        taken[kind, found] = number
        (columns.guesses if guess else columns.statements)[number] = found
    return columns


def unknown_column(columns: Columns, number: int, finder: Finder, problems: Problems) -> None:
    """A column like an e-mail address is left aside; one that reads as a statement is a mistake."""
    cell = columns.names[number]
    name = normalised(cell)
    if (
        name in ASIDE
        or name in FIELD_OF
        or not (LOOKS_LIKE_STATEMENT.match(cell.strip()) or len(name.split()) >= 5)
    ):
        columns.aside.append(cell.strip())
        return
    problems.add(
        "stelling onbekend",
        "Deze stelling bestaat niet.",
        f"Bedoel je '{finder.nearest(GUESS.sub('', cell))}'? 'groeimodel statements' toont ze allemaal.",
        row=1,
        column=columns.label(number),
    )
