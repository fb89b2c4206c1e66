"""The bank of the example shop: one account, with a statement of which some lines wait for a place."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

from groeimodel.demo.kit import Planted, moment
from groeimodel.formats.coda_writing import Move, Sheet, write_coda
from groeimodel.formats.statement import account_of
from groeimodel.formats.statement_file import read_statement
from groeimodel.shop.bank import placing
from groeimodel.shop.bank import services as bank
from groeimodel.shop.bank.suggesting import Portion
from groeimodel.shop.money.selectors import open_contributions

OURS, PRINTER, SCOUTS = (
    account_of(f"99{number}{int(f'99{number}') % 97 or 97:02d}")
    for number in ("91234567", "92345678", "93456789")
)
"""Numbers of a bank that does not exist."""


def build(planted: Planted) -> None:
    """Two contributions came in and were posted, one for a part, one without its reference; and three other lines."""
    partnership, day = planted.partnership, planted.today - timedelta(days=4)
    account = bank.add_account(partnership=partnership, iban=OURS, name="Zichtrekening")
    moves = [*_contributions(planted), *_others(planted)]
    sheet = Sheet(OURS, 1, day - timedelta(days=12), day, Decimal("4186.40"), moves, "Jeugdwinkel Drie Beken")
    file = read_statement(write_coda([sheet]).encode("cp1252"))
    bank.import_file(partnership=partnership, file=file, at=moment(day + timedelta(days=1)))
    waiting = placing.waiting(partnership)
    chosen = {one.line.pk: one.suggestion.digest for one in waiting[:2] if one.suggestion and one.sure}
    bank.match_suggested(
        partnership=partnership, chosen=chosen, only_sure=True, at=moment(day + timedelta(days=1))
    )
    paid = next(one.line for one in waiting if one.line.iban == PRINTER)
    for post in placing.open_posts(partnership):
        if (post.direction, post.kind, post.book_year.year) == ("expense", "running", paid.day.year):
            part = Portion(paid.size, post=post.pk)
            bank.match_line(line=paid, portions=[part], text="Affiches", at=moment(day + timedelta(days=1)))
            break
    assert account.pk


def _contributions(planted: Planted) -> list[Move]:
    owed = sorted(open_contributions(planted.partnership), key=lambda one: one.contribution.pk)[:4]
    moves = []
    for at, one in enumerate(owed):
        last = at == 3
        moves.append(
            Move(
                day=planted.today - timedelta(days=14 - at),
                amount=(one.remaining / 2).quantize(Decimal("1.00")) if at == 2 else one.remaining,
                name=f"Gemeente {one.contribution.municipality.name}",
                reference="" if last else one.contribution.reference or "",
                text="jaarlijkse bijdrage" if last else "",
                bank_reference=f"VB{at:04d}",
            )
        )
    return moves


def _others(planted: Planted) -> list[Move]:
    told = (
        (9, "-184.20", "Drukkerij De Letterbak", PRINTER, "Factuur 118, affiches"),
        (8, "350.00", "Jeugdhuis De Zolder", SCOUTS, "huur tenten juli"),
        (6, "-9.75", "", "", "Bankkosten van dit kwartaal"),
        (5, "-96.00", "Drukkerij De Letterbak", PRINTER, "Factuur 131, uitnodigingen"),
    )
    return [
        Move(
            planted.today - timedelta(days=days),
            Decimal(amount),
            name,
            iban,
            text,
            bank_reference=f"VB1{days:03d}",
        )
        for days, amount, name, iban, text in told
    ]
