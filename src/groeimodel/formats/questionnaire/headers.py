"""Which column of a file is what: people, places, roles, statements, guesses, and what is left aside."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from groeimodel.formats.questionnaire.finder import ASK_LIST, Finder, normalised
from groeimodel.formats.questionnaire.problems import Problems
from groeimodel.formats.questionnaire.tables import Score, letter
from groeimodel.rules.growth.content import Role

FIELDS = {
    "respondent": ("respondent", "deelnemer", "deelnemersnummer", "participant", "token", "id", "nummer", "nr"),
    "municipality": ("municipality", "gemeente", "stad", "stad of gemeente", "gemeente of stad", "lokaal bestuur"),
    "role": ("role", "rol", "functie", "je rol", "wat is je rol", "ik ben"),
    "statement": ("statement", "stelling", "vraag", "question"),
    "answer": ("answer", "antwoord", "score", "waarde", "value"),
}  # fmt: skip
"""The first names win where a file has several, as form tools number their rows beside what people fill in."""
DUTCH = {"respondent": "respondent", "municipality": "gemeente", "role": "rol", "statement": "stelling",
         "answer": "antwoord"}  # fmt: skip
ASKED_BY = {"role": {"rol", "functie", "role"}, "municipality": {"gemeente", "municipality"}}
"""Words in a question of a form that asks for it: 'In welke gemeente werk je?'."""
ROLE_NAMES: dict[Role, tuple[str, ...]] = {
    "alderman": ("schepen", "schepenen", "schepen van jeugd", "schepen jeugd", "bestuurder", "burgemeester",
                 "mandataris", "alderman", "aldermen"),
    "officer": ("ambtenaar", "ambtenaren", "jeugdambtenaar", "jeugdambtenaren", "jeugdconsulent", "jeugddienst",
                "ambtenaar jeugd", "beleidsmedewerker jeugd", "medewerker jeugd", "officer", "officers", "youth officer"),
    "coordinator": ("coördinator", "coördinatoren", "igs coordinator", "regiocoordinator"),
    "supporter": ("regio-ondersteuner", "regioondersteuner", "ondersteuner", "supporter", "regional supporter"),
    "other": ("andere", "anders", "iemand anders", "overige", "other", "others", "someone else"),
}  # fmt: skip
ASIDE = ("tijdstempel", "timestamp", "tijd", "datum", "date", "start time", "completion time", "begintijd",
         "tijd van voltooien", "email", "e mail", "e mailadres", "emailadres", "email address", "naam", "name",
         "ip address", "duration", "taal", "language", "startlanguage", "submitdate", "lastpage", "seed", "opmerking",
         "opmerkingen", "comment", "comments")  # fmt: skip
GUESS = re.compile(r"^\s*(guess|gok|raad)\s*[:\s]\s*", re.I)
LONGEST_ID = 100
LOOKS_LIKE_ID = re.compile(r"^\s*((soil|meadow|shop)[-_ ]\S|\S+[-_]\S+[-_]\S+\s*$)")
WORDS_OF_A_STATEMENT = 5


ROLE_OF = {normalised(name): role for role, names in ROLE_NAMES.items() for name in names}
ROLE_WORDS = {name: role for name, role in ROLE_OF.items() if " " not in name and role != "other"}
FIELD_OF = {normalised(name): field for field, names in FIELDS.items() for name in names}


@dataclass(slots=True)
class Columns:
    """What each column of a file holds, by its number from 0."""

    names: list[str]
    row: int
    fields: dict[str, int] = field(default_factory=dict)
    statements: dict[int, int] = field(default_factory=dict)
    """Column to index of the statement."""
    guesses: dict[int, int] = field(default_factory=dict)
    aside: list[int] = field(default_factory=list)
    unsure: list[int] = field(default_factory=list)
    """Columns without a known head: statements after all, when answers stand in them."""

    @property
    def long(self) -> bool:
        return "statement" in self.fields and "answer" in self.fields and not self.statements

    def label(self, column: int) -> str:
        name = " ".join(self.names[column].split()) if column < len(self.names) else ""
        return f"{letter(column)} ({name[:40]})" if name else letter(column)


def header_score(finder: Finder) -> Score:
    """How well a row reads as a header: one point a known column."""

    def score(cells: list[str]) -> int:
        return sum(
            normalised(cell) in FIELD_OF or finder.find(GUESS.sub("", cell)) is not None
            for cell in cells
            if cell
        )

    return score


def read_header(cells: list[str], row: int, finder: Finder, problems: Problems) -> Columns:
    """What the columns are; notes columns that stand twice, are missing, or name an unknown statement."""
    columns = Columns(cells, row)
    find_fields(columns, problems)
    unknown = find_statements(columns, finder, problems)
    for name in ("role", "municipality"):
        asking = [n for n in unknown if ASKED_BY[name] & set(normalised(cells[n]).split())]
        if name not in columns.fields and len(asking) == 1:
            columns.fields[name] = asking[0]
            unknown.remove(asking[0])
    for number in unknown:
        unknown_column(columns, number, finder, problems)
    columns.unsure += [number for number, cell in enumerate(cells) if not cell.strip()]
    return columns


def find_fields(columns: Columns, problems: Problems) -> None:
    heads = [normalised(cell) for cell in columns.names]
    for name, known in FIELDS.items():
        keys = [normalised(one) for one in known]
        found = sorted((keys.index(head), n) for n, head in enumerate(heads) if head in keys)
        if not found:
            continue
        columns.fields[name] = found[0][1]
        for rank, number in found[1:]:
            if rank == found[0][0]:
                column_twice(problems, columns, number, found[0][1])
            else:
                columns.aside.append(number)


def find_statements(columns: Columns, finder: Finder, problems: Problems) -> list[int]:
    """Fills in statements and guesses; returns the columns that are neither."""
    known = {*columns.fields.values(), *columns.aside}
    taken: dict[tuple[bool, int], int] = {}
    unknown = []
    for number, cell in enumerate(columns.names):
        if number in known or not cell.strip() or normalised(cell) in FIELD_OF:
            continue
        found, guess = find_answered(finder, cell)
        if found is None:
            unknown.append(number)
            continue
        if (guess, found) in taken:
            column_twice(problems, columns, number, taken[guess, found])
        taken[guess, found] = number
        (columns.guesses if guess else columns.statements)[number] = found
    return unknown


def find_answered(finder: Finder, text: str) -> tuple[int | None, bool]:
    """The statement that a text names, and whether as a guess at what the other role answers."""
    if GUESS.match(text) and (guessed := finder.find(GUESS.sub("", text))) is not None:
        return guessed, True
    return finder.find(text), False


def column_twice(problems: Problems, columns: Columns, number: int, first: int) -> None:
    problems.add(
        "kolom dubbel",
        f"Dit staat ook in kolom {columns.label(first)}.",
        "Hou één van beide.",
        row=columns.row,
        column=columns.label(number),
    )


def unknown_column(columns: Columns, number: int, finder: Finder, problems: Problems) -> None:
    """A column like an e-mail address is left aside; one that reads as a statement is a mistake."""
    cell = columns.names[number].strip()
    name = normalised(cell)
    if name in ASIDE:
        columns.aside.append(number)
    elif LOOKS_LIKE_ID.match(cell[:LONGEST_ID]) or finder.comes_near(cell) or reads_as_sentence(cell):
        unknown_statement(columns, number, finder, problems)
    else:
        columns.aside.append(number)
        columns.unsure.append(number)


def reads_as_sentence(cell: str) -> bool:
    """A question of a form is none: statements never ask."""
    return len(normalised(cell).split()) >= WORDS_OF_A_STATEMENT and not cell.endswith("?")


def unknown_statement(columns: Columns, number: int, finder: Finder, problems: Problems) -> None:
    cell = columns.names[number]
    nearest = finder.nearest(GUESS.sub("", cell)) if cell.strip() else ""
    problems.add(
        "stelling onbekend",
        f"De stelling '{' '.join(cell.split())[:60]}' bestaat niet." if cell.strip() else "Deze kolom heeft geen kop.",
        (f"Bedoel je '{nearest}'? " if nearest else "") + ASK_LIST,
        row=columns.row,
        column=columns.label(number),
    )  # fmt: skip
