"""The rows of a questionnaire file into `Responses`, or everything that is wrong with them."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from groeimodel.content.municipalities import Register
from groeimodel.formats.questionnaire.answers import WRONG, Answers
from groeimodel.formats.questionnaire.files import table_of
from groeimodel.formats.questionnaire.finder import Finder
from groeimodel.formats.questionnaire.headers import (
    DUTCH,
    FIELDS,
    GUESS,
    Columns,
    find_answered,
    header_score,
    read_header,
    unknown_statement,
)
from groeimodel.formats.questionnaire.people import NOWHERE, People
from groeimodel.formats.questionnaire.problems import Problems, fail
from groeimodel.formats.questionnaire.tables import Rows, letter
from groeimodel.rules.growth.content import Content
from groeimodel.rules.growth.responses import Responses

RANGE_HINT = "Kies 1 tot 5, of laat leeg voor 'weet ik niet'."
Matrix = NDArray[np.int8]
Answered = tuple[Matrix, Matrix | None, set[int]]
"""Answers and guesses (people, all statements), and which statements were asked."""
NumberedRows = Iterator[tuple[int, list[str]]]


@dataclass(frozen=True, slots=True)
class Reading:
    """What a file held."""

    responses: Responses
    names: dict[str, str]
    """Name of each municipality by its key in the responses."""
    warnings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is needed at every row."""

    columns: Columns
    finder: Finder
    codes: Answers
    people: People
    problems: Problems
    warnings: list[str] = field(default_factory=list)


def read_questionnaire(
    data: bytes, content: Content, register: Register, *, any_municipality: bool = False
) -> Reading:
    """Answers of a CSV or XLSX file, in the wide form (a row a respondent) or the long form (a row an answer).

    `any_municipality` takes names that are no Flemish municipality too. Raises BadInput with every problem of
    the file; then nothing of it counts.
    """
    finder, problems = Finder(content), Problems()
    table = table_of(data, header_score(finder))
    columns = read_header(table.header, table.row, finder, problems)
    check_columns(columns, problems)
    people = People(register, any_municipality, problems)
    sheet = Sheet(columns, finder, Answers(content), people, problems, list(table.warnings))
    read = read_long if columns.long else read_wide
    answers, guesses, asked = read(filled(table.rows, sheet), sheet)
    if not people.names and not problems.kept:
        raise fail(
            "Er staan geen antwoorden in het bestand, alleen een kopregel.", "Vul minstens één rij in."
        )
    problems.stop()
    return finish(sheet, answers, guesses, sorted(asked))


def check_columns(columns: Columns, problems: Problems) -> None:
    """Stops when columns are missing without which no row can be read; other mistakes wait for the rest."""
    needed = (
        ("respondent", "municipality", "role", "statement", "answer")
        if columns.long
        else ("municipality", "role")
    )
    missing = [name for name in needed if name not in columns.fields]
    for name in missing:
        problems.add(
            "kolom ontbreekt",
            f"De kolom '{DUTCH[name]}' ontbreekt.",
            f"Noem een kolom {' of '.join(FIELDS[name][:2])}.",
            row=columns.row,
        )
    if not columns.long and not columns.statements:
        missing.append("statements")
        problems.add(
            "kolom ontbreekt",
            "Geen enkele kolom is een stelling.",
            "Zet als kop het nummer van de stelling ('groeimodel statements') of de tekst ervan.",
            row=columns.row,
        )
    if missing:
        problems.stop()


def filled(rows: Rows, sheet: Sheet) -> NumberedRows:
    """Rows with something in them, as wide as the header, each with its number in the file."""
    width = len(sheet.columns.names)
    for row, cells in enumerate(rows, start=sheet.columns.row + 1):
        if len(cells) < width:
            cells = [*cells, *[""] * (width - len(cells))]
        elif len(cells) > width and any(cell.strip() for cell in cells[width:]):
            sheet.problems.add(
                "rij te lang", f"Deze rij loopt door tot kolom {letter(len(cells) - 1)}, de kopregel tot {letter(width - 1)}.",
                "Zet tekst met het scheidingsteken erin tussen aanhalingstekens, of geef elke kolom een kop.", row=row,
            )  # fmt: skip
        if any(cells) and any(cell.strip() for cell in cells):
            yield row, cells


