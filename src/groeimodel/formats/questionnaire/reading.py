"""The rows of a questionnaire file into `Responses`, or everything that is wrong with them."""

from __future__ import annotations

from array import array
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from groeimodel.content.municipalities import Register
from groeimodel.formats.questionnaire.answers import WRONG, Answers, role_of
from groeimodel.formats.questionnaire.headers import (
    FIELDS,
    ROLE_NAMES,
    Columns,
    Finder,
    header_score,
    normalised,
    read_header,
)
from groeimodel.formats.questionnaire.problems import Problems, fail
from groeimodel.formats.questionnaire.tables import Rows, rows_of
from groeimodel.rules.growth.content import ROLES, SEAT_ROLES, Content, Role
from groeimodel.rules.growth.responses import Responses

RANGE_HINT = "Kies 1 tot 5, of laat leeg voor 'weet ik niet'."
NOWHERE = -1


@dataclass(frozen=True, slots=True)
class Reading:
    """What a file held."""

    responses: Responses
    names: dict[str, str]
    """Name of each municipality by its key in the responses."""
    warnings: tuple[str, ...]


@dataclass(slots=True)
class People:
    """Who answered, row by row."""

    content: Content
    register: Register
    any_municipality: bool
    problems: Problems
    ids: dict[str, int] = field(default_factory=dict)
    roles: list[int] = field(default_factory=list)
    places: list[int] = field(default_factory=list)
    keys: dict[str, int] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    _found: dict[str, int | None] = field(default_factory=dict)

    def role(self, text: str, row: int, column: str) -> Role | None:
        role = role_of(text)
        if role is None:
            known = ", ".join(
                names[2] if key in SEAT_ROLES else names[0] for key, names in ROLE_NAMES.items()
            )
            what = "De rol ontbreekt." if not text.strip() else f"De rol '{text[:40]}' is onbekend."
            self.problems.add("rol onbekend", what, f"Kies: {known}.", row=row, column=column)
        return role

    def place(self, text: str, role: Role, row: int, column: str) -> int:
        """Index of the municipality; -1 for none."""
        if not text.strip():
            if role in SEAT_ROLES:
                self.problems.add(
                    "gemeente ontbreekt", "De gemeente ontbreekt.",
                    "Vul de gemeente in: een schepen of ambtenaar antwoordt voor een gemeente.", row=row, column=column,
                )  # fmt: skip
            return NOWHERE
        found = self._found.get(text, NOWHERE - 1)
        if found == NOWHERE - 1:
            found = self._found[text] = self._find(text)
        if found is None:
            near = self.register.nearest(text)
            hint = f"Bedoel je {' of '.join(near)}?" if near else "Schrijf de naam of de NIS-code voluit."
            self.problems.add(
                "gemeente onbekend", f"'{text[:40]}' is geen Vlaamse gemeente.", hint, row=row, column=column
            )
            return NOWHERE
        return found

    def _find(self, text: str) -> int | None:
        known = self.register.find(text)
        if known is None and not self.any_municipality:
            return None
        key, name = (known.nis, known.name) if known else (normalised(text), text.strip())
        self.names.setdefault(key, name)
        return self.keys.setdefault(key, len(self.keys))


def read_questionnaire(
    data: bytes, content: Content, register: Register, *, any_municipality: bool = False
) -> Reading:
    """Answers of a CSV or XLSX file, in the wide form (a row a respondent) or the long form (a row an answer).

    `any_municipality` takes names that are no Flemish municipality too. Raises BadInput with every problem of
    the file; then nothing of it counts.
    """
    finder, problems = Finder(content), Problems()
    rows = rows_of(data, header_score(finder))
    header = next(rows, None)
    if header is None or not any(cell.strip() for cell in header):
        raise fail("Het bestand is leeg.", "Kies het bestand met de antwoorden.")
    columns = read_header(header, finder, problems)
    check_columns(columns, problems)
    people = People(content, register, any_municipality, problems)
    read = read_long if columns.long else read_wide
    answers, guesses = read(rows, columns, people, finder)
    if not people.ids and not problems.kept:
        raise fail(
            "Er staan geen antwoorden in het bestand, alleen een kopregel.", "Vul minstens één rij in."
        )
    problems.stop()
    return finish(people, answers, guesses, warnings_of(columns))


