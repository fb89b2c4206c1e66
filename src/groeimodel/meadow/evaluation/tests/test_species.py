"""Per species over the years: tried, running, picked, composted, cost, reach and verdicts (claim W9)."""

from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django_scopes import scope
from pytest_django import DjangoAssertNumQueries

from groeimodel.foundation.testing.cast import Cast
from groeimodel.meadow.actions import services as actions
from groeimodel.meadow.evaluation.overview import overview_of
from groeimodel.meadow.evaluation.tests.test_closing import closed
from groeimodel.meadow.tending import services as tending
from groeimodel.meadow.tending.services import Counted
from groeimodel.meadow.tending.tests.running import running, spend

URL = "/igs/testland/weide/soorten/"


def reached(action: object, figure: int) -> None:
    counted = Counted(timezone.localdate(), Decimal(figure), "jongeren", "lijst", reach=True)
    tending.note_result(action=action, counted=counted)  # type: ignore[arg-type]


@pytest.mark.claim("W9")
def test_what_was_tried_what_it_cost_and_what_came_of_it(client: Client, cast: Cast) -> None:
    today = timezone.localdate()
    with scope(partnership=cast.partnership):
        for verdict in ("again", "shop"):
            action = running(cast, title=verdict)
            spend(action, "100.50")
            reached(action, 500)  # the evaluation says 23, with its source
            closed(action, verdict, cast.bram)
        reached(running(cast, title="loopt nog"), 7)
        closed(running(cast, title="gestopt", species="poppy"), "compost", cast.bram)
        long_ago = running(cast, title="vroeger", days=(-800, -700), species="poppy")
        assert long_ago.starts is not None
        actions.compost(action=long_ago, lesson="Te groot")
        actions.take_down_seed(partnership=cast.partnership, title="Idee", species="daisy", on=today)
        overview = overview_of(cast.partnership)
    vorming = next(one for one in overview.species if one.species == "cornflower")
    total = vorming.total
    assert (total.tried, total.running, total.picked, total.composted) == (3, 1, 2, 0)
    assert (total.cost, total.reach) == (Decimal(201), 53)
    assert total.told == [("opnieuw zaaien", 1), ("naar de winkel", 1)]
    poppy = next(one for one in overview.species if one.species == "poppy")
    assert [one.year for one in poppy.years] == [timezone.localdate().year, long_ago.starts.year]
    assert (vorming.word, poppy.word, overview.best) == ("thrives", "struggles", (vorming,))
    client.force_login(cast.celia)
    page = client.get(URL).text
    assert "Vorming groeit hier het best: 2 van de 2 keer geplukt." in page
    assert "Evenement vraagt hier een andere aanpak" in page
    assert "Nog niet geprobeerd: kampen en vakantie, participatie, ontmoeting." in page
    assert "€\xa0201" in page
    assert '<svg xmlns="http://www.w3.org/2000/svg" class="chart"' in page
    assert cast.municipality.name not in page, "no municipality is ranked"


def test_an_empty_overview_teaches_and_strangers_stay_out(client: Client, cast: Cast) -> None:
    client.force_login(cast.celia)
    assert "Nog geen acties om op terug te kijken" in client.get(URL).text
    client.force_login(cast.daan)
    assert client.get(URL).status_code == 403


def test_as_many_queries_with_many_actions_as_with_few(
    client: Client, cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    client.force_login(cast.celia)
    with scope(partnership=cast.partnership):
        running(cast)
    with django_assert_max_num_queries(99) as few:
        client.get(URL)
    with scope(partnership=cast.partnership):
        for at in range(12):
            running(cast, title=str(at), species="daisy", days=(-400 + at, 5))
    with django_assert_max_num_queries(len(few.captured_queries)):
        client.get(URL)


def test_the_page_of_the_meadow_leads_there(client: Client, cast: Cast) -> None:
    client.force_login(cast.celia)
    assert reverse("evaluation:species", args=["testland"]) in client.get("/igs/testland/weide/").text
