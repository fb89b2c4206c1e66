"""Rounds, pulses, duos and live sessions with two people at the same moment: nothing twice, nothing lost."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone
from django_scopes import scope, scopes_disabled

from groeimodel.foundation.testing.cast import Cast, make_cast
from groeimodel.gauge.duo import services as duo
from groeimodel.gauge.duo.models import Duo, Side
from groeimodel.gauge.duo.services import Said
from groeimodel.gauge.expectations import services as expectations
from groeimodel.gauge.expectations.models import Round
from groeimodel.gauge.live import services as live
from groeimodel.gauge.live.models import Answer as LiveAnswer
from groeimodel.gauge.live.models import Participant
from groeimodel.gauge.live.services import Given, SessionIsOver
from groeimodel.gauge.pulse import services as pulse
from groeimodel.gauge.pulse.models import Answer as PulseAnswer
from groeimodel.gauge.pulse.models import Asked, Pulse
from groeimodel.soil.meetings.models import Meeting
from tests.concurrency.test_at_the_same_moment import ROUNDS, race

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.parametrize("number", range(ROUNDS))]


@pytest.fixture
def world(transactional_db: None) -> Cast:
    return make_cast()


def inside(cast: Cast, work: Any) -> Any:
    with scope(partnership=cast.partnership):
        return work()


def test_both_of_a_duo_are_done(world: Cast, number: int) -> None:
    with scope(partnership=world.partnership):
        started = duo.start(partnership=world.partnership, municipality=world.municipality, actor=world.bram)
        sides = list(Side.objects.filter(duo=started))
        for side in sides:
            duo.keep(side=side, said=Said({"from-you": "Tijd"}, {}, {}))
    done = race(*(lambda side=side: duo.finish(side=side) for side in sides))
    assert sorted(done) == [False, True], "exactly one of the two is the second"
    with scopes_disabled():
        assert Duo.objects.get().opened_at is not None


def test_both_begin_a_duo(world: Cast, number: int) -> None:
    def begin(who: Any) -> Any:
        return inside(world, lambda: duo.start(partnership=world.partnership, municipality=world.municipality, actor=who))  # fmt: skip

    done = race(lambda: begin(world.amina), lambda: begin(world.bram))
    assert sum(isinstance(one, ValidationError) for one in done) == 1
    with scopes_disabled():
        assert Duo.objects.count() == 1


def test_two_open_a_round(world: Cast, number: int) -> None:
    def begin(who: Any) -> Any:
        return inside(world, lambda: expectations.open_round(partnership=world.partnership, actor=who))

    done = race(lambda: begin(world.finn), lambda: begin(world.els))
    assert sum(isinstance(one, ValidationError) for one in done) == 1
    with scopes_disabled():
        assert Round.objects.count() == 1


def test_an_answer_comes_in_while_the_round_closes(world: Cast, number: int) -> None:
    with scope(partnership=world.partnership):
        round = expectations.open_round(partnership=world.partnership, actor=world.finn)
        sheet = round.sheets.select_related("round").get(person=world.bram)
    race(
        lambda: expectations.answer(sheet=sheet, key="learn", importance=4, fulfilment=4),
        lambda: inside(world, lambda: expectations.close_round(round=round, actor=world.finn)),
    )
    sheet.refresh_from_db()
    assert bool(sheet.importance) == (sheet.submitted_at is not None), (
        "what was kept counts, and the other way"
    )


def test_the_same_phone_taps_twice(world: Cast, number: int) -> None:
    with scope(partnership=world.partnership):
        session = live.open_session(partnership=world.partnership, source="scan_short", pace="together", confidential=False, actor=world.finn)  # fmt: skip
        phone = live.join(session=session, role="officer", municipality=world.municipality)
    key = session.asked[0]["key"]
    done = race(*(lambda value=value: live.answer(participant=phone, given=[Given(key, "answer", value)]) for value in (2, 5)))  # fmt: skip
    assert not any(isinstance(one, Exception) for one in done)
    assert LiveAnswer.objects.count() == 1


def test_a_tap_while_the_session_ends(world: Cast, number: int) -> None:
    """It is kept or refused, never neither: what was confirmed is in the round."""
    with scope(partnership=world.partnership):
        session = live.open_session(partnership=world.partnership, source="scan_short", pace="together", confidential=False, actor=world.finn)  # fmt: skip
        live.join(session=session, role="officer", municipality=world.municipality)
    key = session.asked[0]["key"]
    phone = Participant.objects.select_related("session").get()
    done = race(
        lambda: live.answer(participant=phone, given=[Given(key, "answer", 3)]),
        lambda: inside(world, lambda: live.steer(session=session, do="end", actor=world.finn)),
    )
    assert isinstance(done[0], SessionIsOver) != LiveAnswer.objects.exists()


def test_three_taps_sent_twice(world: Cast, number: int) -> None:
    ago = timezone.now() - timedelta(days=1)
    with scope(partnership=world.partnership):
        meeting = Meeting.objects.create(partnership=world.partnership, title="Overleg", starts=ago, ends=ago + timedelta(hours=1))  # fmt: skip
        beat = Pulse.objects.create(
            partnership=world.partnership, meeting=meeting, closes_on=timezone.localdate()
        )
        Asked.objects.create(pulse=beat, person=world.bram)
    done = race(*(lambda: inside(world, lambda: pulse.answer(pulse=beat, person=world.bram, marks=[4, 4, 4])) for _ in range(2)))  # fmt: skip
    assert sum(isinstance(one, pulse.AnsweredAlready) for one in done) == 1
    assert PulseAnswer.objects.count() == 1
