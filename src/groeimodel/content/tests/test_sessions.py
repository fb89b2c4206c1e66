"""The kinds of sessions: complete, of a length that fits in a meeting, and every mistake is told."""

from pathlib import Path

import pytest

from groeimodel.content import sessions as module
from groeimodel.content.errors import ContentError
from groeimodel.content.sessions import sessions, sessions_from
from groeimodel.rules.attention import GROUPS

SHIPPED = (Path(module.__file__).parent / "sessions.toml").read_text()


def test_the_six_kinds_that_a_supporter_needs_are_there() -> None:
    assert list(sessions().kinds) == ["introduce", "scan", "gauge", "choose", "evaluate", "roles"]


@pytest.mark.parametrize("kind", sessions().kinds.values(), ids=lambda one: one.id)
def test_each_fits_in_a_meeting_and_leads_to_its_tools(kind: module.SessionKind) -> None:
    assert 45 <= kind.minutes <= 120
    assert kind.bring
    assert kind.tools
    assert any(step.tool for step in kind.steps)
    assert kind.steps[-1].id == "agree", "each ends in what was agreed"


def test_every_sign_has_words_for_lessons() -> None:
    assert set(sessions().words) == set(GROUPS)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (('id = "scan"', 'id = "introduce"'), "elk met een eigen id"),
        (("minutes = 10", 'minutes = "tien"'), "moet een getal van 1 tot 120 zijn"),
        (('tool = "presentation"', 'tool = "beamer"'), "'beamer' is geen van"),
        (("goal =", "doel ="), "onbekende sleutel"),
        (('helps = ["', 'helps = ["regen", "'), "'regen' is geen van"),
        (("[[session]]", "[["), "is niet te lezen"),
    ],
)
def test_every_mistake_is_told(tmp_path: Path, change: tuple[str, str], told: str) -> None:
    (tmp_path / "sessions.toml").write_text(SHIPPED.replace(*change, 1))
    with pytest.raises(ContentError, match=told):
        sessions_from(tmp_path)
