"""Municipalities that merge: seats go over where that is clear, and everything that was can still be found."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from groeimodel.foundation.journal.models import Entry
from groeimodel.foundation.partners import selectors, services
from groeimodel.foundation.partners.models import Appointment, Membership, Municipality, Seat, Tenure
from groeimodel.foundation.testing.cast import SINCE, Cast, person

DAY = date(2025, 1, 1)


@pytest.fixture
def new(cast: Cast) -> Municipality:
    return Municipality.objects.create(name="Proefdorp-Buurdorp", invented=True)


def sitting(cast: Cast, municipality: Municipality) -> dict[str, str | None]:
    (row,) = [one for one in selectors.seats_of(cast.partnership) if one.municipality == municipality]
    return {
        "alderman": row.alderman.name if row.alderman else None,
        "officer": row.officer.name if row.officer else None,
    }


def test_one_membership_takes_the_place_of_both(cast: Cast, new: Municipality) -> None:
    services.merge(into=new, parts=[cast.municipality, cast.neighbour], on=DAY)
    members = [one.municipality for one in selectors.seats_of(cast.partnership)]
    assert members == [new]
    old = Membership.objects.filter(partnership=cast.partnership, ends=DAY)
    assert {one.municipality for one in old} == {cast.municipality, cast.neighbour}


def test_who_is_the_only_candidate_goes_along_and_a_doubtful_seat_is_visibly_empty(
    cast: Cast, new: Municipality
) -> None:
    """Amina was the only alderman; Bram and Celia were both officer."""
    services.merge(into=new, parts=[cast.municipality, cast.neighbour], on=DAY)
    assert sitting(cast, new) == {"alderman": "Amina", "officer": None}
    assert cast.amina.has_perm("partners.see_inside", cast.partnership)


def test_nobody_who_sat_there_is_lost(cast: Cast, new: Municipality) -> None:
    before = set(Tenure.objects.values_list("person__name", "seat__membership__municipality__name", "starts"))
    services.merge(into=new, parts=[cast.municipality, cast.neighbour], on=DAY)
    after = set(Tenure.objects.values_list("person__name", "seat__membership__municipality__name", "starts"))
    assert before <= after
    assert after - before == {("Amina", "Proefdorp-Buurdorp", DAY)}


def test_a_municipality_that_takes_in_another_keeps_its_own_people(cast: Cast) -> None:
    services.merge(into=cast.municipality, parts=[cast.neighbour], on=DAY)
    assert sitting(cast, cast.municipality) == {"alderman": "Amina", "officer": None}
    assert Membership.objects.filter(partnership=cast.partnership, ends=None).count() == 1


def test_it_takes_over_in_every_partnership(cast: Cast, new: Municipality) -> None:
    services.join(partnership=cast.elsewhere, municipality=cast.municipality, since=SINCE)
    found = services.merge(into=new, parts=[cast.municipality, cast.neighbour], on=DAY)
    assert {one.partnership for one in found} == {cast.partnership, cast.elsewhere}
    open_ones = Membership.objects.filter(municipality=new, ends=None)
    assert {one.partnership for one in open_ones} == {cast.partnership, cast.elsewhere}


def test_a_part_that_was_no_member_is_named(cast: Cast, new: Municipality) -> None:
    outsider = Municipality.objects.create(name="Nergensdorp", invented=True)
    (one,) = services.merge(into=new, parts=[cast.municipality, outsider], on=DAY)
    assert one.outside == (outsider,)
    assert sitting(cast, new) == {"alderman": "Amina", "officer": "Bram"}


def test_an_ambassador_goes_along(cast: Cast, new: Municipality) -> None:
    gita = person("Gita")
    services.appoint(
        partnership=cast.partnership, person=gita, kind="ambassador", since=SINCE, municipality=cast.neighbour
    )
    services.merge(into=new, parts=[cast.municipality, cast.neighbour], on=DAY)
    assert Appointment.objects.get(person=gita, ends=None).municipality == new


def test_the_old_name_leads_to_the_new_one(cast: Cast, new: Municipality) -> None:
    services.merge(into=new, parts=[cast.municipality, cast.neighbour], on=DAY)
    old = Municipality.objects.select_related("merged_into").get(pk=cast.municipality.pk)
    assert old.name_today == "Proefdorp (nu Proefdorp-Buurdorp)"
    assert (old.today, old.ended_on) == (new.pk, DAY)


def test_a_second_time_nothing_happens(cast: Cast, new: Municipality) -> None:
    services.merge(into=new, parts=[cast.municipality, cast.neighbour], on=DAY)
    counts = (Membership.objects.count(), Tenure.objects.count(), Entry.objects.count())
    assert services.merge(into=new, parts=[cast.municipality, cast.neighbour], on=DAY) == []
    assert (Membership.objects.count(), Tenure.objects.count(), Entry.objects.count()) == counts


def test_it_stands_in_the_journal(cast: Cast, new: Municipality) -> None:
    services.merge(into=new, parts=[cast.municipality, cast.neighbour], on=DAY)
    entry = Entry.objects.latest("pk")
    assert (entry.verb, entry.municipality, entry.partnership) == ("partners.merged", new, cast.partnership)


def test_nothing_merges_with_itself(cast: Cast) -> None:
    with pytest.raises(ValidationError):
        services.merge(into=cast.municipality, parts=[cast.municipality, cast.neighbour], on=DAY)
    assert Membership.objects.filter(ends=None, partnership=cast.partnership).count() == 2


@pytest.mark.parametrize("who", ["amina", "finn", "els", "daan"])
def test_only_an_administrator_merges(cast: Cast, new: Municipality, who: str) -> None:
    with pytest.raises(PermissionDenied):
        services.merge(into=new, parts=[cast.municipality], on=DAY, actor=getattr(cast, who))


def test_the_home_still_shows_every_seat(cast: Cast, new: Municipality) -> None:
    services.merge(into=new, parts=[cast.municipality, cast.neighbour], on=DAY)
    assert Seat.objects.filter(membership__municipality=new).count() == 2