def check_columns(columns: Columns, problems: Problems) -> None:
    needed = (
        ("respondent", "municipality", "role", "statement", "answer")
        if columns.long
        else ("municipality", "role")
    )
    for name in needed:
        if name not in columns.fields:
            problems.add(
                "kolom ontbreekt",
                f"De kolom '{FIELDS[name][1]}' ontbreekt.",
                f"Noem een kolom {', '.join(FIELDS[name][:3])}.",
                row=1,
            )
    if not columns.long and not columns.statements:
        problems.add(
            "kolom ontbreekt",
            "Geen enkele kolom is een stelling.",
            "Zet als kop het nummer van de stelling ('groeimodel statements') of de tekst ervan.",
            row=1,
        )
    if any(problem_kind == "kolom ontbreekt" for problem_kind in problems.counts):
        problems.stop()  # without these columns no row can be read; any other mistake waits for the rest


def warnings_of(columns: Columns) -> tuple[str, ...]:
    found = []
    if columns.aside:
        names = ", ".join(columns.aside[:8]) + (" ..." if len(columns.aside) > 8 else "")
        found.append(f"Deze kolommen zijn niet gelezen: {names}.")
    if "respondent" not in columns.fields:
        found.append("Er is geen kolom 'respondent': elke rij telt als een ander mens.")
    return tuple(found)


Matrix = NDArray[np.int8]


def read_wide(rows: Rows, columns: Columns, people: People, finder: Finder) -> tuple[Matrix, Matrix | None]:
    """A row a respondent, a column a statement."""
    codes, problems = Answers(people.content), people.problems
    wanted = [*columns.statements, *columns.guesses]
    kept = array("b")
    width = len(columns.names)
    respondent = columns.fields.get("respondent")
    for row, cells in enumerate(rows, start=2):
        if len(cells) < width:
            cells = [*cells, *[""] * (width - len(cells))]
        elif len(cells) > width and any(cell.strip() for cell in cells[width:]):
            extra = "Deze rij heeft meer cellen dan er kolommen zijn."
            problems.add(
                "rij te lang",
                extra,
                "Zet tekst met het scheidingsteken erin tussen aanhalingstekens.",
                row=row,
            )
        if not any(cell.strip() for cell in cells):
            continue
        name = cells[respondent].strip() if respondent is not None else ""
        if name and name in people.ids:
            problems.add(
                "respondent dubbel", f"Respondent '{name[:40]}' staat er al.", "Hou één rij per mens.",
                row=row, column=columns.label(respondent or 0),
            )  # fmt: skip
        people.ids.setdefault(name or f"rij {row}", len(people.ids))
        add_person(people, columns, cells, row)
        values = [codes[cells[column]] for column in wanted]
        if WRONG in values:
            for column, value in zip(wanted, values, strict=True):
                if value == WRONG:
                    wrong_answer(problems, cells[column], row, columns.label(column))
        kept.extend(values)
    matrix = (
        np.frombuffer(kept, dtype=np.int8).reshape(-1, len(wanted))
        if kept
        else np.zeros((0, len(wanted)), np.int8)
    )
    return spread(matrix[:, : len(columns.statements)], columns.statements, finder), (
        spread(matrix[:, len(columns.statements) :], columns.guesses, finder) if columns.guesses else None
    )


def spread(matrix: Matrix, columns: dict[int, int], finder: Finder) -> Matrix:
    """Columns of the file to columns of the content."""
    full: Matrix = np.zeros((matrix.shape[0], len(finder.names)), dtype=np.int8)
    full[:, list(columns.values())] = matrix
    return full


def add_person(people: People, columns: Columns, cells: list[str], row: int) -> None:
    role_at, place_at = columns.fields["role"], columns.fields["municipality"]
    role = people.role(cells[role_at], row, columns.label(role_at))
    people.roles.append(ROLES.index(role or "other"))
    people.places.append(people.place(cells[place_at], role or "other", row, columns.label(place_at)))


