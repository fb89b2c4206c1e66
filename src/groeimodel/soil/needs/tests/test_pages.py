"""The pages of needs: the own municipality first, the others to learn from (claim G8)."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django_scopes import scope
from pytest_django import DjangoAssertNumQueries

from groeimodel.foundation import panels
from groeimodel.foundation.asks import Here
from groeimodel.foundation.panels import Panel, Row
from groeimodel.foundation.partners.access import parts_in
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.search.selectors import search
from groeimodel.foundation.testing.cast import Cast
from groeimodel.soil.needs import asking, services
from groeimodel.soil.needs.models import Need
from groeimodel.soil.needs.services import Heard
from groeimodel.soil.needs.tests.kit import noted


def address(cast: Cast, name: str = "list", *args: int) -> str:
    return reverse(f"needs:{name}", args=[cast.partnership.slug, *args])


def filled(cast: Cast, **changes: object) -> dict[str, object]:
    return {
        "title": "Tieners willen een plek in de buurt",
        "municipality": cast.municipality.pk,
        "for_whom": "teens",
        "source": "council",
        "heard_on": "2026-02-03",
        "source_words": "Jeugdraad van februari",
        "text": "",
        **changes,
    }


def rows(cast: Cast) -> list[Need]:
    with scope(partnership=cast.partnership):
        return list(Need.objects.order_by("pk"))


@pytest.mark.claim("G8")
def test_an_officer_notes_a_need_and_reads_it_back(client: Client, cast: Cast) -> None:
    client.force_login(cast.bram)
    assert "Nog geen noden" in client.get(address(cast)).text
    page = client.post(address(cast), filled(cast), follow=True).text
    for words in ("Tieners willen een plek", "Jeugdraad: Jeugdraad van februari", "3 februari 2026", "Bram"):
        assert words in page


def test_all_problems_are_said_at_once_and_what_was_typed_stays(client: Client, cast: Cast) -> None:
    client.force_login(cast.bram)
    later = (timezone.localdate() + timedelta(days=2)).isoformat()
    answer = client.post(address(cast), filled(cast, title="", source="", heard_on=later))
    assert answer.status_code == 422
    assert "nog komen" in answer.text
    assert answer.text.count("field--bad") == 3
    assert "Jeugdraad van februari" in answer.text
    assert not rows(cast)


def test_the_page_says_that_no_child_is_named(client: Client, cast: Cast) -> None:
    client.force_login(cast.bram)
    assert "Schrijf nooit de naam van een kind" in client.get(address(cast)).text


def test_the_own_municipality_stands_first_and_the_others_can_be_read(client: Client, cast: Cast) -> None:
    noted(cast, cast.neighbour, "Buren willen een fuifzaal")  # Buurdorp comes first by name
    noted(cast, title="Wij willen stilte om te studeren")
    client.force_login(cast.bram)
    page = client.get(address(cast)).text
    assert page.index("Wij willen stilte") < page.index("Buren willen")
    client.force_login(cast.celia)
    page = client.get(address(cast)).text
    assert page.index("Buren willen") < page.index("Wij willen stilte")


def test_closed_needs_are_shown_on_demand_with_the_reason(client: Client, cast: Cast) -> None:
    need = noted(cast)
    client.force_login(cast.bram)
    assert client.post(address(cast, "close", need.pk), {"why": ""}).status_code == 422
    page = client.post(address(cast, "close", need.pk), {"why": "De zaal is open"}, follow=True).text
    assert "De zaal is open" in page
    assert "Open opnieuw" in page
    assert need.title not in client.get(address(cast)).text
    assert need.title in client.get(address(cast), {"gesloten": "on"}).text
    client.post(address(cast, "reopen", need.pk))
    assert need.title in client.get(address(cast)).text


def test_changing_and_removing(client: Client, cast: Cast) -> None:
    need = noted(cast)
    client.force_login(cast.bram)
    client.post(address(cast, "change", need.pk), filled(cast, title="Anders gezegd"))
    assert [one.title for one in rows(cast)] == ["Anders gezegd"]
    assert "Anders gezegd" in client.get(address(cast, "remove", need.pk)).text
    assert rows(cast)
    client.post(address(cast, "remove", need.pk))
    assert not rows(cast)


def test_the_list_is_narrowed_by_municipality_and_by_whom_it_is_for(client: Client, cast: Cast) -> None:
    noted(cast, title="Voor iedereen hier")
    noted(cast, cast.neighbour, "Bij de buren")
    heard = Heard(cast.municipality, "Voor de kleinsten", date(2026, 1, 2), for_whom="children")
    services.note_need(partnership=cast.partnership, heard=heard)
    client.force_login(cast.finn)
    ours = client.get(address(cast), {"gemeente": cast.municipality.pk}).text
    assert ("Voor iedereen hier" in ours, "Bij de buren" in ours) == (True, False)
    youth = client.get(address(cast), {"voor": "youth"}).text
    assert ("Voor iedereen hier" in youth, "Voor de kleinsten" in youth) == (True, False)
    assert "Bij de buren" in client.get(address(cast), {"gemeente": "onzin", "voor": "x"}).text


@pytest.mark.parametrize("who", ["daan", None])
def test_outsiders_see_nothing(client: Client, cast: Cast, who: str | None) -> None:
    need = noted(cast)
    if who:
        client.force_login(getattr(cast, who))
    for page in (address(cast), address(cast, "need", need.pk), address(cast, "change", need.pk)):
        assert client.get(page).status_code == 403
    if who:
        elsewhere = reverse("needs:need", args=[cast.elsewhere.slug, need.pk])
        assert client.get(elsewhere).status_code == 404


@pytest.mark.parametrize("page", ["change", "close", "remove"])
def test_the_neighbour_reads_and_does_not_touch(client: Client, cast: Cast, page: str) -> None:
    need = noted(cast)
    client.force_login(cast.celia)
    assert need.title in client.get(address(cast, "need", need.pk)).text
    assert client.post(address(cast, page, need.pk), filled(cast, why="x")).status_code == 403
    assert client.post(address(cast, "reopen", need.pk)).status_code == 403
    assert rows(cast)[0].is_open


def test_what_other_rooms_know_of_a_need_stands_on_its_page(
    client: Client, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    def panel(need: Need) -> Panel:
        return Panel("Uit een andere kamer", [Row(f"over {need.title}")])

    monkeypatch.setitem(panels._offers, "needs.need", [panel])
    client.force_login(cast.celia)
    assert "over Geen plek na school" in client.get(address(cast, "need", noted(cast).pk)).text


def test_a_need_is_found(cast: Cast) -> None:
    need = noted(cast)
    assert [hit.entry.url for hit in search("plek na school", partnerships=[cast.partnership.pk]).hits] == [
        need.get_absolute_url()
    ]


def asked(cast: Cast, who: Person) -> list[str]:
    with scope(partnership=cast.partnership):
        here = Here(who, cast.partnership, parts_in(who, cast.partnership), timezone.localdate())
        return [one.why for one in asking.asks_of(here)]


def test_an_officer_is_asked_while_there_are_none_or_only_old_ones(cast: Cast) -> None:
    assert "Eén zin" in asked(cast, cast.bram)[0]
    assert not asked(cast, cast.finn)
    today = timezone.localdate()
    services.note_need(
        partnership=cast.partnership, heard=Heard(cast.municipality, "Oud", today - timedelta(days=800))
    )
    assert "ouder dan twee jaar" in asked(cast, cast.bram)[0]
    fresh = services.note_need(partnership=cast.partnership, heard=Heard(cast.municipality, "Vers", today))
    assert not asked(cast, cast.bram)
    assert asked(cast, cast.celia), "of each municipality apart"
    services.close_need(need=fresh, why="Opgelost")
    assert asked(cast, cast.bram)


def test_the_list_takes_as_many_queries_with_many(
    client: Client, cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(70):
        noted(cast, (cast.municipality, cast.neighbour)[number % 2], f"Nood {number}")
    client.force_login(cast.finn)
    client.get("/over/")  # the first page after signing in keeps the session
    with django_assert_max_num_queries(10):
        page = client.get(address(cast), {"bladzijde": 2}).text
    assert "Bladzijde 2 van 3" in page
