"""The plan for a finance officer: every code, every cent."""

import csv
import io
from decimal import Decimal

from openpyxl import load_workbook

from groeimodel.formats.plan_file import HEAD, PlanLine, plan_csv, plan_xlsx

LINES = [
    PlanLine(
        "1", "Doel; met teken", "1.1", "Plan", "1.1.1", "Bus", True, "0750", "IGS-1",
        2026, "exploitatie", "uitgave", Decimal("1200.50"),
    ),
    PlanLine("2", "=1+1"),
]  # fmt: skip


def test_csv_has_every_column_and_belgian_amounts() -> None:
    text = plan_csv(LINES).decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text), delimiter=";"))
    assert rows[0] == list(HEAD)
    assert rows[1] == [
        "1", "Doel; met teken", "1.1", "Plan", "1.1.1", "Bus", "ja", "0750", "IGS-1",
        "2026", "exploitatie", "uitgave", "1200,50",
    ]  # fmt: skip
    assert rows[2][:2] == ["2", "'=1+1"]


def test_xlsx_keeps_codes_as_text_and_amounts_as_numbers() -> None:
    sheet = load_workbook(io.BytesIO(plan_xlsx(LINES, "MJP"))).active
    assert sheet is not None
    assert [cell.value for cell in sheet[1]] == list(HEAD)
    assert sheet["H2"].value == "0750"
    assert sheet["M2"].value == 1200.5
    assert sheet["B3"].value == "=1+1"
    assert sheet["B3"].data_type == "s"
