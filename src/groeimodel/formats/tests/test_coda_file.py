"""CODA: what is read, what is refused with its line, and what never counts twice."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groeimodel.formats.coda_writing import Move, Sheet, write_coda
from groeimodel.formats.statement import BadStatement
from groeimodel.formats.statement_file import read_statement
from groeimodel.formats.tests.statements import FIRST, LAST, OGM, OURS, THEIRS, changed, coda, move, rows_of


def problems(data: bytes) -> tuple[str, ...]:
    with pytest.raises(BadStatement) as caught:
        read_statement(data)
    return caught.value.problems


def test_a_statement_is_read() -> None:
    data = coda(
        move("1250.50", name="Gemeente Iepenrade", iban=THEIRS, reference=OGM),
        move("-48.20", name="Drukkerij Peeters", iban=THEIRS, text="Factuur 2026/14, affiches"),
    )
    (one,) = read_statement(data).statements
    assert (one.iban, one.currency, one.number) == (OURS, "EUR", "2026/001")
    assert (one.opening, one.closing) == (Decimal("100.00"), Decimal("1302.30"))
    assert (one.opens_on, one.closes_on) == (FIRST, LAST)
    first, second = one.lines
    assert (first.day, first.value_day, first.amount) == (LAST, LAST, Decimal("1250.50"))
    assert (first.name, first.iban, first.reference) == ("Gemeente Iepenrade", THEIRS, OGM)
    assert (second.amount, second.reference, second.text) == (
        Decimal("-48.20"),
        "",
        "Factuur 2026/14, affiches",
    )


def test_words_that_go_on_over_three_records_are_one_text() -> None:
    words = " ".join(f"woord{number:02d}" for number in range(16))
    (line,) = read_statement(coda(move("1.00", text=words))).statements[0].lines
    assert line.text == words
    (kept,) = read_statement(coda(move("1.00", text=words, name="A", iban=THEIRS))).statements[0].lines
    assert kept.text == words


def test_a_reference_between_pluses_or_stars_in_free_words_counts() -> None:
    plus, stars, wrong = (
        read_statement(coda(move("1.00", text=text))).statements[0].lines[0]
        for text in ("Bijdrage +++123/4567/89002+++", "bijdrage ***123/4567/89002***", "+++123/4567/89003+++")
    )
    assert plus.reference == stars.reference == OGM
    assert wrong.reference == ""
    assert wrong.text == "+++123/4567/89003+++"


def test_the_name_may_stand_in_the_record_beside_it() -> None:
    one = replace(move("9.00", name="Jeugdhuis De Kelder", iban=THEIRS), named_aside=True)
    (line,) = read_statement(coda(one)).statements[0].lines
    assert line.name == "Jeugdhuis De Kelder"


@pytest.mark.parametrize(("total", "detail"), [("1", "5"), ("2", "6"), ("2", "7")])
def test_a_total_is_taken_apart_in_its_details_and_counts_once(total: str, detail: str) -> None:
    whole = replace(move("300.00", text="2 stortingen"), kind=total)
    parts = [
        replace(move(amount, name=name, reference=OGM, bank=name), kind=detail)
        for amount, name in (("100.00", "Een"), ("200.00", "Twee"))
    ]
    (one,) = read_statement(coda(whole, *parts)).statements
    assert [line.amount for line in one.lines] == [Decimal("100.00"), Decimal("200.00")]
    assert one.closing - one.opening == sum(line.amount for line in one.lines)


def test_details_that_do_not_add_up_leave_the_total_as_one_line() -> None:
    whole = replace(move("300.00"), kind="2")
    (one,) = read_statement(coda(whole, replace(move("100.00"), kind="6"))).statements
    assert [line.amount for line in one.lines] == [Decimal("300.00")]
    assert "tellen niet op" in one.notes[0]


@pytest.mark.parametrize("detail", ["8", "9"])
def test_costs_within_one_payment_never_count_beside_it(detail: str) -> None:
    kind = "3" if detail == "8" else "2"
    parts = [replace(move("-30.86"), kind=kind), replace(move("-23.00"), kind="7" if kind == "2" else "8")]
    parts.append(replace(move("-7.86"), kind=detail))
    (one,) = read_statement(coda(*parts)).statements
    assert [line.amount for line in one.lines] == [Decimal("-30.86")]


def test_several_statements_in_one_file() -> None:
    sheets = [
        Sheet(OURS, number, FIRST, LAST, Decimal(100 * number), [move("100.00", bank=f"R{number}")])
        for number in (1, 2)
    ]
    found = read_statement(write_coda(sheets).encode()).statements
    assert [one.number for one in found] == ["2026/001", "2026/002"]
    assert found[0].closing == found[1].opening


def test_the_same_statement_twice_in_one_file_counts_once() -> None:
    data = coda(move("5.00"))
    first = changed(data, len(rows_of(data)), 127, "1")
    found = read_statement(first + b"\r\n" + data)
    assert len(found.statements) == 1
    assert "staat twee keer" in found.notes[0]


def test_an_account_of_the_old_kind_becomes_an_iban() -> None:
    data = coda(move("5.00"))
    rows = len(rows_of(data))
    old = changed(data, 2, 1, "0")
    old = changed(
        changed(old, 2, 5, f"{'539007547034 EUR0BE':<37}"), rows - 1, 4, f"{'539007547034 EUR0BE':<37}"
    )
    assert read_statement(old).statements[0].iban == OURS


@pytest.mark.parametrize("encoding", ["cp1252", "utf-8", "latin-1", "utf-8-sig"])
def test_letters_of_each_encoding(encoding: str) -> None:
    data = coda(move("5.00", name="Zoë Coördinaat", text="café")).decode("cp1252").encode(encoding)
    (line,) = read_statement(data).statements[0].lines
    assert (line.name, line.text) == ("Zoë Coördinaat", "café")


def test_no_movements_and_no_new_balance() -> None:
    rows = rows_of(coda())
    del rows[2]
    rows[2] = rows[2][:16] + "000001" + rows[2][22:]
    (one,) = read_statement("\n".join(rows).encode()).statements
    assert (one.lines, one.closing) == ((), Decimal("100.00"))


def test_a_value_day_that_is_not_known_yet() -> None:
    assert read_statement(changed(coda(move("5.00")), 3, 47, "000000")).statements[0].lines[0].day == LAST


GOOD = coda(move("1250.50", name="Iepenrade", iban=THEIRS, reference=OGM), move("-48.20", text="Affiches"))


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (changed(GOOD, 1, 127, "1"), "regel 1: versie 1"),
        (changed(GOOD, 2, 5, "BE00"), "regel 2: ‘BE00539007547034’ is geen geldig"),
        (changed(GOOD, 2, 39, "USD"), "regel 2: de rekening staat in USD"),
        (changed(GOOD, 3, 32, "00000000125X500"), "regel 3: ‘00000000125X500’ is geen bedrag"),
        (changed(GOOD, 3, 31, "7"), "regel 3: het teken"),
        (changed(GOOD, 3, 46, "5"), "regel 3: het bedrag 1250.505 heeft deeltjes"),
        (changed(GOOD, 3, 115, "310226"), "regel 3: ‘310226’ is geen dag"),
        (changed(GOOD, 4, 2, "0009"), "regel 4: hoort bij verrichting 0009"),
        (changed(GOOD, 6, 53, "4"), "regel 6: soort verrichting 4"),
        (changed(GOOD, 7, 41, "0000000000000010"), "geven niet het nieuwe saldo"),
        (changed(GOOD, 7, 4, "BE99"), "regel 7: het nieuwe saldo is van een andere rekening"),
        (changed(GOOD, 8, 16, "000099"), "regel 8: de slotregel telt 99 regels, het zijn er 6"),
        (changed(GOOD, 8, 22, "000000000000010"), "regel 8: er ging 48.20 af"),
        (changed(GOOD, 8, 37, "000000000000010"), "regel 8: er ging 1250.50 bij"),
        (changed(GOOD, 3, 0, "7"), "regel 3: begint met"),
        ("\n".join(rows_of(GOOD)[:-1]).encode(), "hier houdt het bestand op"),
        ("\n".join(rows_of(GOOD)[1:]).encode(), "regel 1: het bestand begint niet met een kopregel"),
        ("\n".join([*rows_of(GOOD)[:2], rows_of(GOOD)[3], *rows_of(GOOD)[4:]]).encode(), "regel 3: een regel van soort 22"),
        (GOOD[:400], "tekens in plaats van 128"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_with_its_line(data: bytes, told: str) -> None:
    assert told in "\n".join(problems(data))


def test_everything_is_told_at_once_and_no_more_than_fifty() -> None:
    bad = changed(changed(GOOD, 3, 115, "999999"), 6, 32, "x")
    assert len([one for one in problems(bad) if one.startswith(("regel 3", "regel 6"))]) == 2
    many = coda(*(move("1.00", bank=str(number)) for number in range(80)))
    rows = [row[:115] + "999999" + row[121:] if row.startswith("21") else row for row in rows_of(many)]
    told = problems("\n".join(rows).encode())
    assert len(told) == 51
    assert told[-1] == "En nog 30 andere fouten."


amounts = st.decimals("0.01", "99999.99", places=2).flatmap(lambda one: st.sampled_from([one, -one]))


@given(
    st.lists(st.tuples(amounts, st.text("abcé ÜX1", max_size=140)), max_size=12), st.integers(-(10**6), 10**6)
)
def test_whatever_is_written_is_read_again(told: list[tuple[Decimal, str]], start: int) -> None:
    moves = [Move(LAST, amount, text=text, bank_reference=str(at)) for at, (amount, text) in enumerate(told)]
    sheet = Sheet(OURS, 7, FIRST, LAST, Decimal(start).scaleb(-2), moves)
    (one,) = read_statement(write_coda([sheet]).encode("cp1252")).statements
    assert [line.amount for line in one.lines] == [amount for amount, _text in told]
    assert [line.text for line in one.lines] == [" ".join(text.split()) for _amount, text in told]
    assert one.closing == sheet.opening + sum((amount for amount, _text in told), Decimal(0))


@given(st.integers(0, 7), st.integers(0, 127), st.characters(max_codepoint=255))
def test_whatever_is_changed_it_is_read_or_refused_in_words(row: int, at: int, sign: str) -> None:
    rows = rows_of(GOOD)
    rows[row] = rows[row][:at] + sign + rows[row][at + 1 :]
    try:
        found = read_statement("\r\n".join(rows).encode("utf-8"))
    except BadStatement:
        return
    assert all(one.closing - one.opening == sum(x.amount for x in one.lines) for one in found.statements)


def test_keys_are_the_same_in_another_file_and_differ_for_the_same_payment_twice() -> None:
    one, again = move("-0.50", text="Kosten", bank=""), move("7.00")
    (first,) = read_statement(coda(one, one)).statements
    (second,) = read_statement(coda(again, one, number=2)).statements
    assert first.lines[0].key != first.lines[1].key
    assert second.lines[1].key == first.lines[0].key
    assert first.lines[0].day == date(2026, 3, 3)
