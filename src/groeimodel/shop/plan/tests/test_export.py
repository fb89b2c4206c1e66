"""The whole plan as a file."""

from __future__ import annotations

import csv
import io
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse
from django_scopes import scope
from openpyxl import load_workbook

from groeimodel.foundation.testing.cast import Cast
from groeimodel.shop.plan import services
from groeimodel.shop.plan.services import Fields
from groeimodel.shop.plan.tests.helpers import small_plan

pytestmark = pytest.mark.django_db


@pytest.mark.claim("B15")
def test_every_amount_with_its_codes(client: Client, cast: Cast) -> None:
    with scope(partnership=cast.partnership):
        plan = small_plan(cast).plan
        services.adopt(plan=plan, on=date(2025, 12, 9))
        services.add_objective(plan=plan, fields=Fields("Zonder acties"))
    client.force_login(cast.amina)
    where = reverse("plan:export", args=["testland", plan.pk, "csv"])
    rows = list(csv.reader(io.StringIO(client.get(where).content.decode("utf-8-sig")), delimiter=";"))
    assert [row[-4:] for row in rows[1:]] == [
        ["2026", "exploitatie", "uitgave", "1200,50"],
        ["2027", "exploitatie", "ontvangst", "300,00"],
        ["", "", "", ""],
    ]
    assert rows[1][:6:2] == ["1", "1.1", "1.1.1"]
    adopted = client.get(where, {"versie": "1"})
    assert "Zonder acties" not in adopted.content.decode("utf-8-sig")
    assert client.get(where, {"versie": "9"}).status_code == 404
    book = load_workbook(
        io.BytesIO(client.get(reverse("plan:export", args=["testland", plan.pk, "xlsx"])).content)
    )
    assert book.active is not None
    assert book.active["M2"].value == 1200.5
    client.force_login(cast.daan)
    assert client.get(where).status_code == 403
