"""The soil profile: the same value gives the same picture, for 2 members and for 25 (claim P5)."""

import re
from xml.etree import ElementTree

import pytest

from groeimodel.rules.expertise import Bringer, Nutrient, Share, strata
from groeimodel.rules.expertise.picture import Labels, Shape, draw
from groeimodel.rules.picture.palette import TABLE, _attributes

NUTRIENTS = [Nutrient(f"n{at}", f"Voedingsstof & {at}", "", ()) for at in range(13)]
LABELS = Labels(
    "Wie <vult> wie aan?",
    "Lagen",
    "brengt mee",
    "zoekt",
    "niemand brengt dit",
    "nog niemand",
    {one.id: f"Zin over {one.id}" for one in NUTRIENTS},
    {one.id: f"#stof-{one.id}" for one in NUTRIENTS},
)


def made(members: int, shape: Shape = "wide") -> str:
    people = [Bringer(f"m{at}", f"Gemeente met lange naam {at}", at) for at in range(members)]
    shares = [
        Share(f"n{(at * 5 + step) % 12}", f"m{at}", "brings" if (at + step) % 3 else "seeks")
        for at in range(members)
        for step in range(6)
    ]
    return draw(strata(NUTRIENTS, people, shares), LABELS, shape=shape)


@pytest.mark.claim("P5")
@pytest.mark.parametrize("shape", ["wide", "tall"])
@pytest.mark.parametrize("members", [0, 1, 2, 7, 25])
def test_it_is_well_formed_and_always_the_same(members: int, shape: Shape) -> None:
    picture = made(members, shape)
    assert picture == made(members, shape)
    root = ElementTree.fromstring(picture)
    space = "{http://www.w3.org/2000/svg}"
    assert root.findtext(f"{space}title") == "Wie <vult> wie aan?"
    assert root.findtext(f"{space}desc") == "Lagen"
    links = [one.get("href") for one in root.iter(f"{space}a")]
    assert links == [f"#stof-n{at}" for at in range(13)]
    assert {one.findtext(f"{space}title") for one in root.iter(f"{space}a")} == set(LABELS.layers.values())


@pytest.mark.parametrize("shape", ["wide", "tall"])
def test_nothing_is_drawn_outside_the_frame(shape: Shape) -> None:
    picture = made(25, shape)
    width, height = map(float, re.findall(r'viewBox="0 0 (\S+) (\S+)"', picture)[0])
    for x, y in re.findall(r'<g transform="translate\((\S+) (\S+)\)">', picture):
        assert 0 < float(x) < width
        assert 0 < float(y) < height


def test_what_nobody_brings_is_said_in_words_too() -> None:
    layers = strata(NUTRIENTS[:2], [Bringer("a", "A")], [Share("n0", "a", "seeks")])
    picture = draw(layers, LABELS)
    assert ">niemand brengt dit<" in picture
    assert ">nog niemand<" in picture


def test_every_colour_turns_with_the_night() -> None:
    """The stylesheet of the garden replaces a colour of the day by that of the night per attribute."""
    by_colour: dict[str, set[str]] = {}
    for name, (day, _night, _paper) in TABLE.items():
        by_colour.setdefault(day, set()).update(_attributes(name))
    used = re.findall(r' (fill|stroke|stop-color)="(#[0-9a-f]{6})"', made(25))
    wrong = {
        (attribute, colour) for attribute, colour in used if attribute not in by_colour.get(colour, set())
    }
    assert not wrong
