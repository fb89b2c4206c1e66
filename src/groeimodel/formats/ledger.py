"""The books of a year as files for an accounting package: CSV and XLSX. Columns: docs/data/money.md. No Django."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

Cell = str | int | Decimal | date | None
RISKY = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet may take for a formula at the beginning of a text."""


@dataclass(frozen=True, slots=True)
class Sheet:
    name: str
    columns: tuple[str, ...]
    rows: Sequence[tuple[Cell, ...]]


UNHELD = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
"""Signs that a file of XML cannot hold; a text processor pastes some of them along."""


def plain(cell: Cell) -> Cell:
    """A text that never starts a formula: an apostrophe goes before what could. Signs that no file can hold become spaces."""
    if not isinstance(cell, str):
        return cell
    text = UNHELD.sub(" ", cell)
    return f"'{text}" if text.startswith(RISKY) else text


def as_csv(sheet: Sheet) -> bytes:
    """Semicolons and decimal commas, as spreadsheets of this country read it; UTF-8 with its mark."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(sheet.columns)
    writer.writerows([[_csv_cell(cell) for cell in row] for row in sheet.rows])
    return out.getvalue().encode("utf-8-sig")


def _csv_cell(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, Decimal):
        return str(cell).replace(".", ",")
    return str(plain(cell))


def as_xlsx(sheets: Sequence[Sheet]) -> bytes:
    """One workbook; amounts are numbers with two places, days are days."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for sheet in sheets:
        page = book.create_sheet(sheet.name)
        page.append(list(sheet.columns))
        for cell in page[1]:
            cell.font = Font(bold=True)
        for row in sheet.rows:
            page.append([plain(cell) for cell in row])
        for at, column in enumerate(sheet.columns, start=1):
            width = max([len(column), *(len(str(row[at - 1] or "")) for row in sheet.rows)])
            page.column_dimensions[get_column_letter(at)].width = min(50, width + 2)
            for row_cell in page[get_column_letter(at)][1:]:
                if isinstance(row_cell.value, Decimal | float):
                    row_cell.number_format = "#,##0.00"
        page.freeze_panes = "A2"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
