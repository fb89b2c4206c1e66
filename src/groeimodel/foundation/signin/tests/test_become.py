"""In the demonstration one can be an example person, and nobody else; elsewhere nobody at all."""

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries
from pytest_django.fixtures import Settings

from groeimodel.foundation.people.models import Person
from groeimodel.foundation.people.selectors import example_groups
from groeimodel.foundation.testing.cast import Cast


@pytest.fixture
def demo(cast: Cast, settings: Settings) -> Cast:
    settings.DEMO = True
    Person.objects.update(example=True)
    return cast


def become(client: Client, person: Person) -> int:
    return client.post(reverse("signin:become", args=[person.pk])).status_code


def test_one_lands_in_the_own_garden(client: Client, demo: Cast) -> None:
    answer = client.post(reverse("signin:become", args=[demo.bram.pk]))
    assert answer["Location"] == reverse("mine:garden")
    assert client.session["_auth_user_id"] == str(demo.bram.pk)


def test_outside_the_demonstration_nobody_becomes_anybody(
    client: Client, demo: Cast, settings: Settings
) -> None:
    settings.DEMO = False
    assert become(client, demo.bram) == 403
    assert "_auth_user_id" not in client.session
    assert client.get(reverse("signin:choose")).status_code == 404


def test_a_real_person_cannot_be_chosen(client: Client, demo: Cast) -> None:
    Person.objects.filter(pk=demo.bram.pk).update(example=False)
    assert become(client, demo.bram) == 403
    assert "_auth_user_id" not in client.session


def test_becoming_takes_a_post(client: Client, demo: Cast) -> None:
    assert client.get(reverse("signin:become", args=[demo.bram.pk])).status_code == 405


def test_the_cards_are_grouped_by_partnership(client: Client, demo: Cast) -> None:
    supporters, groups = example_groups()
    assert [card.name for card in supporters] == ["Els"]
    here = next(group for group in groups if group.partnership == "Testland")
    assert [(card.name, card.role) for card in here.first] == [
        ("Amina", "alderman"),
        ("Bram", "officer"),
        ("Finn", "coordinator"),
    ]
    assert [card.name for card in here.others] == ["Celia"]
    text = client.get(reverse("signin:choose")).content.decode()
    assert all(name in text for name in ("Amina", "Bram", "Celia", "Daan", "Els", "Finn"))


def test_the_page_takes_few_queries(
    client: Client, demo: Cast, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_max_num_queries(10):
        client.get(reverse("signin:choose"))
