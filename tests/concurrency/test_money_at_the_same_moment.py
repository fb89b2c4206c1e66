"""Postings and the closing of a year at the same moment: nothing slips into a closed year, no line is posted twice."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django_scopes import scope

from groeimodel.foundation.testing.cast import Cast, make_cast
from groeimodel.shop.money import services
from groeimodel.shop.money.models import BookYear, Post, Posting
from groeimodel.shop.money.selectors import figures_of
from groeimodel.shop.money.tests.books import a_post, books
from tests.concurrency.test_at_the_same_moment import ROUNDS, race

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def cast(transactional_db: None) -> Cast:
    return make_cast()


def begun(cast: Cast) -> tuple[BookYear, Post]:
    with scope(partnership=cast.partnership):
        year = books(cast, 2020)
        return year, a_post(year)


def posting(cast: Cast, post: Post, key: str = "") -> Any:
    def run() -> Any:
        with scope(partnership=cast.partnership):
            return services.post_amount(
                post=post, day=date(2020, 5, 1), amount=Decimal("12.34"), text="Bus", statement_key=key
            )

    return run


@pytest.mark.parametrize("number", range(ROUNDS))
def test_a_posting_while_the_year_is_closed(cast: Cast, number: int) -> None:
    """Either it is in the year, or it is refused: never in a year that was closed before it."""
    year, post = begun(cast)

    def close() -> Any:
        with scope(partnership=cast.partnership):
            return services.close_year(book_year=year, on=date(2021, 1, 5))

    results = race(posting(cast, post), close)
    with scope(partnership=cast.partnership):
        assert BookYear.objects.get().closed
        refused = sum(isinstance(one, ValidationError) for one in results)
        assert Posting.objects.count() == 1 - refused, results


@pytest.mark.parametrize("number", range(ROUNDS))
def test_the_same_line_twice(cast: Cast, number: int) -> None:
    _year, post = begun(cast)
    results = race(posting(cast, post, "rekening:1"), posting(cast, post, "rekening:1"))
    assert sum(isinstance(one, Posting) for one in results) == 1, results
    assert sum(isinstance(one, ValidationError) for one in results) == 1, results


@pytest.mark.parametrize("number", range(ROUNDS))
def test_postings_beside_each_other_all_count(cast: Cast, number: int) -> None:
    _year, post = begun(cast)
    race(*(posting(cast, post) for _each in range(4)))
    with scope(partnership=cast.partnership):
        assert figures_of(cast.partnership, 2020).expenses.actual == Decimal("49.36")


@pytest.mark.parametrize("number", range(ROUNDS))
def test_two_set_the_same_posting_right(cast: Cast, number: int) -> None:
    _year, post = begun(cast)
    posting(cast, post)()
    with scope(partnership=cast.partnership):
        first = Posting.objects.select_related("post__book_year__partnership", "partnership").get()

    def mend() -> Any:
        with scope(partnership=cast.partnership):
            return services.reverse(posting=first, why="Dubbel", day=date(2020, 6, 1))

    results = race(mend, mend)
    assert sum(isinstance(one, Posting) for one in results) == 1, results
    with scope(partnership=cast.partnership):
        assert figures_of(cast.partnership, 2020).expenses.actual == 0
