"""All partnerships: your own first, public ones, and bare names of which nothing is said."""

from datetime import date

from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from groeimodel.foundation.partners import services
from groeimodel.foundation.partners.models import Municipality, Partnership
from groeimodel.foundation.testing.cast import Cast


def listed() -> Partnership:
    partnership = services.found_partnership(
        name="Bekend van naam", slug="bekend", public=True, listed_only=True, source="https://voorbeeld.test/"
    )
    today = Municipality.objects.create(name="Nieuwstad", nis="99998", province="Antwerpen")
    before = Municipality.objects.create(name="Oudstad", nis="99999", province="Antwerpen", merged_into=today)
    services.join(
        partnership=partnership, municipality=before, since=date(2021, 1, 1), until=date(2024, 12, 31)
    )
    return partnership


def test_visitors_see_public_partnerships_only(client: Client, cast: Cast) -> None:
    listed()
    text = client.get(reverse("garden:list")).content.decode()
    assert "Bekend van naam" in text
    assert "Testland" not in text


def test_your_own_come_first_even_when_not_public(client: Client, cast: Cast) -> None:
    listed()
    client.force_login(cast.els)
    text = client.get(reverse("garden:list")).content.decode()
    assert text.index("Testland") < text.index("Bekend van naam")
    assert "Elders" not in text


def test_a_bare_name_has_members_and_source_and_no_scores(client: Client, cast: Cast) -> None:
    listed()
    text = client.get(reverse("garden:home", args=["bekend"])).content.decode()
    assert "Nog geen tuin" in text
    assert "Oudstad" in text
    assert "deel van Nieuwstad" in text
    assert "voorbeeld.test" in text
    assert "op 100" not in text
    assert client.get(reverse("garden:svg", args=["bekend"])).status_code == 404


def test_an_unknown_partnership_is_told_as_a_closed_one(client: Client, cast: Cast) -> None:
    assert client.get(reverse("garden:home", args=["nergens"])).status_code == 403


def many(count: int) -> None:
    town = Municipality.objects.create(name="Zoekdorp", invented=True)
    for number in range(count):
        one = services.found_partnership(name=f"Streek {number:03}", slug=f"streek-{number}", public=True)
        services.join(partnership=one, municipality=town, since=date(2025, 1, 1))


def test_many_come_in_pages_and_are_found_by_municipality(client: Client, cast: Cast) -> None:
    many(30)
    address = reverse("garden:list")
    first, second = client.get(address).text, client.get(address, {"bladzijde": "2"}).text
    assert "Bladzijde 1 van 2" in first
    assert "Streek 000" in first
    assert "Streek 029" not in first
    assert "Streek 029" in second
    assert "Bladzijde 1 van 2" in client.get(address, {"zoek": "zoekdorp"}).text
    assert "Niets gevonden" in client.get(address, {"zoek": "nergens"}).text
    assert "Streek 007" in client.get(address, {"zoek": "streek 007"}).text


def test_the_list_takes_as_many_queries_with_a_hundred(
    client: Client, cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    many(100)
    client.force_login(cast.bram)
    client.get("/over/")
    with django_assert_max_num_queries(11):
        client.get(reverse("garden:list"))
