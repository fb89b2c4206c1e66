"""The page of the shop shows soil and meadow beside it, and says what it forgets (claims G6, B18)."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django_scopes import scope
from pytest_django import DjangoAssertNumQueries

from groeimodel.foundation import due
from groeimodel.foundation.due import Due, due_of
from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.partners.services import appoint
from groeimodel.foundation.testing.cast import SINCE, Cast, person
from groeimodel.meadow.actions.models import Action
from groeimodel.shop.desk.tests.kit import open_desk, received
from groeimodel.shop.money import services as money
from groeimodel.shop.overview.duties import by_time
from groeimodel.soil.harvest.models import Harvest

TODAY = timezone.localdate()


def page(client: Client, cast: Cast, name: str = "overview:page") -> str:
    client.force_login(cast.bram)
    return client.get(reverse(name, args=["testland"])).text


@pytest.mark.claim("B18", "G6")
def test_a_shop_without_soil_and_meadow_is_told_so(client: Client, cast: Cast) -> None:
    text = page(client, cast)
    assert "Vergeet je basis niet" in text
    assert "De potgrond is nog niet gemeten." in text
    assert "Er loopt geen gezamenlijke actie." in text


@pytest.mark.claim("B18")
def test_what_is_fed_warns_no_more(client: Client, cast: Cast) -> None:
    with scope(partnership=cast.partnership):
        Action.objects.create(
            partnership=cast.partnership,
            title="Fuifbus",
            species="poppy",
            stage="flower",
            starts=TODAY - timedelta(30),
            ends=TODAY + timedelta(60),
            budget=500,
            taken_down_on=TODAY - timedelta(90),
        )
        Harvest.objects.create(
            partnership=cast.partnership, municipality=cast.municipality, title="Reglement", gained_on=TODAY
        )
    text = page(client, cast)
    for gone in ("Er loopt geen gezamenlijke actie", "is geen oogst genoteerd", "kwam er niets nieuws"):
        assert gone not in text


@pytest.fixture
def days() -> Iterator[list[Due]]:
    """A room with these days, as long as the test runs."""
    found: list[Due] = []

    def provider(partnership: Partnership, today: date) -> list[Due]:
        return found

    due.register(provider)
    yield found
    due._providers.remove(provider)


def a_day(key: int, after: int) -> Due:
    return Due(
        f"test:{key}", TODAY + timedelta(after), f"Verslag {key} moet binnen.", "/", "Anders wacht het."
    )


@pytest.mark.claim("B1")
def test_what_is_due_is_one_list_with_dates(client: Client, cast: Cast, days: list[Due]) -> None:
    days += [
        a_day(1, 400),
        a_day(2, 3),
        a_day(3, -2),
        a_day(4, 200),
        a_day(5, 30),
        a_day(6, 31),
        a_day(7, 12),
    ]
    found = [one for one in due_of(cast.partnership, TODAY) if one.key.startswith("test:")]
    assert [one.key[5:] for one in found] == ["3", "2", "7", "5", "6", "4", "1"]
    parts = {one.word: [due.key[5:] for due in one.duties] for one in by_time(found, TODAY)}
    assert parts == {"late": ["3"], "soon": ["2", "7", "5"], "year": ["6", "4"], "later": ["1"]}
    assert "te laat" in page(client, cast)
    whole = page(client, cast, "overview:duties")
    assert whole.index("Verslag 3") < whole.index("Verslag 2") < whole.index("Verslag 1")


def test_an_empty_list_teaches(client: Client, cast: Cast) -> None:
    assert "Niets te doen" in page(client, cast, "overview:duties")


@pytest.mark.claim("B1")
def test_the_calendar_of_the_coordinator_has_these_days(client: Client, cast: Cast, days: list[Due]) -> None:
    days.append(a_day(1, 10))
    from groeimodel.soil.meetings.services import feed_key

    ours, anothers = feed_key(actor=cast.finn), feed_key(actor=cast.bram)
    text = client.get(reverse("meetings:feed", args=[ours])).text.replace("\r\n ", "")
    assert "Verslag 1 moet binnen." in text
    assert f"DTSTART;VALUE=DATE:{TODAY + timedelta(10):%Y%m%d}" in text
    assert "Verslag 1" not in client.get(reverse("meetings:feed", args=[anothers])).text


@pytest.mark.parametrize(("who", "sees_money"), [("bram", True), ("guest", False)])
def test_each_reads_only_what_may_be_opened(client: Client, cast: Cast, who: str, sees_money: bool) -> None:
    """The cards and the way through the shop lead nowhere that is closed."""
    if who == "guest":
        reader = person("Gust")
        appoint(partnership=cast.partnership, person=reader, kind="guest", since=SINCE)
    else:
        reader = cast.bram
    client.force_login(reader)
    text = client.get(reverse("overview:page", args=["testland"])).text
    assert (reverse("money:page", args=["testland"]) in text) is sees_money
    places = set(re.findall(r'href="(/igs/testland/winkel/[^"#]*)"', text))
    assert len(places) > 5
    for place in places:
        assert client.get(place).status_code == 200, place


@pytest.mark.parametrize(("who", "sees_money"), [("bram", True), ("guest", False)])
def test_what_is_due_is_told_only_to_who_may_open_it(
    client: Client, cast: Cast, who: str, sees_money: bool
) -> None:
    with scope(partnership=cast.partnership):
        year = money.open_year(partnership=cast.partnership, year=TODAY.year)
        money.call_contributions(book_year=year, total=Decimal(900), key={"name": "equal"}, due_on=TODAY)
    reader = cast.bram if who == "bram" else person("Gust")
    if who == "guest":
        appoint(partnership=cast.partnership, person=reader, kind="guest", since=SINCE)
    client.force_login(reader)
    for name in ("overview:page", "overview:duties"):
        assert ("betaalt haar bijdrage" in client.get(reverse(name, args=["testland"])).text) is sees_money


def test_an_outsider_sees_nothing(client: Client, cast: Cast) -> None:
    client.force_login(cast.daan)
    for name in ("overview:page", "overview:duties"):
        assert client.get(reverse(name, args=["testland"])).status_code == 403


def test_a_constant_number_of_queries(
    client: Client, cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    with scope(partnership=cast.partnership):
        for at in range(30):
            Action.objects.create(partnership=cast.partnership, title=f"Zaadje {at}", taken_down_on=TODAY)
    client.force_login(cast.bram)
    with django_assert_max_num_queries(62):
        client.get(reverse("overview:page", args=["testland"]))


def test_what_is_due_at_the_desk_is_not_for_guests(client: Client, cast: Cast) -> None:
    """The subject of a customer's request stays with those who handle it."""
    open_desk(cast)
    received(cast, offer=None)
    guest = person("Gust")
    appoint(partnership=cast.partnership, person=guest, kind="guest", since=SINCE)
    url = reverse("overview:duties", args=["testland"])
    for reader, reads in ((cast.bram, True), (cast.finn, True), (cast.amina, False), (guest, False)):
        client.force_login(reader)
        assert ("De klant verwacht een antwoord" in client.get(url).text) is reads
