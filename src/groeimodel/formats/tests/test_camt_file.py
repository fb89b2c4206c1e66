"""CAMT.053 of every version: what is read, and what is refused with its place."""

from __future__ import annotations

from decimal import Decimal

import pytest

from groeimodel.formats.statement import MOST_BYTES, BadStatement
from groeimodel.formats.statement_file import read_statement
from groeimodel.formats.tests.statements import OGM, OURS, THEIRS, Booked, Pay, camt


def problems(data: bytes) -> tuple[str, ...]:
    with pytest.raises(BadStatement) as caught:
        read_statement(data)
    return caught.value.problems


@pytest.mark.parametrize("version", [2, 3, 4, 6, 8, 10, 13])
def test_a_statement_of_each_version(version: int) -> None:
    data = camt(
        Booked("1250.50", [Pay("1250.50", "Gemeente Iepenrade", THEIRS, reference=OGM)]),
        Booked("-48.20", [Pay("48.20", "Drukkerij Peeters", THEIRS, "Factuur 14")]),
        version=version,
    )
    found = read_statement(data)
    (one,) = found.statements
    assert (found.kind, one.iban, one.number) == ("camt", OURS, "2026/1")
    assert (one.opening, one.closing) == (Decimal("100.00"), Decimal("1302.30"))
    first, second = one.lines
    assert (first.amount, first.name, first.iban, first.reference) == (
        Decimal("1250.50"),
        "Gemeente Iepenrade",
        THEIRS,
        OGM,
    )
    assert (second.amount, second.name, second.text) == (Decimal("-48.20"), "Drukkerij Peeters", "Factuur 14")


@pytest.mark.parametrize("version", [2, 8])
@pytest.mark.parametrize("sign", ["", "-"])
def test_a_batch_is_taken_apart_when_it_adds_up(version: int, sign: str) -> None:
    pays = [Pay("100.00", "Een", THEIRS), Pay("200.00", "Twee", THEIRS)]
    (one,) = read_statement(camt(Booked(f"{sign}300.00", pays), opening="900.00", version=version)).statements
    assert [line.amount for line in one.lines] == [Decimal(f"{sign}100.00"), Decimal(f"{sign}200.00")]
    assert [line.name for line in one.lines] == ["Een", "Twee"]


def test_a_batch_that_does_not_add_up_stays_one_line() -> None:
    pays = [Pay("100.00", "Een"), Pay("150.00", "Twee")]
    (one,) = read_statement(camt(Booked("300.00", pays))).statements
    assert [(line.amount, line.name) for line in one.lines] == [(Decimal("300.00"), "")]
    assert "Enkel het totaal telt" in one.notes[0]


def test_what_is_not_booked_yet_is_left_out_and_said() -> None:
    (one,) = read_statement(camt(Booked("5.00"), Booked("7.00", state="PDNG"), version=8)).statements
    assert [line.amount for line in one.lines] == [Decimal("5.00")]
    assert one.notes == ("1 verrichting(en) zijn nog niet geboekt. Ze komen mee in een later bestand.",)


def test_a_reversal_stands_on_its_own_side_with_the_other_party() -> None:
    (one,) = read_statement(camt(Booked("48.20", [Pay("48.20", "Drukkerij", THEIRS)], back=True))).statements
    (line,) = one.lines
    assert (line.amount, line.name, line.iban) == (Decimal("48.20"), "Drukkerij", THEIRS)
    assert line.text.startswith("Terugboeking.")


@pytest.mark.parametrize(("given", "kept", "text"), [("RF18539007547034", "RF18539007547034", ""),
                                                     ("+++123/4567/89002+++", OGM, ""),
                                                     ("123456789003", "", "123456789003")])  # fmt: skip
def test_references_are_checked(given: str, kept: str, text: str) -> None:
    (one,) = read_statement(camt(Booked("5.00", [Pay("5.00", "A", THEIRS, reference=given)]))).statements
    assert (one.lines[0].reference, one.lines[0].text) == (kept, text)


def test_what_was_paid_in_another_currency_is_told() -> None:
    (one,) = read_statement(
        camt(Booked("-90.12", [Pay("90.12", "Game Shop", foreign="100.00 USD")]))
    ).statements
    assert one.lines[0].text == "(oorspronkelijk 100.00 USD)"


def test_the_same_line_has_the_same_key_in_a_longer_file() -> None:
    short = read_statement(camt(Booked("5.00"), opening="10.00")).statements[0].lines
    longer = read_statement(camt(Booked("7.00"), Booked("5.00"), opening="3.00")).statements[0].lines
    assert short[0].key == longer[1].key


