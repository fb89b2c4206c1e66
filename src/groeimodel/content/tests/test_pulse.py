"""The questions of the pulse: three, and every mistake is told."""

from pathlib import Path

import pytest

from groeimodel.content import pulse as module
from groeimodel.content.errors import ContentError
from groeimodel.content.pulse import pulse_questions, pulse_questions_from

SHIPPED = (Path(module.__file__).parent / "pulse.toml").read_text()


def test_three_questions() -> None:
    assert [one.id for one in pulse_questions()] == ["open", "word", "backed"]


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (('id = "word"', 'id = "open"'), "precies 3"),
        (("short =", "kort ="), "onbekende sleutel"),
        (("[[question]]", "[["), "is niet te lezen"),
    ],
)
def test_every_mistake_is_told(tmp_path: Path, change: tuple[str, str], told: str) -> None:
    (tmp_path / "pulse.toml").write_text(SHIPPED.replace(*change))
    with pytest.raises(ContentError, match=told):
        pulse_questions_from(tmp_path)
