"""The pages of money, as the coordinator and others see them (claims B5, B7)."""

from datetime import date
from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse
from django_scopes import scope
from pytest_django import DjangoAssertNumQueries

from groeimodel.foundation.testing.cast import Cast
from groeimodel.shop.money import services as money
from groeimodel.shop.money.models import Call, Commitment, Contribution, Post, Posting
from groeimodel.shop.money.selectors import open_contributions
from groeimodel.shop.money.tests.books import YEAR, a_post, books, paid


def url(name: str, *more: object) -> str:
    return reverse(f"money:{name}", args=["testland", *more])


@pytest.mark.claim("B5")
def test_a_year_from_first_post_to_call(client: Client, cast: Cast) -> None:
    client.force_login(cast.finn)
    assert "Nog geen boeken" in client.get(url("page")).text
    client.post(url("page"), {"year": YEAR})
    assert "Nog geen posten" in client.get(url("year", YEAR)).text
    client.post(
        url("new_post", YEAR),
        {"kind": "expense:staff", "title": "Coördinator", "budget": "1.250,50", "nature": "exploitation"},
    )
    with scope(partnership=cast.partnership):
        post = Post.objects.get()
    assert post.budget == Decimal("1250.50")
    wrong = client.post(
        url("posting", YEAR), {"post": post.pk, "day": "2020-01-01", "amount": "-3", "text": ""}
    )
    assert wrong.status_code == 422
    assert wrong.text.count("field__error") == 3
    client.post(
        url("posting", YEAR),
        {"post": post.pk, "day": f"{YEAR}-02-03", "amount": "1.300", "text": "Loon februari"},
    )
    text = client.get(url("year", YEAR)).text
    assert "€\xa049,50 te veel" in text
    query = "?total=900&equal=100"
    assert "Naast elkaar" in client.get(url("simulator", YEAR) + query).text
    client.post(url("call", YEAR) + query, {"title": "Bijdrage", "due_on": f"{YEAR}-05-01"})
    with scope(partnership=cast.partnership):
        assert Call.objects.get().total == 900
    assert "+++" in client.get(url("contributions")).text


@pytest.mark.claim("B7")
def test_commitments_of_six_years(client: Client, cast: Cast) -> None:
    client.force_login(cast.finn)
    said = {
        "municipality": cast.municipality.pk,
        "starts": "2026-01-01",
        "ends": "2031-12-31",
        "yearly": "2.500",
    }
    client.post(url("commitments"), said)
    with scope(partnership=cast.partnership):
        assert Commitment.objects.get().yearly == 2500
    text = client.get(url("commitments")).text
    assert text.count("€\xa02.500") == 7  # once in the row, once a year
    assert client.post(url("commitments"), said).status_code == 422


def test_a_correction_by_the_form(client: Client, cast: Cast) -> None:
    with scope(partnership=cast.partnership):
        paid(a_post(books(cast)), "10")
        posting = Posting.objects.get()
    client.force_login(cast.finn)
    assert "Haal deze boeking weg" not in client.get(url("correct", posting.pk)).text
    client.post(url("correct", posting.pk), {"why": "Dubbel"})
    text = client.get(url("year", YEAR)).text
    assert "rechtgezet" in text
    assert "zet een andere recht" in text


def test_a_year_is_closed_after_a_look(client: Client, cast: Cast) -> None:
    with scope(partnership=cast.partnership):
        a_post(books(cast, 2020))
    client.force_login(cast.finn)
    assert "2020 afsluiten?" in client.get(url("shut", 2020)).text
    client.post(url("shut", 2020))
    assert "afgesloten op" in client.get(url("year", 2020)).text
    assert client.post(url("shut", 2020)).status_code == 422


def test_the_budget_of_last_year_is_taken_over_once(client: Client, cast: Cast) -> None:
    with scope(partnership=cast.partnership):
        a_post(books(cast, YEAR - 1))
        year = books(cast)
    client.force_login(cast.finn)
    for _again in range(2):
        client.post(url("copy", YEAR), {"vorig": ""})
    with scope(partnership=cast.partnership):
        assert Post.objects.filter(book_year=year).count() == 1


@pytest.mark.parametrize(("who", "sees"), [("amina", 200), ("bram", 200), ("els", 200), ("daan", 403)])
def test_who_sees_money(client: Client, cast: Cast, who: str, sees: int) -> None:
    with scope(partnership=cast.partnership):
        books(cast)
    client.force_login(getattr(cast, who))
    for name, more in (("page", ()), ("year", (YEAR,)), ("contributions", ()), ("commitments", ())):
        assert client.get(url(name, *more)).status_code == sees
    assert client.get(url("posting", YEAR)).status_code == 403


def test_a_constant_number_of_queries(
    client: Client, cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    with scope(partnership=cast.partnership):
        for at in range(12):
            post = a_post(books(cast), f"Post {at}")
            for _one in range(3):
                paid(post, "10")
    client.force_login(cast.finn)
    with django_assert_max_num_queries(24):
        client.get(url("year", YEAR))


def test_many_years_ask_as_many_queries_as_one(
    client: Client, cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    client.force_login(cast.finn)
    with scope(partnership=cast.partnership):
        for year in range(YEAR - 9, YEAR + 1):
            books(cast, year)
    client.get(url("page"))
    with django_assert_max_num_queries(10):
        assert str(YEAR - 9) in client.get(url("page")).text


@pytest.mark.claim("B5")
def test_a_contribution_of_last_year_is_paid_by_hand_in_this_one(client: Client, cast: Cast) -> None:
    with scope(partnership=cast.partnership):
        money.call_contributions(
            book_year=books(cast, YEAR - 1),
            total=Decimal(100),
            key={"name": "equal"},
            due_on=date(YEAR, 1, 1),
        )
        post = a_post(books(cast), "Bijdragen", "100", "contribution", "receipt")
        owed = Contribution.objects.get(municipality=cast.municipality)
    client.force_login(cast.finn)
    assert "Betaalt dit een bijdrage?" in client.get(url("posting", YEAR)).text
    said = {
        "post": post.pk,
        "day": f"{YEAR}-01-09",
        "amount": "50",
        "text": "Bijdrage",
        "contribution": owed.pk,
    }
    assert client.post(url("posting", YEAR), said).status_code == 302
    with scope(partnership=cast.partnership):
        assert owed.pk not in {one.contribution.pk for one in open_contributions(cast.partnership)}
