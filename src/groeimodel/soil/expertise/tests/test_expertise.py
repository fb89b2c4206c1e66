"""Saying what one brings and looks for, and finding who can help (claims P3 and P5)."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django_scopes import scope
from pytest_django import DjangoAssertNumQueries

from groeimodel.foundation.asks import Here, asked_of
from groeimodel.foundation.journal.models import Entry
from groeimodel.foundation.partners import services as partners
from groeimodel.foundation.partners.access import parts_in
from groeimodel.foundation.partners.models import Membership, Municipality
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.personal import all_holdings
from groeimodel.foundation.testing.cast import Cast
from groeimodel.soil.expertise import selectors, services
from groeimodel.soil.expertise.models import Expertise
from groeimodel.soil.expertise.services import Said


def address(cast: Cast, name: str = "list", *args: int) -> str:
    return reverse(f"expertise:{name}", args=[cast.partnership.slug, *args])


def said(cast: Cast, said: Said, actor: Person | None = None) -> Expertise:
    with scope(partnership=cast.partnership):
        return services.share(partnership=cast.partnership, said=said, actor=actor)


def rows(cast: Cast) -> list[Expertise]:
    with scope(partnership=cast.partnership):
        return list(Expertise.objects.all())


def filled(**changes: str) -> dict[str, str]:
    return {"area": "parties", "kind": "brings", "text": "Een charter", "whom": "ik", **changes}


@pytest.mark.claim("P3")
def test_one_click_from_a_need_to_who_can_help(client: Client, cast: Cast) -> None:
    said(cast, Said("parties", "brings", "Een fuifcharter met de politie", municipality=cast.neighbour))
    client.force_login(cast.bram)
    text = client.post(address(cast), filled(kind="seeks", text="Een charter"), follow=True).text
    assert "<strong>Buurdorp</strong> brengt mee wat <strong>Proefdorp</strong> zoekt" in text
    (mine,) = [one for one in rows(cast) if one.kind == "seeks"]
    assert (mine.person, mine.municipality) == (cast.bram, cast.municipality)
    entry = Entry.objects.latest("pk")
    assert (entry.verb, entry.municipality) == ("expertise.shared", cast.municipality)


@pytest.mark.claim("P3")
@pytest.mark.parametrize("typed", ["fuifchater", "fuifcharter", "Buurdrop", "festivals"])
def test_searching_forgives_typing_errors(client: Client, cast: Cast, typed: str) -> None:
    said(cast, Said("parties", "brings", "Een fuifcharter met de politie", municipality=cast.neighbour))
    said(cast, Said("digital", "brings", "Reservaties", municipality=cast.municipality))
    client.force_login(cast.celia)
    text = client.get(address(cast), {"zoek": typed}).text
    assert "met de politie" in text
    assert "Reservaties" not in text
    assert "Niets gevonden" in client.get(address(cast), {"zoek": "kwantumfysica"}).text


@pytest.mark.claim("P5")
def test_what_nobody_brings_is_named_with_whom_to_ask_outside(client: Client, cast: Cast) -> None:
    said(cast, Said("abroad", "seeks", municipality=cast.municipality))
    opened = Said("abroad", "brings", "Drie uitwisselingen", municipality=cast.faraway, opened=True)
    closed = Said("sport", "brings", "Blijft onder ons", municipality=cast.faraway)
    with scope(partnership=cast.elsewhere):
        for one in (opened, closed):
            services.share(partnership=cast.elsewhere, said=one, actor=cast.daan)
    client.force_login(cast.finn)
    text = client.get(address(cast)).text
    assert "iemand zoekt dit" in text
    assert "Verdorp (Elders) brengt dit mee: Drie uitwisselingen" in text
    assert "Blijft onder ons" not in text
    assert "Daan" not in text


@pytest.mark.claim("P5")
def test_the_picture_says_the_same_as_the_list(client: Client, cast: Cast) -> None:
    said(cast, Said("parties", "brings", municipality=cast.neighbour))
    said(cast, Said("parties", "seeks", municipality=cast.municipality))
    client.force_login(cast.bram)
    text = client.get(address(cast)).text
    assert "<title>Fuiven en evenementen. Brengt mee: Buurdorp. Zoekt: Proefdorp.</title>" in text


def test_officers_and_aldermen_write_for_their_own_municipality(cast: Cast) -> None:
    for who in (cast.amina, cast.bram, cast.finn):
        one = said(cast, Said("play", "brings", municipality=cast.municipality), actor=who)
        services.remove(one=one, actor=who)
    for other in (cast.celia, cast.els, cast.daan):
        with pytest.raises(PermissionDenied):
            said(cast, Said("play", "brings", municipality=cast.municipality), actor=other)
    with pytest.raises(PermissionDenied):
        said(cast, Said("play", "brings", person=cast.daan), actor=cast.daan)
    with pytest.raises(PermissionDenied):
        said(cast, Said("play", "brings", person=cast.amina), actor=cast.bram)
    assert not rows(cast)


def test_the_same_is_not_said_twice(client: Client, cast: Cast) -> None:
    said(cast, Said("play", "brings", municipality=cast.municipality))
    client.force_login(cast.bram)
    answer = client.post(address(cast), filled(area="play", whom=str(cast.municipality.pk)))
    assert answer.status_code == 422
    assert "Dit staat er al" in answer.text
    with pytest.raises(ValidationError, match="geen partner"):
        said(cast, Said("play", "brings", municipality=cast.faraway))
    with pytest.raises(ValidationError, match="Kies waarover"):
        said(cast, Said("geld", "brings", municipality=cast.municipality))


def test_changing_and_removing(client: Client, cast: Cast) -> None:
    one = said(cast, Said("play", "brings", "Kampen", person=cast.bram))
    client.force_login(cast.amina)  # the alderman of the same municipality does not write for a person
    assert client.post(address(cast, "change", one.pk), filled()).status_code == 403
    client.force_login(cast.bram)
    client.post(address(cast, "change", one.pk), filled(area="play", text="Kampen en speelpleinen"))
    assert [row.text for row in rows(cast)] == ["Kampen en speelpleinen"]
    page = address(cast, "remove", one.pk)
    assert "Dit weghalen?" in client.get(page).text
    assert rows(cast)
    client.post(page)
    assert not rows(cast)


def test_the_coordinator_keeps_the_person_when_changing(client: Client, cast: Cast) -> None:
    one = said(cast, Said("play", "brings", "Kampen", person=cast.bram))
    client.force_login(cast.finn)
    client.post(address(cast, "change", one.pk), filled(area="play", text="Kampjes"))
    assert [(row.text, row.person) for row in rows(cast)] == [("Kampjes", cast.bram)]


def test_who_left_is_not_shown_any_more(client: Client, cast: Cast) -> None:
    said(cast, Said("play", "brings", "Kampen van Bram", person=cast.bram))
    client.force_login(cast.celia)
    assert "Kampen van Bram" in client.get(address(cast)).text
    membership = Membership.objects.get(partnership=cast.partnership, municipality=cast.municipality)
    partners.empty_seat(membership=membership, role="officer", on=timezone.localdate())
    assert "Kampen van Bram" not in client.get(address(cast)).text


def test_after_a_merger_it_is_of_the_new_municipality(cast: Cast) -> None:
    for place in (cast.municipality, cast.neighbour):
        said(cast, Said("play", "brings", "Kampen", municipality=place))
    new = Municipality.objects.create(name="Proefbuur", invented=True)
    partners.merge(into=new, parts=[cast.municipality, cast.neighbour], on=timezone.localdate())
    with scope(partnership=cast.partnership):
        found = selectors.directory_of(cast.partnership, cast.finn)
    (area,) = [one for one in found.areas if one.brings]
    assert [one.name for one in area.stratum.brings] == ["Proefbuur"]
    assert len(area.brings) == 1


def test_erasing_takes_away_what_was_of_the_person(cast: Cast) -> None:
    said(cast, Said("play", "brings", "Kampen", person=cast.bram))
    said(cast, Said("sport", "brings", "Zwemmen", municipality=cast.municipality), actor=cast.bram)
    (holding,) = [one for one in all_holdings() if one.name == "expertise"]
    assert [line.value for line in holding.lines(cast.bram)] == ["Speelplein en vakantie: Kampen"]
    holding.erase(cast.bram)
    assert [one.text for one in rows(cast)] == ["Zwemmen"]


def test_who_said_nothing_is_asked_to(cast: Cast) -> None:
    def asked() -> list[str]:
        here = Here(cast.bram, cast.partnership, parts_in(cast.bram, cast.partnership), timezone.localdate())
        with scope(partnership=cast.partnership):
            return [one.title for one in asked_of(here)]

    assert "Zeg wat je meebrengt" in asked()
    said(cast, Said("play", "brings", municipality=cast.municipality))
    assert "Zeg wat je meebrengt" not in asked()


@pytest.mark.parametrize("who", ["daan", None])
def test_outsiders_see_nothing(client: Client, cast: Cast, who: str | None) -> None:
    if who:
        client.force_login(getattr(cast, who))
    one = said(cast, Said("play", "brings", person=cast.bram))
    for page in (address(cast), address(cast, "change", one.pk), address(cast, "remove", one.pk)):
        assert client.get(page).status_code == 403


def test_the_page_takes_as_many_queries_for_one_as_for_many(
    client: Client, cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for area in ("parties", "play", "sport", "digital", "voice", "rules"):
        for place in (cast.municipality, cast.neighbour):
            said(cast, Said(area, "brings", "Tekst", municipality=place, opened=True))
            said(cast, Said(area, "seeks", "Tekst", municipality=place))
        said(cast, Said(area, "brings", "Tekst", person=cast.bram))
    client.force_login(cast.finn)
    client.get("/over/")
    with django_assert_max_num_queries(11):
        assert client.get(address(cast)).status_code == 200
