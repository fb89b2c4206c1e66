"""A book year with posts and a call for contributions, for the tests of this room."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from groeimodel.foundation.testing.cast import Cast
from groeimodel.shop.money.models import BookYear, Call, Contribution, Post

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
    year = BookYear.objects.create(partnership=cast.partnership, year=2026)
    posts = [
        Post.objects.create(book_year=year, direction=direction, kind=kind, title=title, budget=Decimal(0))
        for direction, kind, title in (
            ("receipt", "contribution", "Bijdragen van de gemeenten"),
            ("receipt", "own", "Eigen ontvangsten"),
            ("expense", "running", "Druk en porto"),
        )
    ]
    call = Call.objects.create(book_year=year, total=Decimal("1650.00"))
    owed = [
        Contribution.objects.create(
            call=call,
            municipality=place,
            amount=Decimal(amount),
            reference=reference,
            due_on=date(2026, 4, 30),
        )
        for place, amount, reference in (
            (cast.municipality, "1250.00", REFERENCE),
            (cast.neighbour, "400.00", OTHER),
        )
    ]
    return Books(*posts, *owed)
