"""All partnerships: your own first, public ones, and bare names of which nothing is said."""

from datetime import date

from django.test import Client
from django.urls import reverse

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


def test_an_unknown_partnership_is_not_found(client: Client, cast: Cast) -> None:
    assert client.get(reverse("garden:home", args=["nergens"])).status_code == 404
