"""First the layout: aldermen say how the budget spreads, and every rule holds to it (claim W11)."""

from __future__ import annotations

import re
from datetime import timedelta
from decimal import Decimal

import pytest
import time_machine
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client
from django.utils import timezone
from django_scopes import scope

from groeimodel.foundation.mail.models import OutgoingMail
from groeimodel.meadow.choosing import services
from groeimodel.meadow.choosing.models import Layout, Round
from groeimodel.meadow.choosing.tests.choosing import Meadow, meadow, opened, poll, vote

pytestmark = [pytest.mark.django_db, pytest.mark.claim("W11")]
SPREAD = {"poppy": 60, "cornflower": 40, "sunflower": 0, "mallow": 0, "daisy": 0}


@pytest.fixture
def made() -> Meadow:
    """A poppy of 2000 and a cornflower of 1500; each town puts in 1500."""
    return meadow(["Aalst", "Brugge"], {"Fuif": 2000, "Vorming": 1500})


def asked(made: Meadow, **given: object) -> Round:
    until = timezone.localdate() + timedelta(days=5)
    return opened(made, asks_layout=True, layout_until=until, contributions=Decimal(3000), **given)


def test_the_layout_comes_before_any_ballot(made: Meadow) -> None:
    with scope(partnership=made.partnership):
        round = asked(made)
        assert round.state == "layout"
        with pytest.raises(ValidationError, match="eerst de indeling"):
            vote(round, made.towns[0], {"Fuif": 5})
        assert not OutgoingMail.objects.filter(text__contains="/stem/").exists()
        assert OutgoingMail.objects.filter(text__contains="/indeling/").count() == 2


def test_a_dear_kind_is_held_to_what_was_wished(made: Meadow) -> None:
    with scope(partnership=made.partnership):
        round = asked(made, slack=0)
        for town in made.towns:
            services.give_layout(poll=poll(round, town.municipality), parts=SPREAD, actor=town.alderman)
        services.go_on(round=round, actor=made.coordinator)
        round.refresh_from_db()
        for town in made.towns:
            vote(round, town, {"Fuif": 5, "Vorming": 1})
        closed = services.close_round(round=round, actor=made.coordinator)
        # 60 % of 3000 is 1800, less than the party; 40 % is 1200, less than the course.
        assert [one.chosen for one in closed.proposals.all()] == [False, False]
        assert "cap=1800" in closed.snapshot


def test_with_slack_it_fits(made: Meadow) -> None:
    with scope(partnership=made.partnership):
        round = asked(made, slack=10)
        services.give_layout(
            poll=poll(round, made.towns[0].municipality), parts=SPREAD, actor=made.towns[0].alderman
        )
        services.go_on(round=round, actor=made.coordinator)
        round.refresh_from_db()
        for town in made.towns:
            vote(round, town, {"Fuif": 5, "Vorming": 1})
        closed = services.close_round(round=round, actor=made.coordinator)
        assert closed.proposals.get(title="Fuif").chosen


def test_only_the_alderman_and_only_a_hundred(made: Meadow) -> None:
    with scope(partnership=made.partnership):
        round, town = asked(made), made.towns[0]
        for who in (town.officer, made.towns[1].alderman, made.coordinator):
            with pytest.raises(PermissionDenied):
                services.give_layout(poll=poll(round, town.municipality), parts=SPREAD, actor=who)
        for parts, says in (
            ({"poppy": 95}, "nog 5 %"),
            ({"poppy": 110}, "10 % weg"),
            ({"roos": 100}, "0 tot"),
        ):
            with pytest.raises(ValidationError, match=says):
                services.give_layout(poll=poll(round, town.municipality), parts=parts, actor=town.alderman)
        assert not Layout.objects.exists()


def test_the_last_word_of_an_alderman_counts_until_the_day(made: Meadow) -> None:
    with scope(partnership=made.partnership):
        round, town = asked(made), made.towns[0]
        for parts in (SPREAD, {"daisy": 100}):
            services.give_layout(poll=poll(round, town.municipality), parts=parts, actor=town.alderman)
        assert Layout.objects.get().parts == {"daisy": 100}
        with time_machine.travel(timezone.now() + timedelta(days=6)), pytest.raises(ValidationError):
            services.give_layout(poll=poll(round, town.municipality), parts=SPREAD, actor=town.alderman)


def test_from_the_mail_with_a_remainder_that_is_said(client: Client, made: Meadow) -> None:
    with scope(partnership=made.partnership):
        round = asked(made)
    mail = OutgoingMail.objects.get(person=made.towns[0].alderman, kind="choosing.ask")
    found = re.search(r"/indeling/\S+/", mail.text)
    assert found is not None
    address = found[0]
    wrong = client.post(address, SPREAD | {"poppy": 50})
    assert (wrong.status_code, "verdeel nog 10 %" in wrong.text, 'value="50"' in wrong.text) == (
        422,
        True,
        True,
    )
    done = client.post(address, SPREAD, follow=True)
    assert "Bewaard" in done.text
    client.force_login(made.coordinator)
    assert "60" not in re.findall(r"<circle[^>]*cx=\"(\d+)\"", client.get(round.get_absolute_url()).text)
    with scope(partnership=made.partnership):
        services.go_on(round=round, actor=made.coordinator)
    assert "60" in re.findall(r"<circle[^>]*cx=\"(\d+)\"", client.get(round.get_absolute_url()).text)
    gone = client.get(address)
    assert (gone.status_code, "stembrieven zijn verstuurd" in gone.text) == (410, True)
