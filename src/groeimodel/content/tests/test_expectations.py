"""The common set of expectations: what ships is right, and every mistake is told."""

from pathlib import Path

import pytest

from groeimodel.content import expectations as module
from groeimodel.content.errors import ContentError
from groeimodel.content.expectations import expectations, expectations_from

SHIPPED = (Path(module.__file__).parent / "expectations.toml").read_text()


def test_it_fits_in_three_minutes() -> None:
    found = expectations()
    taps = 2 * len(found) + sum(one.guess for one in found)
    assert taps * 6 + 40 <= 180, "six seconds a tap, and forty for a sentence of one's own"


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (('id = "learn"', 'id = "use"'), "use: deze id bestaat al"),
        (('id = "learn"', 'id = "Learn!"'), "Learn!: deze id bestaat al, of bevat meer"),
        (("we van elkaars aanpak leren", "We leren"), "learn: de tekst maakt een zin af"),
        (("we van elkaars aanpak leren", "we " * 50), "learn: de tekst is langer dan 90"),
        (("Wat wil je nog leren?", "Vertel."), "learn: de vraag eindigt met een vraagteken"),
        (("guess = true", "guess = false"), "bij geen enkele wordt de andere rol geraden"),
        (("guess = false", "gok = false"), "onbekende sleutel"),
    ],
)
def test_every_mistake_is_told(tmp_path: Path, change: tuple[str, str], told: str) -> None:
    (tmp_path / "expectations.toml").write_text(SHIPPED.replace(*change))
    with pytest.raises(ContentError, match=told.replace("!", "\\!")):
        expectations_from(tmp_path)


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "expectations.toml").write_text("[[")
    with pytest.raises(ContentError, match="is niet te lezen"):
        expectations_from(tmp_path)
    (tmp_path / "expectations.toml").write_text(SHIPPED[: SHIPPED.index('id = "present"')] + 'id = "x"')
    with pytest.raises(ContentError, match="het moeten er 5 tot 10 zijn"):
        expectations_from(tmp_path)
