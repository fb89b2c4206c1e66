"""A first plan in one tap: three moments around what is planned, to change or take back."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
import time_machine
from django.test import Client
from django.utils import timezone
from django_scopes import scope, scopes_disabled

from groeimodel.foundation.partners import services as partners
from groeimodel.foundation.partners.models import Membership
from groeimodel.foundation.testing.cast import Cast, person
from groeimodel.meadow.actions.models import Action, Participation
from groeimodel.meadow.choosing.models import Round
from groeimodel.meadow.college import services
from groeimodel.meadow.college.models import Moment
from groeimodel.meadow.college.tests.planning import PAGE, moment, planned, running, suggested

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 24)


@pytest.fixture(autouse=True)
def today() -> Iterator[None]:
    with time_machine.travel(TODAY, tick=False):
        yield


def url(cast: Cast) -> str:
    return f"{PAGE}{cast.municipality.pk}/voorstel/"


@pytest.mark.claim("W24")
def test_three_moments_in_one_tap_and_back(client: Client, cast: Cast) -> None:
    running(cast, "Fuif", TODAY + timedelta(days=30), TODAY + timedelta(days=100))
    client.force_login(cast.bram)
    assert client.get(PAGE).content.decode().count("Maak een eerste plan") == 1
    client.post(url(cast))
    client.post(url(cast))  # an impatient second tap
    with scopes_disabled():
        rows = list(Moment.objects.values_list("on", "role", "what"))
    assert rows == [
        (date(2026, 12, 24), "officer", "photo"),  # the action begins
        (date(2027, 3, 18), "alderman", "sheet"),  # two weeks after it ends
        (date(2027, 10, 1), "alderman", "kit"),  # nothing is known of a choice
    ]
    client.post(url(cast), {"undo": "1"})
    with scopes_disabled():
        assert not Moment.objects.exists()


def test_what_somebody_changed_stays(cast: Cast) -> None:
    first, *_rest = suggested(cast)
    with scope(partnership=cast.partnership):
        services.change(moment=first, planned=planned(20), actor=cast.amina)
        gone = services.take_back_suggestion(
            partnership=cast.partnership, municipality=cast.municipality, actor=cast.amina
        )
        assert gone == 2
        assert list(Moment.objects.values_list("pk", flat=True)) == [first.pk]


def test_an_ambassador_shows_the_photo(cast: Cast) -> None:
    partners.appoint(
        partnership=cast.partnership,
        person=person("Gita"),
        kind="ambassador",
        since=TODAY,
        municipality=cast.municipality,
    )
    assert "ambassador" in {one.role for one in suggested(cast)}


def test_a_plan_that_is_there_is_left_alone(cast: Cast) -> None:
    kept = moment(cast, 200)
    assert suggested(cast) == []
    with scopes_disabled():
        assert Moment.objects.get() == kept


def test_what_only_others_take_part_in_does_not_count(cast: Cast) -> None:
    begins, ends = TODAY + timedelta(days=30), TODAY + timedelta(days=100)
    with scope(partnership=cast.partnership):
        shared = Action.objects.create(
            partnership=cast.partnership,
            title="Kamp",
            species="sunflower",
            stage="flower",
            starts=begins,
            ends=ends,
            budget=100,
            taken_down_on=TODAY,
        )
        Participation.objects.create(action=shared, municipality=cast.neighbour)
        assert begins not in {one.on for one in suggested(cast)}
        Moment.objects.all().delete()
        Participation.objects.create(action=shared, municipality=cast.municipality)
    assert begins in {one.on for one in suggested(cast)}


def test_without_an_officer_the_alderman_shows_the_photo(cast: Cast) -> None:
    membership = Membership.objects.get(municipality=cast.municipality)
    partners.empty_seat(membership=membership, role="officer", on=TODAY)
    assert {one.role for one in suggested(cast)} == {"alderman"}


def test_before_the_last_day_of_a_round(cast: Cast) -> None:
    with scope(partnership=cast.partnership):
        Round.objects.create(
            partnership=cast.partnership,
            title="Keuze",
            state="open",
            closes_on=date(2027, 1, 29),
            opened_at=timezone.now(),
            seed="lot",
        )
        Round.objects.create(
            partnership=cast.partnership, title="Klad", state="draft", closes_on=date(2026, 12, 30)
        )
    assert [one.on for one in suggested(cast) if one.what == "kit"] == [date(2027, 1, 15)]