BOMB = b"""<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "xxxxxxxxxx"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]><Document>&c;</Document>"""
OUTSIDE = (
    b"""<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><Document>&b;</Document>"""
)
GOOD = camt(Booked("5.00", [Pay("5.00", "A", THEIRS)]))


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (BOMB, "een bank nooit stuurt"),
        (OUTSIDE, "een bank nooit stuurt"),
        (GOOD[:-200], "Is het bestand wel volledig?"),
        (b"PK\x03\x04" + b"\x00" * 50, "Dit is een zip"),
        (b"%PDF-1.7 ...", "Dit is een pdf"),
        (b":20:940S\n:25:NL", "MT940"),
        (b"\x1f\x8b\x08", "samengeperst"),
        (b"\x00\x01\x02 rommel", "geen bestand in CODA of CAMT.053"),
        (b"datum;bedrag\n1;2", "geen bestand in CODA of CAMT.053"),
        (b"", "Het bestand is leeg."),
        (b" \r\n", "Het bestand is leeg."),
        (b"0" * (MOST_BYTES + 1), "groter dan 10 MB"),
        (b"<html><body/></html>", "geen CAMT.053"),
        (GOOD.replace(b"BkToCstmrStmt", b"BkToCstmrAcctRpt"), "CAMT.052"),
        (GOOD.replace(b"BkToCstmrStmt", b"BkToCstmrDbtCdtNtfctn"), "CAMT.054"),
        (b'<?xml version="1.0" encoding="onzin"?><Document/>', "XML klopt niet"),
    ],
)
def test_something_else_gets_one_sentence(data: bytes, told: str) -> None:
    (said,) = problems(data)
    assert told in said


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (camt(Booked("5.00"), closing="999.00"), "Stmt 1, Bal: oud saldo 100.00 en verrichtingen 5.00"),
        (camt(Booked("5.00"), iban="BE00539007547034"), "Stmt 1, Acct: ‘BE00539007547034’"),
        (GOOD.replace(b"<Ccy>EUR", b"<Ccy>USD"), "Stmt 1, Acct: de rekening staat in USD"),
        (camt(Booked("5.00", currency="USD")), "Stmt 1, Ntry 1: dit bedrag staat in USD"),
        (GOOD.replace(b">5.00</Amt><Cdt", b">vijf</Amt><Cdt", 1), "Stmt 1, Ntry 1: ‘vijf’ is geen bedrag"),
        (
            GOOD.replace(b"<BookgDt><Dt>2026-03-03", b"<BookgDt><Dt>2026-02-31"),
            "Ntry 1, BookgDt: ‘2026-02-31’",
        ),
        (GOOD.replace(b"OPBD", b"XXXX"), "er is geen oud saldo"),
        (GOOD.replace(b"CLBD", b"XXXX"), "er is geen nieuw saldo"),
        (GOOD.replace(b"<Stmt>", b"<Anders>").replace(b"</Stmt>", b"</Anders>"), "geen enkel uittreksel"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(data: bytes, told: str) -> None:
    assert told in "\n".join(problems(data))


def test_everything_is_told_at_once() -> None:
    bad = camt(*(Booked("5.00") for _ in range(70))).replace(b"<BookgDt><Dt>2026", b"<BookgDt><Dt>dag")
    told = problems(bad)
    assert len(told) == 51
    assert told[-1] == "En nog 20 andere fouten."


@pytest.mark.parametrize("told", ["²", "٣" * 20, "9" * 4301, "-1", "1e9"])
def test_a_count_that_is_no_count_is_passed_over(told: str) -> None:
    count = f"<TxsSummry><TtlNtries><NbOfNtries>{told}</NbOfNtries></TtlNtries></TxsSummry>"
    data = camt(Booked("25.00")).replace(b"<Ntry>", count.encode() + b"<Ntry>", 1)
    (found,) = read_statement(data).statements
    assert found.notes == ()


def test_a_number_of_a_statement_fits_its_place() -> None:
    data = camt(Booked("25.00")).replace(b"<ElctrncSeqNb>1<", b"<ElctrncSeqNb>" + b"9" * 4301 + b"<")
    (found,) = read_statement(data).statements
    assert len(found.number) == 60


def test_an_amount_that_no_bank_has_is_refused() -> None:
    (told, *_) = problems(camt(Booked("1000000000000.00")))
    assert "geen bedrag in euro" in told
    most = camt(Booked("999999999999.99"), opening="0.00")
    assert read_statement(most).statements[0].closing == Decimal("999999999999.99")
