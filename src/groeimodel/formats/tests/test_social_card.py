"""The picture beside a link: its size, its weight, and that it can be read when it is small."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image

from groeimodel.formats.social_card import LARGEST, SIZE, Card, card_of
from groeimodel.formats.tests.documents import LONG_WORD, holds_colour
from groeimodel.formats.tests.test_garden_poster import BARE
from groeimodel.rules.picture import draw
from groeimodel.rules.picture.garden import Flower, Garden, Nutrient

CARD = Card("Kempendal", "Vijf gemeenten telen samen jeugdbeleid", BARE, "De tuin", colour="#bf4f86")
FULL = Garden(
    "Vol",
    tuple(Nutrient(f"m{at}", f"Gemeente {at}", at % 6, True, at % 3 > 0) for at in range(25)),
    flowers=tuple(
        Flower(
            f"f{at}",
            f"Actie {at}",
            ("poppy", "sunflower", "cornflower", "mallow", "daisy")[at % 5],
            None if at % 2 else f"m{at % 25}",
            (at % 10) / 10,
            (at % 7) / 7,
        )
        for at in range(200)
    ),
    soil_health=80,
    trust=60,
    shop="full",
)


def picture(card: Card) -> Image.Image:
    return Image.open(BytesIO(card_of(card))).convert("RGB")


def lettered(card: Card) -> list[int]:
    """The heights of the lines of light letters under the grass, left of the brand."""
    words = picture(card).crop((50, 428, 860, 630)).convert("L")
    rows = [max(words.crop((0, y, words.width, y + 1)).tobytes()) > 190 for y in range(words.height)]
    lines, high = [], 0
    for light in [*rows, False]:
        if not light and high:
            lines.append(high)
        high = high + 1 if light else 0
    return lines


def test_its_size_its_kind_and_its_colours() -> None:
    data = card_of(CARD)
    made = Image.open(BytesIO(data))
    assert (made.format, made.size) == ("PNG", SIZE)
    assert len(data) <= LARGEST
    shown = made.convert("RGB")
    assert holds_colour(shown.crop((0, 0, 1200, 418)), "#e2543a"), "the poppy"
    assert holds_colour(shown, "#bf4f86"), "the line of the partnership"


def test_the_fullest_garden_is_small_enough_and_keeps_its_colours() -> None:
    data = card_of(replace(CARD, svg=draw(FULL, theme="light", standalone=False)))
    assert len(data) <= LARGEST
    shown = Image.open(BytesIO(data)).convert("RGB")
    for colour in ("#e2543a", "#3f69b0", "#f0b32e", "#bf4f86"):
        assert holds_colour(shown.crop((0, 0, 1200, 418)), colour, near=16), colour


def test_the_name_is_large_enough_for_a_phone() -> None:
    title, line = lettered(CARD)
    assert title >= 60
    assert line >= 24


@pytest.mark.parametrize(
    "card",
    [
        Card("Intergemeentelijk samenwerkingsverband jeugd Zuid-Oost-Klaverland", "Een regel " * 8, BARE),
        Card(LONG_WORD, LONG_WORD, BARE),
        Card("x" * 300, "y" * 300, BARE),
        Card("woord " * 100, "regel " * 100),
        Card("🌻\x00 <b>& $", "", "", colour="geen"),
        Card("", ""),
        Card("", "Alleen een regel", example="verzonnen voorbeeld"),
    ],
)
def test_odd_words_stay_within_the_card(card: Card) -> None:
    shown = picture(card)
    assert shown.size == SIZE
    assert lettered(card)
    # Nothing light touches the edges, nor the brand at the right.
    for box in ((0, 426, 40, 630), (1170, 426, 1200, 630), (0, 622, 1200, 630), (866, 428, 870, 630)):
        assert max(shown.crop(box).convert("L").tobytes()) < 150, box


def test_an_invented_example_says_so() -> None:
    assert holds_colour(picture(replace(CARD, example="verzonnen")).crop((860, 430, 1160, 540)), "#f0b32e")
    assert not holds_colour(picture(CARD).crop((860, 430, 1160, 540)), "#f0b32e")


def test_the_same_card_gives_the_same_bytes() -> None:
    assert card_of(CARD) == card_of(CARD)
    assert card_of(CARD) != card_of(replace(CARD, title="Lindergem"))
