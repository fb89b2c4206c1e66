"""Actions of a municipality's own multi-year plan from an XLSX or CSV file, whatever the order of its columns. No Django.

One line is one action, or one year of an action: lines with the same code and title and another year are put together.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from groeimodel.formats.amounts import read_amount
from groeimodel.formats.questionnaire.files import table_of
from groeimodel.formats.questionnaire.finder import normalised
from groeimodel.formats.questionnaire.problems import BadInput, Problem, Problems, fail
from groeimodel.formats.questionnaire.tables import Table, letter

__all__ = ["BadInput", "LocalLine", "Problem", "read_local_plan", "template_csv", "template_xlsx"]

FIELDS = {
    "code": ("code", "actiecode", "code actie", "actie code", "nummer", "actienummer", "nr", "mjp code", "code van de actie"),
    "title": ("titel", "actie", "omschrijving", "naam", "omschrijving actie", "titel actie", "actie omschrijving", "benaming",
              "actie titel", "korte omschrijving"),
    "policy_field": ("beleidsveld", "beleidsveldcode", "code beleidsveld", "bv", "beleidsveld code"),
    "years": ("jaren", "jaar", "periode", "looptijd", "boekjaar"),
    "first": ("van", "vanaf", "startjaar", "beginjaar", "van jaar", "begin"),
    "last": ("tot", "tot en met", "t m", "eindjaar", "tot jaar", "einde"),
    "amount": ("bedrag", "raming", "budget", "kost", "kostprijs", "uitgaven", "uitgave", "bedrag in euro", "totaal", "krediet"),
}  # fmt: skip
FIELD_OF = {name: field for field, names in FIELDS.items() for name in names}
HEAD = ("code", "titel", "beleidsveld", "jaren", "bedrag")
MAX_LINES = 5000
LONGEST_CODE, LONGEST_TITLE = 40, 300
YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")
FIELD = re.compile(r"(\d{3,4})\b")
DAY = re.compile(r"\d{4}-\d\d-\d\d( 00:00:00)?")
FLOAT = re.compile(r"\d+\.\d{4,}")
"""How a spreadsheet keeps 12,1: 12.100000000000001."""


@dataclass(frozen=True, slots=True)
class LocalLine:
    """One action as it stands in the file."""

    row: int
    """Of its first line."""
    code: str
    title: str
    policy_field: str = ""
    """Four digits, or empty."""
    first_year: int | None = None
    last_year: int | None = None
    amount: Decimal | None = None
    """Euro over all years; None where the file says nothing."""


def read_local_plan(data: bytes) -> tuple[LocalLine, ...]:
    """The actions of a file.

    Raises:
        BadInput: with everything that is wrong, by row and column.
    """
    table = table_of(data, score)
    columns, year_columns = columns_of(table)
    problems, lines = Problems(), dict[str, LocalLine]()
    count = 0
    for number, cells in enumerate(table.rows, start=table.row + 1):
        texts = {field: cells[at].strip() if at < len(cells) else "" for field, at in columns.items()}
        by_year = {year: cells[at].strip() for year, at in year_columns.items() if at < len(cells)}
        if any(texts.values()) or any(by_year.values()):
            count += 1
            found = line_of(texts, by_year, number, Places(columns, year_columns), problems)
            put_together(found, lines, problems)
        if count > MAX_LINES:
            raise fail(
                f"Het bestand heeft meer dan {MAX_LINES} regels.", "Laat weg wat niet over jeugd gaat."
            )
    problems.stop()
    if not lines:
        raise fail("Er staan geen acties in het bestand.", "Zet onder elke kop één actie per regel.")
    return tuple(lines.values())


def score(cells: list[str]) -> int:
    return sum(normalised(cell) in FIELD_OF for cell in cells)


def columns_of(table: Table) -> tuple[dict[str, int], dict[int, int]]:
    """The column of each field (the first one where a head comes twice), and the columns that are a year.

    Raises:
        BadInput: there is no column for the code or the title.
    """
    columns: dict[str, int] = {}
    years: dict[int, int] = {}
    for at, cell in enumerate(table.header):
        field, year = FIELD_OF.get(normalised(cell)), YEAR.fullmatch(cell.strip())
        if field is not None:
            columns.setdefault(field, at)
        elif year is not None:
            years.setdefault(int(year[1]), at)
    problems = Problems()
    for needed in ("code", "title"):
        if needed not in columns:
            name = HEAD[0] if needed == "code" else HEAD[1]
            problems.add(
                "kolom ontbreekt",
                f"Er is geen kolom ‘{name}’.",
                f"Gebruik deze koppen: {', '.join(HEAD)}.",
                row=table.row,
            )
    problems.stop()
    return columns, years


@dataclass(frozen=True, slots=True)
class Places:
    columns: dict[str, int]
    years: dict[int, int]

    def of(self, field: str) -> str:
        """'B (titel)', as a spreadsheet shows it."""
        return f"{letter(self.columns[field])} ({FIELDS[field][0]})"

    def of_year(self, year: int) -> str:
        return f"{letter(self.years[year])} ({year})"


def line_of(
    texts: dict[str, str], by_year: dict[int, str], row: int, places: Places, problems: Problems
) -> LocalLine:
    """One line; what is wrong with it is added to the problems."""

    def wrong(field: str, message: str, hint: str) -> None:
        problems.add(f"{field} klopt niet", message, hint, row=row, column=places.of(field))

    _names(texts, wrong)
    amounts: list[Decimal] = []
    filled: list[int] = []
    for year, text in by_year.items():
        amount = _amount(text, Told(problems, row, places.of_year(year)))
        if amount:
            amounts.append(amount)
            filled.append(year)
    if text := texts.get("amount", ""):
        amount = _amount(text, Told(problems, row, places.of("amount")))
        if amount is not None and not amounts:
            amounts.append(amount)
    years = [*_years(texts, wrong), *filled]
    return LocalLine(
        row=row,
        code=texts["code"],
        title=texts["title"],
        policy_field=_policy_field(texts.get("policy_field", ""), wrong),
        first_year=min(years, default=None),
        last_year=max(years, default=None),
        amount=sum(amounts, Decimal(0)) if amounts else None,
    )


Wrong = Callable[[str, str, str], None]


def _names(texts: dict[str, str], wrong: Wrong) -> None:
    """Code and title."""
    for field, name, most in (("code", "code", LONGEST_CODE), ("title", "titel", LONGEST_TITLE)):
        text = texts[field]
        if not text:
            wrong(
                field,
                f"De {name} ontbreekt.",
                "Is deze cel samengevoegd met die erboven? Splits de cel en vul ze in.",
            )
        elif text.startswith("="):
            wrong(
                field,
                "Hier staat een formule zonder uitkomst.",
                "Open het bestand in Excel en bewaar het opnieuw.",
            )
        elif len(text) > most:
            wrong(field, f"De {name} is langer dan {most} tekens.", "Maak hem korter.")
        elif field == "code" and DAY.fullmatch(text):
            wrong(
                field,
                "Excel maakte van deze code een dag.",
                "Geef de kolom de opmaak ‘Tekst’ en typ de code opnieuw.",
            )


def _policy_field(text: str, wrong: Wrong) -> str:
    """'0750', '0750 Jeugd' and the 750 that a spreadsheet makes of it."""
    if not text:
        return ""
    found = FIELD.match(text)
    if found is None:
        wrong("policy_field", f"‘{text[:30]}’ is geen beleidsveld.", "Schrijf de vier cijfers, zoals 0750.")
        return ""
    return found[1].zfill(4)


def _years(texts: dict[str, str], wrong: Wrong) -> list[int]:
    found: list[int] = []
    for field in ("years", "first", "last"):
        text = texts.get(field, "")
        years = [int(year) for year in YEAR.findall(text)]
        if text and not years:
            wrong(field, f"‘{text[:30]}’ is geen jaar.", "Schrijf het zoals 2026 of 2026-2031.")
        found += years
    return found


@dataclass(frozen=True, slots=True)
class Told:
    """Tells what is wrong with an amount in one cell."""

    problems: Problems
    row: int
    column: str

    def __call__(self, message: str, hint: str) -> None:
        self.problems.add("bedrag klopt niet", message, hint, row=self.row, column=self.column)


def _amount(text: str, wrong: Told) -> Decimal | None:
    if not text:
        return None
    if text.startswith("="):
        wrong("Hier staat een formule zonder uitkomst.", "Open het bestand in Excel en bewaar het opnieuw.")
        return None
    if FLOAT.fullmatch(text) and abs(Decimal(text) - round(Decimal(text), 2)) < Decimal("0.000001"):
        text = f"{round(Decimal(text), 2)}"
    try:
        return read_amount(text)
    except ValueError:
        hint = (
            "Schrijf uitgaven zonder min." if text.startswith(("-", "(")) else "Schrijf het zoals 1.250,50."
        )
        wrong(f"‘{text[:30]}’ is geen bedrag.", hint)
        return None


def put_together(line: LocalLine, lines: dict[str, LocalLine], problems: Problems) -> None:
    """An action stands in a file once, or once for each year."""
    if not line.code:
        return
    before = lines.get(line.code)
    if before is None:
        lines[line.code] = line
        return
    other_years = (
        line.first_year is not None
        and before.last_year is not None
        and (line.first_year > before.last_year or (line.last_year or 0) < (before.first_year or 0))
    )
    if normalised(line.title) != normalised(before.title) or not other_years:
        problems.add(
            "code dubbel",
            f"De code ‘{line.code}’ staat ook op rij {before.row}.",
            "Laat er één staan, of geef elke regel een eigen jaar en dezelfde titel.",
            row=line.row,
        )
        return
    years = [year for one in (before, line) for year in (one.first_year, one.last_year) if year]
    amounts = [one.amount for one in (before, line) if one.amount is not None]
    lines[line.code] = replace(
        before,
        first_year=min(years),
        last_year=max(years),
        amount=sum(amounts, Decimal(0)) if amounts else None,
        policy_field=before.policy_field or line.policy_field,
    )


def template_csv() -> bytes:
    """An empty file to fill in: CSV that a spreadsheet opens with the columns apart."""
    out = io.StringIO()
    csv.writer(out, delimiter=";").writerow(HEAD)
    return out.getvalue().encode("utf-8-sig")


def template_xlsx() -> bytes:
    """The same as a workbook: codes and policy fields are text there, so that no spreadsheet makes days of them."""
    from openpyxl import Workbook
    from openpyxl.styles import Font

    book = Workbook()
    sheet = book.active
    sheet.title = "Acties"
    sheet.append(list(HEAD))
    for at, width in enumerate((14, 60, 14, 14, 14)):
        name = letter(at)
        sheet.column_dimensions[name].width = width
        sheet[f"{name}1"].font = Font(bold=True)
        if at < 4:
            for row in range(2, 202):
                sheet[f"{name}{row}"].number_format = "@"
    sheet.freeze_panes = "A2"
    guide = book.create_sheet("Uitleg")
    for text in GUIDE:
        guide.append([text])
    guide.column_dimensions["A"].width = 100
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


GUIDE: Sequence[str] = (
    "Eén regel is één actie van het meerjarenplan van je gemeente.",
    "code: zoals in het meerjarenplan. Lees je later een nieuw bestand in, dan herkennen we de actie aan haar code.",
    "titel: de omschrijving van de actie.",
    "beleidsveld: vier cijfers, zoals 0750 voor Jeugd. Mag leeg blijven.",
    "jaren: 2026 of 2026-2031. Mag leeg blijven.",
    "bedrag: in euro, over alle jaren samen. Een kolom per jaar (2026, 2027, ...) mag ook. Mag leeg blijven.",
)
