"""Writing a CODA file, version 2: for the example data and for tests. Banks write the real ones. No Django."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Move:
    day: date
    amount: Decimal
    """Below zero when it left the account."""
    name: str = ""
    iban: str = ""
    text: str = ""
    reference: str = ""
    """Twelve digits; then the text is left out, as banks do."""
    bank_reference: str = ""
    kind: str = "0"
    """First sign of the code of the transaction: 1 or 2 for a total, 5 to 7 for its details."""
    named_aside: bool = False
    """The name stands in an information record (3.1) instead of in the movement."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One statement."""

    iban: str
    number: int
    opens_on: date
    closes_on: date
    opening: Decimal
    moves: Sequence[Move]
    holder: str = ""


def write_coda(sheets: Sequence[Sheet]) -> str:
    """The text of the file, its records each on a line."""
    rows = [row for at, sheet in enumerate(sheets, 1) for row in _records(sheet, last=at == len(sheets))]
    return "\r\n".join(rows) + "\r\n"


def _records(sheet: Sheet, *, last: bool) -> list[str]:
    account = f"{sheet.iban:<34}EUR"
    records = [f"1{2 if sheet.iban.startswith('BE') else 3}{sheet.number:03d}{account}{_signed(sheet.opening)}{_day(sheet.opens_on)}"
               f"{sheet.holder[:26]:<26}{'':<35}{sheet.number:03d}"]  # fmt: skip
    sequence = detail = 0
    for move in sheet.moves:
        detail = detail + 1 if move.kind in "56789" else 0
        sequence += not detail
        records += _movement(move, f"{sequence:04d}{detail:04d}", sheet.number)
    counted = [one for one in sheet.moves if one.kind in "0123"]
    closing = sheet.opening + sum((one.amount for one in counted), Decimal(0))
    records.append(f"8{sheet.number:03d}{account}{_signed(closing)}{_day(sheet.closes_on)}{'':<64}0")
    debit = -sum((one.amount for one in counted if one.amount < 0), Decimal(0))
    credit = sum((one.amount for one in counted if one.amount > 0), Decimal(0))
    header = (
        f"00000{_day(sheet.closes_on)}72505        00000001  {sheet.holder[:26]:<26}{'':<11}{'0' * 11} 00000"
    )
    trailer = f"9{'':<15}{len(records):06d}{_digits(debit)}{_digits(credit)}{'':<75}{2 if last else 1}"
    return [f"{header:<127}2", *records, trailer]


def _movement(move: Move, at: str, number: int) -> list[str]:
    said = f"1101{move.reference}" if move.reference else f"0{move.text}"
    said = f"{said:<150}"
    first = (
        f"21{at}{move.bank_reference[:21]:<21}{_signed(move.amount)}{_day(move.day)}{move.kind}0150000"
        f"{said[:54]}{_day(move.day)}{number:03d}0{1 if _goes_on(move, said) else 0} "
    )
    records = [f"{first}0"]
    if _goes_on(move, said):
        name = "" if move.named_aside else move.name
        records.append(f"22{at}{said[54:107]}{'':<62}1 0")
        account = f"{move.iban:<34}{'EUR' if move.iban else '':<3}"
        records.append(f"23{at}{account}{name[:35]:<35}{said[107:150]}0 {1 if move.named_aside else 0}")
    if move.named_aside:
        aside = f"31{at[:4]}{int(at[4:]) + 1:04d}{move.bank_reference[:21]:<21}00150000"
        records.append(f"{aside}1001{move.name[:70]:<70}{'':<12}0 0")
    return records


def _goes_on(move: Move, said: str) -> bool:
    return bool(move.name or move.iban or said[54:].strip())


def _signed(amount: Decimal) -> str:
    return f"{'1' if amount < 0 else '0'}{_digits(abs(amount))}"


def _digits(amount: Decimal) -> str:
    """Fifteen digits, three of them behind the comma."""
    return f"{int(amount * 1000):015d}"


def _day(day: date) -> str:
    return f"{day:%d%m%y}"
