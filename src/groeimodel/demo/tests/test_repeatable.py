"""The same day always gives the same example data."""

from datetime import date

import pytest
from django.db import transaction
from django_scopes import scopes_disabled

from groeimodel import demo
from groeimodel.gauge.scan.models import Sheet
from groeimodel.meadow.actions.models import Action


def planted(today: date) -> list[tuple[object, ...]]:
    with transaction.atomic(), scopes_disabled():
        demo.seed(today)
        rows: list[tuple[object, ...]] = [
            *Sheet.objects.order_by("pk").values_list("answers", "guesses", "submitted_at"),
            *Action.objects.order_by("pk").values_list("title", "stage", "starts", "gardener__name"),
        ]
        transaction.set_rollback(True)
    return rows


@pytest.mark.django_db
def test_twice_the_same() -> None:
    first = planted(date(2026, 5, 4))
    assert len(first) > 150
    assert planted(date(2026, 5, 4)) == first
