"""What the drawing says in words."""

import pytest

from groeimodel.rules.picture import draw
from groeimodel.rules.picture.tests.factory import SVG, flower, member, small, tree
from groeimodel.rules.picture.words import COUNTED, EN, NL, in_words


@pytest.mark.parametrize(
    ("count", "dutch", "english"),
    [
        (0, "geen", "no"),
        (1, "een", "one"),
        (12, "twaalf", "twelve"),
        (20, "twintig", "twenty"),
        (21, "eenentwintig", "twenty-one"),
        (22, "tweeëntwintig", "twenty-two"),
        (33, "drieëndertig", "thirty-three"),
        (60, "zestig", "sixty"),
        (99, "negenennegentig", "ninety-nine"),
        (200, "200", "200"),
    ],
)
def test_counts_in_words(count: int, dutch: str, english: str) -> None:
    assert in_words(count, "nl") == dutch
    assert in_words(count, "en") == english


def test_the_description_counts() -> None:
    root = tree(
        small(
            members=(member("amina"), member("celia", officer_seat=False)),
            flowers=(flower("a"), flower("b", overdue=True)),
            soil_health=63.0,
            example=True,
        )
    )
    said = root.findtext(f"{SVG}desc") or ""
    assert "In de potgrond: twee gemeenten, een lege zetel." in said
    assert "Potgrond: 63 op 100." in said
    assert "twee bloemen (acties) (een over tijd)" in said
    assert said.endswith("Verzonnen voorbeeld.")


def test_both_languages_say_the_same_things() -> None:
    assert NL.keys() == EN.keys()
    assert COUNTED["nl"].keys() == COUNTED["en"].keys()


def test_english() -> None:
    svg = draw(small(flowers=(flower("a"),), shop="open"), language="en")
    assert "<title>Actie a: poppy, half open, 50% under way, on the shared meadow</title>" in svg
    assert ">Flower shop</text>" in svg
