"""Whatever people type comes out on paper: nothing crashes it, nothing of it is lost without a sign."""

from __future__ import annotations

import re

import pytest

from groeimodel.formats.document import Document, Figure, Grid, Part
from groeimodel.formats.document_pdf import pdf_of
from groeimodel.formats.tests.documents import LONG_WORD, document, outside, read

ADDRESS = "voornaam.achternaam.met.een.lange.naam@gemeente-voorbeeld.be"


def words_of(made: Document) -> str:
    return " ".join(read(pdf_of(made)))


def test_long_words_are_broken_and_stay_whole_in_the_text() -> None:
    made = Document(
        title=f"{LONG_WORD} en {'x' * 120}",
        lead="y" * 400,
        parts=(
            Part(
                LONG_WORD,
                grid=Grid(("Wie", "Wat"), ((ADDRESS, "z" * 90), (LONG_WORD, "€ 1.234.567.890,12"))),
            ),
            Part("Cijfers", figures=tuple(Figure("€ 123.456.789,01", "w" * 70, ADDRESS) for _ in range(4))),
        ),
        footer=ADDRESS * 4,
    )
    pdf = pdf_of(made)
    assert outside(pdf) == []
    letters = re.sub(r"\s", "", "".join(read(pdf)))
    for word in ("x" * 120, "y" * 400, "z" * 90, "w" * 70, ADDRESS * 4):
        assert word in letters
    assert letters.count(LONG_WORD) >= 3


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("hart ❤️ en gezin 👩‍👩‍👧!", "hart ? en gezin ???!"),
        ("bel\x07 en nul\x00", "bel en nul"),
        ("cafe\u0301 œuvre ﬁets", "café œuvre fiets"),
        ("van A → B, ≥ 5 µm", "van A -> B, >= 5 um"),
        ("half\xadwoord zonder\u200bplek", "halfwoord zonderplek"),
        ("Michał Ștefan", "Michal Stefan"),
        ("niet#breken *ster* $som$ _lijn_ @naam", "niet#breken *ster* $som$ _lijn_ @naam"),
    ],
)
def test_signs_that_our_letters_do_not_have(typed: str, shown: str) -> None:
    made = document(title=typed, parts=(Part(typed, (typed,), (typed,), grid=Grid((typed,), ((typed,),))),))
    assert words_of(made).count(shown) >= 5


def test_lines_in_a_paragraph_stay_lines() -> None:
    assert "een twee drie" in words_of(document(parts=(Part("", ("een\ntwee\r\ndrie",)),)))


def test_what_is_empty_is_left_out() -> None:
    empty = Part("", ("", "  "), ("",), (Figure("", "", ""),), Grid((), ()), "", "nergens")
    assert words_of(document(parts=(empty,) * 6, garden="")) == words_of(document(parts=(), garden=""))
    assert words_of(Document("")).startswith("Groeimodel")


def test_rows_of_unequal_length_and_a_table_without_a_head() -> None:
    made = document(
        parts=(
            Part("Scheef", grid=Grid(("A", "B"), (("1",), ("2", "3", "vier"), ()))),
            Part("Kaal", grid=Grid((), (("zonder", "kop"),))),
        )
    )
    words = words_of(made)
    assert "vier" in words
    assert "zonder kop" in words


def test_a_cell_longer_than_a_page_goes_on() -> None:
    words = words_of(document(parts=(Part("Lang", grid=Grid(("A", "B"), (("kort", "woord " * 1500),))),)))
    assert words.count("woord") == 1500


def test_sixty_rows_and_ten_columns() -> None:
    head = tuple(f"K{at}" for at in range(10))
    rows = tuple(tuple(f"{at}.{row:03}" for at in range(10)) for row in range(60))
    pdf = pdf_of(document(parts=(Part("Breed", grid=Grid(head, rows)),)))
    words = " ".join(read(pdf))
    assert all(cell in words for row in rows for cell in row)
    assert outside(pdf) == []


def test_a_colour_and_a_layer_that_are_none() -> None:
    assert words_of(document(colour="rood", parts=(Part("Deel", ("Tekst.",), layer="lucht"),)))
