"""Two municipalities merge in the middle of a round: what they put in adds up, and the later ballot stays."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

import pytest
import time_machine
from django.test import Client
from django.utils import timezone
from django_scopes import scope, scopes_disabled

from groeimodel.foundation.journal.models import Entry
from groeimodel.foundation.mail.models import OutgoingMail
from groeimodel.foundation.partners import services as partners
from groeimodel.foundation.partners.models import Municipality
from groeimodel.meadow.choosing import services
from groeimodel.meadow.choosing.models import Layout, Round, Stake
from groeimodel.meadow.choosing.tests.choosing import Meadow, meadow, opened, plan, poll, vote

pytestmark = pytest.mark.django_db


@pytest.fixture
def made() -> Meadow:
    return meadow(["Aalst", "Brugge", "Gent"], {"Zaal": 2000, "Tent": 900})


def merge(made: Meadow) -> Municipality:
    new = Municipality.objects.create(name="Aalstbrugge", invented=True)
    with scopes_disabled():
        parts = [one.municipality for one in made.towns[:2]]
        partners.merge(into=new, parts=parts, on=timezone.localdate())
    return new


def test_stakes_add_up_and_the_later_ballot_counts(made: Meadow) -> None:
    with scope(partnership=made.partnership):
        round = opened(made, contributions=Decimal(3000))
        vote(round, made.towns[0], {"Zaal": 5}, at=timezone.now() - timedelta(hours=2))
        vote(round, made.towns[1], {"Tent": 5})
    new = merge(made)
    with scope(partnership=made.partnership):
        stakes = dict(Stake.objects.values_list("municipality__name", "own"))
        assert stakes == {"Aalstbrugge": Decimal(2000), "Gent": Decimal(1000)}
        last, first = poll(round, new).handed_in
        assert (last.ballot.person, last.counts) == (made.towns[1].alderman, True)
        assert first.why_not.startswith("Een latere stembrief telt")
        assert Entry.objects.filter(verb="choosing.merged", municipality=new).count() == 1


def test_a_link_from_before_leads_to_the_new_municipality(client: Client, made: Meadow) -> None:
    with scope(partnership=made.partnership):
        opened(made)
    mail = OutgoingMail.objects.get(person=made.towns[0].alderman, kind="choosing.ask")
    address = "/stem/" + mail.text.split("/stem/")[1].split()[0]
    merge(made)
    page = client.get(address)
    assert page.status_code == 200, "the mandate went along, so its holder still speaks"
    assert "De stem van Aalstbrugge" in page.text


def test_the_last_layout_stays(made: Meadow) -> None:
    with scope(partnership=made.partnership):
        round = opened(made, asks_layout=True, layout_until=timezone.localdate() + timedelta(days=5))
        for number, town in enumerate(made.towns[:2]):
            services.give_layout(
                poll=poll(round, town.municipality),
                parts={"poppy": 100} if number else {"daisy": 100},
                actor=town.alderman,
                at=timezone.now() + timedelta(minutes=number),
            )
    new = merge(made)
    with scope(partnership=made.partnership):
        (only,) = Layout.objects.all()
        assert (only.municipality, only.parts) == (new, {"poppy": 100})


def test_the_own_table_of_a_draft_adds_up(made: Meadow) -> None:
    with scope(partnership=made.partnership):
        table = {one.municipality.pk: Decimal(1000 + n) for n, one in enumerate(made.towns)}
        services.prepare_round(
            partnership=made.partnership,
            plan=plan(made.actions, key="table", table=table),
            actor=made.coordinator,
        )
    new = merge(made)
    with scope(partnership=made.partnership):
        assert Round.objects.get().table == {
            str(new.pk): "2001", str(made.towns[2].municipality.pk): "1002",
        }  # fmt: skip


def test_what_is_closed_stays_as_it_was_decided(client: Client, made: Meadow) -> None:
    with scope(partnership=made.partnership):
        round = opened(made)
        for town in made.towns:
            vote(round, town, {"Zaal": 5})
        services.close_round(round=round, actor=made.coordinator)
    merge(made)
    with scope(partnership=made.partnership):
        assert set(Stake.objects.values_list("municipality__name", flat=True)) == {"Aalst", "Brugge", "Gent"}
    client.force_login(made.coordinator)
    assert client.get(round.get_absolute_url(), follow=True).status_code == 200


def test_closing_after_a_merger(made: Meadow) -> None:
    with scope(partnership=made.partnership):
        round = opened(made, contributions=Decimal(3000), money="own")
        for town in made.towns:
            vote(round, town, {"Zaal": 5})
    merge(made)
    with scope(partnership=made.partnership), time_machine.travel(timezone.now() + timedelta(days=15)):
        closed = services.close_round(round=round, actor=made.coordinator)
        paid = dict(made.actions[0].participations.values_list("municipality__name", "amount"))
        assert closed.decision is not None
        assert paid == {"Aalstbrugge": Decimal("1333.33"), "Gent": Decimal("666.67")}
