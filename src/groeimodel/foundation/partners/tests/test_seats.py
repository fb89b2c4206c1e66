"""Each member has two seats, filled or empty (claim G1); who sits there has a first and a last day."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from groeimodel.foundation.journal.models import Entry
from groeimodel.foundation.partners import services
from groeimodel.foundation.partners.models import Membership, Municipality, Seat
from groeimodel.foundation.testing.cast import Cast

DAY = date(2025, 3, 1)


@pytest.mark.claim("G1")
def test_a_new_member_has_both_seats_and_both_are_empty(cast: Cast) -> None:
    newcomer = Municipality.objects.create(name="Nieuwdorp", invented=True)
    membership = services.join(
        partnership=cast.partnership, municipality=newcomer, since=DAY, actor=cast.finn
    )
    assert sorted(membership.seats.values_list("role", flat=True)) == ["alderman", "officer"]
    assert not Seat.objects.filter(membership=membership, tenures__isnull=False).exists()


def test_filling_a_seat_closes_the_tenure_before(cast: Cast) -> None:
    membership = Membership.objects.get(municipality=cast.municipality)
    services.fill_seat(membership=membership, role="officer", person=cast.daan, since=DAY, actor=cast.finn)
    seat = membership.seats.get(role="officer")
    assert list(seat.tenures.order_by("pk").values_list("person__name", "ends")) == [
        ("Bram", DAY),
        ("Daan", None),
    ]


def test_an_emptied_seat_stays(cast: Cast) -> None:
    membership = Membership.objects.get(municipality=cast.municipality)
    services.empty_seat(membership=membership, role="alderman", on=DAY, actor=cast.finn)
    assert not membership.seats.get(role="alderman").tenures.filter(ends__isnull=True).exists()
    assert not cast.amina.has_perm("partners.declare_aim", cast.partnership)


def test_leaving_ends_the_membership_and_its_tenures(cast: Cast) -> None:
    membership = Membership.objects.get(municipality=cast.municipality)
    services.leave(membership=membership, on=DAY, actor=cast.finn)
    assert not cast.bram.has_perm("partners.see_inside", cast.partnership)
    assert cast.celia.has_perm("partners.see_inside", cast.partnership)


@pytest.mark.parametrize("who", ["amina", "bram", "celia", "daan", "els"])
def test_only_the_coordinator_fills_seats(cast: Cast, who: str) -> None:
    membership = Membership.objects.get(municipality=cast.neighbour)
    written = Entry.objects.count()
    with pytest.raises(PermissionDenied):
        services.fill_seat(
            membership=membership,
            role="alderman",
            person=cast.daan,
            since=DAY,
            actor=getattr(cast, who),
        )
    assert Entry.objects.count() == written


def test_every_change_is_in_the_journal(cast: Cast) -> None:
    membership = Membership.objects.get(municipality=cast.neighbour)
    services.fill_seat(membership=membership, role="alderman", person=cast.daan, since=DAY, actor=cast.finn)
    entry = Entry.objects.latest("pk")
    assert (entry.verb, entry.partnership, entry.actor) == (
        "partners.seat_filled",
        cast.partnership,
        cast.finn,
    )
