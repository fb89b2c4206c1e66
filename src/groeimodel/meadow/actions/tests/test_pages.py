"""The meadow, an action, and the forms that lead it on, as people of each role see them (claims W3, W4, W21)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from django_scopes import scope

from groeimodel.foundation.partners.models import Municipality
from groeimodel.foundation.search.selectors import search
from groeimodel.foundation.testing.cast import Cast
from groeimodel.meadow.actions import meadow, services
from groeimodel.meadow.actions.models import Action
from groeimodel.meadow.actions.tests.starting import decided, started
from groeimodel.soil.lessons import services as lessons
from groeimodel.soil.themes import services as themes

TODAY = timezone.localdate()


@pytest.fixture(autouse=True)
def _inside(cast: Cast) -> Iterator[None]:
    with scope(partnership=cast.partnership):
        yield


def page(client: Client, cast: Cast, query: str = "") -> str:
    return client.get(reverse("actions:meadow", args=[cast.partnership.slug]) + query).text


def sown(cast: Cast, title: str, species: str = "daisy", plot: Municipality | None = None) -> Action:
    return services.take_down_seed(
        partnership=cast.partnership, title=title, species=species, on=TODAY, plot=plot
    )


def running(
    cast: Cast, title: str, *, ends: int = 30, plot: Municipality | None = None, species: str = "daisy"
) -> Action:
    last = TODAY + timedelta(days=ends)
    bounds = services.Bounds(last - timedelta(days=60), last, Decimal(100))
    return started(sown(cast, title, species, plot), bounds, gardener=cast.bram)


def many(cast: Cast, number: int) -> None:
    """Actions of every stage, on the shared meadow and on both plots."""
    plots = [None, cast.municipality, cast.neighbour]
    Action.objects.bulk_create(
        Action(
            partnership=cast.partnership,
            title=f"Actie {at}",
            species="daisy",
            stage=Action.Stage.values[at % 5],
            plot=plots[at % 3],
            starts=TODAY - timedelta(days=9),
            ends=TODAY + timedelta(days=at % 40),
            budget=Decimal(10),
            lesson="Les" if at % 5 == 4 else "",
            taken_down_on=TODAY,
        )
        for at in range(number)
    )


@pytest.mark.claim("W4")
def test_the_meadow_shows_what_is_shared_and_what_stands_on_plots(cast: Cast, client: Client) -> None:
    running(cast, "Samen op kamp")
    running(cast, "Speelstraat", plot=cast.municipality)
    client.force_login(cast.celia)
    text = page(client, cast)
    assert "Samen op kamp" in text
    assert "Speelstraat" in text
    assert "Speelstraat" not in page(client, cast, "?perceel=samen")
    own = page(client, cast, f"?perceel={cast.municipality.pk}")
    assert "Speelstraat" in own
    assert "Samen op kamp" not in own


def test_the_meadow_is_narrowed_by_stage_kind_and_theme(cast: Cast, client: Client) -> None:
    theme = themes.propose(partnership=cast.partnership, proposal=themes.Proposal("Uitgaan"), actor=cast.bram)
    running(cast, "Fuif", species="poppy")
    seed = sown(cast, "Kamp", "sunflower")
    Action.objects.filter(pk=seed.pk).update(theme=theme)
    client.force_login(cast.bram)
    for query, there, gone in (
        ("?stadium=seed", "Kamp", "Fuif"),
        ("?soort=poppy", "Fuif", "Kamp"),
        (f"?thema={theme.pk}", "Kamp", "Fuif"),
    ):
        text = page(client, cast, query).split('<ul class="actions">')[1]
        assert there in text
        assert gone not in text
    assert "Hier staat niets" in page(client, cast, "?stadium=compost")
    for nonsense in ("?stadium=onzin", "?perceel=-1", "?thema=x", "?bladzijde=99", "?perceel=" + "9" * 40):
        assert (
            client.get(reverse("actions:meadow", args=[cast.partnership.slug]) + nonsense).status_code == 200
        )


@pytest.mark.claim("W3")
def test_growth_is_in_the_order_of_time_and_never_of_who_does_most(cast: Cast) -> None:
    running(cast, "Later", ends=60, plot=cast.neighbour)
    running(cast, "Over tijd", ends=-3, plot=cast.municipality)
    for title in ("Bijna", "Ook bijna"):
        services.report_progress(
            action=running(cast, title, ends=5, plot=cast.neighbour), progress=90, result=90
        )
    rows = meadow.in_order(meadow.narrowed(cast.partnership, meadow.Filter()))
    assert [one.title for one in rows] == ["Over tijd", "Ook bijna", "Bijna", "Later"]
    plots = meadow.plots_of(cast.partnership, [cast.municipality, cast.neighbour])
    assert [one.municipality.name for one in plots] == ["Proefdorp", "Buurdorp"], "as they were given"


@pytest.mark.claim("W3")
def test_every_kind_has_its_own_look(cast: Cast, client: Client) -> None:
    for species in Action.Species.values:
        running(cast, f"Een {species}", species=species)
    sown(cast, "Nog niets", "")
    client.force_login(cast.bram)
    text = page(client, cast)
    shapes = {text.split(f'flower--{one}"')[1].split("</svg>")[0] for one in Action.Species.values}
    assert len(shapes) == 5
    assert "growth--seed" in text


def test_an_empty_meadow_teaches(cast: Cast, client: Client) -> None:
    client.force_login(cast.bram)
    text = page(client, cast)
    assert "Hier groeit nog niets" in text
    assert "Noteer een zaadje" in text


@pytest.mark.claim("G6")
def test_the_state_of_the_soil_stands_on_the_meadow(cast: Cast, client: Client) -> None:
    client.force_login(cast.bram)
    for _ in range(2):
        text = page(client, cast)
        assert "Hoe is de potgrond?" in text
        assert "nog niet gemeten" in text
        running(cast, "Fuif")


@pytest.mark.parametrize(
    ("who", "status"),
    [("amina", 200), ("celia", 200), ("els", 200), ("finn", 200), ("daan", 403), (None, 403)],
)
def test_the_pages_are_for_who_belongs(cast: Cast, client: Client, who: str | None, status: int) -> None:
    cast.partnership.public = True
    cast.partnership.save()
    action = running(cast, "Fuif", plot=cast.municipality)
    if who:
        client.force_login(getattr(cast, who))
    slug = cast.partnership.slug
    for address in (
        reverse("actions:meadow", args=[slug]),
        reverse("actions:neighbours", args=[slug]),
        action.get_absolute_url(),
    ):
        assert client.get(address).status_code == status


# -- One action -----------------------------------------------------------------------


@pytest.mark.claim("W2")
def test_a_seed_is_worked_out_started_and_picked_on_its_pages(cast: Cast, client: Client) -> None:
    action = sown(cast, "Speelstraat", "", plot=cast.municipality)
    client.force_login(cast.bram)
    slug = cast.partnership.slug

    def step(name: str, data: dict[str, str]) -> str:
        address = reverse(f"actions:{name}", args=[slug, action.pk])
        assert client.get(address).status_code == 200
        assert client.post(address, {}).status_code == 422
        return client.post(address, data, follow=True).text

    step("work_out", {"species": "daisy", "gardener": str(cast.bram.pk), "reason": "De straat vraagt het."})
    plan = {
        "title": "Speelstraat",
        "species": "daisy",
        "plot": str(cast.municipality.pk),
        "estimate": "1.250,50",
    }
    step("change", plan | {"gardener": str(cast.bram.pk)})
    text = step("start", {"gardener": str(cast.bram.pk), "starts": "2026-07-01", "ends": "2026-08-31"})
    assert "De gemeente beslist zelf over haar perceel." in text
    text = step("pick", {"result": "90", "reason": "Zeven straten deden mee."})
    assert "Zeven straten deden mee." in text
    action.refresh_from_db()
    assert (action.stage, action.result, action.estimate) == ("harvest", 90, Decimal("1250.50"))


@pytest.mark.claim("W5")
def test_the_page_to_start_says_that_a_decision_lacks(cast: Cast, client: Client) -> None:
    action = services.work_out(action=sown(cast, "Kamp"), gardener=cast.bram)
    client.force_login(cast.finn)
    address = reverse("actions:start", args=[cast.partnership.slug, action.pk])
    assert "Er is nog geen besluit over deze actie" in client.get(address).text
    data = {"gardener": str(cast.bram.pk), "starts": "2026-07-01", "ends": "2026-08-31", "budget": "500"}
    answer = client.post(address, data)
    assert answer.status_code == 422
    assert "beslissen jullie samen" in answer.text
    decision = decided(action, amount=Decimal(640))
    text = client.post(address, data, follow=True).text
    assert str(decision) in text
    action.refresh_from_db()
    assert (action.stage, action.budget) == ("flower", Decimal(640))


@pytest.mark.claim("W21")
def test_composting_keeps_the_lesson_findable_and_shows_what_might_do_better(
    cast: Cast, client: Client
) -> None:
    here = cast.partnership
    theme = themes.propose(partnership=here, proposal=themes.Proposal("Uitgaan"), actor=cast.bram)
    lessons.write_lesson(
        partnership=here,
        learned=lessons.Learned("Uitgaan begint met vervoer", "Zorg voor een bus."),
        actor=cast.bram,
    )
    services.pick(action=running(cast, "Vorming", species="cornflower"), result=90)
    stopped = running(cast, "Fuifbus", species="poppy")
    same = sown(cast, "Nachtbus", "poppy")
    sown(cast, "Barcursus", "cornflower")
    sown(cast, "Nog een fuif", "poppy")
    Action.objects.filter(pk__in=[stopped.pk, same.pk]).update(theme=theme)
    client.force_login(cast.finn)
    address = reverse("actions:compost", args=[here.slug, stopped.pk])
    assert client.post(address, {"lesson": " "}).status_code == 422
    text = client.post(address, {"lesson": "De chauffeur kostte te veel."}, follow=True).text
    better = text.split('id="anders"')[1].split("</section>")[0]
    assert better.index("Nachtbus") < better.index("Barcursus")
    assert "over hetzelfde thema" in better
    assert "deze soort lukte hier al" in better
    assert "Nog een fuif" not in better
    assert "Uitgaan begint met vervoer" in better
    assert [one.entry.title for one in search("chauffeur", partnerships=[here.pk]).hits] == ["Fuifbus"]


# -- Many of them --------------------------------------------------------------------------


def queries(client: Client, address: str) -> int:
    client.get(address)
    with CaptureQueriesContext(
        connection,
    ) as found:
        assert client.get(f"{address}?vers={timezone.now().timestamp()}").status_code == 200
    return len(found)


@pytest.mark.parametrize("name", ["garden:home", "actions:meadow", "actions:neighbours", "actions:action"])
def test_a_thousand_actions_take_no_query_more_than_ten(cast: Cast, client: Client, name: str) -> None:
    client.force_login(cast.bram)
    many(cast, 15)
    first = Action.objects.filter(stage="seedling", plot=None).first()
    assert first is not None
    place = [cast.partnership.slug, *([first.pk] if name == "actions:action" else [])]
    few = queries(client, reverse(name, args=place))
    many(cast, 1000)
    assert queries(client, reverse(name, args=place)) <= few


def test_of_many_only_the_most_telling_are_read_and_the_rest_is_counted(cast: Cast) -> None:
    many(cast, 600)
    running(cast, "Over tijd", ends=-20)
    shown = meadow.meadow_of(cast.partnership)
    assert shown.total == 601
    assert shown.shared_flowers[0].title == "Over tijd"
    assert len(shown.flowers) <= 18
    assert {one.plot for one in shown.plot_flowers} == {cast.municipality, cast.neighbour}
    assert shown.hidden["seeds"] == 120 - len(shown.seeds)
    assert shown.hidden["shared_flowers"] == 41 - len(shown.shared_flowers)


def test_the_home_says_how_many_more_there_are(cast: Cast, client: Client) -> None:
    many(cast, 600)
    client.force_login(cast.bram)
    text = client.get(reverse("garden:home", args=[cast.partnership.slug])).text
    assert "en nog 115" in text
    assert "stadium=seed" in text


def test_the_pages_go_by_twenty_five(cast: Cast, client: Client) -> None:
    many(cast, 60)
    client.force_login(cast.bram)
    assert page(client, cast).count('class="action__title"') == 25
    assert page(client, cast, "?bladzijde=3").count('class="action__title"') == 10
    assert "Bladzijde 3 van 3" in page(client, cast, "?bladzijde=3")


def test_dates_that_are_only_proposed_do_not_count_as_run(cast: Cast) -> None:
    """A seedling with days that passed was never carried out: nobody is asked to look back on it."""
    from groeimodel.meadow.actions.expecting import looks_back
    from groeimodel.meadow.actions.selectors import records_of

    action = services.work_out(action=sown(cast, "Kamp"), gardener=cast.bram)
    past = services.Plan("Kamp", species="daisy", starts=date(2025, 1, 1), ends=date(2025, 2, 1))
    services.change_plan(action=action, plan=past, actor=cast.finn)
    assert not looks_back(action, TODAY)
    assert records_of(cast.partnership, TODAY).shared_action_last_year is None
    services.compost(action=action, lesson="Geen vraag.")
    assert (action.starts, records_of(cast.partnership, TODAY).shared_action_last_year) == (None, None)
