"""Letters that ask a municipality for its contribution, on A4: tagged, checked against PDF/UA-1. No Django."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from decimal import Decimal
from io import BytesIO
from typing import Any

from groeimodel.formats.one_page import render


@dataclass(frozen=True, slots=True)
class Row:
    """One line of how it was computed: '12.340 inwoners' of '61.200 inwoners'."""

    label: str
    own: str
    total: str


@dataclass(frozen=True, slots=True)
class Payment:
    """To whom, where, how much, with which reference."""

    name: str
    """Of whoever is paid."""
    iban: str
    bic: str
    amount: Decimal
    """Still to be paid, above zero."""
    reference: str
    """'+++123/4567/89002+++'."""


@dataclass(frozen=True, slots=True)
class Letter:
    partnership: str
    municipality: str
    title: str
    """'Bijdrage 2026'."""
    lead: Sequence[str]
    """Paragraphs above the box."""
    payment: Payment | None
    """None when nothing is left to pay."""
    pairs: Sequence[tuple[str, str]]
    """What stands in the box: a word and its value, as in 'Rekening', 'BE68 5390 0754 7034'."""
    code_says: str
    """Beside the code that a bank's app scans."""
    rows_title: str
    columns: tuple[str, str, str]
    rows: Sequence[Row]
    """The last one is the amount."""
    rows_after: Sequence[str]
    """Small print under the table: which key it was."""
    closing: Sequence[str]


@dataclass(frozen=True, slots=True)
class Bundle:
    """Letters in one file, each on a page of its own."""

    title: str
    letters: Sequence[Letter]
    footer: str
    page_word: str
    example: str
    """'verzonnen voorbeeld'; empty for what is real."""
    colour: str
    """Of the partnership, as '#rrggbb'."""


def render_letters(bundle: Bundle) -> bytes:
    """A PDF; the same bundle gives the same bytes."""
    data: dict[str, Any] = asdict(bundle)
    for shown, letter in zip(data["letters"], bundle.letters, strict=True):
        shown["code"] = payment_code(letter.payment) if letter.payment else ""
        shown.pop("payment")
    return render("contribution_letter.typ", data)


def payment_code(payment: Payment) -> str:
    """The EPC code of a SEPA transfer, as SVG. A Belgian reference goes along as words: the field for references takes
    only international ones (ISO 11649)."""
    from segno import helpers

    code = helpers.make_epc_qr(
        name=payment.name[:70],
        iban=payment.iban,
        amount=payment.amount,
        text=payment.reference,
        bic=payment.bic or None,
    )
    out = BytesIO()
    code.save(out, kind="svg", xmldecl=False, svgns=True, border=0, dark="#2b2a26")
    return out.getvalue().decode()
