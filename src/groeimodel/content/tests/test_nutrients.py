"""The areas of expertise: what is shipped is in order, and what is wrong is told (claims P3 and P5)."""

from pathlib import Path

import pytest

from groeimodel.content import nutrients as module
from groeimodel.content.errors import ContentError
from groeimodel.content.nutrients import nutrients, nutrients_from

SHIPPED = Path(module.__file__).parent / "nutrients.toml"


def test_what_is_shipped_is_in_order() -> None:
    found = nutrients()
    assert 12 <= len(found) <= 14
    assert len({one.id for one in found}) == len({one.name for one in found}) == len(found)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (('id = "play"', 'id = "parties"'), "bestaat al"),
        (('"speelplein"', '"fuif"'), "'fuif' staat ook bij parties"),
        (('"speelplein"', '"Speelplein"'), "hoofdletters"),
        (("Speelplein en vakantie", "Speelplein " * 5), "langer dan"),
        (('["sport", "sportclub", "bewegen", "sportkamp", ', "["), "minstens"),
        (('plain = { nl = "Bewegen', 'plan = { nl = "Bewegen'), "onbekende sleutel"),
    ],
)
def test_mistakes_are_told(tmp_path: Path, change: tuple[str, str], says: str) -> None:
    text = SHIPPED.read_text()
    assert change[0] in text
    (tmp_path / "nutrients.toml").write_text(text.replace(*change))
    with pytest.raises(ContentError, match=says):
        nutrients_from(tmp_path)


def test_a_file_that_is_no_toml_is_told(tmp_path: Path) -> None:
    (tmp_path / "nutrients.toml").write_text("[[")
    with pytest.raises(ContentError, match="niet te lezen"):
        nutrients_from(tmp_path)
