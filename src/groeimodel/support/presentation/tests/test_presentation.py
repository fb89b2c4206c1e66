"""The presentation (claim I2): from the model to the own result, with notes, by links, keys and on paper."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django_scopes import scope
from pytest_django import DjangoAssertNumQueries

from groeimodel.content.presentation import notes
from groeimodel.foundation.testing.cast import Cast
from groeimodel.gauge.scan import services as scan
from groeimodel.gauge.scan.models import Role
from groeimodel.gauge.scan.services import Said
from groeimodel.meadow.actions.models import Action
from groeimodel.meadow.tending.models import Result
from groeimodel.soil.harvest import services as harvest
from groeimodel.soil.harvest.services import Gain
from groeimodel.support.presentation.slides import deck_of, deck_of_model

pytestmark = pytest.mark.django_db


def keys(cast: Cast) -> list[str]:
    with scope(partnership=cast.partnership):
        return [one.key for one in deck_of(cast.partnership, cast.finn).slides]


def scanned(cast: Cast) -> None:
    """A scan round with answers of three people."""
    from groeimodel.content import load

    with scope(partnership=cast.partnership):
        answers = {one.id: 2 + n % 3 for n, one in enumerate(load().statements)}
        said = [Said(role, where, answers) for role, where in ((Role.ALDERMAN, cast.municipality), (Role.OFFICER, cast.municipality), (Role.OFFICER, cast.neighbour))]  # fmt: skip
        scan.keep_session(partnership=cast.partnership, by=cast.finn, title="Zaal", privacy="open", said=said, short=False)  # fmt: skip


def test_every_slide_has_notes(cast: Cast) -> None:
    scanned(cast)
    shown = set(keys(cast)) | {one.key for one in deck_of_model().slides}
    assert shown <= set(notes())


def test_a_slide_without_data_is_left_out_and_the_presenter_reads_why(cast: Cast, client: Client) -> None:
    assert keys(cast) == ["welcome", "model", "soil", "meadow", "shop", "roles", "garden", "closing"]
    client.force_login(cast.finn)
    page = client.get(reverse("presentation:own_notes", args=[cast.partnership.slug, 1])).content.decode()
    assert "er is nog geen groeiscan" in page
    assert "er is nog geen oogst" in page
    assert "er loopt geen actie" in page


def test_running_actions_results_and_what_comes_are_shown_with_their_source(
    cast: Cast, client: Client
) -> None:
    today = timezone.localdate()
    with scope(partnership=cast.partnership):
        grow = {
            "partnership": cast.partnership,
            "stage": "flower",
            "taken_down_on": today,
            "species": "poppy",
        }
        fest = Action.objects.create(
            title="Buitenspeeldag",
            starts=today - timedelta(days=9),
            budget=500,
            ends=today + timedelta(days=9),
            **grow,
        )
        Action.objects.create(title="Fuifbus", plot=cast.neighbour, starts=today + timedelta(days=3), ends=today + timedelta(days=40), **grow)  # fmt: skip
        Result.objects.create(action=fest, on=today, figure=1240, unit="kinderen", reach=True, source="Telling aan de deur")  # fmt: skip
        Result.objects.create(
            action=fest, on=today, figure=3, unit="pleegkinderen", reach=True, source="Lijst"
        )
    shown = keys(cast)
    assert shown[7:10] == ["running", "results", "ahead"]
    client.force_login(cast.bram)
    pages = {
        key: client.get(reverse("presentation:own_slide", args=[cast.partnership.slug, n])).content.decode()
        for n, key in enumerate(shown, start=1)
    }
    assert "Buitenspeeldag" in pages["running"]
    assert "Buurdorp, vanaf" in pages["running"]
    assert "1.240 kinderen" in pages["results"]
    assert "Telling aan de deur" in pages["results"]
    assert "pleegkinderen" not in pages["results"], "a handful of people is not shown in a hall"
    assert "‘Fuifbus’ begint" in pages["ahead"]


@pytest.mark.claim("I2")
def test_it_runs_to_the_own_result(cast: Cast, client: Client) -> None:
    scanned(cast)
    with scope(partnership=cast.partnership):
        harvest.record_harvest(partnership=cast.partnership, gain=Gain(cast.municipality, "Fuifcharter", timezone.localdate()))  # fmt: skip
    shown = keys(cast)
    assert {"standing", "harvest", "steps"} <= set(shown)
    client.force_login(cast.finn)
    for number in range(1, len(shown) + 1):
        page = client.get(reverse("presentation:own_slide", args=[cast.partnership.slug, number]))
        assert page.status_code == 200
        bare = page.content
        assert len(bare) < 250_000
        assert page.content.decode().count("<h1") == 1
    assert client.get(reverse("presentation:own_slide", args=[cast.partnership.slug, 99])).status_code == 404
    paper = client.get(reverse("presentation:own_paper", args=[cast.partnership.slug])).content.decode()
    assert paper.count('class="paper-slide"') == len(shown)
    assert "Fuifcharter" in paper


def test_the_model_alone_is_for_everybody(client: Client) -> None:
    total = len(deck_of_model().slides)
    for number in range(1, total + 1):
        assert client.get(reverse("presentation:slide", args=[number])).status_code == 200
        assert client.get(reverse("presentation:notes", args=[number])).status_code == 200
    first = client.get(reverse("presentation:start")).content.decode()
    assert reverse("presentation:slide", args=[2]) in first


def test_guests_and_visitors_do_not_see_a_partnership_presented(cast: Cast, client: Client) -> None:
    address = reverse("presentation:own_start", args=[cast.partnership.slug])
    assert client.get(address).status_code in (302, 403)
    client.force_login(cast.daan)
    assert client.get(address).status_code == 403


def test_queries_do_not_depend_on_the_slide(cast: Cast, client: Client, django_assert_max_num_queries: DjangoAssertNumQueries) -> None:  # fmt: skip
    scanned(cast)
    client.force_login(cast.finn)
    for number in (1, 7, 9):
        with django_assert_max_num_queries(40):
            client.get(reverse("presentation:own_slide", args=[cast.partnership.slug, number]))
