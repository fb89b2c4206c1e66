"""Postings are exact, never changed, and corrected by a counter-entry; a closed year stays closed (claim B5)."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django_scopes import scope
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from groeimodel.foundation.testing.cast import Cast
from groeimodel.shop.money import services
from groeimodel.shop.money.models import Post, Posting
from groeimodel.shop.money.selectors import figures_of, means_of
from groeimodel.shop.money.tests.books import YEAR, a_post, books, paid


@pytest.fixture(autouse=True)
def _inside(cast: Cast) -> Iterator[None]:
    with scope(partnership=cast.partnership):
        yield


def last() -> Posting:
    return Posting.objects.select_related("post__book_year__partnership", "partnership").latest("pk")


@pytest.mark.claim("B5")
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=25)
@given(amounts=st.lists(st.decimals("0.01", "99999.99", places=2), max_size=6))
def test_figures_are_the_sum_of_the_postings(cast: Cast, amounts: list[Decimal]) -> None:
    Posting.objects.all().delete()
    Post.objects.all().delete()
    post = a_post(books(cast))
    for amount in amounts:
        paid(post, str(amount))
    figures = figures_of(cast.partnership, YEAR)
    assert figures.expenses.actual == sum(amounts, Decimal("0.00"))
    assert figures.expenses.budget == Decimal(1000)
    assert means_of(cast.partnership, [YEAR])[YEAR].expenses == figures.expenses


@pytest.mark.claim("B5")
def test_a_counter_entry_makes_it_nothing_and_both_stay(cast: Cast) -> None:
    post = a_post(books(cast))
    paid(post, "120.05")
    first = last()
    counter = services.reverse(posting=first, why="Dubbel genoteerd")
    assert figures_of(cast.partnership, YEAR).expenses.actual == 0
    assert (counter.reverses, counter.amount, Posting.objects.count()) == (first, Decimal("120.05"), 2)
    for one in (first, counter):
        with pytest.raises(ValidationError):
            services.reverse(posting=one, why="Nog eens")


def test_a_counter_entry_has_a_reason(cast: Cast) -> None:
    paid(a_post(books(cast)), "5")
    with pytest.raises(ValidationError, match="waarom"):
        services.reverse(posting=last(), why=" ")


@pytest.mark.claim("B5")
def test_a_closed_year_takes_nothing_and_is_corrected_in_the_next(cast: Cast) -> None:
    year = books(cast)
    post = a_post(year)
    paid(post, "80")
    first = last()
    with pytest.raises(ValidationError, match="nog niet voorbij"):
        services.close_year(book_year=year, on=date(YEAR, 12, 31))
    services.close_year(book_year=year, on=date(YEAR + 1, 1, 10))
    for deed in (
        lambda: paid(post, "1"),
        lambda: a_post(year, "Huur"),
        lambda: services.take_back(posting=first),
        lambda: services.close_year(book_year=year, on=date(YEAR + 1, 2, 1)),
        lambda: services.copy_budget(book_year=year),
    ):
        with pytest.raises(ValidationError):
            deed()
    with pytest.raises(ValidationError, match="volgende jaar"):
        services.reverse(posting=first, why="Fout")
    books(cast, YEAR + 1)
    counter = services.reverse(posting=first, why="Fout")
    assert (counter.post.book_year.year, counter.post.title, counter.day.year) == (YEAR + 1, "Loon", YEAR + 1)
    assert figures_of(cast.partnership, YEAR).expenses.actual == Decimal(80)
    assert figures_of(cast.partnership, YEAR + 1).expenses.actual == Decimal(-80)


def test_a_line_of_a_statement_is_posted_once(cast: Cast) -> None:
    post = a_post(books(cast))
    paid(post, "10", statement_key="rekening-1:7")
    with pytest.raises(ValidationError, match="al geboekt"):
        paid(post, "10", statement_key="rekening-1:7")
    paid(post, "10")
    paid(post, "10")
    assert Posting.objects.count() == 3


def test_all_that_is_wrong_at_once(cast: Cast) -> None:
    post = a_post(books(cast))
    with pytest.raises(ValidationError) as found:
        services.post_amount(post=post, day=date(2020, 1, 1), amount=Decimal(1), text="x")
    assert "De dag ligt niet in 2026." in found.value.messages
    with pytest.raises(ValidationError):
        services.post_amount(post=post, day=date(YEAR, 1, 1), amount=Decimal(0), text="")


def test_a_slip_is_taken_back_the_same_day_by_whoever_made_it(cast: Cast) -> None:
    post = a_post(books(cast))
    services.post_amount(post=post, day=date(YEAR, 1, 2), amount=Decimal(3), text="x", actor=cast.finn)
    with pytest.raises(ValidationError):
        services.take_back(posting=last())
    services.take_back(posting=last(), actor=cast.finn)
    assert not Posting.objects.exists()


@pytest.mark.parametrize("who", ["amina", "bram", "els", "daan"])
def test_only_the_coordinator_keeps_the_books(cast: Cast, who: str) -> None:
    year, actor = books(cast), getattr(cast, who)
    post = a_post(year)
    paid(post, "4")
    for deed in (
        lambda: services.open_year(partnership=cast.partnership, year=2027, actor=actor),
        lambda: paid(post, "1", actor=actor),
        lambda: services.reverse(posting=last(), why="x", actor=actor),
        lambda: services.close_year(book_year=year, on=date(2027, 1, 1), actor=actor),
    ):
        with pytest.raises(PermissionDenied):
            deed()
