"""Finding, the same on both databases."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse
from django_scopes import scope

from groeimodel.foundation.search import services
from groeimodel.foundation.search.kinds import Entry
from groeimodel.foundation.search.selectors import search
from groeimodel.foundation.testing.cast import Cast
from groeimodel.soil.harvest import services as harvest
from groeimodel.soil.themes import services as themes
from groeimodel.soil.themes.services import Proposal

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


def test_what_a_service_changes_is_found_at_once(cast: Cast) -> None:
    theme = themes.propose(partnership=cast.partnership, proposal=Proposal("Blokplekken"), actor=cast.bram)
    assert found(cast, "blokplek") == ["Blokplekken"]
    themes.change(theme=theme, proposal=Proposal("Stille studieplekken"), actor=cast.bram)
    assert found(cast, "stille") == ["Stille studieplekken"]


def test_what_is_removed_is_not_found_any_more(cast: Cast) -> None:
    with scope(partnership=cast.partnership):
        gain = harvest.Gain(cast.municipality, "Draaiboek speelstraat", date(2026, 1, 2))
        crop = harvest.record_harvest(partnership=cast.partnership, gain=gain, actor=cast.bram)
        assert found(cast, "speelstraat") == ["Draaiboek speelstraat"]
        harvest.remove_harvest(harvest=crop, actor=cast.bram)
    assert found(cast, "speelstraat") == []


def test_rebuilding_finds_the_same(cast: Cast) -> None:
    themes.propose(
        partnership=cast.partnership, proposal=Proposal("Blokplekken", "In de bib"), actor=cast.bram
    )
    assert services.rebuild(cast.partnership) == 1
    assert services.rebuild(cast.partnership) == 1
    assert found(cast, "bibliotheek") == ["Blokplekken"]


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
