"""A partnership among others: only when it takes part, only from five others up, only as one of three bands."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django_scopes import scope, scopes_disabled

from groeimodel.foundation.jobs.models import Job
from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.testing.cast import Cast
from groeimodel.rules.bands import Band
from groeimodel.showcase.sharing.models import Kind
from groeimodel.soil.meetings.models import Meeting
from groeimodel.support.trends import tasks
from groeimodel.support.trends.comparing import Comparison, comparison_of
from groeimodel.support.trends.figures import COMPARED
from groeimodel.support.trends.measuring import measured
from groeimodel.support.trends.models import Measure
from groeimodel.support.trends.tests.made import TODAY, make_eight, make_partnership, measure, share

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _in_march() -> Any:
    with time_machine.travel(datetime(2026, 3, 2, 9, tzinfo=UTC), tick=False):
        yield


def open_here(cast: Cast) -> None:
    share(cast.partnership, Kind.COMPARISON)
    measure(cast.partnership)


def see(client: Client, person: Any, partnership: Partnership) -> Any:
    client.force_login(person)
    return client.get(reverse("trends:compare", args=[partnership.slug]))


def told(partnership: Partnership) -> Comparison:
    found = comparison_of(partnership)
    assert found is not None
    return found


def band(partnership: Partnership, key: str) -> Band | None:
    line = next(one for one in told(partnership).lines if one.figure.key == key)
    return line.standing.band if line.standing else None


def test_each_stands_in_its_band() -> None:
    """4, 6, 5, 7, 9, 11, 8 and 6 meetings in 2025; from March on fewer are in the last twelve months."""
    made = make_eight()
    measure(*made)
    with scopes_disabled():
        figures = [Measure.objects.get(partnership=one).figures.get("meetings") for one in made]
    assert figures == ["2.00", "4.00", "3.00", "5.00", "7.00", "9.00", "6.00", "4.00"]
    assert band(made[0], "meetings") == Band.LOW
    assert band(made[3], "meetings") == Band.MIDDLE
    assert band(made[5], "meetings") == Band.HIGH


def test_an_own_figure_that_nobody_recorded_has_no_band() -> None:
    made = make_eight()
    measure(*made)
    assert band(made[0], "trust") is None


def test_what_fewer_than_five_others_recorded_has_no_band() -> None:
    made = make_eight()
    measure(*made)
    with scopes_disabled():
        for number, one in enumerate(made):
            row = Measure.objects.get(partnership=one)
            row.figures = {**row.figures, "trust": "70"} if number < 5 else row.figures
            row.save()
    assert band(made[0], "trust") is None
    assert band(made[0], "meetings") is not None


@pytest.mark.parametrize(("others", "enough"), [(4, False), (5, True)])
def test_only_from_five_others_up(cast: Cast, client: Client, others: int, enough: bool) -> None:
    made = make_eight()
    for one in made[others:]:
        share(one)
    measure(*made)
    open_here(cast)
    page = see(client, cast.bram, cast.partnership)
    assert page.status_code == 200
    assert ("strip__band--own" in page.text) is enough
    assert ("Nog geen vijf andere" in page.text) is not enough


def test_without_taking_part_there_is_nothing_to_see(cast: Cast, client: Client) -> None:
    measure(*make_eight())
    page = see(client, cast.bram, cast.partnership)
    assert "Jullie cijfers tellen nog niet mee" in page.text
    assert "coördineert, kan dit openzetten" in page.text
    assert "strip__band" not in page.text
    assert reverse("sharing:page", args=["testland"]) in see(client, cast.finn, cast.partnership).text


def test_opening_asks_for_a_measure_and_closing_takes_it_away(cast: Cast, client: Client) -> None:
    share(cast.partnership, Kind.COMPARISON)
    assert "We meten straks" in see(client, cast.bram, cast.partnership).text
    (job,) = Job.objects.filter(kind="trends.measure")
    tasks.measure(job.payload)
    with scopes_disabled():
        assert Measure.objects.get().partnership == cast.partnership
    share(cast.partnership)
    with scopes_disabled():
        assert not Measure.objects.exists()
    tasks.measure(job.payload)  # it may run late: closed is closed
    with scopes_disabled():
        assert not Measure.objects.exists()


def test_who_closes_it_counts_no_more_for_others() -> None:
    made = make_eight()
    measure(*made)
    before = told(made[0]).others
    for one in made[5:]:
        share(one)
    assert (before, told(made[0]).others) == (5, 0)


def test_it_is_measured_once_a_month() -> None:
    made = make_eight()
    tasks.measure_all()
    with scopes_disabled():
        assert Measure.objects.count() == 8
    with scope(partnership=made[0]):
        Meeting.objects.all().delete()
    with time_machine.travel(datetime(2026, 3, 31, 9, tzinfo=UTC), tick=False):
        tasks.measure_all()
    with scopes_disabled():
        assert Measure.objects.get(partnership=made[0]).figures["meetings"] == "2.00"
    with time_machine.travel(datetime(2026, 4, 1, 9, tzinfo=UTC), tick=False):
        tasks.measure_all()
    with scopes_disabled():
        row = Measure.objects.get(partnership=made[0])
    assert "meetings" not in row.figures
    assert row.measured_on == date(2026, 4, 1)


def test_the_page_tells_no_figure_and_no_name_of_another(cast: Cast, client: Client) -> None:
    made = make_eight()
    with scopes_disabled():
        measure(*made)
        for one in made:
            Measure.objects.filter(partnership=one).update(
                figures={each.key: "8631.07" for each in COMPARED}, model="soil", municipalities=2
            )
    open_here(cast)
    text = see(client, cast.bram, cast.partnership).text
    assert "8631" not in text
    assert "8.631" not in text
    assert "Streek" not in text
    assert "Dorp" not in text
    assert text.count("Geen model is beter dan een ander") > text.count("strip__band--own")


@pytest.mark.parametrize(
    ("who", "status"), [("amina", 200), ("bram", 200), ("finn", 200), ("els", 200), ("daan", 403)]
)
def test_who_may_look(cast: Cast, client: Client, who: str, status: int) -> None:
    assert see(client, getattr(cast, who), cast.partnership).status_code == status


def test_a_visitor_sees_nothing(cast: Cast, client: Client) -> None:
    open_here(cast)
    assert client.get(reverse("trends:compare", args=["testland"])).status_code == 403


def test_the_page_asks_as_much_of_the_database_with_many_as_with_few(
    cast: Cast, client: Client, django_assert_max_num_queries: Any
) -> None:
    measure(*make_eight())
    open_here(cast)
    see(client, cast.bram, cast.partnership)
    address = reverse("trends:compare", args=["testland"])
    with django_assert_max_num_queries(8) as few:
        client.get(address)
    more = [make_partnership(20 + n, 3, 2) for n in range(6)]
    for one in more:
        share(one, Kind.COMPARISON)
    measure(*more)
    with django_assert_max_num_queries(len(few)):
        assert "Minstens 10 andere" in client.get(address).text


def test_a_measure_asks_as_much_with_much_as_with_little(django_assert_max_num_queries: Any) -> None:
    small, large = make_partnership(1, 1, 1), make_partnership(2, 11, 20)
    with scope(partnership=small), django_assert_max_num_queries(80) as few:
        measured(small, TODAY)
    with scope(partnership=large), django_assert_max_num_queries(len(few)):
        measured(large, TODAY)


def test_an_example_compares_itself_with_invented_ones_only(cast: Cast, client: Client) -> None:
    measure(*make_eight())
    open_here(cast)
    assert not told(cast.partnership).invented
    Partnership.objects.filter(pk=cast.partnership.pk).update(example=True)
    page = see(client, cast.bram, cast.partnership)
    assert "Verzonnen voorbeeld" in page.text


def test_examples_do_not_count_for_real_ones() -> None:
    made = make_eight()
    measure(*made)
    Partnership.objects.filter(pk__in=[one.pk for one in made[:4]]).update(example=True)
    assert told(made[7]).others == 0
