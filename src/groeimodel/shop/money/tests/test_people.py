"""Staff and volunteers, with hours and cost, without names (claim B5)."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django_scopes import scope

from groeimodel.foundation.testing.cast import Cast
from groeimodel.shop.money import services
from groeimodel.shop.money.models import Function, Month, Post
from groeimodel.shop.money.selectors import worked_in
from groeimodel.shop.money.services.people import functions_in
from groeimodel.shop.money.tests.books import books

YEAR = timezone.localdate().year


@pytest.fixture(autouse=True)
def _inside(cast: Cast) -> Iterator[None]:
    with scope(partnership=cast.partnership):
        yield


def function(cast: Cast, **more: object) -> Function:
    said = {
        "title": "Coördinator",
        "hours": Decimal(19),
        "yearly": Decimal("36500.00"),
        "starts": date(2024, 1, 1),
    }
    return services.add_function(partnership=cast.partnership, **{**said, **more})  # type: ignore[arg-type]


@pytest.mark.claim("B5")
def test_the_cost_goes_into_the_budget_by_the_days_of_the_year(cast: Cast) -> None:
    function(cast)
    function(cast, title="Jeugdwerker", starts=date(2025, 7, 1), ends=date(2026, 1, 31))
    year = books(cast, 2025)
    assert [services.budget_functions(book_year=year) for _again in range(2)] == [2, 0]
    budgets = dict(Post.objects.filter(book_year=year).values_list("title", "budget"))
    assert budgets == {
        "Coördinator": Decimal("36500.00"),
        "Jeugdwerker": Decimal("18400.00"),
    }  # 184 of 365 days


@pytest.mark.claim("B5")
def test_hours_of_staff_and_of_volunteers(cast: Cast) -> None:
    one = function(cast)
    services.note_month(partnership=cast.partnership, month=date(YEAR, 3, 1), hours=Decimal(80), function=one)
    services.note_month(partnership=cast.partnership, month=date(YEAR, 3, 9), hours=Decimal(82), function=one)
    services.note_month(partnership=cast.partnership, month=date(YEAR, 3, 1), hours=Decimal("12.5"), people=6)
    services.note_month(partnership=cast.partnership, month=date(YEAR, 4, 1), hours=Decimal(10), people=4)
    assert Month.objects.count() == 3
    rows, free = worked_in(cast.partnership, functions_in(cast.partnership, YEAR), YEAR)
    assert [row.hours for row in rows] == [Decimal(82)]
    assert (free.hours, free.most) == (Decimal("22.50"), 6)


def test_the_page(client: Client, cast: Cast) -> None:
    client.force_login(cast.finn)
    url = reverse("money:people", args=["testland"])
    assert "Nog geen functies" in client.get(url).text
    said = {"functie": "", "title": "Coördinator", "employer": "-", "hours": "19", "yearly": "36.500"}
    assert client.post(url, said).status_code == 422
    client.post(url, said | {"starts": "2024-01-01"})
    client.post(url, {"maand": "", "who": "-", "month": f"{YEAR}-02", "hours": "7,5", "people": "3"})
    text = client.get(url).text
    assert "7,50 uren, met hoogstens 3" in text
    client.post(reverse("money:stop", args=["testland", Function.objects.get().pk]))
    assert Function.objects.get().ends == timezone.localdate()
