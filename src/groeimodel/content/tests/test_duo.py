"""The duo's questions: few, and every mistake is told."""

from pathlib import Path

import pytest

from groeimodel.content import duo as module
from groeimodel.content.duo import duo, duo_from
from groeimodel.content.errors import ContentError

SHIPPED = (Path(module.__file__).parent / "duo.toml").read_text()


def test_both_roles_are_asked_everything() -> None:
    assert all(set(one.text) == {"alderman", "officer"} for one in duo().questions)
    assert len(duo().topics) >= 3


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (('id = "from-me"', 'id = "from-you"'), "elk met een eigen id"),
        (("officer =", "ambtenaar ="), "onbekende sleutel"),
        (("[[question]]", "[["), "is niet te lezen"),
    ],
)
def test_every_mistake_is_told(tmp_path: Path, change: tuple[str, str], told: str) -> None:
    (tmp_path / "duo.toml").write_text(SHIPPED.replace(*change))
    with pytest.raises(ContentError, match=told):
        duo_from(tmp_path)
