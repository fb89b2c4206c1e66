"""Members and people of a partnership from an XLSX or CSV file, whatever the order of its columns. No Django.

One line is one municipality: its alderman and its officer, each with a name and an address, and since when it is a member.
"""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass
from datetime import date, datetime

from groeimodel.formats.questionnaire.files import table_of
from groeimodel.formats.questionnaire.finder import normalised
from groeimodel.formats.questionnaire.problems import BadInput, Problem, Problems, fail
from groeimodel.formats.questionnaire.tables import Table, letter

__all__ = ["BadInput", "Line", "Problem", "read_members", "template"]

FIELDS = {
    "municipality": ("gemeente", "stad", "stad of gemeente", "gemeente of stad", "lokaal bestuur", "partner"),
    "alderman": ("schepen", "schepen naam", "naam schepen", "schepen van jeugd", "schepen jeugd"),
    "alderman_email": ("schepen e mail", "e mail schepen", "schepen mail", "mail schepen", "schepen email", "email schepen",
                       "e mailadres schepen", "schepen e mailadres"),
    "officer": ("ambtenaar", "ambtenaar naam", "naam ambtenaar", "jeugdambtenaar", "jeugdconsulent", "jeugddienst",
                "jeugdambtenaar naam", "naam jeugdambtenaar"),
    "officer_email": ("ambtenaar e mail", "e mail ambtenaar", "ambtenaar mail", "mail ambtenaar", "ambtenaar email",
                      "email ambtenaar", "e mailadres ambtenaar", "ambtenaar e mailadres", "jeugdambtenaar e mail",
                      "e mail jeugdambtenaar", "jeugdambtenaar mail", "jeugdambtenaar email"),
    "since": ("sinds", "partner sinds", "vanaf", "lid sinds", "begindatum", "datum"),
}  # fmt: skip
FIELD_OF = {name: field for field, names in FIELDS.items() for name in names}
HEAD = ("gemeente", "schepen", "schepen e-mail", "jeugdambtenaar", "jeugdambtenaar e-mail", "sinds")
MAX_LINES = 400
ADDRESS = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s.]{2,}")
DAYS = ("%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y", "%Y-%m-%d %H:%M:%S", "%Y-%m-%dT%H:%M:%S")


@dataclass(frozen=True, slots=True)
class Line:
    """One municipality as it stands in the file; empty texts where a cell is empty."""

    row: int
    municipality: str
    alderman: str = ""
    alderman_email: str = ""
    officer: str = ""
    officer_email: str = ""
    since: date | None = None


def read_members(data: bytes, *, today: date) -> tuple[Line, ...]:
    """The lines of a file.

    Raises:
        BadInput: with everything that is wrong, by row and column.
    """
    table = table_of(data, score)
    columns = columns_of(table)
    problems = Problems()
    lines = []
    for number, cells in enumerate(table.rows, start=table.row + 1):
        texts = {field: cells[at].strip() if at < len(cells) else "" for field, at in columns.items()}
        if any(texts.values()):
            lines.append(line_of(texts, number, columns, problems, today))
        if len(lines) > MAX_LINES:
            raise fail(f"Het bestand heeft meer dan {MAX_LINES} regels.", "Eén regel is één gemeente.")
    twice(lines, problems)
    problems.stop()
    if not lines:
        raise fail("Er staan geen gemeenten in het bestand.", "Zet onder elke kop één gemeente per regel.")
    return tuple(lines)


def score(cells: list[str]) -> int:
    return sum(normalised(cell) in FIELD_OF for cell in cells)


def columns_of(table: Table) -> dict[str, int]:
    """The column of each field, the first one where a head comes twice."""
    columns: dict[str, int] = {}
    for at, cell in enumerate(table.header):
        field = FIELD_OF.get(normalised(cell))
        if field is not None:
            columns.setdefault(field, at)
    if "municipality" not in columns:
        raise fail("Er is geen kolom ‘gemeente’.", f"Gebruik deze koppen: {', '.join(HEAD)}.")
    return columns


def line_of(
    texts: dict[str, str], row: int, columns: dict[str, int], problems: Problems, today: date
) -> Line:
    def column(field: str) -> str:
        return f"{letter(columns[field])} ({HEAD[list(FIELDS).index(field)]})"

    if not texts["municipality"]:
        problems.add("geen gemeente", "De gemeente ontbreekt.", "", row=row, column=column("municipality"))
    for role in ("alderman", "officer"):
        address = texts.get(f"{role}_email", "")
        if address and not ADDRESS.fullmatch(address):
            problems.add(
                "geen adres",
                f"‘{address}’ is geen e-mailadres.",
                "Schrijf het zoals naam@gemeente.be.",
                row=row,
                column=column(f"{role}_email"),
            )
        if address and not texts.get(role):
            problems.add(
                "geen naam",
                "Bij dit e-mailadres ontbreekt de naam.",
                "",
                row=row,
                column=column(role if role in columns else f"{role}_email"),
            )
    since = day_of(texts.get("since", ""))
    if texts.get("since") and (since is None or since > today):
        hint = "Schrijf een dag die voorbij is, zoals 01/09/2025."
        problems.add("geen dag", f"‘{texts['since']}’ kan niet.", hint, row=row, column=column("since"))
    return Line(row=row, **{**texts, "since": since})  # type: ignore[arg-type]


def day_of(text: str) -> date | None:
    for form in DAYS:
        try:
            return datetime.strptime(text, form).date()  # noqa: DTZ007 (a day has no time zone)
        except ValueError:
            continue
    return None


def twice(lines: list[Line], problems: Problems) -> None:
    """A municipality stands in a file once, and an address belongs to one person."""
    seen: dict[str, int] = {}
    for line in lines:
        for kind, text in (
            ("gemeente", line.municipality),
            ("e-mailadres", line.alderman_email),
            ("e-mailadres", line.officer_email),
        ):
            key = f"{kind} {normalised(text) if kind == 'gemeente' else text.casefold()}"
            if text and key in seen:
                message = f"‘{text}’ staat ook op rij {seen[key]}."
                problems.add(f"dubbel {kind}", message, "Laat er één staan.", row=line.row)
            elif text:
                seen[key] = line.row


def template() -> bytes:
    """An empty file to fill in: CSV that a spreadsheet opens with the columns apart."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";")
    writer.writerow(HEAD)
    return out.getvalue().encode("utf-8-sig")
