"""How strongly each college stands behind the shop is asked once a year, and never guessed (claim B17)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
import time_machine
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client
from django.utils import timezone
from django_scopes import scope

from groeimodel.foundation.partners import services as partners
from groeimodel.foundation.partners.models import Membership, Municipality, Seat
from groeimodel.foundation.testing.cast import Cast
from groeimodel.foundation.testing.mailbox import last_mail_to, link_in, mails_to
from groeimodel.meadow.evaluation.tests.test_closing import asks
from groeimodel.shop.counter import letters, services
from groeimodel.shop.counter.models import Support
from groeimodel.shop.counter.supporting import measure_of
from groeimodel.shop.counter.tests.kit import offered, page

TODO = "Zeg hoe sterk je college achter de winkel staat"


@pytest.mark.claim("B17")
def test_asked_by_mail_and_answered_without_signing_in(client: Client, cast: Cast) -> None:
    offered(cast)
    assert "Vraag de schepenen naar de steun van hun college" in asks(cast, cast.finn)
    assert TODO not in asks(cast, cast.amina)
    client.force_login(cast.finn)
    client.post(page("ask_support"))
    client.logout()
    assert TODO in asks(cast, cast.amina)
    link = link_in(last_mail_to(cast.amina), "/steun/")
    assert client.get(link).status_code == 200
    with scope(partnership=cast.partnership):
        assert not Support.objects.exists(), "opening a link answers nothing"
    assert client.post(link, {"mark": "9", "words": "Blijft staan"}).status_code == 422
    client.post(link, {"mark": "4", "words": "De bijdrage komt elk jaar ter sprake."})
    with scope(partnership=cast.partnership):
        said = Support.objects.get()
        assert (said.mark, said.municipality, said.by) == (4, cast.municipality, cast.amina)
    assert TODO not in asks(cast, cast.amina)
    client.post(link, {"mark": "2", "words": ""})
    with scope(partnership=cast.partnership):
        assert Support.objects.get().mark == 2
    client.force_login(cast.finn)
    client.post(page("ask_support"))
    assert len(mails_to(cast.amina)) == 1, "who answered is not asked again"


@pytest.mark.claim("B17")
def test_answered_or_not_with_the_time_before_and_nothing_guessed(client: Client, cast: Cast) -> None:
    with scope(partnership=cast.partnership):
        for year, mark in ((2024, 2), (2025, 5)):
            with time_machine.travel(date(year, 5, 1)):
                services.say_support(
                    partnership=cast.partnership, municipality=cast.municipality, mark=mark, actor=cast.amina
                )
        home, other = sorted(measure_of(cast.partnership, 2025).rows, key=lambda one: one.latest is None)
        assert home.latest is not None
        assert home.before is not None
        assert (home.latest.mark, home.before.mark, home.now) == (5, 2, True)
        assert (other.latest, other.before, other.now, other.alderman) == (None, None, False, False)
        later = measure_of(cast.partnership, 2026)
        assert (later.answered, later.open) == (0, 1)
    client.force_login(cast.celia)
    seen = client.get(page("support")).text
    assert "geen schepen aan tafel" in seen
    assert "nog niet gevraagd" in seen


def test_only_the_alderman_of_a_municipality_speaks_for_it(client: Client, cast: Cast) -> None:
    for who in (cast.daan, cast.bram, cast.finn, cast.celia):
        with scope(partnership=cast.partnership), pytest.raises(PermissionDenied):
            services.say_support(
                partnership=cast.partnership, municipality=cast.municipality, mark=3, actor=who
            )
    with scope(partnership=cast.partnership), pytest.raises(PermissionDenied):
        services.say_support(
            partnership=cast.partnership, municipality=cast.neighbour, mark=3, actor=cast.amina
        )
    with scope(partnership=cast.partnership), pytest.raises(ValidationError):
        services.say_support(
            partnership=cast.partnership, municipality=cast.municipality, mark=6, actor=cast.amina
        )
    client.force_login(cast.finn)
    assert client.post(page("support"), {"mark": "5"}).status_code == 403
    client.force_login(cast.amina)
    assert client.post(page("support"), {"mark": "5"}).status_code == 302


def test_a_link_ends_with_the_seat_and_with_its_time(client: Client, cast: Cast) -> None:
    link = letters.link_for(cast.partnership, cast.amina)
    with time_machine.travel(timezone.now() + timedelta(days=letters.DAYS + 1)):
        assert client.get(link).status_code == 410
    assert client.get(link[:-3] + "x/").status_code == 404
    membership = Membership.objects.get(municipality=cast.municipality)
    partners.empty_seat(membership=membership, role=Seat.Role.ALDERMAN, on=timezone.localdate())
    assert client.post(link, {"mark": "5"}).status_code == 403
    with scope(partnership=cast.partnership):
        assert not Support.objects.exists()


def test_what_merged_municipalities_said_stays_theirs(cast: Cast) -> None:
    with scope(partnership=cast.partnership):
        services.say_support(
            partnership=cast.partnership, municipality=cast.municipality, mark=4, actor=cast.amina
        )
    new = Municipality.objects.create(name="Fusiedorp", invented=True)
    partners.merge(into=new, parts=[cast.municipality, cast.neighbour], on=timezone.localdate())
    with scope(partnership=cast.partnership):
        measure = measure_of(cast.partnership, timezone.localdate().year)
    assert [(one.municipality, one.latest) for one in measure.rows] == [(new, None)]
    assert [one.mark for one in measure.earlier] == [4]
