"""A harvest with a figure and a picture, in one form (claims G7, P13)."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django_scopes import scope

from groeimodel.foundation.files.models import Document
from groeimodel.foundation.files.tests.kit import pdf, photo, upload
from groeimodel.foundation.testing.cast import Cast
from groeimodel.soil.harvest import services
from groeimodel.soil.harvest.models import Harvest
from groeimodel.soil.harvest.services import Gain, Picture
from groeimodel.soil.harvest.tests.test_pages import address, existing, filled, recorded


def documents(cast: Cast) -> list[Document]:
    with scope(partnership=cast.partnership):
        return list(Document.objects.all())


@pytest.mark.claim("G7")
def test_figure_and_picture_go_along_in_the_same_form(client: Client, cast: Cast) -> None:
    client.force_login(cast.bram)
    sent = filled(cast, figure="212,5", unit="kinderen", alt="Een zelfgetekende speelstraat")
    client.post(address(cast), {**sent, "picture": upload(photo(), "straat.jpg")})
    (harvest,) = recorded(cast)
    assert (harvest.figure, harvest.unit) == (Decimal("212.50"), "kinderen")
    (document,) = documents(cast)
    assert (document.key, document.alt, document.uploaded_by) == (
        harvest.pk,
        "Een zelfgetekende speelstraat",
        cast.bram,
    )
    page = client.get(address(cast)).text
    assert "212,5" in page
    assert 'alt="Een zelfgetekende speelstraat"' in page


@pytest.mark.parametrize(
    ("content", "alt", "says"),
    [
        (photo(40, 20), "", "wat er op de foto te zien is"),
        (pdf(), "Iets", "Kies een foto"),
        (b"", "Iets", "leeg"),
        (photo(900, 600)[:900], "Iets", "Bewaar ze opnieuw"),
    ],
    ids=["no words", "no picture", "empty", "cut off"],
)
def test_a_picture_that_cannot_be_kept_keeps_nothing_and_says_why(
    client: Client, cast: Cast, content: bytes, alt: str, says: str
) -> None:
    client.force_login(cast.bram)
    answer = client.post(address(cast), {**filled(cast), "picture": upload(content, "foto.jpg"), "alt": alt})
    assert says in answer.text
    assert not recorded(cast)
    assert not documents(cast)


def test_a_figure_needs_what_it_counts(client: Client, cast: Cast) -> None:
    client.force_login(cast.bram)
    assert "waarvan het cijfer is" in client.post(address(cast), filled(cast, figure="12")).text
    assert not recorded(cast)


def test_a_picture_can_be_added_later(client: Client, cast: Cast) -> None:
    harvest = existing(cast)
    client.force_login(cast.bram)
    sent = filled(cast, title="Speelstraten", alt="Krijt op straat", picture_for_all="on")
    client.post(address(cast, "change", harvest.pk), {**sent, "picture": upload(photo(), "krijt.jpg")})
    assert [one.alt for one in documents(cast)] == ["Krijt op straat"]
    assert recorded(cast)[0].picture_for_all
    assert "Krijt op straat" in client.get(address(cast, "change", harvest.pk)).text


def test_the_service_refuses_a_picture_without_words(cast: Cast) -> None:
    gain = Gain(cast.municipality, "Speelstraten", date(2026, 1, 5), picture=Picture(upload(photo()), " "))
    with pytest.raises(ValidationError):
        services.record_harvest(partnership=cast.partnership, gain=gain, actor=cast.bram)
    assert not recorded(cast)


def test_pictures_go_away_with_the_harvest(client: Client, cast: Cast) -> None:
    picture = Picture(upload(photo(), "krijt.jpg"), "Krijt")
    gain = Gain(cast.municipality, "Speelstraten", date(2026, 1, 5), picture=picture)
    harvest = services.record_harvest(partnership=cast.partnership, gain=gain, actor=cast.bram)
    client.force_login(cast.bram)
    client.post(address(cast, "remove", harvest.pk))
    assert not documents(cast)


def test_a_visitor_of_a_public_garden_sees_no_picture(client: Client, cast: Cast) -> None:
    picture = Picture(upload(photo(), "krijt.jpg"), "Krijt op straat")
    gain = Gain(cast.municipality, "Speelstraten", date(2026, 1, 5), picture=picture, picture_for_all=True)
    services.record_harvest(partnership=cast.partnership, gain=gain, actor=cast.bram)
    cast.partnership.public = True
    cast.partnership.save()
    page = client.get(address(cast)).text
    assert "Speelstraten" in page
    assert "Krijt op straat" not in page


def many(cast: Cast, count: int) -> list[Harvest]:
    gains = [
        Gain(cast.municipality if number % 2 else cast.neighbour, f"Oogst {number:02}", date(2025, 1, 5))
        for number in range(count)
    ]
    return [services.record_harvest(partnership=cast.partnership, gain=gain) for gain in gains]


def test_the_list_shows_one_municipality_or_one_year(client: Client, cast: Cast) -> None:
    many(cast, 4)
    existing(cast)
    client.force_login(cast.finn)
    ours = client.get(address(cast), {"gemeente": cast.municipality.pk}).text
    assert "Oogst 01" in ours
    assert "Oogst 02" not in ours
    newest = client.get(address(cast), {"jaar": "2026"}).text
    assert "Speelstraten" in newest
    assert "Oogst 01" not in newest
    assert "Hier staat niets" in client.get(address(cast), {"gemeente": cast.neighbour.pk, "jaar": 2026}).text
    assert "Oogst 01" in client.get(address(cast), {"gemeente": "onzin", "jaar": "0"}).text


def test_a_long_list_has_pages_and_a_link_finds_its_own(client: Client, cast: Cast) -> None:
    oldest, *_ = many(cast, 27)
    client.force_login(cast.finn)
    first = client.get(address(cast)).text
    assert "Bladzijde 1 van 2" in first
    assert "Oogst 00" not in first
    assert "Oogst 00" in client.get(address(cast), {"bladzijde": 2}).text
    assert "Oogst 00" in client.get(address(cast), {"bij": oldest.pk}).text
