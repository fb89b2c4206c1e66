"""In the score of a round both seats weigh the same, and so does every municipality (claim G1)."""

import numpy as np
import pytest

from groeimodel.foundation.testing.cast import Cast
from groeimodel.gauge.scan.models import Round
from groeimodel.gauge.scan.results import Result, result_of
from groeimodel.gauge.scan.selectors import responses_of
from groeimodel.gauge.scan.tests.filling import closed, handed_in, inside, opened
from groeimodel.rules.growth.content import LAYERS


def result(cast: Cast, round: Round) -> Result:
    with inside(cast):
        return result_of(closed(cast, round))


@pytest.mark.claim("G1")
def test_three_officers_weigh_as_much_as_one_alderman(cast: Cast) -> None:
    round = opened(cast)
    handed_in(round, "alderman", cast.municipality, mark=5)
    for _ in range(3):
        handed_in(round, "officer", cast.municipality, mark=1)
    for layer in LAYERS:
        assert result(cast, round).diagnosis.layers[layer].estimate.score == pytest.approx(50)


@pytest.mark.claim("G1")
def test_many_sheets_of_one_municipality_weigh_as_much_as_one_of_another(cast: Cast) -> None:
    round = opened(cast)
    for _ in range(4):
        handed_in(round, "officer", cast.municipality, mark=5)
    handed_in(round, "alderman", cast.neighbour, mark=1)
    for layer in LAYERS:
        assert result(cast, round).diagnosis.layers[layer].estimate.score == pytest.approx(50)


@pytest.mark.claim("G1")
def test_coordinator_and_others_are_heard_but_not_counted_in(cast: Cast) -> None:
    round = opened(cast)
    handed_in(round, "alderman", cast.municipality, mark=2)
    for role in ("coordinator", "supporter", "other"):
        handed_in(round, role, mark=5)
    found = result(cast, round).diagnosis
    assert found.layers["soil"].estimate.score == pytest.approx(25)
    assert found.respondents["coordinator"] == 1


def test_what_was_not_handed_in_is_not_counted(cast: Cast) -> None:
    round = opened(cast)
    handed_in(round, "alderman", cast.municipality, mark=4)
    unfinished = handed_in(round, "officer", cast.municipality, mark=1)
    unfinished.submitted_at = None
    unfinished.save()
    assert len(responses_of(round).respondents) == 1


def test_nobody_in_the_arrays_has_a_name(cast: Cast) -> None:
    round = opened(cast)
    handed_in(round, "officer", cast.municipality, mark=3)
    responses = responses_of(round)
    assert responses.municipality.tolist() == [responses.municipalities.index(cast.municipality.key)]
    assert responses.respondents[0].startswith("sheet-")
    assert np.nanmax(responses.answers) == np.nanmin(responses.answers) == 3


def test_a_round_without_sheets_has_a_result_that_says_so(cast: Cast) -> None:
    empty = result(cast, opened(cast))
    assert not empty.story().known
    assert "<svg" in empty.picture()
