"""What everybody reads: page, CSV and JSON say the same, and nothing of fewer than five."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from rdflib import Graph, URIRef
from rdflib.namespace import DCAT, DCTERMS, RDF

from groeimodel.foundation.testing.cast import Cast
from groeimodel.support.trends import services
from groeimodel.support.trends.measuring import Counted
from groeimodel.support.trends.models import Snapshot
from groeimodel.support.trends.tests.made import TODAY, YEAR, make_eight

pytestmark = pytest.mark.django_db
PAGES = ("trends:open", "trends:open_csv", "trends:open_json")


def publish() -> Snapshot:
    make_eight()
    told = services.publish(year=YEAR, today=TODAY)
    assert told is not None
    return told


def some(year: int, times: int = 1) -> list[Counted]:
    """Twelve invented: seven of soil, five of meadow; four of those have a shop, with 91 things on offer each."""
    return [
        Counted(
            f"v{n}",
            {
                "partnerships": 1,
                "meetings": (4 + n % 3) * times,
                "offers": 91 if n > 7 else 0,
                "members": 3 + n % 2,
            },
            "soil" if n < 7 else "meadow",
            "Limburg" if n < 6 else "Antwerpen",
        )
        for n in range(12)
    ]


def test_an_empty_page_teaches(client: Client) -> None:
    page = client.get(reverse("trends:open"))
    assert page.status_code == 200
    assert "Nog geen jaar gepubliceerd" in page.text


@pytest.mark.parametrize("name", PAGES)
def test_a_visitor_gets_no_cookie(client: Client, name: str) -> None:
    publish()
    answer = client.get(reverse(name))
    assert answer.status_code == 200
    assert not answer.cookies


def test_page_csv_and_json_say_the_same(client: Client) -> None:
    services.invent(year=2024, told=some(2024))
    services.invent(year=2025, told=some(2025, times=2))
    page, text, data = (client.get(reverse(name)) for name in PAGES)
    rows = list(csv.DictReader(io.StringIO(text.content.decode("utf-8-sig")), delimiter=";"))
    cells = json.loads(data.content)["figures"]
    assert len(rows) == len(cells) == len(Snapshot.objects.get(year=2025).rows) * 2
    for row, cell in zip(rows, cells, strict=True):
        assert (row["jaar"], row["cijfer"], row["groep"]) == (
            str(cell["year"]),
            cell["figure"],
            cell["group"],
        )
        for name, key in (
            ("van", "low"),
            ("tot en met", "high"),
            ("minstens samenwerkingen", "partnerships"),
        ):
            assert row[name] == ("" if cell[key] is None else str(cell[key]))
        assert row["verzonnen"] == "ja"
        if cell["low"] is not None and cell["dimension"] != "province":
            assert f"{cell['low']} tot {cell['high']}" in page.text


def test_what_stands_on_fewer_than_five_is_in_no_format(client: Client) -> None:
    """Four with a shop, 91 things each: 364 together."""
    services.invent(year=2025, told=some(2025))
    for name in PAGES:
        text = client.get(reverse(name)).content.decode()
        assert "364" not in text.replace(Snapshot.objects.get().checksum, "")
        assert "350" not in text.replace(Snapshot.objects.get().checksum, "")
    rows = json.loads(client.get(reverse("trends:open_json")).content)["figures"]
    offers = [one for one in rows if one["figure"] == "offers"]
    assert len(offers) == 10
    assert {one["low"] for one in offers} == {one["high"] for one in offers} == {None}
    assert {one["partnerships"] for one in offers} == {None}


def test_no_cell_anywhere_is_of_fewer_than_five() -> None:
    for seed in range(3):
        for row in services.invent(year=2020 + seed, told=some(2020 + seed, times=seed + 1)).rows:
            assert row["partnerships"] is None or row["partnerships"] >= 5
            assert (row["low"] is None) == (row["partnerships"] is None)
            assert not {"hidden", "reason", "value"} & set(row)


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")
def test_the_description_is_read_by_a_reader_of_linked_data(client: Client) -> None:
    publish()
    answer = client.get(reverse("trends:open_json"))
    graph = Graph().parse(data=answer.content.decode(), format="json-ld")
    (dataset,) = graph.subjects(RDF.type, DCAT.Dataset)
    assert (dataset, RDF.type, URIRef("https://schema.org/Dataset")) in graph
    licence = URIRef("https://creativecommons.org/publicdomain/zero/1.0/")
    assert (dataset, DCTERMS.license, licence) in graph
    assert (dataset, URIRef("https://schema.org/license"), licence) in graph
    files = {str(one) for one in graph.objects(None, DCAT.downloadURL)}
    assert {one.rsplit("/", 1)[1] for one in files} == {"open-cijfers.csv", "open-cijfers.json"}
    assert "no-store" not in answer["Cache-Control"]
    told = json.loads(answer.content)
    assert told["checksums"] == {str(YEAR): Snapshot.objects.get().checksum}
    assert told["temporalCoverage"] == f"{YEAR}/{YEAR}"


def test_real_figures_put_invented_ones_away(client: Client) -> None:
    services.invent(year=2024, told=some(2024))
    assert "Verzonnen voorbeeld" in client.get(reverse("trends:open")).text
    publish()
    page = client.get(reverse("trends:open")).text
    assert "Verzonnen voorbeeld" not in page
    assert "2024" not in page
    rows = json.loads(client.get(reverse("trends:open_json")).content)["figures"]
    assert {one["year"] for one in rows} == {YEAR}
    assert not any(one["invented"] for one in rows)


def test_a_changed_year_shows_itself(client: Client) -> None:
    told = publish()
    assert "klopt niet meer" not in client.get(reverse("trends:open")).text
    Snapshot.objects.filter(pk=told.pk).update(rows=[])
    assert "klopt niet meer" in client.get(reverse("trends:open")).text


def test_it_asks_as_much_of_the_database_with_many_years_as_with_one(
    client: Client, cast: Cast, django_assert_num_queries: Any
) -> None:
    publish()
    for years in (0, 5):
        for n in range(years):
            Snapshot.objects.create(year=2010 + n, rows=Snapshot.objects.get(year=YEAR).rows, checksum="x")
        for name in PAGES:
            with django_assert_num_queries(1):
                client.get(reverse(name))


def test_the_administrator_looks_but_changes_nothing(client: Client, admin_client: Client) -> None:
    told = publish()
    assert admin_client.get(reverse("admin:trends_snapshot_changelist")).status_code == 200
    assert admin_client.post(reverse("admin:trends_snapshot_change", args=[told.pk]), {}).status_code == 403
    assert admin_client.post(reverse("admin:trends_snapshot_delete", args=[told.pk]), {}).status_code == 403
    assert admin_client.get(reverse("admin:trends_measure_changelist")).status_code == 200
