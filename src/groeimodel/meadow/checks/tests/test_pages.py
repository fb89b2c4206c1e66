"""The proposals with what was said of them, for who is signed in (claims G8, W12)."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django_scopes import scope
from pytest_django import DjangoAssertNumQueries

from groeimodel.foundation.asks import Here
from groeimodel.foundation.partners import services as partners
from groeimodel.foundation.partners.access import parts_in
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.testing.cast import Cast, person
from groeimodel.meadow.actions import services as actions
from groeimodel.meadow.actions.models import Action
from groeimodel.meadow.checks import asking, services
from groeimodel.meadow.checks.models import CheckCall, LocalCheck
from groeimodel.meadow.checks.tests.kit import DAY, proposal
from groeimodel.soil.needs.tests.kit import noted


@pytest.fixture(autouse=True)
def _inside(cast: Cast):  # type: ignore[no-untyped-def]
    with scope(partnership=cast.partnership):
        yield


def address(cast: Cast, name: str = "proposals", *args: int) -> str:
    return reverse(f"checks:{name}", args=[cast.partnership.slug, *args])


def said(cast: Cast) -> Action:
    """A proposal of which Proefdorp said everything."""
    action, need = proposal(cast), noted(cast)
    services.ask_checks(actions=[action], actor=cast.finn)
    services.check(action=action, municipality=cast.municipality, verdict="fits", need=need, actor=cast.bram)
    services.prefer(
        action=action, municipality=cast.municipality, liking=4, goal="Buiten spelen", actor=cast.amina
    )
    return action


@pytest.mark.claim("G8", "W12")
def test_everybody_inside_reads_who_said_what_and_for_which_goal(client: Client, cast: Cast) -> None:
    said(cast)
    client.force_login(cast.celia)
    page = client.get(address(cast)).text
    for words in ("Speelbus", "nood in 1 van 2", "Geen plek na school", "4 van 5", "Buiten spelen"):
        assert words in page
    assert "1 gemeente zei nog niets" in page


def test_actions_of_one_plot_are_no_proposals(client: Client, cast: Cast) -> None:
    actions.take_down_seed(
        partnership=cast.partnership, title="Eigen tuin", species="poppy", on=DAY, plot=cast.municipality
    )
    client.force_login(cast.bram)
    assert "Geen open voorstellen" in client.get(address(cast)).text


@pytest.mark.parametrize("who", ["daan", None])
def test_outsiders_see_nothing(client: Client, cast: Cast, who: str | None) -> None:
    said(cast)
    if who:
        client.force_login(getattr(cast, who))
    for page in (address(cast), address(cast, "ask"), address(cast, "fill", cast.municipality.pk)):
        assert client.get(page).status_code == 403


def test_one_fills_in_for_the_own_municipality_only(client: Client, cast: Cast) -> None:
    action = said(cast)
    client.force_login(cast.celia)
    assert client.get(address(cast, "fill", cast.municipality.pk)).status_code == 403
    page = address(cast, "fill", cast.neighbour.pk)
    assert client.get(page).status_code == 200
    client.post(page, {"shown": action.pk, f"a{action.pk}-verdict": "neutral"})
    assert LocalCheck.objects.get(municipality=cast.neighbour).by == cast.celia
    assert client.get(address(cast, "fill", cast.faraway.pk)).status_code == 404


def test_the_coordinator_notes_what_was_said_by_phone_but_no_preference(client: Client, cast: Cast) -> None:
    action = said(cast)
    client.force_login(cast.finn)
    page = address(cast, "fill", cast.neighbour.pk)
    client.post(page, {"shown": action.pk, f"a{action.pk}-verdict": "not", f"a{action.pk}-why": "Te ver"})
    assert LocalCheck.objects.get(municipality=cast.neighbour).by == cast.finn
    assert "Hoe graag" not in client.get(page).text


def test_what_one_came_for_and_what_was_asked_stands_first(client: Client, cast: Cast) -> None:
    rest, asked, wanted = (proposal(cast, title) for title in ("Rest", "Gevraagd", "Gewenst"))
    services.ask_checks(actions=[asked], actor=cast.finn)
    client.force_login(cast.bram)
    page = client.get(address(cast, "fill", cast.municipality.pk), {"actie": wanted.pk}).text
    places = [page.index(f'value="{one.pk}"') for one in (wanted, asked, rest)]
    assert places == sorted(places)
    mine = client.get(address(cast, "mine"), {"actie": wanted.pk})
    assert mine["Location"].endswith(f"/{cast.municipality.pk}/?actie={wanted.pk}")
    client.post(
        address(cast, "fill", cast.municipality.pk), {"shown": rest.pk, f"a{rest.pk}-verdict": "neutral"}
    )
    assert LocalCheck.objects.get().action == rest


def test_the_coordinator_sees_who_gets_a_mail_and_then_asks(client: Client, cast: Cast) -> None:
    action = proposal(cast)
    client.force_login(cast.finn)
    assert client.get(address(cast, "ask"), {"actie": "onzin"}).status_code == 302
    page = client.get(address(cast, "ask"), {"actie": action.pk}).text
    for name in ("Amina", "Bram", "Celia", "Speelbus"):
        assert name in page
    assert not CheckCall.objects.exists()
    answer = client.post(address(cast, "ask"), {"actie": action.pk}, follow=True)
    assert "3 mails zijn onderweg" in answer.text
    assert "nog niet aan iedereen gevraagd" not in answer.text


def test_an_officer_who_does_not_tend_it_asks_not_everybody(client: Client, cast: Cast) -> None:
    action = proposal(cast)
    client.force_login(cast.bram)
    assert "Verstuur de mails" not in client.get(address(cast, "ask"), {"actie": action.pk}).text
    assert client.post(address(cast, "ask"), {"actie": action.pk}).status_code == 403
    Action.objects.update(gardener=cast.bram)
    assert "Verstuur de mails" in client.get(address(cast, "ask"), {"actie": action.pk}).text


def asks(cast: Cast, who: Person) -> list[str]:
    here = Here(who, cast.partnership, parts_in(who, cast.partnership), timezone.localdate())
    return [one.title for one in asking.asks_of(here)]


def test_both_seats_are_asked_on_their_own_page_until_they_said_it(cast: Cast) -> None:
    first, second = proposal(cast), proposal(cast, "Fuifbus")
    assert not asks(cast, cast.bram)
    services.ask_checks(actions=[first, second], actor=cast.finn)
    assert asks(cast, cast.bram) == asks(cast, cast.amina) == ["Zeg of deze 2 voorstellen bij jullie passen"]
    for action in (first, second):
        services.check(action=action, municipality=cast.municipality, verdict="neutral", actor=cast.bram)
    assert not asks(cast, cast.bram)
    assert asks(cast, cast.amina), "an alderman also says what is liked"
    for action in (first, second):
        services.prefer(action=action, municipality=cast.municipality, liking=2, actor=cast.amina)
    assert not asks(cast, cast.amina)
    assert asks(cast, cast.celia)
    assert not asks(cast, cast.finn)


def test_who_coordinates_is_asked_to_ask_about_what_is_worked_out(cast: Cast) -> None:
    seed, growing = proposal(cast), proposal(cast, "Fuifbus")
    Action.objects.filter(pk=growing.pk).update(stage="seedling")
    assert asks(cast, cast.finn) == ["Vraag de lokale toets van een kiem"]
    services.ask_checks(actions=[growing], actor=cast.finn)
    assert not asks(cast, cast.finn)
    assert not LocalCheck.objects.filter(action=seed).exists()


@pytest.mark.claim("W10")
def test_the_fit_stands_with_each_proposal_but_not_for_guests(client: Client, cast: Cast) -> None:
    said(cast)
    guest = person("Gust")
    partners.appoint(partnership=cast.partnership, person=guest, kind="guest", since=timezone.localdate())
    client.force_login(cast.celia)
    assert "Past bij een nood in 1 van de 2 gemeenten." in client.get(address(cast)).text
    client.force_login(guest)
    page = client.get(address(cast)).text
    assert "Speelbus" in page
    assert "Past het bij de grond?" not in page


@pytest.mark.parametrize("page", ["proposals", "fill"])
def test_a_page_takes_as_many_queries_with_many(
    client: Client, cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries, page: str
) -> None:
    rows = [proposal(cast, f"Voorstel {number}") for number in range(60)]
    services.ask_checks(actions=rows, actor=cast.finn, at=timezone.now() - timedelta(days=2))
    need = noted(cast)
    for row in rows[:30]:
        services.check(action=row, municipality=cast.municipality, verdict="fits", need=need)
        services.prefer(action=row, municipality=cast.municipality, liking=3)
    client.force_login(cast.amina)
    client.get("/over/")  # the first page after signing in keeps the session
    args = [cast.municipality.pk] if page == "fill" else []
    with django_assert_max_num_queries(18):
        text = client.get(address(cast, page, *args)).text
    assert "Bladzijde 1 van 3" in text
