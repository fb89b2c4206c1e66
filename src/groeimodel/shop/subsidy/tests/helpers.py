"""A file of the example scheme for tests, with books beside it."""

from decimal import Decimal

from groeimodel.foundation.testing.cast import Cast
from groeimodel.shop.money.models import BookYear
from groeimodel.shop.money.tests.books import a_post, books, paid
from groeimodel.shop.subsidy import services
from groeimodel.shop.subsidy.models import Dossier, Paper


def a_file(cast: Cast, scheme: str = "igs-jeugd-2021") -> Dossier:
    return services.begin(partnership=cast.partnership, scheme=scheme)


def the_paper(dossier: Dossier, document: str = "progress") -> Paper:
    return dossier.papers.select_related("dossier__partnership").get(document=document)


def year_of_books(cast: Cast, year: int, own: str, subsidy: str, came_in: str = "") -> BookYear:
    """Contributions and subsidy in the budget; `came_in` of the contributions."""
    book_year = books(cast, year)
    contributions = a_post(book_year, "Bijdragen", own, "contribution", "receipt")
    a_post(book_year, "Vlaanderen", subsidy, "subsidy", "receipt")
    if came_in and Decimal(came_in):
        paid(contributions, came_in)
    return book_year
