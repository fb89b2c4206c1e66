"""Two people at the same moment, in two connections: one of them is first, the other reads so, and nothing is lost."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from decimal import Decimal
from threading import Barrier
from typing import Any

import pytest
from django.db import connection, connections, transaction
from django.db.utils import DatabaseError
from django.utils import timezone
from django_scopes import scope

from groeimodel.foundation.journal.models import Entry
from groeimodel.foundation.mandates import services as mandates
from groeimodel.foundation.mandates.models import Mandate, Use
from groeimodel.foundation.mandates.services import NotCovered, Proposal
from groeimodel.foundation.members import services as members
from groeimodel.foundation.members.services import Invitee
from groeimodel.foundation.partners import services as partners
from groeimodel.foundation.partners.models import Membership, Municipality, Seat, Tenure
from groeimodel.foundation.testing.cast import Cast, make_cast, person

pytestmark = pytest.mark.django_db(transaction=True)
ROUNDS = 5
"""Each race is run so often: chance decides who is first."""


@pytest.fixture
def world(transactional_db: None) -> Cast:
    return make_cast()


def race(*runners: Callable[[], Any]) -> list[Any]:
    """Run all at once, each in a connection of its own; gives what each returned or raised, in order."""
    barrier = Barrier(len(runners))

    def start(runner: Callable[[], Any]) -> Any:
        try:
            barrier.wait(timeout=10)
            return runner()
        except Exception as error:
            return error
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(runners)) as pool:
        return list(pool.map(start, runners))


def seat_of(cast: Cast) -> Membership:
    return Membership.objects.get(municipality=cast.neighbour)


@pytest.mark.parametrize("number", range(ROUNDS))
def test_two_fill_the_same_empty_seat(world: Cast, number: int) -> None:
    gita, hugo = person("Gita"), person("Hugo")
    membership = seat_of(world)
    before = Entry.objects.count()

    def fill(who: Any) -> Callable[[], Any]:
        return lambda: partners.fill_seat(
            membership=membership, role="alderman", person=who, since=timezone.localdate(), expected=None
        )

    results = race(fill(gita), fill(hugo))
    winners = [one for one in results if isinstance(one, Tenure)]
    losers = [one for one in results if isinstance(one, partners.SeatTaken)]
    assert (len(winners), len(losers)) == (1, 1), results
    assert losers[0].tenure is not None
    assert losers[0].tenure.person == winners[0].person, "the slower one reads who sits there"
    seat = Seat.objects.get(membership=membership, role="alderman")
    assert list(seat.tenures.values_list("person", "ends")) == [(winners[0].person_id, None)]
    assert Entry.objects.count() == before + 1


@pytest.mark.parametrize("number", range(ROUNDS))
def test_two_accept_the_invitation_for_the_same_seat(world: Cast, number: int) -> None:
    with scope(partnership=world.partnership):
        both = [
            members.invite(
                partnership=world.partnership,
                invitee=Invitee("alderman", f"{name}@voorbeeld.test", name, world.neighbour),
            )
            for name in ("gita", "hugo")
        ]

    def accept(invitation: Any) -> Callable[[], Any]:
        def run() -> Any:
            with scope(partnership=world.partnership):
                return members.accept(invitation=invitation, name=invitation.name)

        return run

    results = race(*(accept(one) for one in both))
    assert sum(isinstance(one, partners.SeatTaken) for one in results) == 1, results
    seat = Seat.objects.get(membership=seat_of(world), role="alderman")
    assert seat.tenures.filter(ends=None).count() == 1


def given(cast: Cast) -> Mandate:
    today = timezone.localdate()
    terms = Proposal(
        cast.municipality, "decide", cast.bram, today, today + timedelta(days=90), amount=Decimal(500)
    )
    with scope(partnership=cast.partnership):
        return mandates.give(partnership=cast.partnership, proposal=terms, actor=cast.amina)


@pytest.mark.parametrize("number", range(ROUNDS))
def test_a_mandate_is_revoked_while_it_is_used(world: Cast, number: int) -> None:
    """Either the use came first and stays, or the revoking did and the use is refused; the journal tells the same order."""
    mandate = given(world)

    def use() -> Any:
        with scope(partnership=world.partnership):
            return mandates.use(
                mandate=mandate, on=timezone.localdate(), amount=Decimal(100), actor=world.bram
            )

    def revoke() -> Any:
        with scope(partnership=world.partnership):
            return mandates.revoke(mandate=mandate, actor=world.amina)

    used, revoked = race(use, revoke)
    assert isinstance(revoked, Mandate), revoked
    with scope(partnership=world.partnership):
        assert Mandate.objects.get(pk=mandate.pk).state == "closed"
        kept = Use.objects.count()
    verbs = list(
        Entry.objects.filter(verb__in=["mandates.used", "mandates.revoked"])
        .order_by("pk")
        .values_list("verb", flat=True)
    )
    if isinstance(used, Use):
        assert (kept, verbs) == (1, ["mandates.used", "mandates.revoked"])
    else:
        assert isinstance(used, NotCovered), used
        assert used.reasons == ("closed",)
        assert (kept, verbs) == (0, ["mandates.revoked"])


@pytest.mark.parametrize("number", range(ROUNDS))
def test_two_mandates_are_given_at_once(world: Cast, number: int) -> None:
    """One takes the place of the other; never do two hold for the same person and matter."""
    results = race(lambda: given(world), lambda: given(world))
    assert all(isinstance(one, Mandate) for one in results), results
    with scope(partnership=world.partnership):
        assert Mandate.objects.filter(closed_on=None).count() == 1
        assert Mandate.objects.count() == 2


@pytest.mark.parametrize("number", range(ROUNDS))
def test_a_merger_while_somebody_fills_a_seat(world: Cast, number: int) -> None:
    """Whoever was given the seat in time goes along; whoever was not reads that the municipality is no partner any more."""
    new = Municipality.objects.create(name="Samendorp", invented=True)
    gita, today = person("Gita"), timezone.localdate()
    membership = seat_of(world)

    def fill() -> Any:
        return partners.fill_seat(
            membership=membership, role="alderman", person=gita, since=today, expected=None
        )

    def merge() -> Any:
        return partners.merge(into=new, parts=[world.neighbour], on=today)

    filled, merged = race(fill, merge)
    assert isinstance(merged, list), merged
    open_ones = Tenure.objects.filter(ends=None, seat__membership__ends=None).exclude(
        seat__membership__partnership=world.elsewhere
    )
    names = {one.person.name for one in open_ones.select_related("person")}
    assert "Celia" in names
    assert ("Gita" in names) == isinstance(filled, Tenure), (filled, names)
    assert not Tenure.objects.filter(ends=None, seat__membership=membership).exists(), (
        "nobody sits on a seat that is gone"
    )


@pytest.mark.parametrize("sql", ["UPDATE journal_entry SET verb = 'x'", "DELETE FROM journal_entry"])
def test_the_database_itself_guards_the_journal(world: Cast, sql: str) -> None:
    with (
        pytest.raises(DatabaseError, match="only added to"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(sql)
