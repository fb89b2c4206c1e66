"""A multi-year plan as XLSX or CSV with its codes, for a finance officer to take over. No Django."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

HEAD = (
    "doelstelling code", "doelstelling", "actieplan code", "actieplan", "actie code", "actie", "prioritair", "beleidsveld",
    "deelrapportcode", "jaar", "soort", "richting", "bedrag",
)  # fmt: skip
WIDTHS = (12, 34, 12, 30, 12, 34, 10, 11, 16, 7, 13, 11, 14)
DANGEROUS = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the start of a formula."""


@dataclass(frozen=True, slots=True)
class PlanLine:
    """One amount of one action; an action without amounts has one line without year and amount."""

    objective_code: str
    objective: str
    action_plan_code: str = ""
    action_plan: str = ""
    action_code: str = ""
    action: str = ""
    priority: bool = False
    policy_field: str = ""
    report_code: str = ""
    year: int | None = None
    nature: str = ""
    """'exploitatie', 'investering' or 'financiering'."""
    direction: str = ""
    """'uitgave' or 'ontvangst'."""
    amount: Decimal | None = None

    @property
    def texts(self) -> tuple[str, ...]:
        """The columns before the year."""
        return (
            self.objective_code, self.objective, self.action_plan_code, self.action_plan, self.action_code, self.action,
            "ja" if self.priority else "", self.policy_field, self.report_code,
        )  # fmt: skip


def plan_csv(lines: Iterable[PlanLine]) -> bytes:
    """With semicolons and decimal commas, as a Belgian spreadsheet opens it. What looks like a formula is made text."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";")
    writer.writerow(HEAD)
    for one in lines:
        amount = "" if one.amount is None else f"{one.amount:.2f}".replace(".", ",")
        texts = [f"'{text}" if text.startswith(DANGEROUS) else text for text in one.texts]
        writer.writerow([*texts, one.year or "", one.nature, one.direction, amount])
    return out.getvalue().encode("utf-8-sig")


def plan_xlsx(lines: Iterable[PlanLine], title: str) -> bytes:
    """One sheet; codes are text and amounts are numbers."""
    from openpyxl import Workbook
    from openpyxl.styles import Font

    book = Workbook()
    sheet = book.active
    sheet.title = "Meerjarenplan"
    book.properties.title = title
    sheet.append(list(HEAD))
    for at, width in enumerate(WIDTHS, start=1):
        head = sheet.cell(row=1, column=at)
        head.font = Font(bold=True)
        sheet.column_dimensions[head.column_letter].width = width
    for row, one in enumerate(lines, start=2):
        for at, text in enumerate(one.texts, start=1):
            cell = sheet.cell(row=row, column=at, value=text or None)
            if text:
                cell.data_type, cell.number_format = "s", "@"
        for at, value in enumerate((one.year, one.nature or None, one.direction or None), start=10):
            sheet.cell(row=row, column=at, value=value)
        if one.amount is not None:
            sheet.cell(row=row, column=13, value=one.amount).number_format = "#,##0.00"
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
