"""Actions of a municipality's own plan from a file: tolerant of columns, strict about what cannot be right."""

from __future__ import annotations

import io
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from groeimodel.formats.local_plan import (
    BadInput,
    read_local_plan,
    template_csv,
    template_xlsx,
)


def xlsx(*rows: list[Any], merge: str = "") -> bytes:
    book = Workbook()
    sheet = book.active
    for row in rows:
        sheet.append(row)
    if merge:
        sheet.merge_cells(merge)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def text(*lines: str) -> bytes:
    return "\n".join(lines).encode()


def problems(data: bytes) -> list[str]:
    with pytest.raises(BadInput) as caught:
        read_local_plan(data)
    return [str(one) for one in caught.value.problems]


@pytest.mark.claim("B14")
def test_a_plain_file() -> None:
    (one, two) = read_local_plan(
        text(
            "code;titel;beleidsveld;jaren;bedrag",
            "1.1.1;Speelpleinwerking;0750;2026-2031;12.500,50",
            "1.1.2;Jeugdraad;;;",
        )
    )
    assert (one.code, one.title, one.policy_field) == ("1.1.1", "Speelpleinwerking", "0750")
    assert (one.first_year, one.last_year, one.amount) == (2026, 2031, Decimal("12500.50"))
    assert (two.first_year, two.amount, two.row) == (None, None, 3)


@pytest.mark.claim("B14")
def test_other_names_other_order_and_a_title_above() -> None:
    (one,) = read_local_plan(
        text(
            "Export van 1 maart,,,",
            "Omschrijving,Budget,Actiecode,Beleidsveldcode",
            "Fuifbeleid,300,A-7,750 Jeugd",
        )
    )
    assert (one.code, one.title, one.policy_field, one.amount) == ("A-7", "Fuifbeleid", "0750", Decimal(300))


@pytest.mark.claim("B14")
def test_a_column_for_each_year_and_from_to() -> None:
    (one,) = read_local_plan(
        xlsx(["Code", "Actie", 2026, 2027, 2028], ["1", "Skatepark", 1000.1, None, 2500])
    )
    assert (one.first_year, one.last_year, one.amount) == (2026, 2028, Decimal("3500.10"))
    (two,) = read_local_plan(text("code;titel;van;tot", "1;Kamp;2026;2029"))
    assert (two.first_year, two.last_year) == (2026, 2029)


@pytest.mark.claim("B14")
def test_a_line_for_each_year_is_put_together() -> None:
    (one,) = read_local_plan(
        text("code;titel;jaar;bedrag", "1;Kamp;2026;100", "1;Kamp;2027;150", "1;Kamp;2028;")
    )
    assert (one.first_year, one.last_year, one.amount) == (2026, 2028, Decimal(250))


@pytest.mark.claim("B14")
def test_floats_of_a_spreadsheet_are_read_as_cents() -> None:
    (one,) = read_local_plan(xlsx(["code", "titel", "bedrag"], ["1", "Kamp", 1100.1 + 0.2]))
    assert one.amount == Decimal("1100.30")


@pytest.mark.claim("B14")
def test_everything_that_is_wrong_at_once_with_row_and_column() -> None:
    found = problems(
        text(
            "code;titel;beleidsveld;jaren;bedrag",
            ";Zonder code;0750;2026;1",
            "2;;0750;2026;1",
            "3;Fout;jeugd;ooit;twaalf",
            "4;Min;0750;2026;-50",
            "5;Dubbel;;;",
            "5;Dubbel;;;",
        )
    )
    joined = "\n".join(found)
    for place, words in (
        ("rij 2, kolom A (code)", "ontbreekt"),
        ("rij 3, kolom B (titel)", "ontbreekt"),
        ("rij 4, kolom C (beleidsveld)", "geen beleidsveld"),
        ("rij 4, kolom D (jaren)", "geen jaar"),
        ("rij 4, kolom E (bedrag)", "geen bedrag"),
        ("rij 5, kolom E (bedrag)", "zonder min"),
        ("rij 7", "staat ook op rij 6"),
    ):
        assert any(place in one and words in one for one in found), f"{place}: {words} not in\n{joined}"
    assert len(found) == 7


@pytest.mark.claim("B14")
def test_missing_columns_are_named() -> None:
    assert ["code" in one or "titel" in one for one in problems(text("naam x;iets", "a;b"))] == [True, True]


@pytest.mark.claim("B14")
def test_merged_cells_are_told() -> None:
    data = xlsx(["code", "titel"], ["1", "Eerste"], [None, "Tweede"], merge="A2:A3")
    (found,) = problems(data)
    assert "rij 3, kolom A (code)" in found
    assert "samengevoegd" in found


@pytest.mark.claim("B14")
def test_formulas_without_an_outcome_and_codes_that_became_days() -> None:
    found = problems(
        xlsx(
            ["code", "titel", "bedrag"],
            ["1", "Som", "=SUM(1,2)"],
            [date(2026, 3, 2), "Dag", 5],
            ["3", "=A1", date(2026, 1, 1)],
        )
    )
    assert len(found) == 4
    assert sum("formule" in one for one in found) == 2
    assert any("maakte van deze code een dag" in one for one in found)
    assert any("rij 4, kolom C (bedrag)" in one for one in found)


@pytest.mark.claim("B14")
@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"   \n ",
        b"\x00\x01\x02\x03\xff\xfe" * 50,
        b"PK\x03\x04 this is no workbook",
        b"\xd0\xcf\x11\xe0 old office",
        b"code;titel\n",
        b'code;titel\n"1;open',
        b"%PDF-1.4 something",
        b"\x89PNG\r\n\x1a\n" + b"\x00" * 30,
    ],
)
def test_what_is_no_list_of_actions_is_refused_in_words(data: bytes) -> None:
    assert problems(data)


@pytest.mark.claim("B14")
@given(st.binary(max_size=400))
def test_no_junk_is_ever_read_or_breaks(data: bytes) -> None:
    try:
        lines = read_local_plan(data)
    except BadInput:
        return
    assert all(one.code and one.title for one in lines)


@pytest.mark.claim("B14")
def test_a_thousand_lines() -> None:
    data = text("code;titel;bedrag", *(f"{number};Actie {number};{number},50" for number in range(1, 1001)))
    assert len(read_local_plan(data)) == 1000
    too_many = text("code;titel", *(f"{number};Actie" for number in range(6000)))
    assert "meer dan 5000" in problems(too_many)[0]


@pytest.mark.claim("B14")
def test_a_thousand_lines_that_are_wrong_are_counted() -> None:
    found = problems(text("code;titel;bedrag", *(f"{number};Actie;x" for number in range(1000))))
    assert len(found) == 200


@pytest.mark.claim("B14")
def test_the_template_can_be_filled_in_and_read() -> None:
    book = load_workbook(io.BytesIO(template_xlsx()))
    sheet = book["Acties"]
    for at, value in enumerate(("1.2", "Kamp", "0750", "2026-2027", 12.5), start=1):
        sheet.cell(row=2, column=at, value=value)
    out = io.BytesIO()
    book.save(out)
    (one,) = read_local_plan(out.getvalue())
    assert (one.code, one.policy_field, one.amount) == ("1.2", "0750", Decimal("12.50"))
    (two,) = read_local_plan(template_csv() + b"1.2;Kamp;0750;2026;12,5\n")
    assert two.amount == Decimal("12.50")
