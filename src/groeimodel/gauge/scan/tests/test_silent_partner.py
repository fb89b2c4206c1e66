"""A partner from whom nobody was heard is named as such, never left out (claim G1)."""

import pytest

from groeimodel.foundation.testing.cast import Cast
from groeimodel.gauge.scan.results import result_of
from groeimodel.gauge.scan.tests.filling import closed, handed_in, inside, opened


@pytest.mark.claim("G1")
def test_the_result_says_which_seats_were_silent(cast: Cast) -> None:
    round = opened(cast)
    handed_in(round, "alderman", cast.municipality)
    handed_in(round, "officer", cast.municipality)
    with inside(cast):
        story = result_of(closed(cast, round)).story()
    heard = {one.municipality: (one.alderman, one.officer) for one in story.heard}
    assert heard == {cast.municipality.name: (True, True), cast.neighbour.name: (False, False)}
    assert "Van elke gemeente" not in story.heard_text
    assert any(one.key == "seats_empty" for one in story.warnings)


def test_only_who_was_heard_is_counted_as_a_source(cast: Cast) -> None:
    round = opened(cast)
    handed_in(round, "officer", cast.municipality)
    with inside(cast):
        story = result_of(closed(cast, round)).story()
    assert "één gemeente" in story.lead
