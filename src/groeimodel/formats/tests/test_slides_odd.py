"""Slides of anything that people can type: nothing runs out of its box, nothing breaks the file."""

from __future__ import annotations

from dataclasses import replace

import pytest

from groeimodel.formats.document import Figure, Grid
from groeimodel.formats.slides_measure import cut, lines_of, width_of
from groeimodel.formats.slides_pptx import Deck, Kind, Slide
from groeimodel.formats.tests.decks import DECK, GARDEN, notes_of, opened, problems, titles, words_on

LONG = (
    "Een heel lange titel over wat de intergemeentelijke samenwerking voor kinderen en jongeren opbracht, "
    "met nog een bijzin 🌻 erbij"
)
ODD = [
    "",
    " ",
    "\x00\x07\x1b",
    "\ud800",
    "🌻👩‍🌾🇧🇪",
    "W" * 400,
    LONG * 3,
    "a\u2028b\n\nc\td",
    "<b>&amp;</b>",
    "日本語 " * 40,
]


def one(slide: Slide) -> Deck:
    return Deck("Dek", slides=(slide,))


@pytest.mark.parametrize("text", ODD)
def test_odd_text_in_every_place_of_every_kind(text: str) -> None:
    kinds: tuple[Kind, ...] = ("title", "picture", "figures", "points", "grid", "closing")
    slides = tuple(
        Slide(
            text,
            kind,
            lead=text,
            points=(text, "Kort.", text),
            figures=(Figure(text, text, text), Figure("12", "ontmoetingen", "")),
            grid=Grid((text, "Bedrag"), ((text, "€ 1.200"), (text, text)), text),
            picture=GARDEN if kind in {"title", "picture"} else None,
            says=text,
            source=text,
            notes=text,
        )
        for kind in kinds
    )
    file = opened(Deck(text, text, text, slides=slides, example=text, colour=text))
    assert problems(file) == []
    assert all(titles(file))
    assert len(set(titles(file))) == len(titles(file)), "a list of slides is read by their titles"


def test_thirty_actions_go_on_over_slides_and_none_is_lost() -> None:
    points = tuple(f"Actie {n}: {LONG}" for n in range(30))
    file = opened(one(Slide("Acties", "points", points=points, notes="Dit zijn ze.")))
    assert problems(file) == []
    told = "\n".join(words_on(slide) for slide in file.slides)
    assert all(point in told for point in points)
    assert titles(file)[:3] == ["Acties", "Acties (vervolg)", "Acties (vervolg\xa02)"]
    assert [notes_of(slide) for slide in file.slides][:2] == ["Dit zijn ze.", "Vervolg: Acties"]


def test_a_point_that_is_longer_than_a_slide_is_told_whole() -> None:
    words = " ".join(f"woord{n}" for n in range(900))
    file = opened(one(Slide("Lang", "points", points=(words,))))
    assert problems(file) == []
    assert len(file.slides) > 1
    told = " ".join(words_on(slide) for slide in file.slides)
    assert all(f"woord{n}" in told for n in range(900))


def test_a_long_table_has_its_head_on_each_slide() -> None:
    rows = tuple((f"Actie {n}", f"€ {n}.000") for n in range(40))
    file = opened(one(Slide("Tabel", "grid", grid=Grid(("Wat", "Budget"), rows, "Acties"))))
    assert problems(file) == []
    tables = [shape.table for slide in file.slides for shape in slide.shapes if shape.has_table]
    assert len(tables) > 1
    assert {tuple(cell.text for cell in table.rows[0].cells) for table in tables} == {("Wat", "Budget")}
    assert [row.cells[0].text for table in tables for row in list(table.rows)[1:]] == [row[0] for row in rows]
    assert all("Bron: Acties" in words_on(slide) for slide in file.slides)


def test_many_figures_are_spread_evenly() -> None:
    figures = tuple(Figure(str(n), "dingen", "Bron") for n in range(8))
    file = opened(one(Slide("Cijfers", "figures", figures=figures)))
    cards = [[s for s in slide.shapes if s.name.startswith("Cijfer")] for slide in file.slides]
    assert [len(found) for found in cards] == [4, 4]


def test_figures_beside_points_and_a_picture_beside_figures() -> None:
    whole = Slide(
        "Alles", "picture", "Zin.", ("Punt.",), (Figure("1", "ding", "x"),), picture=GARDEN, says="Tuin"
    )
    assert len(opened(one(whole)).slides) == 2, "the picture with text, then the figures"
    beside = replace(whole, picture=None, kind="figures")
    assert len(opened(one(beside)).slides) == 1


def test_a_title_that_was_cut_stands_whole_in_the_notes() -> None:
    (slide,) = opened(one(Slide(LONG * 3, "points", points=("Punt.",), notes="Zeg dit."))).slides
    assert slide.shapes.title.text_frame.text.endswith("…")
    assert notes_of(slide).startswith(LONG)
    assert notes_of(slide).endswith("Zeg dit.")


def test_a_deck_without_slides_is_one_with_its_title() -> None:
    assert titles(opened(Deck("Leeg"))) == ["Leeg"]


def test_a_table_without_rows_is_left_out() -> None:
    (slide,) = opened(one(Slide("Tabel", "grid", lead="Niets.", grid=Grid(("Wat",), ())))).slides
    assert not [shape for shape in slide.shapes if shape.has_table]


def test_no_empty_places_are_left_on_a_slide() -> None:
    for slide in opened(DECK).slides:
        assert not [
            place for place in slide.placeholders if place.has_text_frame and not place.text_frame.text
        ]


def test_measuring_breaks_words_and_cuts_at_words() -> None:
    assert lines_of("aap noot mies", 10, width_of("aap noot", 10) + 1) == ["aap noot", "mies"]
    assert all(width_of(piece, 10) <= 50 for piece in lines_of("m" * 60, 10, 50))
    assert cut("aap noot mies", 10, width_of("aap noot", 10) + 1, 1) == "aap …"
    assert cut("aap", 10, 100, 1, end=" (2)") == "aap (2)"
