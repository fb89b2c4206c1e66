"""A sitting opens when there are enough; when there are not, it is called again with the same agenda (claim B2)."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from groeimodel.foundation.testing.cast import Cast
from groeimodel.shop.organs.models import Organ
from groeimodel.shop.sittings import services
from groeimodel.shop.sittings.models import AgendaItem, Presence, Sitting
from groeimodel.shop.sittings.tests import kit

pytestmark = [pytest.mark.django_db, pytest.mark.claim("B2")]


def test_enough_members_open_it(cast: Cast, board: Organ) -> None:
    sitting = kit.opened(board, present=kit.seats_of(board)[:3])
    assert sitting.state == Sitting.State.OPEN
    assert (sitting.quorum["here"], sitting.quorum["needed"], sitting.quorum["total"]) == (3, 3, 5)


def test_the_quorum_fails_once_and_the_second_call_decides(cast: Cast, board: Organ) -> None:
    seats = kit.seats_of(board)
    first = kit.opened(board, "Het plan", "De rekening", present=seats[:2])
    assert first.state == Sitting.State.TOO_FEW
    assert first.closed_at is not None
    assert "niet in aantal" in first.minutes
    with pytest.raises(ValidationError, match="niet open"):
        services.vote(item=kit.point(first), seat=seats[0], choice="for")

    again = services.call_again(sitting=first, starts=kit.soon(30))
    assert [one.title for one in again.items.all()] == ["Het plan", "De rekening"]
    again = services.open_sitting(sitting=again, present=seats[:2])
    assert again.state == Sitting.State.OPEN
    assert again.quorum["waived"]
    item = kit.point(again)
    services.vote_all(item=item)
    assert services.count(item=item).state == AgendaItem.State.ADOPTED


def test_a_point_that_was_not_on_the_first_call_still_needs_the_quorum(cast: Cast, board: Organ) -> None:
    seats = kit.seats_of(board)
    again = services.call_again(sitting=kit.opened(board, present=seats[:2]), starts=kit.soon(30))
    fresh = services.put_on_agenda(sitting=again, title="Iets nieuws")
    services.open_sitting(sitting=again, present=seats[:2])
    services.vote_all(item=fresh)
    with pytest.raises(ValidationError, match="te weinig leden"):
        services.count(item=fresh)
    services.postpone(item=fresh)
    assert kit.point(again, 2).state == AgendaItem.State.POSTPONED


def test_it_is_called_again_once_and_only_when_it_failed(cast: Cast, board: Organ) -> None:
    with pytest.raises(ValidationError, match="niet in aantal"):
        services.call_again(sitting=kit.opened(board), starts=kit.soon(30))
    first = kit.opened(board, present=kit.seats_of(board)[:1])
    again = services.call_again(sitting=first, starts=kit.soon(30))
    with pytest.raises(ValidationError, match="is er al"):
        services.call_again(sitting=first, starts=kit.soon(31))
    services.cancel_sitting(sitting=again)
    services.call_again(sitting=first, starts=kit.soon(31))


def test_nobody_there_decides_nothing_on_a_second_call_either(cast: Cast, board: Organ) -> None:
    again = services.call_again(sitting=kit.opened(board, present=[]), starts=kit.soon(30))
    assert services.open_sitting(sitting=again, present=[]).state == Sitting.State.TOO_FEW


def test_proxies_count_in_the_quorum(cast: Cast, board: Organ) -> None:
    seats = kit.seats_of(board)
    sitting = kit.sitting_with(board)
    sitting = services.open_sitting(sitting=sitting, present=seats[:2], proxies=[(seats[2], seats[0])])
    assert sitting.state == Sitting.State.OPEN
    assert Presence.objects.get(sitting=sitting, seat=seats[2]).holder == seats[0]


def test_all_that_is_wrong_with_proxies_is_told(cast: Cast, board: Organ) -> None:
    seats = kit.seats_of(board)
    sitting = kit.sitting_with(board)
    with pytest.raises(ValidationError) as caught:
        services.open_sitting(
            sitting=sitting,
            present=seats[:1],
            proxies=[(seats[1], seats[0]), (seats[2], seats[0]), (seats[3], seats[4])],
        )
    assert caught.value.messages == [
        "Hugo is er niet, en kan dus voor niemand anders stemmen.",
        "Amina mag volgens de statuten één volmacht hebben.",
    ]
    sitting.refresh_from_db()
    assert sitting.state == Sitting.State.PLANNED
    assert not Presence.objects.filter(sitting=sitting).exists()


def test_who_comes_later_counts_from_then_on(cast: Cast, board: Organ) -> None:
    seats = kit.seats_of(board)
    sitting = kit.opened(board, "Eerst", "Daarna", present=seats[:3])
    services.vote_all(item=kit.point(sitting))
    first = services.count(item=kit.point(sitting))
    services.set_presence(sitting=sitting, present=seats)
    services.vote_all(item=kit.point(sitting, 2))
    second = services.count(item=kit.point(sitting, 2))
    assert first.decision is not None
    assert second.decision is not None
    assert (first.decision.vote.pro, first.decision.vote.absent) == (3, 2)
    assert (second.decision.vote.pro, second.decision.vote.absent) == (5, 0)


def test_who_leaves_takes_the_vote_along_and_may_break_the_quorum(cast: Cast, board: Organ) -> None:
    seats = kit.seats_of(board)
    sitting = kit.opened(board, present=seats[:3])
    services.vote_all(item=kit.point(sitting))
    services.set_presence(sitting=sitting, present=seats[:2])
    with pytest.raises(ValidationError, match="Nodig: 3"):
        services.count(item=kit.point(sitting))


def test_an_empty_agenda_does_not_open(cast: Cast, board: Organ) -> None:
    sitting = services.call_sitting(organ=board, starts=kit.soon())
    with pytest.raises(ValidationError, match="nog leeg"):
        services.open_sitting(sitting=sitting, present=kit.seats_of(board))


def test_a_substitute_sits_and_votes_for_the_seat(cast: Cast, board: Organ) -> None:
    seats = kit.seats_of(board)
    seats[2].substitute = cast.els
    seats[2].save()
    sitting = kit.sitting_with(board)
    services.open_sitting(sitting=sitting, present=seats[:2], substitutes=[seats[2]])
    item = kit.point(sitting)
    services.vote(item=item, seat=seats[2], choice="for", actor=cast.els)
    with pytest.raises(PermissionDenied):
        services.vote(item=item, seat=seats[2], choice="for", actor=cast.celia)
    services.set_presence(sitting=sitting, present=seats[:3])
    services.vote(item=item, seat=seats[2], choice="against", actor=cast.celia)
    with pytest.raises(ValidationError, match="geen vervanger"):
        services.set_presence(sitting=sitting, present=seats[:2], substitutes=[seats[3]])


def test_a_point_of_another_sitting_still_needs_the_quorum_on_a_second_call(cast: Cast, board: Organ) -> None:
    seats = kit.seats_of(board)
    again = services.call_again(sitting=kit.opened(board, present=seats[:2]), starts=kit.soon(30))
    services.postpone(item=kit.point(kit.opened(board, "Van elders")), to=again)
    services.open_sitting(sitting=again, present=seats[:2])
    services.vote_all(item=kit.point(again, 2))
    with pytest.raises(ValidationError, match="te weinig leden"):
        services.count(item=kit.point(again, 2))


def test_a_second_call_decides_on_a_point_as_it_stood_on_the_first(cast: Cast, board: Organ) -> None:
    first = kit.opened(board, present=kit.seats_of(board)[:2])
    again = services.call_again(sitting=first, starts=kit.soon(30))
    with pytest.raises(ValidationError, match="blijft zoals het was"):
        services.change_item(item=kit.point(again), title="Iets heel anders")
