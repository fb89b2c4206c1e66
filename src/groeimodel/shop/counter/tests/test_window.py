"""The public shop page: found by words and by whom it is for, without an account (claims B9 and B17)."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django_scopes import scope

from groeimodel.foundation.testing.cast import Cast
from groeimodel.shop.counter import services
from groeimodel.shop.counter.tests.kit import offered, opened, page


def titles(client: Client, query: str = "") -> list[str]:
    """The offers on the shelf, in order."""
    answer = client.get(page("list") + query)
    assert answer.status_code == 200
    return re.findall(r'class="card__link" href="[^"]*">([^<]*)<', answer.text)


@pytest.mark.claim("B17")
def test_everyone_sees_the_shop_of_a_public_partnership(client: Client, cast: Cast) -> None:
    offered(cast, "Tent lenen")
    assert client.get(page("list")).status_code in (302, 403)
    client.force_login(cast.daan)
    assert client.get(page("list")).status_code == 403
    client.logout()
    opened(cast)
    assert titles(client) == ["Tent lenen"]


@pytest.mark.claim("B17")
@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("tenten", ["Tent lenen"]),
        ("fuiven", ["Fuifpakket"]),
        ("vuurkorf", ["Tent lenen"]),
        ("gratis", ["Blokspots"]),
        ("scholen", ["Fuifpakket"]),
        ("tnet", ["Tent lenen"]),
        ("raket", []),
    ],
)
def test_found_by_other_forms_of_a_word_and_despite_a_slip(
    client: Client, cast: Cast, typed: str, found: list[str]
) -> None:
    opened(cast)
    offered(cast, "Tent lenen", text="Ook vuurkorven en een podium.")
    offered(cast, "Fuifpakket", text="Coach en charter.", for_whom=("schools",))
    offered(cast, "Blokspots", free=True, for_whom=("young",))
    assert titles(client, f"?zoek={typed}") == found


def test_narrowed_to_whom_it_is_for(client: Client, cast: Cast) -> None:
    opened(cast)
    offered(cast, "Voor scholen", for_whom=("schools",))
    offered(cast, "Voor clubs", for_whom=("clubs",))
    offered(cast, "Voor iedereen")
    assert titles(client, "?voor=schools") == ["Voor iedereen", "Voor scholen"]
    assert titles(client, "?voor=onzin") == ["Voor clubs", "Voor iedereen", "Voor scholen"]
    assert titles(client, "?voor=schools&zoek=clubs") == []


def test_only_what_lies_in_the_window(client: Client, cast: Cast) -> None:
    opened(cast)
    today = timezone.localdate()
    shown = offered(cast, "Er")
    offered(cast, "Komt nog", starts=today + timedelta(days=1))
    offered(cast, "Voorbij", ends=today - timedelta(days=1))
    with scope(partnership=cast.partnership):
        services.add_offer(partnership=cast.partnership, title="In de maak", draft=True)
        services.withdraw(offer=offered(cast, "Stuk"), why="Het springkasteel is stuk.")
    assert titles(client) == ["Er"]
    assert "In de maak" not in client.get(page("list")).text
    client.force_login(cast.celia)
    inside = client.get(page("list")).text
    for title in ("In de maak", "Stuk", "Komt nog", "Voorbij"):
        assert title in inside
    assert shown.title == "Er"


@pytest.mark.claim("B9")
def test_a_featured_bouquet_stands_on_top_until_somebody_searches(client: Client, cast: Cast) -> None:
    opened(cast)
    today = timezone.localdate()
    offer = offered(cast, "Fuifpakket")
    bunch = services.Bunch("Klaar voor de zomer", "Begin nu.", [offer], today, today + timedelta(days=9))
    with scope(partnership=cast.partnership):
        services.tie_bouquet(partnership=cast.partnership, bunch=bunch, actor=cast.finn)
    shown = client.get(page("list")).text
    assert shown.index("Klaar voor de zomer") < shown.index("Alles in de winkel")
    assert "Klaar voor de zomer" not in client.get(page("list") + "?zoek=fuif").text


def test_as_many_queries_for_two_hundred_offers_as_for_five_and_a_light_page(
    client: Client, cast: Cast
) -> None:
    opened(cast)
    counts = []
    for number in (5, 200):
        for at in range(number):
            offered(cast, f"Aanbod {number} {at}", text="Wat je krijgt. " * 40, for_whom=("clubs", "schools"))
        with CaptureQueriesContext(
            connection,
        ) as queries:
            answer = client.get(page("list") + "?zoek=krijg")
        counts.append(len(queries))
    assert counts[0] == counts[1]
    assert counts[1] <= 12
    assert len(client.get(page("list")).content) < 100_000
    assert "Bladzijde 1 van 9" in answer.text


def test_an_empty_shop_teaches(client: Client, cast: Cast) -> None:
    opened(cast)
    assert "De winkel is nog leeg" in client.get(page("list")).text
    assert page("new") not in client.get(page("list")).text
    client.force_login(cast.finn)
    assert page("new") in client.get(page("list")).text
