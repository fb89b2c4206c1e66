"""An empty questionnaire to fill in and read back: XLSX with lists to choose from, or plain CSV."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

from groeimodel.content.municipalities import Register
from groeimodel.rules.growth.content import ROLES, Content, Language

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

HEAD = {"nl": ("respondent", "gemeente", "rol"), "en": ("respondent", "municipality", "role")}
GUESS = {"nl": "gok", "en": "guess"}
SHEETS = {"nl": ("Antwoorden", "Uitleg", "Lijsten"), "en": ("Answers", "Guide", "Lists")}
ROWS, FACE = 200, "Calibri"
INK, FAINT, LEAF, PAPER, LINE = "2B2A26", "6B675E", "2F6B45", "FBF8F2", "D9D2C5"
SHADES = {"soil": ("DDBFA3", "F6ECE1"), "meadow": ("BFD6A4", "ECF3E2"), "shop": ("F0BFA8", "FCEEE7"),
          "guess": ("C9CEDC", "EEF0F5")}  # fmt: skip
"""Of the block's title, and of what stands below it."""
ANSWER_WIDTH, WIDTHS = 23, (13, 24, 20)
TITLE, TEXT, NAME = 1, 2, 3
"""Rows: the block, the statement, the header that is read back; answers start below."""
WORDS = {
    "nl": {
        "title": "Groeiscan",
        "how": "Eén rij per mens. 1 = helemaal oneens, 5 = helemaal eens. Weet je het niet? Laat de cel leeg.",
        "guess": "Raad eens (dit mag je overslaan)",
        "guess_text": "Raad wat de andere rol antwoordt: {text}",
        "choose": "Kies uit de lijst.",
        "answer": "Kies 1, 2, 3, 4 of 5, of laat leeg.",
        "place": "Deze naam staat niet in de lijst. Een oude naam van voor een fusie mag ook.",
    },
    "en": {
        "title": "Growth scan",
        "how": "One row per person. 1 = strongly disagree, 5 = strongly agree. Don't know? Leave the cell empty.",
        "guess": "Have a guess (you may skip this)",
        "guess_text": "Guess what the other role answers: {text}",
        "choose": "Choose from the list.",
        "answer": "Choose 1, 2, 3, 4 or 5, or leave empty.",
        "place": "This name is not in the list. An old name from before a merger is fine too.",
    },
}
HELP = {
    "nl": (
        "Zo vul je de groeiscan in",
        "Vul op het blad 'Antwoorden' één rij in per mens. Wijzig de drie kopregels niet.",
        "respondent: een nummer is genoeg. Schrijf geen namen.",
        "gemeente en rol: kies uit de lijst. Alleen schepenen en ambtenaren tellen mee in de scores.",
        "Antwoord van 1 (helemaal oneens) tot 5 (helemaal eens). Weet je het niet? Laat de cel leeg.",
        "Helemaal rechts raad je wat de andere rol antwoordt: een schepen wat de ambtenaren zeggen, en omgekeerd. Dat mag je overslaan.",
        "Klaar? Lees het bestand in met: groeimodel scan BESTAND.xlsx",
    ),
    "en": (
        "How to fill in the growth scan",
        "Fill in one row per person on the sheet 'Answers'. Do not change the three header rows.",
        "respondent: a number is enough. Write no names.",
        "municipality and role: choose from the list. Only aldermen and officers count in the scores.",
        "Answer from 1 (strongly disagree) to 5 (strongly agree). Don't know? Leave the cell empty.",
        "Far right you guess what the other role answers: an alderman what the officers say, and the reverse. You may skip this.",
        "Done? Read the file with: groeimodel scan FILE.xlsx",
    ),
}


@dataclass(frozen=True, slots=True)
class Column:
    """One column to answer in."""

    name: str
    text: str
    title: str
    shade: str


def columns_of(content: Content, language: Language) -> list[Column]:
    """The statements, then the guesses at the other role's answers."""
    words = WORDS[language]
    columns = [
        Column(
            one.id,
            one.text("other", language),
            content.block(one.block).title.in_language(language),
            one.layer,
        )
        for one in content.statements
    ]
    for one in content.statements:
        if one.guess:
            text = words["guess_text"].format(text=one.text("other", language))
            columns.append(Column(f"{GUESS[language]}:{one.id}", text, words["guess"], "guess"))
    return columns


def template_csv(content: Content, language: Language = "nl") -> bytes:
    """A header row of ids; with the mark that makes Excel read UTF-8, and semicolons as Belgian Excel expects."""
    out = io.StringIO()
    names = (one.name for one in columns_of(content, language))
    csv.writer(out, delimiter=";").writerow([*HEAD[language], *names])
    return out.getvalue().encode("utf-8-sig")


