"""Whatever days people choose, in whatever order and how often: each movement is there once."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from random import Random

import pytest
from django_scopes import scope

from groeimodel.formats.coda_writing import Move, Sheet, write_coda
from groeimodel.formats.statement import StatementFile
from groeimodel.formats.statement_file import read_statement
from groeimodel.formats.tests.statements import OURS
from groeimodel.foundation.testing.cast import Cast
from groeimodel.shop.bank import selectors, services
from groeimodel.shop.bank.tests.banking import lines

START, DAYS = date(2026, 3, 1), 12


def year_of_payments(dice: Random) -> list[Move]:
    """Some of them alike to the last letter, on the same day; the bank gives the others a number."""
    moves = []
    for at in range(40):
        day = START + timedelta(days=1 + dice.randrange(DAYS))
        alike = dice.random() < 0.3
        amount = Decimal("-0.50") if alike else Decimal(dice.randrange(-9999, 9999) or 1).scaleb(-2)
        moves.append(
            Move(
                day, amount, text="Kosten" if alike else f"nr {at}", bank_reference="" if alike else f"N{at}"
            )
        )
    return sorted(moves, key=lambda one: one.day)


def export(moves: list[Move], first: int, last: int) -> StatementFile:
    """What a bank gives for the days after `first` up to `last`."""
    opens, closes = START + timedelta(days=first), START + timedelta(days=last)
    before = sum((one.amount for one in moves if one.day <= opens), Decimal(0))
    within = [one for one in moves if opens < one.day <= closes]
    return read_statement(write_coda([Sheet(OURS, 1, opens, closes, 100 + before, within)]).encode("cp1252"))


@pytest.mark.django_db
@pytest.mark.parametrize("seed", range(12))
def test_each_movement_is_there_once(cast: Cast, seed: int) -> None:
    dice = Random(seed)
    moves = year_of_payments(dice)
    edges = sorted({0, DAYS, *(dice.randrange(DAYS) for _ in range(3))})
    spans = list(pairwise(edges))
    for _ in range(4):
        first, last = sorted(dice.sample(range(DAYS + 1), 2))
        spans.append((first, last))
    dice.shuffle(spans)
    with scope(partnership=cast.partnership):
        account = services.add_account(partnership=cast.partnership, iban=OURS, name="Zicht")
        for first, last in spans:
            services.import_file(partnership=cast.partnership, file=export(moves, first, last))
        assert sorted((one.day, one.amount) for one in lines(account)) == sorted(
            (one.day, one.amount) for one in moves
        )
        (balance,) = selectors.balances_of(cast.partnership)
    assert not balance.missing
    assert balance.closing == 100 + sum(one.amount for one in moves)