def read_wide(rows: NumberedRows, sheet: Sheet) -> Answered:
    """A row a respondent, a column a statement."""
    columns, codes, problems = sheet.columns, sheet.codes, sheet.problems
    wanted = [*columns.statements, *columns.guesses]
    kept = array("b")
    respondent = columns.fields.get("respondent")
    seen: dict[str, int] = {}
    doubtful = dict.fromkeys(columns.unsure, False)
    for row, cells in rows:
        name = cells[respondent].strip() if respondent is not None else ""
        if name and seen.setdefault(name, row) != row:
            problems.add(
                "respondent dubbel", f"Respondent '{name[:40]}' staat ook in rij {seen[name]}.", "Hou één rij per mens.",
                row=row, column=columns.label(respondent or 0),
            )  # fmt: skip
        sheet.people.add(name or f"rij {row}", columns, cells, row)
        values = [codes[cells[column]] for column in wanted]
        if WRONG in values:
            for column, value in zip(wanted, values, strict=True):
                if value == WRONG:
                    wrong_answer(problems, cells[column], row, columns.label(column))
        kept.extend(values)
        for column in tuple(doubtful):
            value = codes[cells[column]]
            if value == WRONG:
                del doubtful[column]
            elif value:
                doubtful[column] = True
    for column in (column for column, answered in doubtful.items() if answered):
        unknown_statement(columns, column, sheet.finder, problems)
    matrix = np.array(kept, dtype=np.int8).reshape(-1, len(wanted))
    split = len(columns.statements)
    answers = spread(matrix[:, :split], columns.statements, sheet.finder)
    guesses = spread(matrix[:, split:], columns.guesses, sheet.finder) if columns.guesses else None
    return answers, guesses, set(columns.statements.values())


def spread(matrix: Matrix, columns: dict[int, int], finder: Finder) -> Matrix:
    """Columns of the file to columns of the content."""
    full: Matrix = np.zeros((matrix.shape[0], len(finder.names)), dtype=np.int8)
    full[:, list(columns.values())] = matrix
    return full


def wrong_answer(problems: Problems, text: str, row: int, column: str) -> None:
    problems.add(
        "antwoord onbekend", f"'{text.strip()[:40]}' is geen antwoord.", RANGE_HINT, row=row, column=column
    )


def read_long(rows: NumberedRows, sheet: Sheet) -> Answered:
    """A row an answer. The rows of one respondent may stand anywhere; a guess has 'guess:' before its statement."""
    columns, codes, problems, people = sheet.columns, sheet.codes, sheet.problems, sheet.people
    at = [columns.fields[name] for name in ("respondent", "municipality", "role", "statement", "answer")]
    who_at, place_at, role_at, statement_at, answer_at = at
    said: dict[str, tuple[int, tuple[str, str]]] = {}
    named: dict[str, tuple[int | None, bool]] = {}
    count = len(sheet.finder.names)
    who, which, what, where = array("i"), array("i"), array("b"), array("i")
    for row, cells in rows:
        name, own = cells[who_at].strip(), (cells[place_at], cells[role_at])
        known = said.get(name)
        if known is None:
            known = said[name] = len(said), own
            people.add(name, columns, cells, row)
        elif known[1] != own and name and not people.same(known[1], own):
            problems.add(
                "respondent wisselt", f"Respondent '{name[:40]}' heeft hier een andere gemeente of rol dan eerst.",
                "Geef elke mens een eigen nummer.", row=row,
            )  # fmt: skip
        if not name:
            problems.add(
                "respondent ontbreekt", "De respondent ontbreekt.", "Vul een nummer in.",
                row=row, column=columns.label(who_at),
            )  # fmt: skip
        text, value = cells[statement_at], codes[cells[answer_at]]
        if text not in named:
            named[text] = find_answered(sheet.finder, text)
        statement, guess = named[text]
        if statement is None:
            unknown_in_row(text.strip(), row, columns.label(statement_at), sheet)
        if value == WRONG:
            wrong_answer(problems, cells[answer_at], row, columns.label(answer_at))
        elif statement is not None:
            who.append(known[0])
            which.append(statement + count if guess else statement)
            what.append(value)
            where.append(row)
    full = fill(who, which, what, where, sheet)
    guesses = full[:, count:] if full[:, count:].any() else None
    return (
        full[:, :count],
        guesses,
        {statement for statement, guess in named.values() if statement is not None and not guess},
    )


