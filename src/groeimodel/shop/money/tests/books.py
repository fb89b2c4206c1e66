"""Books of a year for tests."""

from datetime import date
from decimal import Decimal

from groeimodel.foundation.testing.cast import Cast
from groeimodel.shop.money import services
from groeimodel.shop.money.models import BookYear, Post
from groeimodel.shop.money.services.budget import Line

YEAR = 2026


def books(cast: Cast, year: int = YEAR) -> BookYear:
    return services.open_year(partnership=cast.partnership, year=year)


def a_post(
    book_year: BookYear,
    title: str = "Loon",
    budget: str = "1000",
    kind: str = "staff",
    direction: str = "expense",
) -> Post:
    return services.write_post(book_year=book_year, line=Line(direction, kind, title, Decimal(budget)))


def paid(post: Post, amount: str, **more: object) -> None:
    services.post_amount(
        post=post,
        day=date(post.book_year.year, 3, 2),
        amount=Decimal(amount),
        text="Rekening",
        **more,  # type: ignore[arg-type]
    )
