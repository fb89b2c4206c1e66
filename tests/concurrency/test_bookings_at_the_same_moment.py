"""Two who book the same thing at the same moment: one has it, the other reads that it is gone (claim B10)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import Count
from django.utils import timezone
from django_scopes import scope

from groeimodel.foundation.testing.cast import Cast, make_cast
from groeimodel.shop.desk import services
from groeimodel.shop.desk.models import Bookable, Booking, Request, Slot
from groeimodel.shop.desk.services import Span
from groeimodel.shop.desk.tests.kit import now, open_desk, received, thing
from tests.concurrency.test_at_the_same_moment import ROUNDS, race

pytestmark = pytest.mark.django_db(transaction=True)
DAY = timezone.localdate() + timedelta(days=30)


@pytest.fixture
def world(transactional_db: None) -> Cast:
    return make_cast()


def booking(cast: Cast, bookable: Bookable, first: int, last: int, amount: int = 1) -> Callable[[], Any]:
    def run() -> Any:
        with scope(partnership=cast.partnership):
            span = Span(DAY + timedelta(days=first), DAY + timedelta(days=last))
            return services.book(bookable=bookable, span=span, amount=amount)

    return run


@pytest.mark.claim("B10")
@pytest.mark.parametrize("number", range(ROUNDS))
def test_two_book_the_same_tent(world: Cast, number: int) -> None:
    tent = thing(world)
    results = race(booking(world, tent, 0, 3), booking(world, tent, 2, 5))
    assert sum(isinstance(one, Booking) for one in results) == 1, results
    assert sum(isinstance(one, ValidationError) for one in results) == 1, results
    with scope(partnership=world.partnership):
        assert Booking.objects.count() == 1
        assert Slot.objects.count() == 4


@pytest.mark.claim("B10")
@pytest.mark.parametrize("number", range(ROUNDS))
def test_six_want_four_tents(world: Cast, number: int) -> None:
    tents = thing(world, capacity=4)
    results = race(*(booking(world, tents, 0, 1) for _one in range(6)))
    assert sum(isinstance(one, Booking) for one in results) == 4, results
    assert sum(isinstance(one, ValidationError) for one in results) == 2, results
    with scope(partnership=world.partnership):
        taken = Slot.objects.values("day").annotate(number=Count("pk")).values_list("number", flat=True)
        assert list(taken) == [4, 4]


@pytest.mark.claim("B10")
@pytest.mark.parametrize("number", range(ROUNDS))
def test_past_the_services_the_database_still_refuses(world: Cast, number: int) -> None:
    """Two scripts that write slots themselves, holding nothing: the unique constraint stops one of them."""
    tent = thing(world)
    with scope(partnership=world.partnership):
        rows = [Booking.objects.create(bookable=tent, first_day=DAY, last_day=DAY) for _one in range(2)]

    def take(one: Booking) -> Callable[[], Any]:
        def run() -> Any:
            with scope(partnership=world.partnership), transaction.atomic():
                return Slot.objects.create(bookable=tent, booking=one, number=1, day=DAY, part=0)

        return run

    results = race(take(rows[0]), take(rows[1]))
    assert sum(isinstance(one, Slot) for one in results) == 1, results
    assert sum(isinstance(one, IntegrityError) for one in results) == 1, results


@pytest.mark.parametrize("number", range(ROUNDS))
def test_the_customer_takes_back_what_is_agreed_at_that_moment(world: Cast, number: int) -> None:
    """One is first; the other reads so. It never stands agreed and withdrawn at once."""
    open_desk(world)
    request = received(world)

    def agree() -> Any:
        with scope(partnership=world.partnership):
            return services.agree(request=request, what="De bus", day=DAY, actor=world.bram)

    def withdraw() -> Any:
        with scope(partnership=world.partnership):
            return services.withdraw(request=request)

    agreed, withdrawn = race(agree, withdraw)
    assert isinstance(withdrawn, Request), withdrawn
    assert isinstance(agreed, Request | ValidationError), agreed
    assert now(request).state == Request.State.WITHDRAWN


@pytest.mark.parametrize("number", range(ROUNDS))
def test_the_link_of_the_mail_twice_at_once(world: Cast, number: int) -> None:
    from groeimodel.foundation.journal.models import Entry
    from groeimodel.shop.desk.tests.kit import asked

    open_desk(world)
    request = asked(world)

    def confirm() -> Any:
        with scope(partnership=world.partnership):
            return services.confirm(request=request)

    race(confirm, confirm)
    assert now(request).state == Request.State.NEW
    assert Entry.objects.filter(verb="desk.asked").count() == 1
