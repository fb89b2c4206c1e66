"""Municipalities that merge, and what is kept about people."""

import pytest
from django.utils import timezone
from django_scopes import scopes_disabled

from groeimodel.foundation.decisions.models import Voice
from groeimodel.foundation.partners import services as partners
from groeimodel.foundation.partners.models import Municipality
from groeimodel.foundation.personal import all_holdings
from groeimodel.foundation.testing.cast import Cast
from groeimodel.shop.organs.models import Organ, OrganSeat
from groeimodel.shop.sittings import services
from groeimodel.shop.sittings.models import Presence
from groeimodel.shop.sittings.tests import kit

pytestmark = pytest.mark.django_db


@pytest.mark.claim("B2")
def test_a_merger_takes_open_sittings_along_and_leaves_what_was_counted(cast: Cast, board: Organ) -> None:
    sitting = kit.opened(board, "Voor", "Na")
    services.vote_all(item=kit.point(sitting))
    before = services.count(item=kit.point(sitting)).decision
    into = Municipality.objects.create(name="Samendorp", invented=True)
    with scopes_disabled():
        partners.merge(into=into, parts=[cast.municipality, cast.neighbour], on=timezone.localdate())
    assert set(
        Presence.objects.filter(sitting=sitting, municipality__isnull=False).values_list(
            "municipality__name", flat=True
        )
    ) == {"Samendorp"}
    services.vote_all(item=kit.point(sitting, 2))
    after = services.count(item=kit.point(sitting, 2)).decision
    assert sorted(one.municipality.name for one in Voice.objects.filter(decision=before)) == [
        "Buurdorp",
        "Proefdorp",
    ]
    (voice,) = Voice.objects.filter(decision=after)
    assert (voice.municipality, voice.pro) == (into, 4)


@pytest.mark.claim("B2")
def test_a_merger_takes_along_what_was_said_for_a_sitting_to_come(cast: Cast, board: Organ) -> None:
    sitting = kit.sitting_with(board)
    amina, _bram, celia, gita, hugo = kit.seats_of(board)
    for seat, said, holder in (
        (amina, "comes", None), (celia, "comes", None), (gita, "proxy", celia), (hugo, "proxy", amina)
    ):  # fmt: skip
        services.answer(sitting=sitting, seat=seat, said=said, holder=holder)
    into = Municipality.objects.create(name="Samendorp", invented=True)
    with scopes_disabled():
        partners.merge(into=into, parts=[cast.municipality, cast.neighbour], on=timezone.localdate())
    rows = {one.person.name: one for one in Presence.objects.filter(sitting=sitting) if one.person}
    assert set(rows) == {"Amina", "Gita", "Hugo"}, "of two officers none is left until the partners choose"
    assert (rows["Amina"].said, rows["Amina"].seat.replaces) == ("comes", amina)
    assert (rows["Hugo"].said, rows["Hugo"].said_holder) == ("proxy", rows["Amina"].seat)
    assert (rows["Gita"].said, rows["Gita"].municipality) == ("", into), (
        "her proxy lost its seat: asked again"
    )
    sitting.refresh_from_db()
    assert sitting.chair is not None
    assert sitting.chair.municipality == into
    seats = [one for one in OrganSeat.objects.filter(organ=board, ends=None) if one.person_id]
    opened = services.open_sitting(sitting=sitting, present=seats)
    assert opened.quorum["total"] == len(seats)


def test_a_person_sees_what_is_kept_and_not_of_secret_votes(cast: Cast, board: Organ) -> None:
    sitting = kit.opened(board, "Open")
    secret = services.put_on_agenda(sitting=sitting, title="Geheim", kind="persons")
    services.vote(item=kit.point(sitting), seat=kit.seat_of(board, cast.amina), choice="against")
    services.enter_papers(item=secret, pro=5, against=0)
    (holding,) = [one for one in all_holdings() if one.name == "sittings"]
    lines = [one.value for one in holding.lines(cast.amina)]
    assert "Raad van bestuur (aanwezig)" in lines
    assert "Open: tegen" in lines
    assert not any("Geheim" in one for one in lines)
