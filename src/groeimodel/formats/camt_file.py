"""Statements in CAMT.053 (ISO 20022), whatever its version: elements are known by their name alone. No Django."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal, InvalidOperation
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from groeimodel.formats.camt_parts import at, every, line_of, local, pick, text_at
from groeimodel.formats.statement import (
    MOST_LINES,
    BadStatement,
    Problems,
    Statement,
    StatementFile,
    StatementLine,
    account_of,
    is_iban,
    with_keys,
)

__all__ = ["read_camt"]

MOST = Decimal(10) ** 12
"""Euro: amounts stay below it, as they do in CODA."""

_OTHERS = {
    "BkToCstmrAcctRpt": "Dit is een CAMT.052: een tussenstand, nog niet geboekt. Kies een uittreksel, CAMT.053.",
    "BkToCstmrDbtCdtNtfctn": "Dit is een CAMT.054: een melding. Kies een uittreksel, CAMT.053.",
}
_NOT_CAMT = "Dit is geen CAMT.053. Vraag bij je bank een bestand in CODA of CAMT.053."
_OPENING, _CLOSING = ("OPBD", "PRCD", "ITBD"), ("CLBD", "ITBD")


def read_camt(data: bytes) -> StatementFile:
    """Every statement of a file.

    Raises:
        BadStatement: with everything that is wrong, by statement and entry.
    """
    message = _message(data)
    parts = list(every(message, "Stmt"))
    if not parts:
        raise BadStatement(["Er staat geen enkel uittreksel (Stmt) in het bestand."])
    if sum(len(list(every(part, "Ntry"))) for part in parts) > MOST_LINES:
        raise BadStatement(
            [f"Het bestand heeft meer dan {MOST_LINES} verrichtingen. Kies een kortere periode."]
        )
    problems = Problems()
    found = [_Reading(part, f"Stmt {number}", problems).statement() for number, part in enumerate(parts, 1)]
    problems.stop()
    statements, notes = with_keys(one for one in found if one is not None)
    return StatementFile("camt", statements, notes)


def _message(data: bytes) -> Element:
    try:
        root: Element = fromstring(data, forbid_dtd=True)
    except DefusedXmlException:
        raise BadStatement(
            ["Dit bestand bevat verwijzingen (DTD) die een bank nooit stuurt. Het wordt niet gelezen."]
        ) from None
    except (ParseError, ValueError, LookupError) as error:
        row = getattr(error, "position", (0, 0))[0]
        where = f"regel {row}: " if row else ""
        raise BadStatement([f"{where}de XML klopt niet. Is het bestand wel volledig?"]) from None
    for child in root if local(root) == "Document" else ():
        if local(child) == "BkToCstmrStmt":
            return child
        if local(child) in _OTHERS:
            raise BadStatement([_OTHERS[local(child)]])
    raise BadStatement([_NOT_CAMT])


class _Reading:
    """One statement; what is wrong goes to `problems`."""

    def __init__(self, part: Element, place: str, problems: Problems) -> None:
        self.part, self.place, self.problems = part, place, problems
        self.notes: list[str] = []
        self.currency = text_at(part, "Acct", "Ccy")

    def statement(self) -> Statement | None:
        iban = account_of(
            text_at(self.part, "Acct", "Id", "IBAN") or text_at(self.part, "Acct", "Id", "Othr", "Id")
        )
        if not is_iban(iban):
            self._wrong("Acct", f"‘{iban}’ is geen geldig rekeningnummer.")
        opening, closing = self._balance(_OPENING, last=False), self._balance(_CLOSING, last=True)
        self.currency = self.currency or "EUR"
        if self.currency != "EUR":
            self._wrong(
                "Acct",
                f"de rekening staat in {self.currency}. Enkel rekeningen in euro kunnen ingelezen worden.",
            )
            return None
        lines = [
            line
            for number, entry in enumerate(every(self.part, "Ntry"), 1)
            for line in self._entry(entry, f"Ntry {number}")
        ]
        if opening is None or closing is None or self.problems.any:
            return None
        moved = sum((one.amount for one in lines), Decimal(0))
        if opening[0] + moved != closing[0]:
            self._wrong(
                "Bal",
                f"oud saldo {opening[0]:.2f} en verrichtingen {moved:.2f} geven niet het nieuwe saldo {closing[0]:.2f}.",
            )
        number = (
            text_at(self.part, "LglSeqNb") or text_at(self.part, "ElctrncSeqNb") or text_at(self.part, "Id")
        )
        return Statement(
            iban=iban,
            currency=self.currency,
            number=(f"{closing[1]:%Y}/{number}" if number.isdecimal() else number)[:60],
            opening=opening[0],
            closing=closing[0],
            opens_on=opening[1],
            closes_on=closing[1],
            lines=tuple(lines),
            notes=tuple(self._left_out()),
        )

    def _wrong(self, where: str, message: str) -> None:
        self.problems.add(f"{self.place}, {where}", message)

    def _left_out(self) -> list[str]:
        waiting = sum(_state(one) != "BOOK" for one in every(self.part, "Ntry"))
        told = text_at(self.part, "TxsSummry", "TtlNtries", "NbOfNtries")
        count = len(list(every(self.part, "Ntry")))
        notes = list(self.notes)
        if waiting:
            notes.append(
                f"{waiting} verrichting(en) zijn nog niet geboekt. Ze komen mee in een later bestand."
            )
        if told.isdecimal() and len(told) < 10 and int(told) != count:
            notes.append(
                f"Het bestand zegt {told} verrichtingen en bevat er {count}. De saldo's kloppen wel."
            )
        return notes

    def _balance(self, kinds: Sequence[str], *, last: bool) -> tuple[Decimal, date] | None:
        """Amount and day of the first kind of balance that is there."""
        words = "nieuw saldo" if last else "oud saldo"
        for kind in kinds:
            found = [one for one in every(self.part, "Bal") if text_at(one, "Tp", "CdOrPrtry", "Cd") == kind]
            if found:
                one = found[-1 if last else 0]
                amount, day = self._amount(one, f"Bal {kind}"), self._day(at(one, "Dt"), f"Bal {kind}")
                self.currency = self.currency or pick(one, "Amt").get("Ccy", "")
                return (amount, day) if amount is not None and day is not None else None
        self._wrong("Bal", f"er is geen {words} ({' of '.join(kinds[:2])}).")
        return None

    def _amount(self, of: Element, where: str) -> Decimal | None:
        """With the sign of its CdtDbtInd. A reversal already stands on the side where it was booked."""
        text, side = text_at(of, "Amt"), text_at(of, "CdtDbtInd")
        amount = _decimal(text)
        if amount is None:
            self._wrong(where, f"‘{text}’ is geen bedrag in euro.")
        elif side not in {"CRDT", "DBIT"}:
            self._wrong(where, f"‘{side}’ zegt niet of het erbij of eraf gaat (CRDT of DBIT).")
        else:
            return amount if side == "CRDT" else -amount
        return None

    def _day(self, of: Element | None, where: str) -> date | None:
        text = (text_at(of, "Dt") or text_at(of, "DtTm")) if of is not None else ""
        try:
            return date.fromisoformat(text[:10])
        except ValueError:
            self._wrong(where, f"‘{text}’ is geen dag.")
            return None

    def _entry(self, entry: Element, where: str) -> Iterator[StatementLine]:
        if _state(entry) != "BOOK":
            return
        amount, day = self._amount(entry, where), self._day(at(entry, "BookgDt"), f"{where}, BookgDt")
        currency = pick(entry, "Amt").get("Ccy", self.currency)
        if currency != self.currency:
            self._wrong(where, f"dit bedrag staat in {currency}, de rekening in {self.currency}.")
        value = at(entry, "ValDt")
        value_day = self._day(value, f"{where}, ValDt") if value is not None else None
        if amount is None or day is None:
            return
        whole = StatementLine(day=day, value_day=value_day, amount=amount)
        details = [one for part in every(entry, "NtryDtls") for one in every(part, "TxDtls")]
        if len(details) < 2:
            yield line_of(whole, entry, details[0] if details else None)
            return
        parts = [_part(one, amount, self.currency) for one in details]
        if sum((one for one in parts if one is not None), Decimal(0)) == amount and None not in parts:
            for one, part in zip(details, parts, strict=True):
                yield line_of(replace(whole, amount=part or Decimal(0)), entry, one)
            return
        self.notes.append(
            f"{where}: de {len(details)} betalingen in deze verrichting tellen niet op tot het totaal. Enkel het totaal telt."
        )
        yield line_of(whole, entry, None)


def _state(entry: Element) -> str:
    """Booked or not: a word in old versions, a code within it in newer ones."""
    found = at(entry, "Sts")
    return text_at(found, "Cd") or text_at(found) if found is not None else "BOOK"


def _part(detail: Element, whole: Decimal, currency: str) -> Decimal | None:
    """The amount of one payment of a batch, on the side of the batch unless it says otherwise."""
    holder = at(detail, "Amt")
    if holder is None:
        holder = at(detail, "AmtDtls", "TxAmt", "Amt")
    if holder is None or holder.get("Ccy", currency) != currency:
        return None
    amount = _decimal(text_at(holder))
    if amount is None:
        return None
    side = text_at(detail, "CdtDbtInd")
    against = side == "DBIT" if side in {"CRDT", "DBIT"} else whole < 0
    return -amount if against else amount


def _decimal(text: str) -> Decimal | None:
    """Not below zero, below `MOST`, at most two places."""
    try:
        amount = Decimal(text)
    except InvalidOperation:
        return None
    if not amount.is_finite() or amount < 0 or amount >= MOST or amount != amount.quantize(Decimal("0.01")):
        return None
    return amount.quantize(Decimal("0.01"))
