"""What mandates and meetings ask of people, in hours that come from records."""

from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django_scopes import scope
from pytest_django import DjangoAssertNumQueries

from groeimodel.foundation.mandates import services as mandates
from groeimodel.foundation.mandates.services import Proposal
from groeimodel.foundation.testing.cast import Cast
from groeimodel.rules.organs.load import Load
from groeimodel.shop.organs import services as organs
from groeimodel.shop.organs.models import OrganSeat
from groeimodel.shop.sittings.models import Presence, Sitting
from groeimodel.shop.steering import services
from groeimodel.shop.steering.loading import Loads, loads_of
from groeimodel.shop.steering.models import Assumption
from groeimodel.shop.steering.services import Given
from groeimodel.soil.meetings.models import Attendance, Meeting

pytestmark = pytest.mark.django_db


def at(days_ago: int) -> datetime:
    return timezone.localtime().replace(hour=9, minute=0) - timedelta(days=days_ago)


@pytest.fixture
def busy(cast: Cast) -> Cast:
    """Amina sits twice on the board, which met twice this year and once long ago; Bram met twice and has eight hours a month."""
    here, today = cast.partnership, timezone.localdate()
    with scope(partnership=here):
        places = [organs.Place(cast.municipality, cast.amina, task) for task in ("voorzitter", "bestuurder")]
        board = organs.set_up_organ(
            partnership=here, name="Raad", kind="board", starts=date(2024, 1, 2), places=places
        )
        for days in (20, 200, 500):
            sitting = Sitting.objects.create(
                partnership=here, organ=board, starts=at(days), state=Sitting.State.CLOSED
            )
            for seat in OrganSeat.objects.filter(organ=board):
                Presence.objects.create(sitting=sitting, seat=seat, person=cast.amina, how="present")
        for days, hours in ((30, 2), (100, 3), (700, 8)):
            meeting = Meeting.objects.create(
                partnership=here,
                title="Uitwisseling",
                starts=at(days),
                ends=at(days) + timedelta(hours=hours),
            )
            for who, role, came in ((cast.bram, "officer", True), (cast.celia, "officer", False)):
                Attendance.objects.create(
                    meeting=meeting, person=who, role=role, came=came,
                    municipality=cast.municipality if who == cast.bram else cast.neighbour,
                )  # fmt: skip
        proposal = Proposal(
            cast.municipality,
            "time",
            cast.bram,
            today - timedelta(days=364),
            today + timedelta(days=90),
            Decimal(8),
        )
        given = mandates.give(partnership=here, proposal=proposal, actor=cast.amina)
        mandates.use(mandate=given, on=today, hours=Decimal(30), actor=cast.bram)
        said = Given("Geld", today, today, [cast.amina], follows=[cast.amina], topic="money")
        services.give(partnership=here, given=said, actor=cast.finn)
    return cast


def loads(cast: Cast) -> Loads:
    with scope(partnership=cast.partnership):
        return loads_of(cast.partnership, timezone.localdate())


@pytest.mark.claim("B3")
def test_the_hours_of_a_person_come_from_records_of_twelve_months(busy: Cast) -> None:
    found = {one.person.name: one.load for place in loads(busy).places for one in place.people}
    assert found["Amina"] == Load(seats=2, mandates=1, sittings=2, sitting_hours=Decimal(6))
    bram = found["Bram"]
    assert (bram.meetings, bram.meeting_hours, bram.noted_hours) == (2, Decimal(5), Decimal(30))
    assert bram.granted_hours == Decimal("95.9"), "8 hours a month, for 365 days"
    assert bram.hours == Decimal(5), "noted hours may hold the meetings: never counted twice"


@pytest.mark.claim("B3")
def test_a_municipality_is_the_sum_of_its_people(busy: Cast) -> None:
    home = next(one for one in loads(busy).places if one.municipality == busy.municipality)
    assert home.load == Load(2, 1, 2, Decimal(6), 2, Decimal(5), Decimal(30), Decimal("95.9"))


@pytest.mark.claim("B3")
def test_the_assumption_is_said_and_can_be_changed(client: Client, busy: Cast) -> None:
    client.force_login(busy.finn)
    url = reverse("steering:load", args=["testland"])
    shown = client.get(url).text
    assert "telkens 3 uur" in shown
    assert "aanname" in shown
    assume = reverse("steering:assume", args=["testland"])
    assert client.post(assume, {"hours_per_sitting": "0"}).status_code == 422
    assert client.post(assume, {"hours_per_sitting": "4,5"}).status_code == 302
    with scope(partnership=busy.partnership):
        assert Assumption.objects.get().hours_per_sitting == Decimal("4.5")
    assert "telkens 4,5 uur" in client.get(url).text
    assert "9 uur" in client.get(url).text


def test_guests_do_not_see_it_and_the_queries_stay_few(
    client: Client, busy: Cast, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    client.force_login(busy.bram)
    with django_assert_max_num_queries(20):
        assert client.get(reverse("steering:load", args=["testland"])).status_code == 200