def unknown_in_row(text: str, row: int, column: str, sheet: Sheet) -> None:
    kind = "stelling onbekend"
    nearest = "" if sheet.problems.enough(kind) else sheet.finder.nearest(GUESS.sub("", text))
    hint = f"Bedoel je '{nearest}'?" if nearest else "'groeimodel statements' toont ze allemaal."
    what = f"De stelling '{text[:60]}' bestaat niet." if text else "De stelling ontbreekt."
    sheet.problems.add(kind, what, hint, row=row, column=column)


def fill(who: array[int], which: array[int], what: array[int], where: array[int], sheet: Sheet) -> Matrix:
    """Answers in any order to a matrix; notes the same statement answered twice by one respondent."""
    names = sheet.people.names
    full: Matrix = np.zeros((len(names), 2 * len(sheet.finder.names)), dtype=np.int8)
    rows, columns = np.array(who, dtype=np.int64), np.array(which, dtype=np.int64)
    place = rows * full.shape[1] + columns
    _, first = np.unique(place, return_index=True)
    if len(first) < len(place):
        for n in np.setdiff1d(np.arange(len(place)), first):
            sheet.problems.add(
                "antwoord dubbel",
                f"Respondent '{names[rows[n]][:40]}' antwoordde al op '{sheet.finder.names[columns[n] % len(sheet.finder.names)]}'.",
                "Hou één antwoord per stelling.",
                row=where[n],
            )
    full[rows, columns] = np.array(what, dtype=np.int8)
    return full


def finish(sheet: Sheet, answers: Matrix, guesses: Matrix | None, asked: list[int]) -> Reading:
    """Floats with NaN for what is missing, and only the statements that were asked, as the sums want it.

    A guess at a statement that nobody was asked has nothing to be compared with, and is left out.
    """
    people = sheet.people
    order = sorted(people.keys, key=lambda key: (people.municipalities[key], key))
    new = {people.keys[key]: n for n, key in enumerate(order)} | {NOWHERE: NOWHERE}
    responses = Responses(
        statements=tuple(sheet.finder.names[statement] for statement in asked),
        municipalities=tuple(order),
        respondents=tuple(people.names),
        municipality=np.array([new[place] for place in people.places], dtype=np.int64),
        roles=np.array(people.roles, dtype=np.int8),
        answers=as_floats(answers[:, asked]),
        guesses=as_floats(guesses[:, asked]) if guesses is not None else None,
    )
    return Reading(responses, {key: people.municipalities[key] for key in order}, warnings_of(sheet))


def warnings_of(sheet: Sheet) -> tuple[str, ...]:
    found, columns = list(sheet.warnings), sheet.columns
    if columns.aside:
        names = [" ".join(columns.names[column].split())[:60] for column in sorted(columns.aside)]
        found.append(
            f"Deze kolommen zijn niet gelezen: {', '.join(names[:8])}{' ...' if len(names) > 8 else ''}."
        )
    if "respondent" not in columns.fields:
        found.append("Er is geen kolom 'respondent': elke rij telt als een ander mens.")
    return tuple(found)


def as_floats(matrix: Matrix) -> NDArray[np.float64]:
    floats = matrix.astype(np.float64)
    floats[matrix == 0] = np.nan
    return floats
