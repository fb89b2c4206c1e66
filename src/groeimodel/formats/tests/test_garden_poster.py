"""The garden to hang up: one A3 page, with the title in the sky and below the soil everything in words."""

from __future__ import annotations

from dataclasses import replace

import pypdfium2
import pytest

from groeimodel.formats.document import Figure, TooLong
from groeimodel.formats.garden_file import read_garden
from groeimodel.formats.garden_poster import GardenPoster, poster_of
from groeimodel.formats.tests.documents import (
    EXAMPLE,
    FIGURES,
    LONG_WORD,
    SAYS,
    holds_colour,
    outside,
    read,
    seen,
)
from groeimodel.rules.picture import draw

BARE = draw(read_garden(EXAMPLE.read_text()), theme="light", standalone=False)
POSTER = GardenPoster(
    title="De tuin van Kempendal",
    subtitle="Vijf gemeenten telen samen jeugdbeleid.",
    legend=tuple(
        (f"Ding {at}", f"betekenis {at}, met nog wat woorden om het uit te leggen") for at in range(12)
    ),
    figures=FIGURES,
    svg=BARE,
    says=SAYS,
    footer="Gemaakt op 28 november 2026.",
    example="verzonnen voorbeeld",
    colour="#bf4f86",
)


def test_one_landscape_page_of_a3_that_is_read_in_order() -> None:
    pdf = poster_of(POSTER)
    (page,) = pypdfium2.PdfDocument(pdf)
    assert [round(one / 72 * 25.4) for one in page.get_size()] == [420, 297]
    (words,) = read(pdf)
    told = [
        "Lindergem",
        "De tuin van Kempendal",
        "Vijf gemeenten telen",
        "12 ontmoetingen Verslagen, 2026",
        "€ 18.450",
        "Ding 0 betekenis 0",
        "Ding 11 betekenis 11",
        "Gemaakt op 28 november 2026. verzonnen voorbeeld",
    ]
    places = [words.find(one) for one in told]
    assert -1 not in places, [one for one, at in zip(told, places, strict=True) if at < 0]
    assert places == sorted(places)
    assert b"<pdfuaid:part>1</pdfuaid:part>" in pdf
    assert outside(pdf) == []


def test_the_garden_fills_the_page() -> None:
    (page,) = seen(poster_of(POSTER), 0.7)
    picture = page.crop((0, 0, page.width, round(page.width * 9 / 16) - 6))
    for colour in ("#f0b32e", "#e2543a"):
        assert holds_colour(picture, colour), "the flowers"
    assert holds_colour(page, "#bf4f86"), "the line of the partnership"
    edges = [page.getpixel((x, y)) for x in (0, page.width - 1) for y in range(0, page.height - 2, 7)]
    assert (255, 255, 255) not in edges


@pytest.mark.parametrize("legend", [0, 1, 3, 12, 16])
@pytest.mark.parametrize("figures", [0, 1, 3, 5])
def test_more_or_less_below_the_garden(legend: int, figures: int) -> None:
    made = replace(POSTER, legend=(POSTER.legend * 2)[:legend], figures=(FIGURES * 2)[:figures])
    pdf = poster_of(made)
    (words,) = read(pdf)
    assert words.count("betekenis") == legend
    assert words.count(", 2026") == figures
    assert outside(pdf) == []


def test_what_does_not_fit_is_refused() -> None:
    with pytest.raises(TooLong):
        poster_of(replace(POSTER, legend=POSTER.legend * 6))


def test_long_and_odd_words() -> None:
    made = replace(
        POSTER,
        title=f"Intergemeentelijk samenwerkingsverband {LONG_WORD} 🌻",
        subtitle="s" * 200,
        legend=((LONG_WORD, "w" * 60), ("\x00", ""), ("", "alleen een betekenis")),
        figures=(Figure("€ 123.456.789,01", LONG_WORD, ""), Figure("", "alleen woorden", "")),
        colour="geen",
    )
    pdf = poster_of(made)
    (words,) = read(pdf)
    assert outside(pdf) == []
    for one in ("w" * 60, "alleen een betekenis", "alleen woorden", "samenwerkingsverband"):
        assert one in words.replace(" ", "") or one in words


def test_without_a_garden_or_a_title() -> None:
    assert "Groeimodel" in read(poster_of(GardenPoster("")))[0]


def test_the_same_poster_gives_the_same_bytes() -> None:
    assert poster_of(POSTER) == poster_of(POSTER)
