"""Sittings with two people at the same moment: one decision a point, one opening, one second call."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django_scopes import scope, scopes_disabled

from groeimodel.foundation.decisions.models import Decision
from groeimodel.foundation.journal.models import Entry
from groeimodel.foundation.testing.cast import Cast, make_cast
from groeimodel.shop.organs.models import Organ
from groeimodel.shop.sittings import services
from groeimodel.shop.sittings.models import Presence, SeatVote, Sitting
from groeimodel.shop.sittings.tests import kit
from tests.concurrency.test_at_the_same_moment import ROUNDS, race

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.parametrize("number", range(ROUNDS))]


@pytest.fixture
def world(transactional_db: None) -> Cast:
    return make_cast()


def inside(cast: Cast, work: Any) -> Any:
    with scope(partnership=cast.partnership):
        return work()


def refused(done: list[Any]) -> int:
    return sum(isinstance(one, ValidationError) for one in done)


def an_open_sitting(cast: Cast, *titles: str) -> tuple[Organ, Sitting]:
    def make() -> tuple[Organ, Sitting]:
        board = kit.board(cast)
        return board, kit.opened(board, *titles)

    return inside(cast, make)  # type: ignore[no-any-return]


def test_a_point_is_counted_twice(world: Cast, number: int) -> None:
    _board, sitting = an_open_sitting(world)

    def count() -> Any:
        return inside(world, lambda: services.count(item=kit.point(sitting), actor=world.finn))

    inside(world, lambda: services.vote_all(item=kit.point(sitting)))
    done = race(count, count)
    assert refused(done) == 1
    with scopes_disabled():
        assert Decision.objects.count() == 1
    assert Entry.objects.filter(verb="sittings.adopted").count() == 1


def test_two_points_are_counted_at_once(world: Cast, number: int) -> None:
    _board, sitting = an_open_sitting(world, "Het plan", "De rekening")

    def count(place: int) -> Any:
        return inside(world, lambda: services.count(item=kit.point(sitting, place), actor=world.finn))

    done = race(lambda: count(1), lambda: count(2))
    assert refused(done) == 0
    with scopes_disabled():
        assert sorted(Decision.objects.values_list("number", flat=True)) == [1, 2]


def test_a_vote_while_it_is_counted(world: Cast, number: int) -> None:
    """It is counted along, or refused; never kept beside the count."""
    board, sitting = an_open_sitting(world)
    seat = inside(world, lambda: kit.seat_of(board, world.bram))

    def vote() -> Any:
        return inside(
            world,
            lambda: services.vote(item=kit.point(sitting), seat=seat, choice="for", actor=world.bram),
        )

    done = race(lambda: inside(world, lambda: services.count(item=kit.point(sitting))), vote)
    with scopes_disabled():
        pro = Decision.objects.get().vote.pro
        assert (
            pro
            == SeatVote.objects.filter(choice="for").count()
            == (0 if isinstance(done[1], ValidationError) else 1)
        )


def test_a_sitting_is_opened_twice(world: Cast, number: int) -> None:
    board = inside(world, lambda: kit.board(world))
    sitting = inside(world, lambda: kit.sitting_with(board))

    def open_it() -> Any:
        return inside(world, lambda: services.open_sitting(sitting=sitting, present=kit.seats_of(board)))

    assert refused(race(open_it, open_it)) == 1
    assert Presence.objects.filter(sitting_id=sitting.pk).count() == 5


def test_it_is_called_again_twice(world: Cast, number: int) -> None:
    board = inside(world, lambda: kit.board(world))
    sitting = inside(world, lambda: kit.opened(board, present=kit.seats_of(board)[:1]))

    def again() -> Any:
        return inside(world, lambda: services.call_again(sitting=sitting, starts=kit.soon(40)))

    assert refused(race(again, again)) == 1
    with scopes_disabled():
        assert Sitting.objects.filter(second_of=sitting).count() == 1
