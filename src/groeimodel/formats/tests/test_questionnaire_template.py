"""The empty questionnaire: filled in, it reads back; nothing in it is a formula."""

import io
from typing import Any

import pytest
from openpyxl import load_workbook

from groeimodel import content as texts
from groeimodel.content.municipalities import municipalities
from groeimodel.formats.questionnaire.template import template_csv, template_xlsx
from groeimodel.formats.tests.questionnaires import answers_of, as_csv, problems, read
from groeimodel.rules.growth.content import ROLES, Language


def filled(language: Language, rows: list[tuple[Any, ...]]) -> bytes:
    book = load_workbook(io.BytesIO(template_xlsx(texts.load(), municipalities(), language)))
    sheet = book.worksheets[0]
    for at, row in enumerate(rows, start=4):
        for column, value in enumerate(row, start=1):
            sheet.cell(at, column, value)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.mark.parametrize("language", ["nl", "en"])
def test_filled_in_it_reads_back(language: Language) -> None:
    content = texts.load()
    count, guesses = len(content.statements), [one.id for one in content.statements if one.guess]
    roles = [content.word(f"role.{role}", language) for role in ROLES]
    rows = [
        (n, "Gent", role, *((n + at) % 5 + 1 for at in range(count)), *(n for _ in guesses))
        for n, role in enumerate(roles, start=1)
    ]
    reading = read(filled(language, rows))
    assert [ROLES[role] for role in reading.responses.roles] == list(ROLES)
    for at, statement in enumerate(content.statements):
        assert answers_of(reading, statement.id) == [(n + at) % 5 + 1 for n in range(1, 6)]
    for statement_id in guesses:
        assert answers_of(reading, statement_id, guess=True) == [1, 2, 3, 4, 5]
    assert not reading.warnings


@pytest.mark.parametrize("language", ["nl", "en"])
def test_empty_it_says_so(language: Language) -> None:
    assert "alleen een kopregel" in problems(filled(language, []))[0]
    assert "alleen een kopregel" in problems(template_csv(texts.load(), language))[0]


def test_a_mistake_is_told_by_the_row_that_people_see() -> None:
    found = problems(filled("nl", [(1, "Gent", "schepen", 4), (2, "Gnt", "schepen", 9)]))
    assert [line.split(":")[0] for line in found] == [
        "rij 5, kolom B (gemeente)",
        f"rij 5, kolom D ({texts.load().statements[0].id})",
    ]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_nothing_in_it_is_a_formula(language: Language) -> None:
    book = load_workbook(io.BytesIO(template_xlsx(texts.load(), municipalities(), language)))
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            assert not any(
                cell.data_type == "f" or str(cell.value).startswith(("=", "+", "@")) for cell in row
            )


def test_lists_to_choose_from_hold_all_there_is() -> None:
    book = load_workbook(io.BytesIO(template_xlsx(texts.load(), municipalities())))
    lists = book["Lijsten"]
    assert [cell.value for cell in lists["A"]] == sorted(one.name for one in municipalities())
    assert [cell.value for cell in lists["B"][: len(ROLES)]] == [
        texts.load().word(f"role.{role}") for role in ROLES
    ]
    rules = book.worksheets[0].data_validations.dataValidation
    assert [rule.formula1 for rule in rules] == ["Lijsten!$A$1:$A$285", "Lijsten!$B$1:$B$5", '"1,2,3,4,5"']


def test_the_csv_opens_in_belgian_excel_and_reads_back() -> None:
    empty = template_csv(texts.load())
    assert empty.startswith(b"\xef\xbb\xbfrespondent;gemeente;rol;")
    first = texts.load().statements[0].id
    assert answers_of(read(empty + as_csv([(1, "Gent", "schepen", 4)])), first) == [4]
