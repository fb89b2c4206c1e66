"""Per municipality hours and euros in, results and harvest out, each figure with its source (claim W19)."""

from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django_scopes import scope
from pytest_django import DjangoAssertNumQueries

from groeimodel.foundation.partners.models import Municipality
from groeimodel.foundation.partners.services.mergers import merge
from groeimodel.foundation.testing.cast import Cast
from groeimodel.meadow.actions.models import Action, Participation
from groeimodel.meadow.tending import services
from groeimodel.meadow.tending.accounts import account_of
from groeimodel.meadow.tending.services import Counted, Worked
from groeimodel.meadow.tending.tests.running import running, spend
from groeimodel.meadow.tending.tests.test_hours import grant, worked
from groeimodel.soil.harvest import services as harvest
from groeimodel.soil.harvest.services import Gain


def mixed(cast: Cast) -> tuple[Action, Action]:
    """A shared action with everything in it, and one on the plot of Proefdorp."""
    today, home, there = timezone.localdate(), cast.municipality, cast.neighbour
    shared = running(cast)
    Participation.objects.create(action=shared, municipality=home, amount=Decimal(300), in_kind="onze zaal")
    Participation.objects.create(action=shared, municipality=there, amount=Decimal("200.50"))
    spend(shared, "120", payer=home)
    spend(shared, "250", payer=there)
    spend(shared, "75")  # the pot: nobody's own
    grant(cast)
    services.note_hours(action=shared, worked=worked(cast, hours="3.5"), actor=cast.bram)
    services.note_hours(action=shared, worked=Worked(today, Decimal(6), home, None, "Opbouw"))
    services.note_hours(action=shared, worked=Worked(today, Decimal(2), there, cast.celia))
    for figure, unit, where in ((23, "jongeren", home), (7, "jongeren", there), (90, "jongeren", None)):
        counted = Counted(today, Decimal(figure), unit, "deelnemerslijst", municipality=where, reach=True)
        services.note_result(action=shared, counted=counted)
    own = running(cast, title="Kamp", plot=home)
    spend(own, "40.25")
    harvest.record_harvest(partnership=cast.partnership, gain=Gain(home, "Fuifcharter", today))
    return shared, own


@pytest.mark.claim("W19")
def test_every_figure_counts_once_and_for_the_right_municipality(cast: Cast) -> None:
    with scope(partnership=cast.partnership):
        mixed(cast)
        home = account_of(cast.partnership, cast.municipality)
        there = account_of(cast.partnership, cast.neighbour)
    total = home.total
    assert (total.agreed, total.paid) == (Decimal(300), Decimal("160.25"))
    assert total.euros == Decimal("340.25")  # the larger of 300 and 120 on one, 40.25 on its own plot
    assert (total.hours, total.on_mandate) == (Decimal("9.5"), Decimal("3.5"))
    assert (total.reach, total.results, total.harvest) == (23, (("jongeren", Decimal(23)),), 1)
    assert [one.action.title for one in home.lines] == ["Kamp", "Fuifcoaches"]
    assert home.lines[1].in_kind == "onze zaal"
    assert (there.total.euros, there.total.hours, there.total.reach) == (Decimal(250), Decimal(2), 7)
    assert there.total.actions == 1


@pytest.mark.claim("W19")
def test_each_figure_leads_to_where_it_comes_from(client: Client, cast: Cast) -> None:
    with scope(partnership=cast.partnership):
        shared, _own = mixed(cast)
    client.force_login(cast.bram)
    page = client.get(reverse("tending:account", args=["testland"])).text
    course = reverse("tending:action", args=["testland", shared.pk])
    assert "Wat Proefdorp gaf, en wat ze kreeg" in page, "the own one first"
    for part in ("uitgaven", "uren", "resultaat-"):
        assert f'href="{course}#{part}' in page
    assert f'{reverse("actions:action", args=["testland", shared.pk])}#deelname">€\xa0300' in page
    assert "deelnemerslijst" in page
    assert "Fuifcharter" in page
    other = reverse("tending:account_of", args=["testland", cast.neighbour.pk])
    assert "Wat Buurdorp gaf" in client.get(other).text
    client.force_login(cast.daan)
    assert client.get(other).status_code == 403
    client.force_login(cast.bram)
    assert client.get(reverse("tending:account_of", args=["testland", cast.faraway.pk])).status_code == 404


def test_a_year_holds_what_was_done_in_it(client: Client, cast: Cast) -> None:
    today = timezone.localdate()
    last = today.replace(year=today.year - 1, month=3, day=1)
    with scope(partnership=cast.partnership):
        action = running(cast, days=((last - today).days, 60))
        spend(action, "10", payer=cast.municipality, on=last)
        spend(action, "5", payer=cast.municipality)
        both = account_of(cast.partnership, cast.municipality)
        then = account_of(cast.partnership, cast.municipality, year=last.year)
        now = account_of(cast.partnership, cast.municipality, year=today.year)
    assert [one.total.paid for one in (both, then, now)] == [15, 10, 5]
    client.force_login(cast.bram)
    page = client.get(reverse("tending:account", args=["testland"]), {"jaar": str(last.year)}).text
    assert f"In {last.year}." in page
    assert client.get(reverse("tending:account", args=["testland"]), {"jaar": "x"}).status_code == 200


def test_an_empty_account_teaches(client: Client, cast: Cast) -> None:
    client.force_login(cast.celia)
    assert "Nog niets op de rekening" in client.get(reverse("tending:account", args=["testland"])).text


def test_what_merged_into_one_counts_there(cast: Cast) -> None:
    with scope(partnership=cast.partnership):
        mixed(cast)
    joined = Municipality.objects.create(name="Samendorp", invented=True)
    merge(into=joined, parts=[cast.municipality, cast.neighbour], on=timezone.localdate())
    with scope(partnership=cast.partnership):
        total = account_of(cast.partnership, joined).total
    assert (total.hours, total.reach, total.harvest) == (Decimal("11.5"), 30, 1)
    assert total.paid == Decimal("410.25")


def many(cast: Cast, times: int) -> None:
    """Many actions, written straight into the tables."""
    today = timezone.localdate()
    rows = Action.objects.bulk_create(
        Action(
            partnership=cast.partnership,
            title=f"Actie {at}",
            species="poppy",
            stage="flower",
            starts=today,
            ends=today,
            budget=10,
            taken_down_on=today,
        )
        for at in range(times)
    )
    Participation.objects.bulk_create(
        Participation(action=one, municipality=cast.municipality, amount=10) for one in rows
    )


def test_a_thousand_actions_take_as_many_queries_as_ten(
    client: Client, cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    client.force_login(cast.bram)
    url = reverse("tending:account", args=["testland"])
    with scope(partnership=cast.partnership):
        mixed(cast)
        many(cast, 30)
    with django_assert_max_num_queries(99) as few:
        client.get(url)
    with scope(partnership=cast.partnership):
        many(cast, 1000)
    with django_assert_max_num_queries(len(few.captured_queries)):
        page = client.get(url, {"anew": "1"}).text  # no service wrote these: the kept page would come
    assert "€\xa010.640,25" in page
    assert "Bladzijde 1 van 69" in page
