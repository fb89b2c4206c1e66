"""Feeds that a calendar program follows with a secret address."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django_scopes import scope
from ical.calendar_stream import IcsCalendarStream

from groeimodel.foundation.partners import services as partners
from groeimodel.foundation.testing.cast import Cast, person
from groeimodel.soil.meetings import services
from groeimodel.soil.meetings.models import Meeting
from groeimodel.soil.meetings.services import Draft, When

pytestmark = pytest.mark.django_db


def plan(cast: Cast, title: str, audience: str = "officers", days: int = 5) -> Meeting:
    starts = timezone.now() + timedelta(days=days)
    with scope(partnership=cast.partnership):
        return services.plan(
            partnership=cast.partnership,
            draft=Draft(title, audience),
            when=When(starts, starts + timedelta(hours=1)),
            actor=cast.finn,
        )


def titles(client: Client, key: str) -> set[str]:
    answer = client.get(reverse("meetings:feed", args=[key]))
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    events = IcsCalendarStream.calendar_from_ics(answer.text).events
    return {str(event.summary).partition(" (")[0] for event in events}


@pytest.mark.claim("P1")
def test_everybody_follows_what_concerns_them(client: Client, cast: Cast) -> None:
    plan(cast, "Ambtenaren")
    plan(cast, "Schepenen", "aldermen")
    plan(cast, "Vorig jaar", days=-200)
    plan(cast, "Lang geleden", days=-900)
    keys = {
        name: services.feed_key(actor=who)
        for name, who in {"bram": cast.bram, "amina": cast.amina, "els": cast.els, "daan": cast.daan}.items()
    }
    assert titles(client, keys["bram"]) == {"Ambtenaren", "Vorig jaar"}
    assert titles(client, keys["amina"]) == {"Schepenen"}
    assert titles(client, keys["els"]) == {"Ambtenaren", "Schepenen", "Vorig jaar"}
    assert titles(client, keys["daan"]) == set()
    ours = services.feed_key(partnership=cast.partnership, actor=cast.bram)
    assert titles(client, ours) == {"Ambtenaren", "Schepenen", "Vorig jaar"}
    assert services.feed_key(actor=cast.bram) == keys["bram"]


def test_who_left_follows_nothing(client: Client, cast: Cast) -> None:
    plan(cast, "Ambtenaren")
    key = services.feed_key(actor=cast.bram)
    with scope(partnership=cast.partnership):
        membership = cast.partnership.memberships.get(municipality=cast.municipality)
        partners.fill_seat(
            membership=membership, role="officer", person=person("Opvolger"), since=timezone.localdate()
        )
    assert titles(client, key) == set()


def test_a_new_address_makes_the_old_one_empty(client: Client, cast: Cast) -> None:
    old = services.feed_key(actor=cast.bram)
    new = services.renew_feed_key(actor=cast.bram)
    assert client.get(reverse("meetings:feed", args=[old])).status_code == 404
    assert client.get(reverse("meetings:feed", args=[new])).status_code == 200


def test_a_cancelled_meeting_is_still_told_of(client: Client, cast: Cast) -> None:
    meeting = plan(cast, "Ambtenaren")
    with scope(partnership=cast.partnership):
        services.cancel(meeting=meeting, actor=cast.finn)
    key = services.feed_key(actor=cast.bram)
    (event,) = IcsCalendarStream.calendar_from_ics(
        client.get(reverse("meetings:feed", args=[key])).text
    ).events
    assert event.status == "CANCELLED"


def test_queries_do_not_grow(client: Client, cast: Cast, django_assert_max_num_queries) -> None:  # type: ignore[no-untyped-def]
    for number in range(12):
        plan(cast, f"Ontmoeting {number}", days=number + 1)
    key = services.feed_key(actor=cast.bram)
    with django_assert_max_num_queries(4):
        assert len(titles(client, key)) == 12
