"""A statement of a bank account, whatever the format of its file. No Django."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from hashlib import sha256

from stdnum import iban as ibans
from stdnum import iso11649
from stdnum.be import ogm_vcs

MOST = 50
"""How many problems are told; the rest is counted."""
MOST_BYTES = 10_000_000
MOST_LINES = 20_000

_IN_TEXT = re.compile(r"(?:\+{3}|\*{3})\s*(\d{3})\s*/\s*(\d{4})\s*/\s*(\d{5})\s*(?:\+{3}|\*{3})")


class BadStatement(Exception):
    """A file that cannot be used. `problems` says everything that is wrong, in words; nothing was done."""

    def __init__(self, problems: Iterable[str]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(self.problems))


class Problems:
    """Collects what is wrong, with its place; the first fifty are told."""

    def __init__(self) -> None:
        self._told: list[str] = []
        self._count = 0

    def add(self, place: str, message: str) -> None:
        """`place` is 'regel 12' or 'Stmt 1, Ntry 3'."""
        self._count += 1
        if self._count <= MOST:
            self._told.append(f"{place}: {message}" if place else message)

    @property
    def any(self) -> bool:
        return self._count > 0

    def stop(self) -> None:
        """Raise BadStatement when there is any problem."""
        if self._count > MOST:
            self._told.append(f"En nog {self._count - MOST} andere fouten.")
        if self._count:
            raise BadStatement(self._told)


@dataclass(frozen=True, slots=True)
class StatementLine:
    day: date
    """When the bank booked it."""
    value_day: date | None
    amount: Decimal
    """Euro with two places; below zero when it left the account."""
    name: str = ""
    """Of the other party; may be a person."""
    iban: str = ""
    """Of the other party, without spaces; empty when the bank does not tell."""
    text: str = ""
    reference: str = ""
    """Twelve digits (Belgian) or 'RF...' (international), checked; '' when there is none."""
    bank_reference: str = ""
    key: str = ""
    """The same for the same movement, also in another file of the same format; see `with_keys`."""


@dataclass(frozen=True, slots=True)
class Statement:
    iban: str
    currency: str
    number: str
    """Number or sequence, as the bank gives it."""
    opening: Decimal
    closing: Decimal
    opens_on: date
    """The day of the old balance."""
    closes_on: date
    lines: tuple[StatementLine, ...] = ()
    notes: tuple[str, ...] = ()
    """What was left out or looks odd, in words; no reason to refuse the file."""


@dataclass(frozen=True, slots=True)
class StatementFile:
    kind: str
    """'coda' or 'camt'."""
    statements: tuple[Statement, ...]
    notes: tuple[str, ...] = ()


def with_keys(statements: Iterable[Statement]) -> tuple[tuple[Statement, ...], tuple[str, ...]]:
    """The statements, each once, with a key on each line; and what is to be told about it.

    A key is made of what the line says, and of how many lines just like it came before on that account. It does not hold
    the number of the statement: banks let people choose the days of a file, and then the same line comes in another one.
    """
    seen: set[Statement] = set()
    alike: Counter[tuple[str, str]] = Counter()
    kept, notes = [], []
    for one in statements:
        if one in seen:
            notes.append(f"Uittreksel {one.number} staat twee keer in het bestand. Het telt één keer.")
            continue
        seen.add(one)
        lines = []
        for line in one.lines:
            said = _said(line)
            lines.append(replace(line, key=_digest(one.iban, said, alike[one.iban, said])))
            alike[one.iban, said] += 1
        kept.append(replace(one, lines=tuple(lines)))
    return tuple(kept), tuple(notes)


def _said(line: StatementLine) -> str:
    parts = [line.day, line.value_day, line.amount, line.iban, line.reference, line.bank_reference]
    return "|".join([*map(str, parts), " ".join(f"{line.name} {line.text}".split()).casefold()])


def _digest(iban: str, said: str, number: int) -> str:
    return sha256(f"{iban}|{said}|{number}".encode()).hexdigest()


def reference_of(text: str) -> str:
    """A structured reference that was given as such: checked and compact, '' when it is none."""
    plain = re.sub(r"[\s+*/.-]", "", text).upper()
    if plain.isdigit() and len(plain) == 12 and ogm_vcs.is_valid(plain):
        return plain
    return plain if plain.startswith("RF") and iso11649.is_valid(plain) else ""


def reference_in(text: str) -> str:
    """A Belgian reference between +++ or *** in free words; '' when there is none, or its check digits are wrong."""
    for parts in _IN_TEXT.findall(text):
        digits = "".join(parts)
        if ogm_vcs.is_valid(digits):
            return str(digits)
    return ""


def account_of(text: str) -> str:
    """An account as an IBAN without spaces where it is one; a Belgian number of twelve digits becomes one."""
    plain = re.sub(r"[\s.-]", "", text).upper()
    if re.fullmatch(r"\d{12}", plain):
        return f"BE{98 - int(plain + '111400') % 97:02d}{plain}"
    return plain


def is_iban(text: str) -> bool:
    """By its length and check digits; lists of bank codes lag behind the banks."""
    return bool(ibans.is_valid(text, check_country=False))


def clean(text: str) -> str:
    """One line without signs that cannot be shown."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())
