"""Letters for contributions: one page each, the same bytes each time, with a code that a bank understands."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from segno import helpers

from groeimodel.formats.contribution_letter import Bundle, Letter, Payment, Row, payment_code, render_letters
from groeimodel.formats.tests.paper import pages_of, words_of

PAYMENT = Payment(
    "Jeugdwinkel Drie Beken", "BE68539007547034", "", Decimal("12345.67"), "+++123/4567/89002+++"
)
LETTER = Letter(
    partnership="Jeugdwinkel Drie Beken",
    municipality="Gemeente Iepenrade",
    title="Bijdrage 2026",
    lead=["Betaal € 12.345,67 ten laatste op 30 april 2026."],
    payment=PAYMENT,
    pairs=[("Bedrag", "€ 12.345,67"), ("Mededeling", "+++123/4567/89002+++")],
    code_says="Scan met de app van je bank.",
    rows_title="Zo is het berekend",
    columns=("", "Iepenrade", "Alle gemeenten samen"),
    rows=[Row("Inwoners", "12.340", "61.200"), Row("Bijdrage", "€ 12.345,67", "€ 61.000")],
    rows_after=["Verdeelsleutel: per inwoner."],
    closing=["Dank je wel."],
)
BUNDLE = Bundle("Bijdragen 2026", [LETTER], "Drie Beken", "bladzijde", "", "#2f6b45")


def test_a_letter_is_one_page_with_all_that_is_needed_to_pay() -> None:
    made = render_letters(BUNDLE)
    assert made == render_letters(BUNDLE)
    assert pages_of(made) == 1
    for words in (
        "Gemeente Iepenrade",
        "€ 12.345,67",
        "+++123/4567/89002+++",
        "Zo is het berekend",
        "61.200",
    ):
        assert words in words_of(made)


def test_every_letter_of_a_call_has_its_own_page() -> None:
    others = [replace(LETTER, municipality=f"Gemeente {number}") for number in range(12)]
    made = render_letters(replace(BUNDLE, letters=others))
    assert pages_of(made) == 12
    assert "Gemeente 11" in words_of(made)


@pytest.mark.parametrize("name", ["Ș & ₂ <b> \"'\\#", "x" * 300])
def test_strange_names_break_nothing(name: str) -> None:
    odd = replace(LETTER, municipality=name, partnership=name, payment=replace(PAYMENT, name=name))
    assert pages_of(render_letters(replace(BUNDLE, letters=[odd])))


def test_nothing_left_to_pay_has_no_code() -> None:
    assert pages_of(render_letters(replace(BUNDLE, letters=[replace(LETTER, payment=None, rows=[])])))


def test_the_code_holds_what_a_bank_reads() -> None:
    said = helpers.make_epc_qr(
        name=PAYMENT.name, iban=PAYMENT.iban, amount=PAYMENT.amount, text=PAYMENT.reference
    )
    assert payment_code(PAYMENT).startswith("<svg")
    assert said.matrix
    with pytest.raises(ValueError, match="amount"):
        payment_code(replace(PAYMENT, amount=Decimal(0)))
