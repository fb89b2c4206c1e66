"""Two workers on one edition, two who send it, and a reader who leaves right then: nobody gets it twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest
from django_scopes import scope

from groeimodel.foundation.mail.models import OutgoingMail
from groeimodel.foundation.testing.cast import Cast, make_cast
from groeimodel.showcase.news import services
from groeimodel.showcase.news.models import Edition, Subscription
from groeimodel.showcase.news.tests import kit
from tests.concurrency.test_at_the_same_moment import ROUNDS, race

pytestmark = pytest.mark.django_db(transaction=True)
READERS = 12


@pytest.fixture
def world(transactional_db: None) -> Cast:
    cast = make_cast()
    kit.open_news(cast)
    for number in range(READERS):
        kit.reader(cast, f"lezer{number}@voorbeeld.test")
    return cast


def within(cast: Cast, run: Callable[[], Any]) -> Callable[[], Any]:
    def inner() -> Any:
        with scope(partnership=cast.partnership):
            return run()

    return inner


def counts() -> Counter[str]:
    return Counter(OutgoingMail.objects.filter(kind="news.edition").values_list("address", flat=True))


@pytest.mark.parametrize("number", range(ROUNDS))
def test_two_workers_take_different_readers(world: Cast, number: int) -> None:
    edition = kit.sent(world)
    deliver = within(world, lambda: services.deliver_portion(edition=edition, portion=8))
    results = race(deliver, deliver, deliver)
    assert not [one for one in results if isinstance(one, Exception)], results
    kit.work()
    assert counts() == {f"lezer{number}@voorbeeld.test": 1 for number in range(READERS)}
    assert kit.now(edition).done_at is not None


@pytest.mark.parametrize("number", range(ROUNDS))
def test_two_press_send_at_once(world: Cast, number: int) -> None:
    edition = kit.begun(world)
    with scope(partnership=world.partnership):
        Edition.objects.update(intro="Een mooi voorjaar.")
    send = within(world, lambda: services.send(edition=edition, actor=world.finn))
    results = race(send, send)
    assert sum(isinstance(one, services.Sent) for one in results) == 1, results
    kit.work()
    assert set(counts().values()) == {1}


@pytest.mark.parametrize("number", range(ROUNDS))
def test_somebody_leaves_while_it_is_sent(world: Cast, number: int) -> None:
    edition = kit.begun(world)
    with scope(partnership=world.partnership):
        Edition.objects.update(intro="Een mooi voorjaar.")
        gone = Subscription.objects.order_by("pk")[0]
    send = within(world, lambda: services.send(edition=edition, actor=world.finn))
    leave = within(world, lambda: services.leave(partnership=world.partnership, key=gone.address_key))
    results = race(send, leave)
    assert not [one for one in results if isinstance(one, Exception)], results
    kit.work()
    assert gone.address not in counts()
    assert len(counts()) == READERS - 1


@pytest.mark.parametrize("number", range(ROUNDS))
def test_two_ask_for_the_same_address_at_once(world: Cast, number: int) -> None:
    ask = within(
        world, lambda: services.subscribe(partnership=world.partnership, address="nieuw@voorbeeld.test")
    )
    results = race(ask, ask)
    assert results == [None, None]
    with scope(partnership=world.partnership):
        assert Subscription.objects.filter(confirmed_at=None).count() == 1
