"""Statements for tests, built so that one reads what is in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from groeimodel.formats.coda_writing import Move, Sheet, write_coda

OURS = "BE68539007547034"
THEIRS = "BE71096123456769"
OGM = "123456789002"
FIRST, LAST = date(2026, 3, 2), date(2026, 3, 3)


def coda(*moves: Move, opening: str = "100.00", number: int = 1) -> bytes:
    return write_coda([Sheet(OURS, number, FIRST, LAST, Decimal(opening), moves, "Drie Beken")]).encode(
        "cp1252"
    )


def move(amount: str, **told: str) -> Move:
    return Move(LAST, Decimal(amount), bank_reference=told.pop("bank", f"REF{amount}"), **told)  # type: ignore[arg-type]


def rows_of(data: bytes) -> list[str]:
    return data.decode("cp1252").splitlines()


def changed(data: bytes, row: int, at: int, text: str) -> bytes:
    """With other text in a row (counted from 1), from a sign on (counted from 0)."""
    rows = rows_of(data)
    rows[row - 1] = rows[row - 1][:at] + text + rows[row - 1][at + len(text) :]
    return "\r\n".join(rows).encode("cp1252")


@dataclass(frozen=True)
class Pay:
    """One payment (TxDtls)."""

    amount: str
    name: str = ""
    iban: str = ""
    text: str = ""
    reference: str = ""
    foreign: str = ""
    """'120.00 USD'."""


@dataclass(frozen=True)
class Booked:
    """One entry (Ntry)."""

    amount: str
    """With a sign."""
    pays: Sequence[Pay] = ()
    state: str = "BOOK"
    back: bool = False
    bank: str = ""
    currency: str = "EUR"


def camt(
    *entries: Booked, opening: str = "100.00", closing: str | None = None, version: int = 2, iban: str = OURS
) -> bytes:
    moved = sum((Decimal(one.amount) for one in entries if one.state == "BOOK"), Decimal(0))
    end = closing or f"{Decimal(opening) + moved:.2f}"
    told = "".join(_entry(one, version) for one in entries)
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.{version:02d}"><BkToCstmrStmt>
<GrpHdr><MsgId>M1</MsgId><CreDtTm>2026-03-03T20:00:00</CreDtTm></GrpHdr>
<Stmt><Id>S1</Id><ElctrncSeqNb>1</ElctrncSeqNb><Acct><Id><IBAN>{iban}</IBAN></Id><Ccy>EUR</Ccy></Acct>
{_balance("OPBD", opening, FIRST)}{_balance("CLBD", end, LAST)}{told}</Stmt></BkToCstmrStmt></Document>""".encode()


def _balance(kind: str, amount: str, day: date) -> str:
    return (
        f"<Bal><Tp><CdOrPrtry><Cd>{kind}</Cd></CdOrPrtry></Tp>{_amount(amount)}<Dt><Dt>{day}</Dt></Dt></Bal>"
    )


def _amount(amount: str, currency: str = "EUR") -> str:
    side = "DBIT" if amount.startswith("-") else "CRDT"
    return f'<Amt Ccy="{currency}">{amount.lstrip("-")}</Amt><CdtDbtInd>{side}</CdtDbtInd>'


def _entry(one: Booked, version: int) -> str:
    state = f"<Sts><Cd>{one.state}</Cd></Sts>" if version >= 8 else f"<Sts>{one.state}</Sts>"
    pays = "".join(_pay(pay, one, version) for pay in one.pays)
    return (
        f"<Ntry>{_amount(one.amount, one.currency)}{'<RvslInd>true</RvslInd>' if one.back else ''}{state}"
        f"<BookgDt><Dt>{LAST}</Dt></BookgDt><ValDt><Dt>{LAST}</Dt></ValDt>"
        f"<AcctSvcrRef>{one.bank or 'B' + one.amount}</AcctSvcrRef><NtryDtls>{pays}</NtryDtls></Ntry>"
    )


def _pay(pay: Pay, entry: Booked, version: int) -> str:
    came = entry.amount.startswith("-") == entry.back
    side = "Dbtr" if came else "Cdtr"
    name = f"<Nm>{pay.name}</Nm>"
    party = f"<Pty>{name}</Pty>" if version >= 8 else name
    amount = (
        f'<Amt Ccy="EUR">{pay.amount}</Amt>'
        if version >= 4
        else f'<AmtDtls><TxAmt><Amt Ccy="EUR">{pay.amount}</Amt></TxAmt></AmtDtls>'
    )
    if pay.foreign:
        number, currency = pay.foreign.split()
        amount = f'<AmtDtls><InstdAmt><Amt Ccy="{currency}">{number}</Amt></InstdAmt></AmtDtls>'
    words = f"<Ustrd>{pay.text}</Ustrd>" if pay.text else ""
    strd = (
        f"<Strd><CdtrRefInf><Tp><CdOrPrtry><Cd>SCOR</Cd></CdOrPrtry><Issr>BBA</Issr></Tp><Ref>{pay.reference}</Ref></CdtrRefInf></Strd>"
        if pay.reference
        else ""
    )
    return (
        f"<TxDtls>{amount}<RltdPties><{side}>{party}</{side}><{side}Acct><Id><IBAN>{pay.iban}</IBAN></Id></{side}Acct>"
        f"</RltdPties><RmtInf>{words}{strd}</RmtInf></TxDtls>"
    )
