"""The kit of a shop: its results, its lever and answers to objections, each with figures (claim B13)."""

from datetime import date
from decimal import Decimal

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django_scopes import scope

from groeimodel.content.objections import FIGURES, objections
from groeimodel.foundation.testing.cast import Cast
from groeimodel.shop.counter import services as counter
from groeimodel.shop.counter.models import Offer
from groeimodel.shop.subsidy import services as subsidy
from groeimodel.shop.subsidy.tests.helpers import a_file, year_of_books

TODAY = date(2026, 1, 15)


def page(client: Client, cast: Cast) -> str:
    client.force_login(cast.amina)
    with time_machine.travel(TODAY, tick=False):
        return client.get(reverse("kit:kit", args=["testland", cast.municipality.pk])).text


def test_without_a_shop_nothing_is_said_of_one(client: Client, cast: Cast) -> None:
    assert "De winkel in cijfers" not in page(client, cast)


@pytest.mark.claim("B13")
def test_results_lever_and_answers_stand_in_the_kit(client: Client, cast: Cast) -> None:
    with scope(partnership=cast.partnership):
        dossier = a_file(cast)
        year_of_books(cast, 2025, "1000", "900", came_in="500")
        subsidy.grant(dossier=dossier, amounts={2025: Decimal(750)})
        offer = Offer.objects.create(
            partnership=cast.partnership, title="Fuifpakket", starts=date(2025, 1, 1), draft=False
        )
        counter.record_use(
            offer=offer, municipality=cast.municipality, day=date(2025, 3, 1), people=120, source="hand"
        )
    told = page(client, cast)
    assert "De winkel in cijfers" in told
    assert "€\xa01,50" in told
    assert "Fuifpakket" in told
    assert "Voor elke euro van de gemeenten komt er €\xa01,50 subsidie bij." in told
    assert "De gemeenten brengen samen €\xa0500 in, Vlaanderen €\xa0750." in told
    assert "ongeveer 120 mensen" in told
    assert "Ze praten daar alleen maar." not in told, "an answer whose figure nobody recorded is left out"


def test_objections_name_only_figures_that_the_kit_knows() -> None:
    for one in objections():
        assert set(one.needs) <= set(FIGURES)
        assert one.answer % dict.fromkeys(one.needs, "7")
