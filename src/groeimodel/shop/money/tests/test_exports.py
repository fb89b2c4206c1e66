"""The books go to an accounting package: numbers stay numbers, and no text becomes a formula (claim B5)."""

import csv
import io
from datetime import date
from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse
from django_scopes import scope
from openpyxl import load_workbook

from groeimodel.foundation.testing.cast import Cast
from groeimodel.shop.money import services
from groeimodel.shop.money.models import Posting
from groeimodel.shop.money.tests.books import a_post, books


@pytest.mark.claim("B5")
def test_workbook_and_tables_hold_what_the_books_hold(client: Client, cast: Cast) -> None:
    with scope(partnership=cast.partnership):
        year = books(cast, 2025)
        post = a_post(year)
        for amount, text in (("1234.50", "=SUM(A1)"), ("0.10", "@bus\x0bnaar\ufffezee")):
            services.post_amount(post=post, day=date(2025, 3, 4), amount=Decimal(amount), text=text)
        services.reverse(posting=Posting.objects.earliest("pk"), why="+ dubbel", day=date(2025, 4, 1))
        services.call_contributions(
            book_year=year, total=Decimal(100), key={"name": "equal"}, due_on=date(2025, 5, 1)
        )
    client.force_login(cast.amina)
    book = load_workbook(io.BytesIO(client.get(reverse("money:workbook", args=["testland", 2025])).content))
    assert book.sheetnames == ["Boekingen", "Begroting", "Bijdragen"]
    rows = list(book["Boekingen"].iter_rows(min_row=2, values_only=True))
    assert [row[7] for row in rows] == [1234.5, 0.1, -1234.5]
    assert [row[8] for row in rows] == ["'=SUM(A1)", "'@bus naar zee", "'+ dubbel"]
    assert rows[2][12] == rows[0][0]
    assert sum(row[2] for row in book["Bijdragen"].iter_rows(min_row=2, values_only=True)) == 100
    url = reverse("money:table", args=["testland", 2025, "boekingen"])
    read = list(csv.reader(io.StringIO(client.get(url).content.decode("utf-8-sig")), delimiter=";"))
    assert [row[7] for row in read[1:]] == ["1234,50", "0,10", "-1234,50"]
    assert client.get(reverse("money:table", args=["testland", 2025, "onzin"])).status_code == 404


def test_an_outsider_gets_no_books(client: Client, cast: Cast) -> None:
    with scope(partnership=cast.partnership):
        books(cast, 2025)
    client.force_login(cast.daan)
    assert client.get(reverse("money:workbook", args=["testland", 2025])).status_code == 403
