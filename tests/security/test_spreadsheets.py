"""Spreadsheets that leave the product: whatever people wrote in it, no cell is a formula."""

from __future__ import annotations

import csv
import io
from datetime import date

import pytest
from openpyxl import load_workbook

from groeimodel.formats import ledger, plan_file
from groeimodel.formats.plan_file import PlanLine
from groeimodel.shop.counter.views.telling import safe
from tests.security.reading import calls

STARTS = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", '=HYPERLINK("https://kwaad.example";"klik")')

WRITERS = {
    "formats/ledger.py": "each text goes through `plain`",
    "formats/plan_file.py": "each text is escaped (CSV) or marked as text (XLSX)",
    "shop/counter/views/telling.py": "names go through `safe`; the rest are numbers",
    "formats/open_figures.py": "words of ours and numbers; no text of people",
    "formats/members_file.py": "the heads of an empty file",
    "formats/local_plan.py": "the heads of an empty file",
    "formats/questionnaire/template.py": "statements of the model; held by test_nothing_in_it_is_a_formula",
    "formats/pb_writing.py": "the format of public elections, for programs: a quote before a name would change it",
}
"""Everything that writes CSV or a workbook, and why no cell of it is a formula."""


def test_every_writer_of_spreadsheets_is_known() -> None:
    writers = {
        name for name, called, _node in calls() if called in ("csv.writer", "csv.DictWriter", "Workbook")
    }
    assert writers == set(WRITERS)


def cells_of_csv(data: bytes) -> list[str]:
    return [cell for row in csv.reader(io.StringIO(data.decode("utf-8-sig")), delimiter=";") for cell in row]


def kinds_of_xlsx(data: bytes) -> set[str]:
    book = load_workbook(io.BytesIO(data))
    return {cell.data_type for sheet in book.worksheets for row in sheet.iter_rows() for cell in row}


@pytest.mark.parametrize("text", STARTS)
def test_no_text_of_people_becomes_a_formula(text: str) -> None:
    sheet = ledger.Sheet("Blad", ("Naam", "Dag"), [(text, date(2026, 1, 1))])
    line = PlanLine("1", text, action=text, policy_field=text)
    for cell in (*cells_of_csv(ledger.as_csv(sheet)), *cells_of_csv(plan_file.plan_csv([line])), safe(text)):
        assert not cell.startswith(("=", "+", "-", "@", "\t", "\r"))
    assert "f" not in kinds_of_xlsx(ledger.as_xlsx([sheet])) | kinds_of_xlsx(
        plan_file.plan_xlsx([line], "Plan")
    )
