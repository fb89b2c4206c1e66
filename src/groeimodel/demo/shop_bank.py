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
from groeimodel.shop.money import services as money
from groeimodel.shop.money.models import Post
from groeimodel.shop.money.selectors import open_contributions
from groeimodel.shop.money.services.budget import Line

OURS, PRINTER, SCOUTS = (
    account_of(f"99{number}{int(f'99{number}') % 97 or 97:02d}")
    for number in ("91234567", "92345678", "93456789")
)
"""Numbers of a bank that does not exist."""

POSTS = (
    ("receipt", "contribution", "Bijdragen van de gemeenten", 18000),
    ("receipt", "own", "Verhuur en inschrijvingen", 2500),
    ("expense", "running", "Druk, porto en bank", 1500),
)


def build(planted: Planted) -> None:
    """Contributions came in, one for a part and one without its reference; of the other lines one was placed."""
    partnership, day = planted.partnership, planted.today - timedelta(days=4)
    _books(planted)
    bank.add_account(partnership=partnership, iban=OURS, name="Zichtrekening")
    moves = [*_contributions(planted), *_others(planted)]
    sheet = Sheet(OURS, 1, day - timedelta(days=12), day, Decimal("4186.40"), moves, "Jeugdwinkel Drie Beken")
    file = read_statement(write_coda([sheet]).encode("cp1252"))
    at = moment(day + timedelta(days=1))
    bank.import_file(partnership=partnership, file=file, at=at)
    waiting = placing.waiting(partnership)
    sure = [one for one in waiting if one.sure and placing.posts_for(one.line)][:2]
    chosen = {one.line.pk: one.suggestion.digest for one in sure if one.suggestion}
    bank.match_suggested(partnership=partnership, chosen=chosen, only_sure=True, at=at)
    printed = next(one.line for one in waiting if one.line.iban == PRINTER)
    for post in placing.posts_for(printed):
        if post.kind == "running":
            part = Portion(printed.size, post=post.pk)
            bank.match_line(line=printed, portions=[part], text="Affiches", at=at)
            break


def _books(planted: Planted) -> None:
    """Books and a call for contributions, where the example has none yet."""
    partnership, day = planted.partnership, planted.today - timedelta(days=16)
    if open_contributions(partnership):
        return
    years = sorted({day.year, planted.today.year})
    for number in years:
        year = money.open_year(partnership=partnership, year=number, at=moment(day))
        for direction, kind, title, budget in POSTS:
            if not Post.objects.filter(book_year=year, direction=direction, kind=kind).exists():
                line = Line(direction, kind, title, Decimal(budget))
                money.write_post(book_year=year, line=line, at=moment(day))
    money.call_contributions(
        book_year=year,
        total=Decimal("18000.00"),
        key={"name": "equal"},
        due_on=planted.today + timedelta(days=30),
        at=moment(day),
    )


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
