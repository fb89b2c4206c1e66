"""The example data: complete, marked as invented, repeatable, and never on a real name."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse
from django_scopes import scope, scopes_disabled
from pytest_django import DjangoDbBlocker

from groeimodel import demo
from groeimodel.content.municipalities import municipalities
from groeimodel.demo.planting import STORIES
from groeimodel.foundation.partners.models import Membership, Municipality, Partnership, Seat
from groeimodel.foundation.people.models import Person
from groeimodel.gauge.scan.models import Round, Sheet
from groeimodel.gauge.scan.results import result_of
from groeimodel.meadow.actions.models import Action
from groeimodel.shop.counter.selectors import offers_in_window
from groeimodel.soil.harvest.models import Harvest

TODAY = date(2026, 5, 4)
OLD_NAMES = {"Galmaarden", "Gooik", "Herne", "Wachtebeke"}


Rows = list[tuple[object, ...]]


def plant() -> Rows:
    """Seed; gives the rows in which two times on the same day could differ."""
    demo.seed(TODAY)
    with scopes_disabled():
        return [
            *Sheet.objects.order_by("pk").values_list("answers", "guesses", "submitted_at"),
            *Action.objects.order_by("pk").values_list("title", "stage", "starts", "gardener__name"),
        ]


@pytest.fixture(scope="module")
def _planted(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[tuple[Rows, Rows]]:
    """Seeded for the whole file, in a transaction of its own; each test sees it inside a savepoint.

    It is done twice, and undone after the first time: gives the rows of both.
    """
    with django_db_blocker.unblock(), transaction.atomic():
        with transaction.atomic():
            first = plant()
            transaction.set_rollback(True)
        yield first, plant()
        transaction.set_rollback(True)


@pytest.fixture
def seeded(_planted: tuple[Rows, Rows], db: None) -> tuple[Rows, Rows]:
    return _planted


def test_the_same_day_gives_the_same_data(seeded: tuple[Rows, Rows]) -> None:
    first, second = seeded
    assert len(first) > 150
    assert second == first


@pytest.mark.usefixtures("seeded")
def test_one_partnership_in_each_model_of_five_invented_municipalities() -> None:
    examples = Partnership.objects.filter(example=True)
    assert sorted(examples.values_list("aim", flat=True)) == ["meadow", "shop", "soil"]
    for partnership in examples:
        assert "(voorbeeld)" in partnership.name
        assert partnership.municipalities.filter(invented=True).count() == 5
    assert not Person.objects.filter(example=False).exists()
    assert not [person for person in Person.objects.all() if person.has_usable_password()]


def test_invented_names_are_no_real_municipalities() -> None:
    real = {name.casefold() for one in municipalities() for name in (one.name, *one.other_names)}
    invented = {member.name.casefold() for story in STORIES for member in story.members}
    assert len(invented) == 15
    assert not invented & real


@pytest.mark.usefixtures("seeded")
@pytest.mark.parametrize("aim", ["soil", "meadow", "shop"])
def test_the_last_round_finds_the_phase_that_the_story_tells(aim: str) -> None:
    partnership = Partnership.objects.get(aim=aim)
    with scope(partnership=partnership):
        rounds = list(Round.objects.order_by("opened_at"))
        last = result_of(rounds[-1]).diagnosis
    assert len(rounds) == 4
    assert last.phase == aim
    assert last.certainty[last.phase] > 0.8
    assert last.verdict.key.endswith("at_aim")


@pytest.mark.claim("P9")
@pytest.mark.usefixtures("seeded")
def test_soil_alone_is_a_full_and_healthy_result() -> None:
    partnership = Partnership.objects.get(aim="soil")
    with scope(partnership=partnership):
        diagnosis = result_of(Round.objects.order_by("opened_at").last() or Round()).diagnosis
    assert diagnosis.verdict.healthy
    assert diagnosis.verdict.aim_reached
    assert {step.layer for steps in diagnosis.next_steps.values() for step in steps} == {"soil"}


@pytest.mark.usefixtures("seeded")
def test_two_years_of_history_up_to_today() -> None:
    with scopes_disabled():
        opened = [round.opened_at.date() for round in Round.objects.all()]
        assert min(opened) < TODAY - timedelta(days=650)
        assert not Harvest.objects.filter(gained_on__gt=TODAY).exists()
        assert not Sheet.objects.filter(submitted_at__date__gt=TODAY).exists()
        for partnership in Partnership.objects.filter(example=True):
            assert Harvest.objects.filter(partnership=partnership).count() >= 15
        stages = set(Action.objects.values_list("stage", flat=True))
        assert stages == set(Action.Stage.values)
        shop = Partnership.objects.get(aim="shop")
    with scope(partnership=shop):
        assert sum(one.spotlight for one in offers_in_window(shop, TODAY)) >= 3


@pytest.mark.usefixtures("seeded")
def test_some_seats_are_visibly_empty() -> None:
    seats = Seat.objects.filter(membership__partnership__example=True)
    empty = seats.exclude(tenures__ends__isnull=True, tenures__isnull=False)
    assert seats.count() == 30
    assert empty.count() == 3


@pytest.mark.usefixtures("seeded")
def test_real_partnerships_are_bare_names() -> None:
    listed = Partnership.objects.filter(listed_only=True)
    assert listed.count() == 5
    for partnership in listed:
        assert not partnership.example
        assert not partnership.aim
        assert "bataljong.be" in partnership.source
        with scope(partnership=partnership):
            assert not Round.objects.exists()
            assert not Action.objects.exists()
            assert not Harvest.objects.exists()
    assert Membership.objects.filter(partnership__listed_only=True).count() == 31
    assert not Seat.objects.filter(membership__partnership__listed_only=True, tenures__isnull=False).exists()


@pytest.mark.usefixtures("seeded")
def test_municipalities_that_merged_keep_their_name_of_then() -> None:
    ended = Membership.objects.filter(partnership__listed_only=True, ends__isnull=False)
    assert {one.municipality.name for one in ended} == OLD_NAMES
    for one in ended:
        assert one.ends == date(2024, 12, 31)
        assert one.municipality.merged_into is not None
    assert Municipality.objects.filter(invented=False, merged_into=None).count() == 285


@pytest.mark.usefixtures("seeded")
def test_a_second_time_is_refused() -> None:
    assert demo.is_seeded()
    with pytest.raises(RuntimeError, match="Er zijn al samenwerkingen"):
        demo.seed(TODAY)


@pytest.mark.usefixtures("seeded")
def test_the_ready_made_persons_exist_and_are_told() -> None:
    names = set(Person.objects.values_list("name", flat=True))
    assert {one.name for one in demo.PERSONS} <= names
    assert len(demo.persons_in_words()) == len(demo.PERSONS)


@pytest.mark.usefixtures("seeded")
def test_every_partnership_opens_for_a_visitor(client: Client) -> None:
    for slug in Partnership.objects.values_list("slug", flat=True):
        assert client.get(reverse("garden:home", args=[slug])).status_code == 200
