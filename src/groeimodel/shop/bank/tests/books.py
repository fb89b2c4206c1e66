"""A book year with posts and a call for contributions, for the tests of this room."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from groeimodel.foundation.testing.cast import Cast
from groeimodel.shop.money import services as money
from groeimodel.shop.money.models import Contribution, Post
from groeimodel.shop.money.services.budget import Line

REFERENCE, OTHER = "123456789002", "123456789103"


@dataclass(frozen=True)
class Books:
    contributions: Post
    own: Post
    running: Post
    home: Contribution
    """Of Proefdorp: 1.250 euro."""
    neighbour: Contribution
    """Of Buurdorp: 400 euro."""


def make_books(cast: Cast) -> Books:
    year = money.open_year(partnership=cast.partnership, year=2026)
    posts = [
        money.write_post(book_year=year, line=Line(direction, kind, title))
        for direction, kind, title in (
            ("receipt", "contribution", "Bijdragen van de gemeenten"),
            ("receipt", "own", "Eigen ontvangsten"),
            ("expense", "running", "Druk en porto"),
        )
    ]
    table = {cast.municipality.key: "1250", cast.neighbour.key: "400"}
    call = money.call_contributions(
        book_year=year,
        total=Decimal("1650.00"),
        key={"name": "table", "table": table},
        due_on=date(2026, 4, 30),
    )
    for place, reference in ((cast.municipality, REFERENCE), (cast.neighbour, OTHER)):
        Contribution.objects.filter(call=call, municipality=place).update(reference=reference)
    home, neighbour = (
        Contribution.objects.get(call=call, municipality=place)
        for place in (cast.municipality, cast.neighbour)
    )
    contributions, own, running = posts
    return Books(contributions, own, running, home, neighbour)
