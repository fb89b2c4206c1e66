"""Any usual delimiter and encoding reads the same."""

import pytest

from groeimodel import content as texts
from groeimodel.formats.questionnaire import files
from groeimodel.formats.tests.questionnaires import (
    FIRST,
    HEAD,
    SECOND,
    answers_of,
    as_csv,
    problems,
    read,
    said,
)

ROWS = (HEAD, ("één", "Voeren", "coördinator", 4, ""), ("2", "Gent", "schepen", "", 2))
ENCODINGS = ("utf-8", "utf-8-sig", "cp1252", "latin-1", "utf-16", "utf-16-le", "utf-16-be", "utf-32")


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
def test_every_encoding_and_delimiter(encoding: str, delimiter: str) -> None:
    reading = read(as_csv(ROWS, delimiter, encoding))
    assert reading.responses.respondents == ("één", "2")
    assert [reading.names[key] for key in reading.responses.municipalities] == ["Gent", "Voeren"]
    assert answers_of(reading, FIRST) == [4, 0]
    assert answers_of(reading, SECOND) == [0, 2]


@pytest.mark.parametrize("end", ["\r\n", "\n", "\r", "\n\n"])
def test_every_line_end(end: str) -> None:
    text = as_csv(ROWS).decode().replace("\r\n", end)
    assert said(read(text)) == said(read(as_csv(ROWS)))


def test_statements_with_the_delimiter_and_line_breaks_in_them() -> None:
    statement = texts.load().statement(FIRST)
    head = [*HEAD[:3], f"Ons netwerk; en meer\n[{statement.text('officer')}]"]
    assert answers_of(read(as_csv([head, (1, "Gent", "schepen", 5)])), FIRST) == [5]


def test_what_excel_puts_on_the_first_line() -> None:
    assert answers_of(read(b"sep=,\r\n" + as_csv(ROWS, ",")), FIRST) == [4, 0]


def test_spaces_around_delimiters_and_quotes() -> None:
    text = f'respondent, gemeente, rol, {FIRST}\n1, "Gent", " schepen ", 4 \n'
    assert answers_of(read(text), FIRST) == [4]


def test_empty_cells_at_the_end_of_every_row() -> None:
    text = as_csv(ROWS).decode().replace("\r\n", ";;;\r\n")
    reading = read(text)
    assert said(reading) == said(read(as_csv(ROWS)))
    assert not reading.warnings


def test_titles_above_the_header() -> None:
    """The rows keep the numbers that a spreadsheet shows."""
    rows = [("Groeiscan 2026",), (), *ROWS[:2], (2, "Gnt", "schepen", 1, 1)]
    assert problems(as_csv(rows)) == [
        "rij 5, kolom B (gemeente): 'Gnt' is geen Vlaamse gemeente. Bedoel je Gent?"
    ]


@pytest.mark.parametrize(
    ("data", "about"),
    [
        (b"", "leeg"),
        (b"  \r\n \n", "leeg"),
        (b"\xef\xbb\xbf", "leeg"),
        (as_csv([HEAD]), "alleen een kopregel"),
        (as_csv([HEAD, ("", " ", "", "", "")]), "alleen een kopregel"),
        (bytes(range(256)) * 20, "geen tekstbestand"),
        (b"\xff\xfe" + as_csv(ROWS, encoding="utf-16-le") + b"x", "tekens"),
        (as_csv(ROWS).replace("é".encode(), b"\x81"), "tekens"),
        (b"\xef\xbb\xbf" + as_csv(ROWS, encoding="cp1252"), "tekens"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "oud Excel-bestand"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\nobj", "gemeente"),
    ],
)
def test_what_is_no_questionnaire(data: bytes, about: str) -> None:
    assert any(about in line for line in problems(data))


def test_a_quote_that_is_never_closed_swallows_nobody() -> None:
    text = as_csv([(*HEAD, "opmerking"), (1, "Gent", "schepen", 3, 3, "")]).decode()
    found = problems(text + '2;Gent;ambtenaar;4;4;"goed\r\n3;Aalst;schepen;1;1;\r\n')
    assert len(found) == 1
    assert "Rij 3" in found[0]
    assert "aanhalingsteken" in found[0]


def test_a_file_over_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "MAX_BYTES", 2_000_000)
    assert "groter dan 2 MB" in problems(b"x" * 2_000_001)[0]