def template_xlsx(content: Content, register: Register, language: Language = "nl") -> bytes:
    """Sheets: the answers, how it works, and (hidden) the lists to choose from. No formulas.

    The answers come first, because programs that turn a workbook into CSV take the first sheet.
    """
    from openpyxl import Workbook

    book = Workbook()
    book.properties.creator, book.properties.title = "Groeimodel", WORDS[language]["title"]
    answers = book.active
    assert answers is not None
    answers.title, guide, lists = SHEETS[language]
    columns = columns_of(content, language)
    write_head(answers, columns, language)
    write_rows(answers, len(columns), language)
    add_lists(answers, len(columns), len(register.all), language)
    write_guide(book.create_sheet(guide), language)
    sheet = book.create_sheet(lists)
    for row, town in enumerate(sorted(one.name for one in register), start=1):
        sheet.cell(row, 1, town)
    for row, role in enumerate(ROLES, start=1):
        sheet.cell(row, 2, content.word(f"role.{role}", language))
    sheet.sheet_state = "hidden"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def write_guide(sheet: Worksheet, language: Language) -> None:
    from openpyxl.styles import Alignment, Font

    sheet.sheet_view.showGridLines = False
    sheet.column_dimensions["A"].width = 4
    sheet.column_dimensions["B"].width = 95
    for row, line in enumerate(HELP[language], start=2):
        cell = sheet.cell(row, 2, line)
        cell.font = (
            Font(name=FACE, size=20, bold=True, color=LEAF)
            if row == 2
            else Font(name=FACE, size=12, color=INK)
        )
        cell.alignment = Alignment(wrap_text=True, vertical="center")
        sheet.row_dimensions[row].height = 40 if row == 2 else 36


def write_head(sheet: Worksheet, columns: list[Column], language: Language) -> None:
    """Blocks on row 1, statements on row 2, and on row 3 the header that is read back."""
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter

    words, first = WORDS[language], len(HEAD[language]) + 1
    sheet.cell(TITLE, 1, words["title"]).font = Font(name=FACE, size=16, bold=True, color=LEAF)
    sheet.cell(TEXT, 1, words["how"]).font = Font(name=FACE, size=11, color=INK)
    sheet.cell(TEXT, 1).alignment = Alignment(wrap_text=True, vertical="top")
    sheet.merge_cells(start_row=TITLE, end_row=TITLE, start_column=1, end_column=first - 1)
    sheet.merge_cells(start_row=TEXT, end_row=TEXT, start_column=1, end_column=first - 1)
    for column, name in enumerate(HEAD[language], start=1):
        sheet.cell(NAME, column, name).font = Font(name=FACE, bold=True, color=INK)
        sheet.column_dimensions[get_column_letter(column)].width = WIDTHS[column - 1]
    before = ""
    for column, one in enumerate(columns, start=first):
        dark, light = (PatternFill("solid", start_color=shade) for shade in SHADES[one.shade])
        title = sheet.cell(TITLE, column, one.title if one.title != before else None)
        title.font, title.fill = Font(name=FACE, size=12, bold=True, color=INK), dark
        text = sheet.cell(TEXT, column, one.text)
        text.font, text.fill = Font(name=FACE, size=11, color=INK), light
        text.alignment = Alignment(wrap_text=True, vertical="center")
        name = sheet.cell(NAME, column, one.name)
        name.font, name.fill = Font(name=FACE, size=8, color=FAINT), light
        sheet.column_dimensions[get_column_letter(column)].width = ANSWER_WIDTH
        before = one.title
    for row, height in ((TITLE, 26), (TEXT, 80), (NAME, 20)):
        sheet.row_dimensions[row].height = height
    sheet.freeze_panes = sheet.cell(NAME + 1, first)


def write_rows(sheet: Worksheet, columns: int, language: Language) -> None:
    """Empty rows with lines, so that it reads as a form on paper too."""
    from openpyxl.styles import Alignment, Border, PatternFill, Side

    side, paper = Side(style="thin", color=LINE), PatternFill("solid", start_color=PAPER)
    line, left, middle = (
        Border(bottom=side, right=side),
        Alignment(horizontal="left"),
        Alignment(horizontal="center"),
    )
    first = len(HEAD[language]) + 1
    for row in range(NAME + 1, NAME + 1 + ROWS):
        for column in range(1, first + columns):
            cell = sheet.cell(row, column)
            cell.border = line
            if column >= first:
                cell.alignment = middle
            else:
                cell.fill, cell.alignment = paper, left
    sheet.page_setup.orientation = "landscape"
    sheet.print_title_rows, sheet.print_title_cols = f"{TITLE}:{NAME}", "A:C"
    sheet.print_options.gridLines = False


def add_lists(sheet: Worksheet, columns: int, municipalities: int, language: Language) -> None:
    """Lists to choose from. A name that is not in one gives a question, a wrong answer is refused."""
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    words, lists, first = WORDS[language], SHEETS[language][2], len(HEAD[language]) + 1
    top, bottom = NAME + 1, NAME + ROWS
    last = get_column_letter(first + columns - 1)
    for formula, cells, style, error in (
        (f"{lists}!$A$1:$A${municipalities}", f"B{top}:B{bottom}", "warning", words["place"]),
        (f"{lists}!$B$1:$B${len(ROLES)}", f"C{top}:C{bottom}", "warning", words["choose"]),
        ('"1,2,3,4,5"', f"{get_column_letter(first)}{top}:{last}{bottom}", "stop", words["answer"]),
    ):
        rule = DataValidation(type="list", formula1=formula, allow_blank=True, showErrorMessage=True)
        rule.error, rule.errorTitle, rule.errorStyle = error, words["title"], style
        rule.add(cells)
        sheet.add_data_validation(rule)
