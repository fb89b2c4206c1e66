"""The home of a partnership: its seats, its soil, its steps, and what grows, in few queries."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django_scopes import scope
from pytest_django import DjangoAssertNumQueries

from groeimodel.foundation.partners import services as partners
from groeimodel.foundation.partners.models import Membership
from groeimodel.foundation.testing.cast import Cast
from groeimodel.gauge.scan import services as scan
from groeimodel.gauge.scan.models import Role
from groeimodel.gauge.scan.selectors import content_of
from groeimodel.meadow.actions import services as actions
from groeimodel.meadow.actions.tests.starting import started
from groeimodel.soil.harvest import services as harvest
from groeimodel.soil.harvest.services import Gain

TODAY = timezone.localdate()


def page(client: Client, cast: Cast) -> str:
    return client.get(reverse("garden:home", args=[cast.partnership.slug])).content.decode()


def scanned(cast: Cast, *, soil: int, meadow: int = 1) -> None:
    """A closed round in which both officers answer every statement of a layer alike."""
    with scope(partnership=cast.partnership):
        at = timezone.now() - timedelta(days=3)
        round = scan.open_round(partnership=cast.partnership, by=cast.finn, title="Ronde", at=at)
        content = content_of(round.questionnaire)
        marks = {"soil": soil, "meadow": meadow, "shop": 1}
        for role, where in (
            (Role.ALDERMAN, cast.municipality),
            (Role.OFFICER, cast.municipality),
            (Role.OFFICER, cast.neighbour),
        ):
            sheet = scan.start_sheet(role=role, round=round, municipality=where, at=at)
            scan.answer(sheet=sheet, answers={one.id: marks[one.layer] for one in content.statements})
            scan.submit(sheet=sheet, at=at)
        scan.close_round(round=round, by=cast.finn, at=at + timedelta(days=1))


def shared_action(cast: Cast, title: str = "Speelstraten") -> None:
    action = actions.take_down_seed(partnership=cast.partnership, title=title, species="daisy", on=TODAY)
    bounds = actions.Bounds(TODAY - timedelta(days=9), TODAY + timedelta(days=9), Decimal(300))
    started(action, bounds, gardener=cast.bram)


@pytest.mark.claim("G1")
def test_every_municipality_shows_both_seats_filled_or_visibly_empty(client: Client, cast: Cast) -> None:
    client.force_login(cast.bram)
    text = page(client, cast)
    assert all(name in text for name in ("Proefdorp", "Buurdorp", "Amina", "Bram", "Celia"))
    assert text.count("lege zetel</span>") == 1
    partners.empty_seat(
        membership=Membership.objects.get(municipality=cast.municipality), role="alderman", on=TODAY
    )
    assert page(client, cast).count("lege zetel</span>") == 2


@pytest.mark.claim("G6")
@pytest.mark.parametrize(
    ("soil", "says"), [(1, "De potgrond is arm"), (3, "De potgrond groeit"), (5, "De potgrond is rijk")]
)
def test_meadow_and_shop_show_the_state_of_the_soil(client: Client, cast: Cast, soil: int, says: str) -> None:
    scanned(cast, soil=soil, meadow=5)
    shared_action(cast)
    client.force_login(cast.bram)
    text = page(client, cast)
    for section in ("weide", "winkel"):
        shown = text.split(f'<section id="{section}"')[1].split("</section>")[0]
        assert says in shown


@pytest.mark.claim("G6")
def test_a_meadow_on_poor_soil_is_first_told_to_feed_the_soil(client: Client, cast: Cast) -> None:
    scanned(cast, soil=1, meadow=5)
    shared_action(cast)
    client.force_login(cast.bram)
    steps = page(client, cast).split('<section id="stappen"')[1].split("</section>")[0]
    assert "potgrond" in steps.lower()


def test_without_a_scan_it_says_so_and_invents_nothing(client: Client, cast: Cast) -> None:
    client.force_login(cast.bram)
    beside_the_picture = page(client, cast).split("</figure>")[1]
    assert "Nog niet gemeten" in beside_the_picture
    assert "op 100" not in beside_the_picture


@pytest.mark.claim("G4")
@pytest.mark.parametrize("who", ["amina", "bram", "finn"])
def test_the_aim_is_declared_on_the_home(client: Client, cast: Cast, who: str) -> None:
    client.force_login(getattr(cast, who))
    address = reverse("garden:aim", args=[cast.partnership.slug])
    assert address in page(client, cast)
    client.post(address, {"aim": "soil"})
    cast.partnership.refresh_from_db()
    assert cast.partnership.aim == "soil"


@pytest.mark.claim("G4")
def test_rich_soil_that_is_the_aim_is_not_told_to_become_a_meadow(client: Client, cast: Cast) -> None:
    partners.declare_aim(partnership=cast.partnership, aim="soil")
    scanned(cast, soil=5)
    client.force_login(cast.bram)
    text = page(client, cast)
    assert "Geen model is beter dan een ander" in text
    steps = text.split('<section id="stappen"')[1].split("</section>")[0]
    assert "weide" not in steps
    assert "winkel" not in steps


@pytest.mark.claim("G4")
def test_what_was_not_chosen_is_no_shortage(client: Client, cast: Cast) -> None:
    partners.declare_aim(partnership=cast.partnership, aim="soil")
    scanned(cast, soil=5)
    client.force_login(cast.bram)
    standing = page(client, cast).split('<section id="stand"')[1].split("</section>")[0]
    assert standing.count("niet aan de orde") == 2
    assert standing.count("op 100") == 1
    partners.declare_aim(partnership=cast.partnership, aim="shop")
    standing = page(client, cast).split('<section id="stand"')[1].split("</section>")[0]
    assert standing.count("op 100") == 3


@pytest.mark.parametrize("who", ["els", "daan"])
def test_others_declare_no_aim(client: Client, cast: Cast, who: str) -> None:
    client.force_login(getattr(cast, who))
    answer = client.post(reverse("garden:aim", args=[cast.partnership.slug]), {"aim": "soil"})
    assert answer.status_code == 403
    cast.partnership.refresh_from_db()
    assert cast.partnership.aim == ""


@pytest.mark.parametrize(
    ("who", "status"),
    [("amina", 200), ("bram", 200), ("celia", 200), ("els", 200), ("finn", 200), ("daan", 403), (None, 403)],
)
def test_a_home_that_is_not_public_is_for_who_belongs(
    client: Client, cast: Cast, who: str | None, status: int
) -> None:
    if who:
        client.force_login(getattr(cast, who))
    for name in ("garden:home", "garden:svg"):
        assert client.get(reverse(name, args=[cast.partnership.slug])).status_code == status


def test_a_public_home_names_no_people_to_visitors(client: Client, cast: Cast) -> None:
    cast.partnership.public = True
    cast.partnership.save()
    text = page(client, cast)
    assert "Proefdorp" in text
    assert "ingevuld" in text
    assert not [name for name in ("Amina", "Bram", "Celia", "Finn", "Els") if name in text]


@pytest.mark.parametrize("who", ["daan", None])
def test_a_public_home_keeps_the_result_for_who_belongs(client: Client, cast: Cast, who: str | None) -> None:
    """The garden is for everyone; what the scan says has its own right (`scan.see_result`)."""
    cast.partnership.public = True
    cast.partnership.save()
    scanned(cast, soil=5)
    if who:
        client.force_login(getattr(cast, who))
    beside_the_picture = page(client, cast).split("</figure>")[1]
    assert "is voor wie bij de samenwerking hoort" in beside_the_picture
    assert "De potgrond is rijk" in beside_the_picture
    told = ("op 100", "Hoe ga je verder?", "lijken het meest op", "mensen vulden in", "Nog niet gemeten")
    assert not [words for words in told if words in beside_the_picture]


def test_the_result_of_an_example_is_for_everyone(client: Client, cast: Cast) -> None:
    cast.partnership.public = cast.partnership.example = True
    cast.partnership.save()
    scanned(cast, soil=5)
    assert "op 100" in page(client, cast).split("</figure>")[1]


def test_your_own_role_comes_first(client: Client, cast: Cast) -> None:
    scanned(cast, soil=2)
    headings = {}
    for person in (cast.amina, cast.bram):
        client.force_login(person)
        headings[person.name] = page(client, cast).split('<section id="stappen"')[1].split("</h3>")[0]
    assert "Schepen" in headings["Amina"]
    assert "mbtenaar" in headings["Bram"]


def test_the_page_takes_few_queries_however_much_grows(
    client: Client, cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    cast.partnership.public = True
    cast.partnership.save()
    scanned(cast, soil=4, meadow=4)
    for number in range(12):
        shared_action(cast, f"Actie {number}")
        gain = Gain(cast.municipality, f"Oogst {number}", date(2026, 1, 1), from_municipality=cast.neighbour)
        harvest.record_harvest(partnership=cast.partnership, gain=gain)
    client.force_login(cast.bram)
    page(client, cast)
    with django_assert_max_num_queries(15):
        page(client, cast)
