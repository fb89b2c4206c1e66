"""A college reads a decision on one page: what, by whom, on which mandate and checks (claims G8, W22)."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django_scopes import scope, scopes_disabled
from pytest_django import DjangoAssertNumQueries

from groeimodel.foundation.decisions import leading, services
from groeimodel.foundation.decisions.models import Decision
from groeimodel.foundation.decisions.services import CheckSaid, MatterSaid, Taken, VoiceSaid
from groeimodel.foundation.mandates import services as mandates
from groeimodel.foundation.mandates.models import Mandate
from groeimodel.foundation.mandates.services import Proposal
from groeimodel.foundation.partners import services as partners
from groeimodel.foundation.partners.models import Municipality, Partnership
from groeimodel.foundation.search.selectors import search
from groeimodel.foundation.testing.cast import Cast

DAY = date(2026, 5, 4)
SUM = "a1b2" * 16


def mandate(cast: Cast) -> Mandate:
    today = timezone.localdate()
    terms = Proposal(
        municipality=cast.municipality,
        kind="decide",
        holder=cast.bram,
        starts=today,
        ends=date(today.year + 1, 12, 31),
        amount=Decimal(2500),
    )
    with scope(partnership=cast.partnership):
        return mandates.give(partnership=cast.partnership, proposal=terms, actor=cast.amina)


def decided(cast: Cast, title: str = "Wat we kiezen voor 2027", replaces: Decision | None = None) -> Decision:
    checks = [
        CheckSaid(cast.municipality, "fits", "Geen plek na school"),
        CheckSaid(cast.neighbour, "none"),
    ]
    taken = Taken(
        title,
        "chosen",
        [
            MatterSaid("things.thing:7", "Speelbus", True, Decimal("1234.50"), checks),
            MatterSaid(
                "things.thing:8", "Fuifbus", False, Decimal(900), [CheckSaid(cast.neighbour, "not", "Te ver")]
            ),
        ],
        [
            VoiceSaid(cast.municipality, "for", True, cast.bram, mandate(cast), Decimal("1234.50")),
            VoiceSaid(cast.neighbour, "for", False, cast.celia, why_not="er is geen mandaat"),
        ],
        text="Eén bus, twee gemeenten.",
        subject="things.round:3",
        checksum=SUM,
        replaces=replaces,
    )
    with scope(partnership=cast.partnership):
        return services.take_decision(partnership=cast.partnership, taken=taken, on=DAY, actor=cast.finn)


def listing(cast: Cast) -> str:
    return reverse("decisions:list", args=[cast.partnership.slug])


@pytest.mark.claim("W22")
def test_each_voice_names_its_mandate_or_says_that_it_did_not_count(client: Client, cast: Cast) -> None:
    found = decided(cast)
    client.force_login(cast.celia)
    page = " ".join(client.get(found.get_absolute_url()).text.split())
    last_day = f"tot en met 31 december {timezone.localdate().year + 1}"
    for words in ("gegeven door Amina", "tot €&nbsp;2.500", last_day, "nee: er is geen mandaat"):
        assert words in page
    assert page.index("Proefdorp</th>") < page.index("gegeven door Amina")
    assert reverse("mandates:mandate", args=[cast.partnership.slug, key_of_mandate(cast)]) in page


def key_of_mandate(cast: Cast) -> int:
    with scope(partnership=cast.partnership):
        return Mandate.objects.get().pk


@pytest.mark.claim("G8")
def test_each_matter_shows_which_checks_were_done_and_their_outcome(client: Client, cast: Cast) -> None:
    found = decided(cast)
    client.force_login(cast.els)
    page = " ".join(client.get(found.get_absolute_url()).text.split())
    for words in (
        "Past bij een nood:</span> <strong>Proefdorp</strong> (‘Geen plek na school’)",
        "Niet getoetst:</span> <strong>Buurdorp</strong>",
        "Past niet:</span> <strong>Buurdorp</strong> (‘Te ver’)",
    ):
        assert words in page


def test_the_page_says_what_was_chosen_what_it_costs_and_who_wrote_it_down(
    client: Client, cast: Cast
) -> None:
    found = decided(cast)
    client.force_login(cast.bram)
    page = client.get(found.get_absolute_url()).text
    for words in (
        "1 van 2 voorstellen gekozen",
        "€&nbsp;1.234,50",
        "niet gekozen",
        "Vastgelegd door Finn",
        SUM,
    ):
        assert words in page


def test_what_took_its_place_is_said_on_both_pages(client: Client, cast: Cast) -> None:
    old = decided(cast)
    new = decided(cast, "Toch anders", replaces=old)
    client.force_login(cast.bram)
    page = client.get(old.get_absolute_url()).text
    assert "geldt niet meer" in page
    assert new.get_absolute_url() in page
    assert old.get_absolute_url() in client.get(new.get_absolute_url()).text


def test_it_leads_to_what_it_is_about_where_that_is_still_there(
    client: Client, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    def pages(partnership: Partnership, keys: object) -> dict[int, str]:
        assert keys == [7, 8]
        return {7: f"/igs/{partnership.slug}/dingen/7/"}

    monkeypatch.setitem(leading._offers, "things.thing", pages)
    client.force_login(cast.bram)
    page = client.get(decided(cast).get_absolute_url()).text
    assert '<a href="/igs/testland/dingen/7/">Speelbus</a>' in page
    assert "Fuifbus</a>" not in page


@pytest.mark.parametrize("who", ["daan", None])
def test_outsiders_read_nothing(client: Client, cast: Cast, who: str | None) -> None:
    found = decided(cast)
    if who:
        client.force_login(getattr(cast, who))
    for page in (listing(cast), found.get_absolute_url()):
        assert client.get(page).status_code == 403
    if who:
        away = reverse("decisions:decision", args=[cast.elsewhere.slug, found.number])
        assert client.get(away).status_code == 404


def test_the_register_is_searched(client: Client, cast: Cast) -> None:
    decided(cast)
    decided(cast, "Een ander besluit")
    client.force_login(cast.bram)
    assert client.get(listing(cast)).text.count('<th scope="row">') == 2
    for words, title in (
        ("ander", "2. Een ander"),
        ("1", "1. Wat we kiezen"),
        ("fuifbus", "1. Wat we kiezen"),
    ):
        assert title in client.get(listing(cast), {"q": words}).text
    assert "Geen besluit met" in client.get(listing(cast), {"q": "onbestaand"}).text
    hits = search("speelbus", partnerships=[cast.partnership.pk]).hits
    assert {hit.entry.title for hit in hits} == {"Wat we kiezen voor 2027", "Een ander besluit"}


def test_an_empty_register_teaches(client: Client, cast: Cast) -> None:
    client.force_login(cast.bram)
    assert "Nog geen besluiten" in client.get(listing(cast)).text


def test_a_decision_keeps_the_names_of_then_and_says_todays(client: Client, cast: Cast) -> None:
    found = decided(cast)
    new = Municipality.objects.create(name="Nieuwdorp", invented=True)
    with scopes_disabled():
        partners.merge(into=new, parts=[cast.municipality, cast.neighbour], on=timezone.localdate())
    client.force_login(cast.amina)
    assert "Proefdorp (nu Nieuwdorp)" in client.get(found.get_absolute_url()).text


def test_pages_take_as_many_queries_with_much(
    client: Client, cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(30):
        taken = Taken(
            f"Besluit {number}", "agreed", [MatterSaid(f"x.y:{n}", f"Punt {n}", True) for n in range(20)], []
        )
        with scope(partnership=cast.partnership):
            services.take_decision(partnership=cast.partnership, taken=taken, on=DAY - timedelta(number))
    client.force_login(cast.bram)
    client.get("/over/")  # the first page after signing in keeps the session
    with django_assert_max_num_queries(8):
        assert "Bladzijde 1 van 2" in client.get(listing(cast)).text
    with django_assert_max_num_queries(11):
        client.get(reverse("decisions:decision", args=[cast.partnership.slug, 30]))
