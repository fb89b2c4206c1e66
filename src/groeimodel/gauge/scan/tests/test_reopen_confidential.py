"""A confidential round is closed once: two results of it would show what came in between."""

import pytest
from django.core.exceptions import ValidationError

from groeimodel.foundation.testing.cast import Cast
from groeimodel.gauge.scan import services
from groeimodel.gauge.scan.models import Round
from groeimodel.gauge.scan.tests.filling import closed, handed_in, inside, opened


def test_an_answered_confidential_round_stays_closed(cast: Cast) -> None:
    round = opened(cast, privacy=Round.Privacy.CLOSED)
    handed_in(round, "officer", cast.municipality)
    closed(cast, round)
    with inside(cast), pytest.raises(ValidationError, match="verschil"):
        services.reopen_round(round=round, by=cast.finn)
    round.refresh_from_db()
    assert not round.is_open


def test_without_answers_nothing_can_be_compared(cast: Cast) -> None:
    round = opened(cast, privacy=Round.Privacy.CLOSED)
    closed(cast, round)
    with inside(cast):
        services.reopen_round(round=round, by=cast.finn)
    assert round.is_open
