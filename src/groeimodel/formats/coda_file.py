"""Statements of Belgian banks in CODA, version 2: records of 128 signs. No Django.

The library `febelfin-coda` cuts the records up. It stops at the first thing that it does not expect, without a word of
where; so each file is checked here first, and everything that is wrong is told with its line.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from coda import CODA

from groeimodel.formats.coda_checks import Record, checked, records_of
from groeimodel.formats.statement import (
    MOST_LINES,
    BadStatement,
    Problems,
    Statement,
    StatementFile,
    StatementLine,
    account_of,
    clean,
    reference_in,
    reference_of,
    with_keys,
)

__all__ = ["read_coda"]

_CUSTOMER, _BANK = "1", "2"
_DETAILS = {_CUSTOMER: {"5"}, _BANK: {"6", "7"}}
"""Of an amount that the customer or the bank totalled: what its details are called. They never count beside the total."""


def read_coda(data: bytes) -> StatementFile:
    """Every statement of a file.

    Raises:
        BadStatement: with everything that is wrong, by line.
    """
    problems = Problems()
    records = records_of(data, problems)
    problems.stop()
    parts = checked(records, problems)
    problems.stop()
    if sum(len(part) for part in parts) > 3 * MOST_LINES:
        raise BadStatement(
            [f"Het bestand heeft meer dan {MOST_LINES} verrichtingen. Splits het in kortere periodes."]
        )
    statements, notes = with_keys(_statement(part) for part in parts)
    return StatementFile("coda", statements, notes)


def _statement(part: Sequence[Record]) -> Statement:
    found = _library(part)
    notes: list[str] = []
    named = {one.sequence: one.name for one in _informations(found) if one.name}
    lines = [line for move in found.moves for line in _lines(move, named, notes)]
    return Statement(
        iban=account_of(found.account),
        currency=found.account_currency.strip() or "EUR",
        number=f"{found.old_balance_date:%Y}/{found.old_sequence}",
        opening=_cents(found.old_balance),
        closing=_cents(found.new_balance),
        opens_on=found.old_balance_date,
        closes_on=found.new_balance_date,
        lines=tuple(lines),
        notes=tuple(notes),
    )


def _library(part: Sequence[Record]) -> Any:
    """What the library makes of one statement. Details of details are left out first, for it stops on them."""
    kept = []
    skipping = False
    for one in part:
        if one.kind == "21":
            skipping = one.text[53] == "9"
        if not (skipping and one.kind[0] in "23"):
            kept.append(_readable(one))
    counted = sum(text[0] in "1238" for text in kept)
    kept[-1] = f"{kept[-1][:16]}{counted:06d}{kept[-1][22:]}"
    try:
        (found,) = CODA(io.StringIO("\n".join(kept))).statements
    except Exception as error:  # whatever it did not expect, and asserted or not
        raise BadStatement([f"regel {part[0].row}: dit uittreksel kan niet gelezen worden."]) from error
    return found


def _readable(record: Record) -> str:
    """A value day of zeros means 'not known yet': the library wants a day."""
    text = record.text
    return (
        f"{text[:47]}{text[115:121]}{text[53:]}" if record.kind == "21" and text[47:53] == "000000" else text
    )


@dataclass(frozen=True, slots=True)
class _Info:
    sequence: str
    name: str


def _informations(found: Any) -> Iterator[_Info]:
    """Names of other parties that only stand in the records beside a movement."""
    for several in found.informations.values():
        for one in several:
            known = one.communication_type in {"001", "008", "009"}
            yield _Info(one.sequence, clean(one.name) if known else "")


def _lines(move: Any, named: dict[str, str], notes: list[str]) -> Iterator[StatementLine]:
    """One line, or one for each payment of a total when they add up to it."""
    kinds = _DETAILS.get(move.transaction_type, set())
    details = [one for one in move.moves if one.transaction_type in kinds]
    if details and sum(one.amount for one in details) == move.amount:
        yield from (_line(one, move.entry_date, {}) for one in details)
        return
    if details:
        notes.append(
            f"Verrichting {int(move.sequence)}: de details tellen niet op tot het totaal. Enkel het totaal telt."
        )
    yield _line(move, move.entry_date, named)


def _line(move: Any, day: date, named: dict[str, str]) -> StatementLine:
    said = str(move._communication or "")
    structured, text = "", clean(said[1:])
    if said[:1] == "1":
        if said[1:4] in {"101", "102", "103"}:
            structured, text = reference_of(said[4:16]), "" if reference_of(said[4:16]) else clean(said[4:])
        else:
            text = clean(said[4:])
    return StatementLine(
        day=day,
        value_day=move.value_date,
        amount=_cents(move.amount),
        name=clean(move.counterparty_name or "") or named.get(move.sequence, ""),
        iban=account_of((move.counterparty_account or "")[:34]),
        text=text,
        reference=structured or reference_in(text),
        bank_reference=clean(move.bank_reference or ""),
    )


def _cents(amount: Decimal) -> Decimal:
    return amount.quantize(Decimal("0.01"))
