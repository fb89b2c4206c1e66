"""The map of Flanders: who shows itself stands on it, with a list that says the same in words."""

from __future__ import annotations

import xml.etree.ElementTree as ET

import pytest
from django.core.cache import caches
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django_scopes import scope

from groeimodel.content.municipalities import municipalities
from groeimodel.content.outlines import outlines
from groeimodel.foundation.partners import services as partners
from groeimodel.foundation.partners.models import Municipality, Partnership
from groeimodel.foundation.testing.cast import SINCE, Cast
from groeimodel.showcase.atlas.drawing import Area, draw_map
from groeimodel.showcase.atlas.selectors import OTHERS, atlas
from groeimodel.showcase.sharing import services as sharing
from groeimodel.showcase.sharing.models import Kind

pytestmark = pytest.mark.django_db
SVG = "{http://www.w3.org/2000/svg}"


def real(partnership: Partnership, *codes: str) -> None:
    for nis in codes:
        known = municipalities().find(nis)
        assert known is not None
        place, _made = Municipality.objects.get_or_create(nis=nis, defaults={"name": known.name})
        partners.join(partnership=partnership, municipality=place, since=SINCE)


def listed(name: str, *codes: str) -> Partnership:
    made = partners.found_partnership(
        name=name, slug=name.lower().replace(" ", "-"), listed_only=True, public=True
    )
    real(made, *codes)
    return made


def test_every_municipality_has_a_place_on_the_grid() -> None:
    grid = outlines()
    assert set(grid.of) == {one.nis for one in municipalities()}
    for nis, one in grid.of.items():
        assert 0 <= one.point[0] <= grid.width, nis
        assert 0 <= one.point[1] <= grid.height, nis
    assert [nis for nis, one in grid.of.items() if not one.path] == ["33016"]


def test_the_drawing_is_sound_and_says_what_it_shows() -> None:
    area = Area(1, 'West & "Oost"', "/igs/west/", "poppy", ("33016", "11001"))
    root = ET.fromstring(draw_map([area], outlines(), "Kaart"))
    numbers = [one for one in root.iter(f"{SVG}a") if one.get("class") == "atlas__number"]
    assert [one.get("aria-label") for one in numbers] == ['1. West & "Oost"']
    assert len(list(root.iter(f"{SVG}circle"))) == 2  # of the number, and of Mesen
    assert outlines().of["11001"].path not in root.find(f"{SVG}path").get("d", "")  # type: ignore[union-attr]


def test_only_who_shows_itself_stands_on_the_map(cast: Cast) -> None:
    listed("Jeugdregio West", "11001", "11002")
    assert [row.partnership.name for row in atlas().rows] == ["Jeugdregio West"]
    with scope(partnership=cast.partnership):
        sharing.choose(partnership=cast.partnership, among=[Kind.PAGE], shown=[Kind.PAGE], actor=cast.finn)
    assert {row.partnership.name: row.state for row in atlas().rows} == {
        "Jeugdregio West": "listed",
        "Testland": "page",
    }


def test_a_municipality_is_found_by_its_name_an_old_name_and_with_an_error(client: Client) -> None:
    listed("Jeugdregio West", "11002")
    by_name = client.get("/kaart/", {"gemeente": "antwerpen"}).content.decode()
    by_old_name = client.get("/kaart/", {"gemeente": "Borsbeek"}).content.decode()
    for page in (by_name, by_old_name):
        assert "Antwerpen werkt samen in:" in page
        assert "atlas-row--found" in page
    assert "bij geen samenwerking" in client.get("/kaart/", {"gemeente": "Genk"}).content.decode()
    assert "Bedoelde je:" in client.get("/kaart/", {"gemeente": "Antwerpn"}).content.decode()
    assert client.get("/kaart/", {"gemeente": "<b>\0"}).status_code == 200


def test_as_many_queries_and_a_light_page_with_many_partnerships(client: Client) -> None:
    def count() -> int:
        with CaptureQueriesContext(connection) as queries:
            page = client.get("/kaart/")
        assert len(page.content) < 100_000
        assert not page.cookies
        return len(queries)

    codes = [one.nis for one in municipalities()]
    listed("Regio 0", *codes[:3])
    few = count()
    for n in range(1, 12):
        listed(f"Regio {n}", *codes[n * 4 : n * 4 + 4])
    assert count() == few


def test_of_those_beside_the_map_only_some_are_read(client: Client) -> None:
    listed("Regio Zuid", "11001")
    rows = [Partnership(name=f"Land {n:03}", slug=f"land-{n}", public=True) for n in range(OTHERS + 9)]
    Partnership.objects.bulk_create(rows)
    shown = atlas()
    assert shown.more
    assert len(shown.rows) == OTHERS + 1
    assert [row.partnership.name for row in shown.rows if row.area] == ["Regio Zuid"]
    assert "Nog andere samenwerkingen" in client.get("/kaart/").text
    Partnership.objects.filter(slug__startswith="land-").exclude(slug="land-0").delete()
    caches["pages"].clear()  # nothing was done by a service
    assert not atlas().more
    assert "Nog andere samenwerkingen" not in client.get("/kaart/").text
