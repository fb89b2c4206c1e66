"""A scan keeps the questionnaire that it was answered with, also when the texts change later."""

from dataclasses import replace

import pytest

from groeimodel import content as texts
from groeimodel.foundation.testing.cast import Cast
from groeimodel.gauge.scan import services
from groeimodel.gauge.scan.models import Questionnaire
from groeimodel.gauge.scan.results import result_of
from groeimodel.gauge.scan.selectors import content_of
from groeimodel.gauge.scan.steps import way_of
from groeimodel.gauge.scan.tests.filling import full_round, inside, opened

NOW = texts.load()
LATER = replace(NOW, version="9.9", statements=NOW.statements[:-1])


def test_the_same_content_is_stored_once(db: None) -> None:
    assert services.current_questionnaire() == services.current_questionnaire()
    assert Questionnaire.objects.count() == 1


def test_the_stored_content_is_the_exact_content(db: None) -> None:
    assert content_of(services.current_questionnaire()) == NOW


def test_a_sheet_and_a_round_keep_theirs(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    round, alone = opened(cast), services.start_sheet(role="officer")
    monkeypatch.setattr(texts, "load", lambda: LATER)
    late = services.start_sheet(role="officer", round=round, municipality=cast.municipality)
    assert way_of(alone).total == way_of(late).total == len(NOW.form("officer"))
    assert way_of(services.start_sheet(role="officer")).total == len(LATER.form("officer"))


def test_an_old_result_still_tells_in_its_own_words(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    round = full_round(cast)
    monkeypatch.setattr(texts, "load", lambda: LATER)
    with inside(cast):
        assert result_of(round).story().content_version == NOW.version


def test_two_rounds_with_different_texts_are_compared_on_what_they_share(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    full_round(cast, alderman=3, officer=3)
    monkeypatch.setattr(texts, "load", lambda: LATER)
    after = full_round(cast, title="Tweede ronde", alderman=4, officer=4)
    with inside(cast):
        changes = {one.subject: one for one in result_of(after).changes}
    assert changes["soil"].change == pytest.approx(25)
