"""An empty questionnaire to fill in and read back: XLSX with lists to choose from, or plain CSV."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from groeimodel.content.municipalities import Register
from groeimodel.rules.growth.content import ROLES, Content, Language

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

HEAD = {"nl": ("respondent", "gemeente", "rol"), "en": ("respondent", "municipality", "role")}
ROWS = 200
INK, SOIL, LEAF = "2B2A26", "5A3A2B", "2F6B45"
SHADES = {"soil": "F0E2D3", "meadow": "E3EDD6", "shop": "FBE4DA"}
HELP = {
    "nl": (
        "Groeiscan: vragenlijst om in te vullen",
        "Vul op het blad 'Antwoorden' één rij in per mens. Wijzig de kopregels niet.",
        "respondent: een nummer is genoeg; schrijf geen namen.",
        "gemeente en rol: kies uit de lijst. Alleen schepenen en ambtenaren tellen mee in de scores.",
        "Antwoord 1 (helemaal oneens) tot 5 (helemaal eens). Weet je het niet? Laat de cel leeg.",
        "Lees het bestand daarna in met: groeimodel scan BESTAND.xlsx",
    ),
    "en": (
        "Growth scan: questionnaire to fill in",
        "Fill in one row per person on the sheet 'Antwoorden'. Do not change the header rows.",
        "respondent: a number is enough; write no names.",
        "municipality and role: choose from the list. Only aldermen and officers count in the scores.",
        "Answer 1 (strongly disagree) to 5 (strongly agree). Don't know? Leave the cell empty.",
        "Then read the file with: groeimodel scan FILE.xlsx",
    ),
}


def template_csv(content: Content, language: Language = "nl") -> bytes:
    """A header row of ids; with the mark that makes Excel read UTF-8, and semicolons as Belgian Excel expects."""
    out = io.StringIO()
    csv.writer(out, delimiter=";").writerow([*HEAD[language], *(one.id for one in content.statements)])
    return out.getvalue().encode("utf-8-sig")


def template_xlsx(content: Content, register: Register, language: Language = "nl") -> bytes:
    """Sheets: how it works, the answers (ids in the header, the statement above each), the lists."""
    from openpyxl import Workbook

    book = Workbook()
    guide = book.active
    assert guide is not None
    guide.title = "Uitleg" if language == "nl" else "Guide"
    write_guide(guide, language)
    write_answers(book.create_sheet("Antwoorden"), content, language, len(register.all))
    lists = book.create_sheet("Lijsten")
    for row, one in enumerate(register, start=1):
        lists.cell(row, 1, one.name)
    for row, role in enumerate(ROLES, start=1):
        lists.cell(row, 2, content.word(f"role.{role}", language))
    lists.sheet_state = "hidden"
    book.active = 1
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def write_guide(sheet: Worksheet, language: Language) -> None:
    from openpyxl.styles import Alignment, Font

    sheet.column_dimensions["A"].width = 100
    for row, line in enumerate(HELP[language], start=1):
        cell = sheet.cell(row, 1, line)
        cell.font = Font(size=18, bold=True, color=LEAF) if row == 1 else Font(size=12, color=INK)
        cell.alignment = Alignment(wrap_text=True, vertical="top")


def write_answers(sheet: Worksheet, content: Content, language: Language, municipalities: int) -> None:
    """Row 1 says the statement, row 2 is the header that is read back, answers start at row 3."""
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    for column, name in enumerate(HEAD[language], start=1):
        sheet.cell(2, column, name).font = Font(bold=True)
        sheet.column_dimensions[get_column_letter(column)].width = 14 if column == 1 else 24
    first = len(HEAD[language]) + 1
    for column, one in enumerate(content.statements, start=first):
        fill = PatternFill("solid", start_color=SHADES[one.layer])
        text = sheet.cell(1, column, one.text("other", language))
        text.alignment = Alignment(wrap_text=True, vertical="bottom")
        head = sheet.cell(2, column, one.id)
        head.font = Font(size=8, color=SOIL)
        head.alignment = Alignment(wrap_text=True, vertical="top")
        text.fill = head.fill = fill
        sheet.column_dimensions[get_column_letter(column)].width = 24
    sheet.row_dimensions[1].height = 95
    sheet.row_dimensions[2].height = 26
    sheet.freeze_panes = sheet.cell(3, first)
    last = get_column_letter(first + len(content.statements) - 1)
    for formula, cells in (
        (f"Lijsten!$A$1:$A${municipalities}", f"B3:B{ROWS + 2}"),
        (f"Lijsten!$B$1:$B${len(ROLES)}", f"C3:C{ROWS + 2}"),
        ('"1,2,3,4,5"', f"{get_column_letter(first)}3:{last}{ROWS + 2}"),
    ):
        rule = DataValidation(type="list", formula1=formula, allow_blank=True)
        rule.error = "Kies uit de lijst." if language == "nl" else "Choose from the list."
        rule.showErrorMessage = True
        rule.add(cells)
        sheet.add_data_validation(rule)
