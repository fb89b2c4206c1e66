"""Finding, the same on both databases."""

import pytest
from django.test import Client
from django.urls import reverse

from groeimodel.foundation.search import services
from groeimodel.foundation.search.kinds import Entry
from groeimodel.foundation.search.selectors import search
from groeimodel.foundation.testing.cast import Cast

pytestmark = pytest.mark.django_db


def put(cast: Cast, *texts: tuple[str, str], elsewhere: bool = False, shared: bool = False) -> None:
    where = cast.elsewhere if elsewhere else cast.partnership
    start = 1000 if elsewhere else 1
    rows = [
        (number, Entry(where, title, "/", text, open=shared))
        for number, (title, text) in enumerate(texts, start)
    ]
    services.index("themes.theme", rows)


def found(cast: Cast, query: str, *, with_open: bool = False) -> list[str]:
    hits = search(query, partnerships=[cast.partnership.pk], with_open=with_open).hits
    return [hit.entry.title for hit in hits]


@pytest.mark.claim("P3")
@pytest.mark.parametrize(
    "query",
    [
        "evenementen",
        "fuif",
        "fuiven",
        "EVENEMENT",
        "evenemneten",
        "feest",
        "beleid evenement",
        "wie heeft een fuif",
    ],
)
def test_one_thing_is_found_in_many_ways(cast: Cast, query: str) -> None:
    put(cast, ("Evenementenbeleid", "Hoe we toestemming geven"), ("Zwemmen", "In de zomer"))
    assert found(cast, query) == ["Evenementenbeleid"]


def test_the_best_stands_first(cast: Cast) -> None:
    put(
        cast,
        ("Iets anders", "Ook een feest"),
        ("Feest op het plein", ""),
        ("Fuifkoffer", "armbandjes en oordopjes"),
        ("Fuif", ""),
        ("Kampen", "Over water"),
    )
    assert found(cast, "fuif") == ["Fuif", "Fuifkoffer", "Feest op het plein", "Iets anders"]


def test_all_words_go_before_some(cast: Cast) -> None:
    put(cast, ("Charter", "voor elk evenement"), ("Charter", "voor het skatepark"))
    hits = search("fuif charter", partnerships=[cast.partnership.pk]).hits
    assert next(hit.entry.text for hit in hits) == "voor elk evenement"


def test_a_correction_is_said(cast: Cast) -> None:
    put(cast, ("Vrijwilligersdag", "Met een verzekering"))
    answer = search("verzekerign", partnerships=[cast.partnership.pk])
    assert answer.corrected == {"verzekerign": "verzekering"}
    assert [hit.entry.title for hit in answer.hits] == ["Vrijwilligersdag"]


def test_nothing_of_another_partnership(cast: Cast) -> None:
    put(cast, ("Fuif", "geheim"), elsewhere=True)
    assert found(cast, "fuif") == []
    assert found(cast, "gehiem") == []


def test_what_is_open_is_found_by_others_who_ask_for_it(cast: Cast) -> None:
    put(cast, ("Fuif", "gedeeld"), elsewhere=True, shared=True)
    assert found(cast, "fuif") == []
    assert found(cast, "fuif", with_open=True) == ["Fuif"]


@pytest.mark.parametrize(
    "query", ["", "   ", '"', "AND OR NOT", "a*b:c", "x' OR 1=1 --", "( ", "&|!", "NEAR(fuif)", "😀"]
)
def test_signs_mean_nothing(cast: Cast, query: str) -> None:
    put(cast, ("Fuif", ""))
    assert set(found(cast, query)) <= {"Fuif"}


def test_the_page(client: Client, cast: Cast) -> None:
    put(cast, ("Fuifcharter", "Politie en buren tekenden samen"))
    client.force_login(cast.bram)
    url = reverse("search:find", args=[cast.partnership.slug])
    page = client.get(url, {"q": "fuif"}).content.decode()
    assert "Fuifcharter" in page
    assert "Niets gevonden" in client.get(url, {"q": "qqqqqq"}).content.decode()
    assert client.get(url).status_code == 200
    client.force_login(cast.daan)
    assert client.get(url, {"q": "fuif"}).status_code == 403


def test_a_constant_number_of_queries(cast: Cast, django_assert_max_num_queries) -> None:  # type: ignore[no-untyped-def]
    put(cast, *((f"Fuif {number}", "Charter en kampen") for number in range(60)))
    with django_assert_max_num_queries(12):
        assert len(found(cast, "fuif charetr")) == 30


def test_the_page_marks_why_something_was_found(client: Client, cast: Cast) -> None:
    put(cast, ("Fuifcharter", "Politie en <b>buren</b> kwamen naar het evenement"))
    client.force_login(cast.bram)
    page = client.get(reverse("search:find", args=[cast.partnership.slug]), {"q": "fiuf"}).content.decode()
    assert "<mark>Fuifcharter</mark>" in page
    assert "&lt;b&gt;buren&lt;/b&gt; kwamen naar het <mark>evenement</mark>" in page
    assert "Bedoelde je <strong>fuif</strong>?" in page


def test_the_head_of_a_page_holds_a_field_for_whoever_sees_inside(client: Client, cast: Cast) -> None:
    home = reverse("garden:home", args=[cast.partnership.slug])
    field = f'action="{reverse("search:find", args=[cast.partnership.slug])}"'
    client.force_login(cast.bram)
    assert field in client.get(home).content.decode()
    type(cast.partnership).objects.filter(pk=cast.partnership.pk).update(public=True)
    client.force_login(cast.daan)
    page = client.get(home)
    assert page.status_code == 200
    assert field not in page.content.decode()