def wrong_answer(problems: Problems, text: str, row: int, column: str) -> None:
    problems.add("antwoord onbekend", f"'{text[:40]}' is geen antwoord.", RANGE_HINT, row=row, column=column)


def read_long(rows: Rows, columns: Columns, people: People, finder: Finder) -> tuple[Matrix, Matrix | None]:
    """A row an answer. The rows of one respondent may stand anywhere."""
    codes, problems = Answers(people.content), people.problems
    at = [columns.fields[name] for name in ("respondent", "municipality", "role", "statement", "answer")]
    who_at, place_at, role_at, statement_at, answer_at = at
    width = max(at) + 1
    said: dict[str, tuple[str, str]] = {}
    who, which, what, where = array("i"), array("h"), array("b"), array("i")
    for row, cells in enumerate(rows, start=2):
        if len(cells) < width:
            if not any(cell.strip() for cell in cells):
                continue
            cells = [*cells, *[""] * (width - len(cells))]
        name, own = cells[who_at], (cells[place_at], cells[role_at])
        known = said.get(name)
        if known is None:
            said[name] = own
            people.ids[name] = len(people.ids)
            if not name.strip():
                problems.add(
                    "respondent ontbreekt", "De respondent ontbreekt.", "Vul een nummer of naam in.", row=row
                )
            add_person(people, columns, cells, row)
        elif known != own:
            problems.add(
                "respondent wisselt", f"Respondent '{name[:40]}' heeft hier een andere gemeente of rol.",
                "Geef elke mens een eigen nummer.", row=row,
            )  # fmt: skip
        statement, value = finder.find(cells[statement_at]), codes[cells[answer_at]]
        if statement is None:
            hint = f"Bedoel je '{finder.nearest(cells[statement_at])}'?"
            problems.add(
                "stelling onbekend", f"De stelling '{cells[statement_at][:40]}' bestaat niet.", hint, row=row
            )
            continue
        if value == WRONG:
            wrong_answer(problems, cells[answer_at], row, columns.label(answer_at))
            continue
        who.append(people.ids[name])
        which.append(statement)
        what.append(value)
        where.append(row)
    return fill(who, which, what, where, people, finder), None


def fill(
    who: array[int], which: array[int], what: array[int], where: array[int], people: People, finder: Finder
) -> Matrix:
    """Answers in any order to a matrix; notes the same statement answered twice by one respondent."""
    full: Matrix = np.zeros((len(people.ids), len(finder.names)), dtype=np.int8)
    if not who:
        return full
    rows, columns = np.frombuffer(who, np.int32), np.frombuffer(which, np.int16)
    place = rows.astype(np.int64) * full.shape[1] + columns
    _, first = np.unique(place, return_index=True)
    if len(first) < len(place):
        again = np.setdiff1d(np.arange(len(place)), first)
        names = list(people.ids)
        for n in again:
            people.problems.add(
                "antwoord dubbel",
                f"Respondent '{names[rows[n]][:40]}' antwoordde al op '{finder.names[columns[n]]}'.",
                "Hou één antwoord per stelling.",
                row=int(where[n]),
            )
    full[rows, columns] = np.frombuffer(what, np.int8)
    return full


def finish(people: People, answers: Matrix, guesses: Matrix | None, warnings: tuple[str, ...]) -> Reading:
    """Floats with NaN for what is missing, as the sums want it."""
    order = sorted(people.keys, key=lambda key: people.names[key])
    new = {people.keys[key]: n for n, key in enumerate(order)} | {NOWHERE: NOWHERE}
    responses = Responses(
        statements=tuple(one.id for one in people.content.statements),
        municipalities=tuple(order),
        respondents=tuple(people.ids),
        municipality=np.fromiter((new[place] for place in people.places), np.int64, len(people.places)),
        roles=np.array(people.roles, dtype=np.int8),
        answers=as_floats(answers),
        guesses=as_floats(guesses) if guesses is not None else None,
    )
    return Reading(responses, {key: people.names[key] for key in order}, warnings)


def as_floats(matrix: Matrix) -> NDArray[np.float64]:
    floats = matrix.astype(np.float64)
    floats[matrix == 0] = np.nan
    return floats
