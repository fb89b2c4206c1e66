"""The pages: a round in five minutes, a ballot behind the link of a mail, what is typed stays."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django_scopes import scope

from groeimodel.foundation.mail.models import OutgoingMail
from groeimodel.foundation.testing.cast import Cast
from groeimodel.meadow.choosing import services
from groeimodel.meadow.choosing.models import Ballot, Round
from groeimodel.meadow.choosing.tests.choosing import mandate, meadow, opened, plan, poll, said, seedling

pytestmark = pytest.mark.django_db


def link_of(person: str, path: str = "stem") -> str:
    mail = OutgoingMail.objects.filter(person__name=person, kind="choosing.ask").latest("pk")
    found = re.search(rf"/{path}/\S+/", mail.text)
    assert found is not None
    return found[0]


@pytest.fixture
def round(cast: Cast) -> Round:
    with scope(partnership=cast.partnership):
        actions = [seedling(cast.partnership, name) for name in ("Bus", "Tent")]
        mandate(cast.partnership, cast.municipality, cast.amina, 3000)
        made = services.prepare_round(partnership=cast.partnership, plan=plan(actions), actor=cast.finn)
        return services.open_round(round=made, actor=cast.finn)


def fields(round: Round, **points: int) -> dict[str, str]:
    with scope(partnership=round.partnership):
        keys = {one.title: one.pk for one in round.proposals.all()}
    return {f"p{keys[title]}-points": str(value) for title, value in points.items()}


@pytest.mark.claim("W6")
def test_a_round_is_prepared_on_one_page_and_opened_with_one_button(client: Client, cast: Cast) -> None:
    with scope(partnership=cast.partnership):
        actions = [seedling(cast.partnership, f"Voorstel {n}") for n in range(10)]
    client.force_login(cast.finn)
    page = client.get(reverse("choosing:new", args=["testland"]))
    values = dict(re.findall(r'name="(\w+)" value="([^"]*)"[^>]*checked', page.text))
    days = dict(re.findall(r'name="(\w+)" value="(\d{4}-\d\d-\d\d)"', page.text))
    given = values | days | {"title": "Voorjaar", "contributions": "6000"}
    given["actions"] = [str(one.pk) for one in actions]
    answer = client.post(reverse("choosing:new", args=["testland"]), given, follow=True)
    assert answer.status_code == 200
    assert "Klaar om te openen?" in answer.text
    assert "Nog geen mandaat dat volstaat" in answer.text
    with scope(partnership=cast.partnership):
        made = Round.objects.get()
    client.post(reverse("choosing:open", args=["testland", made.pk]))
    with scope(partnership=cast.partnership):
        assert Round.objects.get().state == "open"


def test_mistakes_are_all_said_and_what_was_typed_stays(client: Client, cast: Cast) -> None:
    client.force_login(cast.finn)
    with scope(partnership=cast.partnership):
        seedling(cast.partnership, "Bus")
    answer = client.post(
        reverse("choosing:new", args=["testland"]),
        {"why": "Omdat het lente is", "closes_on": "2020-01-01", "money": "own", "rule": "greedy", "key": "fixed",
         "marks": "points", "contributions": "veel"},
    )  # fmt: skip
    assert answer.status_code == 422
    text = answer.text
    for says in ("na vandaag", "Kies minstens één voorstel", "gelijke delen of iedereen akkoord"):
        assert says in text
    assert "Omdat het lente is" in text
    assert 'value="veel"' in text


@pytest.mark.claim("W6", "W12", "W22")
def test_a_ballot_from_the_mail_without_signing_in(client: Client, cast: Cast, round: Round) -> None:
    address = link_of("Amina")
    page = client.get(address)
    assert page.status_code == 200
    assert "Mandaat van" in page.text
    with scope(partnership=cast.partnership):
        assert not Ballot.objects.exists(), "opening it changes nothing"
        bus = round.proposals.get(title="Bus").pk
    more = {f"p{bus}-goal": "Elk kind een plek", f"p{bus}-red": "on", f"p{bus}-reason": "Wie rijdt?"}
    look = client.post(address, fields(round, Bus=4) | more, follow=True)
    assert "Niet aangeduid, dus 0: Tent" in look.text
    assert "Elk kind een plek" in look.text
    done = client.post(address + "nakijken/", follow=True)
    assert "De stem van Proefdorp is gegeven" in done.text
    with scope(partnership=cast.partnership):
        line = Ballot.objects.get(handed_in_at__isnull=False).lines.get(proposal=bus)
    assert (line.points, line.goal, line.red_line) == (4, "Elk kind een plek", "Wie rijdt?")
    client.force_login(cast.celia)
    inside = client.get(round.get_absolute_url()).text
    assert "Wie rijdt?" in inside, "a red line is seen by all at once"
    assert "Elk kind een plek" not in inside, "what was chosen is not"


def test_a_red_line_without_a_reason_is_refused_and_keeps_what_was_typed(
    client: Client, cast: Cast, round: Round
) -> None:
    with scope(partnership=cast.partnership):
        bus = round.proposals.get(title="Bus").pk
    answer = client.post(link_of("Amina"), fields(round, Bus=4, Tent=2) | {f"p{bus}-red": "on"})
    assert answer.status_code == 422
    assert "Schrijf waarover jullie willen praten" in answer.text
    assert answer.text.count(" checked") == 3


def test_the_link_is_of_one_person_and_over_with_the_round(client: Client, cast: Cast, round: Round) -> None:
    address = link_of("Amina")
    assert client.get(address[:-3] + "xx/").status_code == 404
    assert client.get(address.replace("/stem/", "/indeling/")).status_code == 404, "for one purpose"
    with scope(partnership=cast.partnership):
        services.withdraw(round=round, why="Het kan niet doorgaan.", actor=cast.finn)
    gone = client.get(address)
    assert (gone.status_code, "Het kan niet doorgaan." in gone.text) == (410, True)


def test_the_link_stops_when_the_part_of_the_person_stops(client: Client, cast: Cast, round: Round) -> None:
    address = link_of("Amina")
    with scope(partnership=cast.partnership):
        from groeimodel.foundation.partners import services as partners
        from groeimodel.foundation.partners.models import Membership
        from groeimodel.foundation.testing.cast import person

        membership = Membership.objects.get(municipality=cast.municipality, partnership=cast.partnership)
        partners.fill_seat(
            membership=membership, role="alderman", person=person("Nieuw"), since=timezone.localdate()
        )
    assert client.get(address).status_code == 403


def test_after_the_last_day_the_page_says_so(client: Client, cast: Cast, round: Round) -> None:
    address = link_of("Amina")
    with time_machine.travel(timezone.now() + timedelta(days=15)):
        answer = client.get(address)
    assert (answer.status_code, "De laatste dag is voorbij" in answer.text) == (410, True)


def test_a_draft_is_for_who_prepares_it(client: Client, cast: Cast) -> None:
    with scope(partnership=cast.partnership):
        made = services.prepare_round(
            partnership=cast.partnership, plan=plan([seedling(cast.partnership, "Bus")]), actor=cast.finn
        )
    for who, status in ((cast.finn, 200), (cast.amina, 404), (cast.daan, 403)):
        client.force_login(who)
        assert client.get(made.get_absolute_url()).status_code == status


def test_the_coordinator_notes_a_ballot_by_phone(client: Client, cast: Cast, round: Round) -> None:
    client.force_login(cast.finn)
    address = reverse("choosing:phone", args=["testland", round.pk, cast.municipality.pk])
    assert "in naam van Amina" in client.get(address).text
    answer = client.post(address, fields(round, Bus=5), follow=True)
    assert "Amina krijgt een mail" in answer.text
    assert "genoteerd door Finn" in answer.text


def test_pages_cost_the_same_with_few_and_many(client: Client, django_assert_max_num_queries) -> None:  # type: ignore[no-untyped-def]
    made = meadow([f"Dorp {n}" for n in range(3)], {f"Voorstel {n}": 500 for n in range(3)})
    with scope(partnership=made.partnership):
        round = opened(made)
        for town in made.towns:
            services.hand_in(
                poll=poll(round, town.municipality), said=said(round, {"Voorstel 1": 3}), actor=town.alderman
            )
    client.force_login(made.coordinator)
    here = made.partnership.slug
    first = made.towns[0].municipality.pk
    for address, most in (
        (reverse("choosing:list", args=[here]), 9),
        (round.get_absolute_url(), 19),
        (reverse("choosing:phone", args=[here, round.pk, first]), 26),
    ):
        with django_assert_max_num_queries(most):
            assert client.get(address).status_code == 200
