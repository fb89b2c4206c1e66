"""A document on several pages: read in order, numbered, broken where a reader would break it."""

from __future__ import annotations

import re
from dataclasses import replace

import pypdfium2
import pytest

from groeimodel.formats.document import Document, Figure, Grid, Part
from groeimodel.formats.document_pdf import pdf_of
from groeimodel.formats.tests.documents import (
    FIGURES,
    GARDEN,
    PARAGRAPH,
    document,
    holds_colour,
    outside,
    read,
    report,
    report_pdf,
    seen,
)


def test_everything_is_read_in_the_order_that_it_was_written() -> None:
    words = " ".join(read(pdf_of(document())))
    told = [
        "Kempendal · 2026",
        "Wat samenwerken oplevert",
        "Eén pagina voor het college",
        "Lindergem werkt met vier",
        "In cijfers",
        "12 ontmoetingen Verslagen, 2026 84 % van de zetels",
        "€ 18.450",
        "Wat het opbracht Drie acties bloeien.",
        "Zomerpas.",
        "Wat we leerden",
        "Bijdragen Gemeente Inwoners Bijdrage Lindergem",
        "Verdeelsleutel van 12 maart 2026",
        "Te bevestigen: de subsidie.",
    ]
    places = [words.find(one) for one in told]
    assert -1 not in places, [one for one, at in zip(told, places, strict=True) if at < 0]
    assert places == sorted(places)


def test_a_long_report_is_numbered_and_begins_with_its_contents() -> None:
    pages = read(report_pdf())
    assert len(pages) >= 10
    assert all(
        f"Gemaakt uit wat de samenwerking noteerde. {at} / {len(pages)}" in page
        for at, page in enumerate(pages, 1)
    )
    assert "Inhoud Hoofdstuk 0" in pages[0]
    found = re.findall(r"Hoofdstuk (\d+): samen op de weide (\d+)", pages[0])
    assert [int(part) for part, _ in found] == list(range(12))
    for part, page in found:
        assert f"Hoofdstuk {part}: samen op de weide" in pages[int(page) - 1]
    assert all(page.startswith("Terugblik op een jaar") for page in pages[1:])


def test_four_parts_need_no_contents() -> None:
    assert "Inhoud" not in read(pdf_of(document()))[0]


def test_a_table_over_pages_repeats_its_head_and_loses_no_row() -> None:
    pages = read(report_pdf())
    with_rows = [page for page in pages if "Actie 4-" in page]
    assert len(with_rows) >= 2
    assert all("Actie Stand Budget" in page for page in with_rows)
    assert re.findall(r"Actie 4-(\d+)", " ".join(pages)) == [str(one) for one in range(60)]


def test_no_heading_is_left_alone_at_the_foot_of_a_page() -> None:
    """Wherever the first part ends, what follows begins together with its heading."""
    for lines in range(0, 60, 5):
        made = document(
            parts=(
                Part("Eerst", points=("Een regel.",) * lines),
                Part("Daarna", (PARAGRAPH,) * 12),
                Part("Ten slotte", figures=FIGURES * 2),
            )
        )
        for page in read(pdf_of(made)):
            assert not re.search(r"(Daarna|Ten slotte) Gemaakt uit", page), lines


def test_a_heading_goes_with_a_table_that_is_almost_a_page_high() -> None:
    cell = "Kastanjegem, Klaverhove en Wilgerode samen met nog anderen " * 2
    for rows in range(6, 24, 3):
        told = tuple((f"Rij {row}", cell, cell) for row in range(rows))
        table = Part("Tabel", grid=Grid(("Nummer", "Wie", "Wat"), told))
        for page in read(pdf_of(document(parts=(Part("Eerst", (PARAGRAPH,) * 4), table)))):
            assert not re.search(r"Tabel Gemaakt uit", page), rows


def test_days_in_a_narrow_column_stay_in_it() -> None:
    text = "Een lange uitleg over wat iedereen deed, en waarom dat zo goed werkte. " * 3
    grid = Grid(
        ("Actie", "Wanneer", "Wie", "Resultaat", "Budget"),
        ((text, "12/04/2026 – 29/10/2026", text, text, "€ 3.600"),),
    )
    page = pypdfium2.PdfDocument(pdf_of(document(parts=(Part("Acties", grid=grid),), garden="")))[0]
    words = page.get_textpage()
    everything = words.get_text_range()
    at = everything.index("12/04/2026")
    ends = words.get_charbox(at + len("12/04/2026") - 1)[2]
    begins = words.get_charbox(everything.index("Wie"))[0]
    assert ends < begins - 2


def test_a_row_of_figures_is_never_split() -> None:
    for lines in range(22, 46, 3):
        made = document(parts=(Part("Eerst", points=("Een regel.",) * lines), Part("", figures=FIGURES)))
        (page,) = [one for one in read(pdf_of(made)) if "ontmoetingen" in one]
        assert "Verslagen, 2026" in page
        assert "Rekening, 2026" in page


def test_the_same_value_gives_the_same_bytes() -> None:
    assert pdf_of(report(5)) == pdf_of(report(5))
    assert pdf_of(document()) != pdf_of(document(title="Anders"))


def test_it_says_what_it_is() -> None:
    pdf = pdf_of(document())
    about = pypdfium2.PdfDocument(pdf).get_metadata_dict()
    assert (about["Title"], about["Author"]) == ("Wat samenwerken oplevert", "IGS Kempendal")
    assert b"<pdfuaid:part>1</pdfuaid:part>" in pdf
    assert b"/Lang(nl-BE)" in pdf
    assert b"/Lang(fr-BE)" in pdf_of(document(language="fr-BE"))


def test_the_garden_and_the_colours_are_really_there() -> None:
    (page, *_) = seen(pdf_of(document(colour="#bf4f86")))
    assert holds_colour(page.crop((0, 0, page.width, 200)), "#f0b32e"), "the sunflower"
    assert holds_colour(page, "#bf4f86"), "the line of the partnership under its garden"
    without = seen(pdf_of(document(colour="#bf4f86", garden="")))[0]
    assert holds_colour(without, "#bf4f86")
    assert not holds_colour(without, "#f0b32e")
    shop = seen(pdf_of(document(garden="", parts=(Part("Winkel", figures=FIGURES, layer="shop"),))))[0]
    assert holds_colour(shop, "#a83a23")


def test_nothing_lies_outside_the_pages() -> None:
    assert outside(pdf_of(report(6))) == []


def test_an_invented_example_says_so_on_every_page() -> None:
    pages = read(pdf_of(replace(report(6), example="verzonnen voorbeeld")))
    assert [page.count("verzonnen voorbeeld") for page in pages] == [1] * len(pages)
    assert "verzonnen voorbeeld" not in " ".join(read(pdf_of(document())))


@pytest.mark.parametrize(
    ("footer", "said"), [("Gemaakt op 28 november 2026.", 0), ("Uit eigen notities.", 1)]
)
def test_the_day_is_said_once(footer: str, said: int) -> None:
    words = " ".join(read(pdf_of(document(footer=footer))))
    assert words.count("IGS Kempendal · 28 november 2026") == said
    assert words.count("28 november 2026") == 1


def test_one_figure_alone_is_readable_too() -> None:
    made = Document("Kort", parts=(Part("Eén", figures=(Figure("7", "zaadjes", "Bron"),)),), garden=GARDEN)
    assert "Eén 7 zaadjes Bron" in " ".join(read(pdf_of(made)))
