"""Seats have a history, and follow the mandates of who sits there."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone
from django_scopes import scope

from groeimodel.foundation.journal.models import Entry
from groeimodel.foundation.partners import services as partners
from groeimodel.foundation.partners.models import Membership, Municipality
from groeimodel.foundation.testing.cast import Cast, person
from groeimodel.shop.organs import services
from groeimodel.shop.organs.models import Occupancy, Organ, OrganSeat
from groeimodel.shop.organs.selectors import Seated, seats_on
from groeimodel.shop.organs.tests.setting_up import SINCE, founded

pytestmark = pytest.mark.django_db
MAY = date(2025, 5, 1)


def seat_of(organ: Organ, municipality: Municipality, day: date, *, advisory: bool = False) -> Seated:
    (found,) = [
        one for one in seats_on(organ, day) if one.municipality == municipality and one.advisory is advisory
    ]
    return found


def test_who_sat_there_on_a_day_can_be_asked(cast: Cast) -> None:
    organ, gita = founded(cast), person("Gita")
    with scope(partnership=cast.partnership):
        seat = seat_of(organ, cast.municipality, SINCE).seat
        services.fill_organ_seat(seat=seat, person=gita, since=MAY, capacity="mayor", actor=cast.finn)
        before = seat_of(organ, cast.municipality, MAY - timedelta(days=1))
        after = seat_of(organ, cast.municipality, MAY)
        assert (before.person, after.person) == (cast.amina, gita)
        assert OrganSeat.objects.get(pk=seat.pk).person == gita
        assert Occupancy.objects.filter(seat=seat).count() == 2, "closed, never edited"


def test_a_seat_that_is_emptied_stays_and_is_told(cast: Cast) -> None:
    organ = founded(cast)
    with scope(partnership=cast.partnership):
        seat = seat_of(organ, cast.municipality, SINCE).seat
        services.empty_organ_seat(seat=seat, on=MAY, actor=cast.finn)
        assert seat_of(organ, cast.municipality, MAY).person is None
        services.empty_organ_seat(seat=seat, on=MAY, actor=cast.finn)
    entry = Entry.objects.get(verb="organs.seat_emptied")
    assert entry.data == {"organ": organ.pk, "seat": seat.pk, "before": cast.amina.pk}


@pytest.mark.claim("B2")
def test_when_an_alderman_goes_the_place_in_the_organ_is_empty(cast: Cast) -> None:
    organ, membership = founded(cast), Membership.objects.get(municipality=cast.municipality)
    partners.empty_seat(membership=membership, role="alderman", on=MAY, actor=cast.finn)
    with scope(partnership=cast.partnership):
        assert seat_of(organ, cast.municipality, MAY - timedelta(days=1)).person == cast.amina
        assert seat_of(organ, cast.municipality, MAY).person is None


def test_a_successor_on_the_seat_does_not_take_the_place_in_the_organ(cast: Cast) -> None:
    """The council names its director; the product does not."""
    organ, membership = founded(cast), Membership.objects.get(municipality=cast.municipality)
    partners.fill_seat(membership=membership, role="alderman", person=person("Gita"), since=MAY)
    with scope(partnership=cast.partnership):
        assert seat_of(organ, cast.municipality, MAY).person is None


def test_who_only_changes_seat_keeps_the_place(cast: Cast) -> None:
    """Somebody with another seat for the same municipality is not gone."""
    organ, membership = founded(cast), Membership.objects.get(municipality=cast.municipality)
    partners.fill_seat(membership=membership, role="officer", person=cast.amina, since=MAY)
    partners.empty_seat(membership=membership, role="alderman", on=MAY)
    with scope(partnership=cast.partnership):
        assert seat_of(organ, cast.municipality, MAY).person == cast.amina


def test_a_councillor_without_a_seat_in_the_partnership_is_not_touched(cast: Cast) -> None:
    organ, membership = founded(cast), Membership.objects.get(municipality=cast.municipality)
    with scope(partnership=cast.partnership):
        seat = seat_of(organ, cast.municipality, SINCE, advisory=True).seat
        services.sit_by_name(seat=seat, name="Rik Raad", since=MAY, capacity="councillor", actor=cast.finn)
        partners.empty_seat(membership=membership, role="alderman", on=MAY)
        sits = seat_of(organ, cast.municipality, timezone.localdate(), advisory=True).person
    assert sits is not None
    assert (sits.name, sits.email) == ("Rik Raad", None)


@pytest.mark.claim("B2")
def test_after_a_merger_every_place_goes_on_with_its_votes(cast: Cast) -> None:
    organ, today = founded(cast), timezone.localdate()
    with scope(partnership=cast.partnership):
        weighed = seat_of(organ, cast.neighbour, SINCE).seat
        new = services.NewSeat(cast.neighbour, "bestuurder", votes=3)
        services.change_seat(seat=weighed, new=new, actor=cast.finn)
        before = seats_on(organ, today)
    into = Municipality.objects.create(name="Samendorp", invented=True)
    partners.merge(into=into, parts=[cast.municipality, cast.neighbour], on=today)
    with scope(partnership=cast.partnership):
        after = seats_on(organ, today)
        yesterday = seats_on(organ, today - timedelta(days=1))
    assert sum(one.votes for one in after) == sum(one.votes for one in before) == 6
    assert {one.municipality for one in after} == {into}
    assert [one.person for one in after if one.person] == [cast.amina], "the only alderman went along"
    assert {one.municipality for one in yesterday} == {cast.municipality, cast.neighbour}, "history stays"
    with scope(partnership=cast.partnership):
        assert Organ.objects.get().look_at_seats
        services.looked_at_seats(organ=organ, actor=cast.finn)


def test_two_aldermen_of_merging_municipalities_leave_their_places_open(cast: Cast) -> None:
    """Which of them it will be, is for the new council to say."""
    membership = Membership.objects.get(municipality=cast.neighbour)
    partners.fill_seat(membership=membership, role="alderman", person=person("Gita"), since=date(2024, 1, 1))
    organ, today = founded(cast), timezone.localdate()
    into = Municipality.objects.create(name="Samendorp", invented=True)
    partners.merge(into=into, parts=[cast.municipality, cast.neighbour], on=today)
    with scope(partnership=cast.partnership):
        after = [one for one in seats_on(organ, today) if not one.advisory]
    assert [one.person for one in after] == [None, None]


def test_a_municipality_that_leaves_takes_its_places_along(cast: Cast) -> None:
    organ, membership = founded(cast), Membership.objects.get(municipality=cast.municipality)
    partners.leave(membership=membership, on=MAY)
    with scope(partnership=cast.partnership):
        assert {one.municipality for one in seats_on(organ, MAY)} == {cast.neighbour}
        assert len(seats_on(organ, SINCE)) == 4


def test_a_day_that_does_not_fit_is_refused(cast: Cast) -> None:
    organ, today = founded(cast), timezone.localdate()
    with scope(partnership=cast.partnership):
        seat = seat_of(organ, cast.municipality, SINCE).seat
        for day in (SINCE - timedelta(days=9), today + timedelta(days=1)):
            with pytest.raises(ValidationError):
                services.fill_organ_seat(seat=seat, person=cast.bram, since=day, actor=cast.finn)
        new = services.NewSeat(cast.neighbour, "bestuurder")
        with pytest.raises(ValidationError):
            services.change_seat(seat=seat, new=new, actor=cast.finn)


def test_only_the_coordinator_seats_people(cast: Cast) -> None:
    organ = founded(cast)
    with scope(partnership=cast.partnership):
        seat = seat_of(organ, cast.municipality, SINCE).seat
        for who in (cast.amina, cast.daan, cast.els):
            with pytest.raises(PermissionDenied):
                services.fill_organ_seat(seat=seat, person=cast.bram, since=MAY, actor=who)
            with pytest.raises(PermissionDenied):
                services.empty_organ_seat(seat=seat, on=MAY, actor=who)
