"""What stands in a workbook, and what a workbook may not do."""

import contextlib
import io
import re
import zipfile
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from groeimodel.formats.questionnaire import BadInput, sheets
from groeimodel.formats.tests.questionnaires import (
    FIRST,
    HEAD,
    SECOND,
    answers_of,
    as_csv,
    as_xlsx,
    problems,
    read,
    said,
)

SHEET = "xl/worksheets/sheet1.xml"
ROWS = (HEAD, (1, "Gent", "schepen", 4, None), (2, 44021, "ambtenaar", 5.0, "weet ik niet"))


def changed(data: bytes, part: str, pattern: str, new: str | Callable[[re.Match[str]], str]) -> bytes:
    """The workbook with something in one of its parts rewritten."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as archive:
        for name in old.namelist():
            text = old.read(name)
            if name == part:
                found, times = re.subn(pattern, new, text.decode(), flags=re.S)
                assert times, f"{pattern} stands nowhere in {part}"
                text = found.encode()
            archive.writestr(name, text)
    return out.getvalue()


def one_cell(value: Any, number_format: str = "General") -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (HEAD, (1, "Gent", "schepen", None, 3)):
        sheet.append(row)
    sheet["D2"] = value
    sheet["D2"].number_format = number_format
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_the_same_as_in_csv() -> None:
    assert said(read(as_xlsx(ROWS))) == said(
        read(as_csv([[cell if cell is not None else "" for cell in row] for row in ROWS]))
    )


def test_a_title_above_and_an_empty_row_between_keep_the_row_numbers() -> None:
    rows = [("Groeiscan",), (), HEAD, (1, "Gent", "schepen", 4, 3), (), (2, "Gent", "baas", 9, 3)]
    assert [line.split(":")[0] for line in problems(as_xlsx(rows))] == [
        "rij 6, kolom C (rol)",
        f"rij 6, kolom D ({FIRST})",
    ]


def test_the_sheet_that_reads_as_a_questionnaire() -> None:
    reading = read(as_xlsx([("Leeg blad",)], Antwoorden=ROWS, Lijst=[("Gent",), ("Aalst",)]))
    assert answers_of(reading, FIRST) == [4, 5]
    assert not reading.warnings


def test_a_second_questionnaire_in_the_book_is_told() -> None:
    reading = read(as_xlsx(ROWS, Vorig=ROWS[:2]))
    assert answers_of(reading, FIRST) == [4, 5]
    assert reading.warnings == ("Alleen het blad 'Sheet' is gelezen, niet: Vorig.",)


@pytest.mark.parametrize(
    ("value", "format", "shown"),
    [
        (1, "0%", "100%"),
        (2, "0.00%", "200%"),
        (date(2026, 2, 1), "yyyy-mm-dd", "2026-02-01"),
        (3, "yyyy-mm-dd", "1900-01-03"),
        (True, "General", "WAAR"),
        ("=A1+1", "General", "=A1+1"),
        (4.5, "General", "4.5"),
        (0, "General", "0"),
    ],
)
def test_what_only_looks_like_an_answer(value: Any, format: str, shown: str) -> None:
    found = problems(one_cell(value, format))
    assert len(found) == 1
    assert found[0].startswith(f"rij 2, kolom D ({FIRST}): '{shown}")


def test_a_formula_that_was_worked_out_is_its_value() -> None:
    data = changed(one_cell("=2+2"), SHEET, r"<f>2\+2</f><v ?/?>(</v>)?", "<f>2+2</f><v>4</v>")
    assert answers_of(read(data), FIRST) == [4]


def as_excel_writes_it(data: bytes) -> bytes:
    """Texts in a table of their own, one of them in pieces, instead of in the cells."""
    kept: list[str] = []

    def shared(found: re.Match[str]) -> str:
        kept.append(found[1])
        return f't="s"><v>{len(kept) - 1}</v></c>'

    main = "http://schemas.openxmlformats.org"
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
    moved = changed(data, SHEET, r't="inlineStr"><is><t>([^<]*)</t></is></c>', shared)
    pieces = (f"<si><r><t>{text[:3]}</t></r><r><t>{text[3:]}</t></r></si>" for text in kept)
    table = f'<sst xmlns="{main}/spreadsheetml/2006/main">{"".join(pieces)}</sst>'
    relation = f'<Relationship Id="rId9" Type="{main}/officeDocument/2006/relationships/sharedStrings" Target="/xl/sharedStrings.xml"/>'
    override = f'<Override PartName="/xl/sharedStrings.xml" ContentType="{kind}"/>'
    moved = changed(moved, "xl/_rels/workbook.xml.rels", "</Relationships>", relation + "</Relationships>")
    moved = changed(moved, "[Content_Types].xml", "</Types>", override + "</Types>")
    out = io.BytesIO(moved)
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr("xl/sharedStrings.xml", table)
    return out.getvalue()


def test_texts_in_a_table_of_their_own() -> None:
    assert said(read(as_excel_writes_it(as_xlsx(ROWS)))) == said(read(as_xlsx(ROWS)))


def test_a_text_that_is_not_in_the_table() -> None:
    data = changed(as_excel_writes_it(as_xlsx(ROWS)), SHEET, 't="s"><v>0</v>', 't="s"><v>999</v>')
    assert "beschadigd" in problems(data)[0]


def test_cells_that_do_not_say_where_they_stand() -> None:
    bare = changed(as_xlsx(ROWS), SHEET, r'(<c|<row) r="[A-Z]*\d+"', r"\1")
    assert answers_of(read(bare), FIRST) == [4, 5]


def test_names_with_a_prefix() -> None:
    data = changed(as_xlsx(ROWS), SHEET, r"<(/?)(sheetData|row|c|is|t|v)\b", r"<\1x:\2")
    data = changed(
        data,
        SHEET,
        "<worksheet ",
        '<worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main" ',
    )
    assert said(read(data)) == said(read(as_xlsx(ROWS)))


def test_a_sheet_that_says_it_is_as_large_as_can_be() -> None:
    data = changed(as_xlsx(ROWS), SHEET, 'ref="A1:E3"', 'ref="A1:XFD1048576"')
    assert answers_of(read(data), SECOND) == [0, 0]


def test_a_book_in_which_a_list_was_chosen_says_nothing_in_english(recwarn: pytest.WarningsRecorder) -> None:
    book = load_workbook(io.BytesIO(as_xlsx(ROWS)))
    out = io.BytesIO()
    book.save(out)
    extension = '<extLst><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}"/></extLst></worksheet>'
    read(changed(out.getvalue(), SHEET, "</worksheet>", extension))
    assert not recwarn.list


def bomb() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "x")
        archive.writestr(SHEET, b" " * 3_000_000)
    return out.getvalue()


def test_a_book_that_unpacks_to_something_huge(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheets, "MAX_UNPACKED", 2_000_000)
    assert len(bomb()) < 10_000
    assert "reusachtigs" in problems(bomb())[0]


def document(kind: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", kind)
        archive.writestr("content.xml", "<x/>")
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "about"),
    [
        (as_xlsx(ROWS)[:2000], "beschadigd"),
        (as_xlsx(ROWS)[:-30], "beschadigd"),
        (document("application/zip"), "beschadigd"),
        (document("application/vnd.oasis.opendocument.spreadsheet"), "LibreOffice"),
        (as_xlsx([]), "geen enkel gevuld blad"),
        (as_xlsx([HEAD]), "alleen een kopregel"),
        (changed(as_xlsx(ROWS), SHEET, "^", '<?xml version="1.0" encoding="UTF-99"?>'), "beschadigd"),
        (changed(as_xlsx(ROWS), SHEET, "</row>.*", "</ro"), "beschadigd"),
        (changed(as_xlsx(ROWS), SHEET, 'r="A2"', 'r="ZZZZ2"'), "beschadigd"),
        (changed(as_xlsx(ROWS), SHEET, 'row r="3"', 'row r="99999999999"'), "beschadigd"),
        (changed(as_xlsx(ROWS), SHEET, "<worksheet", '<!DOCTYPE a [<!ENTITY b "c">]><worksheet'), "beschadigd"),
    ],
)  # fmt: skip
def test_what_is_no_questionnaire(data: bytes, about: str) -> None:
    assert about in problems(data)[0]


def test_any_damage_is_one_clear_problem() -> None:
    """Every hundredth byte broken in turn: read, or refused in words."""
    whole = as_xlsx(ROWS)
    for at in range(0, len(whole), 101):
        data = whole[:at] + bytes([whole[at] ^ 0x55]) + whole[at + 1 :]
        with contextlib.suppress(BadInput):
            read(data)
