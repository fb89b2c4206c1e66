"""An account with statements, for the tests of this room."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from groeimodel.formats.coda_writing import Move, Sheet, write_coda
from groeimodel.formats.statement import StatementFile
from groeimodel.formats.statement_file import read_statement
from groeimodel.formats.tests.statements import OURS
from groeimodel.foundation.partners.models import Partnership
from groeimodel.shop.bank import services
from groeimodel.shop.bank.models import Account, Line

DAY = date(2026, 3, 3)


def sheet(
    *moves: Move, opening: str = "100.00", number: int = 1, days: tuple[date, date] | None = None
) -> bytes:
    first, last = days or (date(2026, 3, 2), DAY)
    return write_coda([Sheet(OURS, number, first, last, Decimal(opening), moves, "Testland")]).encode(
        "cp1252"
    )


def pay(amount: str, name: str = "", day: date = DAY, **told: str) -> Move:
    """A movement; `bank` is the bank's own number of it."""
    return Move(day, Decimal(amount), name=name, bank_reference=told.pop("bank", f"R{name}{amount}"), **told)  # type: ignore[arg-type]


def file(*moves: Move, opening: str = "100.00", number: int = 1) -> StatementFile:
    return read_statement(sheet(*moves, opening=opening, number=number))


def account_with(partnership: Partnership, *moves: Move) -> Account:
    account = services.add_account(partnership=partnership, iban=OURS, name="Zichtrekening", bic="KREDBEBB")
    services.import_file(partnership=partnership, file=file(*moves))
    return account


def lines(account: Account) -> list[Line]:
    return list(Line.objects.filter(account=account))
