"""Slides as a file: titles, notes, alt text, sources, language; and the same bytes each time."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from io import BytesIO

import pytest
from pptx.util import Pt

from groeimodel.formats.slides_pptx import Deck, Slide, pptx_of
from groeimodel.formats.tests.decks import DECK, GARDEN, notes_of, opened, problems, titles, words_on


def test_each_slide_has_its_title_in_the_place_of_titles() -> None:
    file = opened(DECK)
    assert titles(file) == [one.title for one in DECK.slides]
    assert (file.slide_width, file.slide_height) == (Pt(960), Pt(540))
    assert problems(file) == []


def test_what_is_said_stands_in_the_notes_of_each_slide() -> None:
    assert [notes_of(one) for one in opened(DECK).slides] == [one.notes for one in DECK.slides]


def test_text_stands_in_the_place_of_text_so_that_an_outline_has_it() -> None:
    slide = opened(DECK).slides[3]
    (body,) = [one for one in slide.placeholders if one.placeholder_format.idx == 1]
    assert [one.text for one in body.text_frame.paragraphs] == ["Een speelstraat.", "Een kamp."]


def test_pictures_and_tables_say_what_they_are() -> None:
    found = [
        shape._element.xpath(".//p:cNvPr")[0].get("descr")
        for slide in opened(DECK).slides
        for shape in slide.shapes
        if shape.has_table or hasattr(shape, "image")
    ]
    assert found == ["Een tuin met twee gemeenten", "Een tuin met twee gemeenten", "Wat nu loopt"]


def test_sources_stand_at_the_foot_with_a_mark_when_there_are_more() -> None:
    told = words_on(opened(DECK).slides[2])
    assert "Bron: ¹\xa0Verslagen van ontmoetingen, 2026 · ²\xa0Uitgaven, 2026" in told
    assert "ontmoetingen¹" in told
    assert "besteed aan acties²" in told
    assert "jongeren bereikt¹" in told


def test_sources_that_are_too_long_for_the_foot_stand_on_the_cards() -> None:
    figures = tuple(
        replace(one, source=f"{n} {'Uitgaven van alle acties samen ' * 6}")
        for n, one in enumerate(DECK.slides[2].figures)
    )
    (slide,) = opened(Deck("x", slides=(Slide("Geld", "figures", figures=figures),))).slides
    assert "Bron:" not in words_on(slide)
    assert "0 Uitgaven van alle acties" in words_on(slide)


def test_number_maker_and_example_stand_on_each_slide() -> None:
    for n, slide in enumerate(opened(DECK).slides, start=1):
        told = words_on(slide)
        assert "Testland · verzonnen voorbeeld" in told
        fields = [one.text for one in slide.element.iter("{*}t") if one.getparent().tag.endswith("}fld")]
        assert fields == [str(n)]


def test_nothing_is_said_of_an_example_when_it_is_real() -> None:
    assert "voorbeeld" not in "".join(words_on(one) for one in opened(replace(DECK, example="")).slides)


def test_everything_is_dutch_of_belgium() -> None:
    file = opened(DECK)
    assert file.core_properties.language == "nl-BE"
    for slide in file.slides:
        runs = [*slide.element.iter("{*}r"), *slide.notes_slide.element.iter("{*}r")]
        assert {one.find("{*}rPr").get("lang") for one in runs} == {"nl-BE"}


def test_who_made_it_stands_in_the_properties_and_no_program_of_others() -> None:
    about = opened(DECK).core_properties
    assert (about.title, about.author, about.subject) == (DECK.title, DECK.author, DECK.subtitle)
    with zipfile.ZipFile(BytesIO(pptx_of(DECK))) as packed:
        names = packed.namelist()
        assert b"PowerPoint" not in packed.read("docProps/app.xml")
    assert not [one for one in names if "thumbnail" in one or "printer" in one]
    assert len([one for one in names if one.startswith("ppt/slideLayouts/slideLayout")]) == 5


def test_the_same_deck_gives_the_same_bytes() -> None:
    assert pptx_of(DECK) == pptx_of(DECK)


def test_a_garden_that_stands_on_two_slides_is_packed_once() -> None:
    with zipfile.ZipFile(BytesIO(pptx_of(DECK))) as packed:
        assert len([one for one in packed.namelist() if one.endswith(".png")]) == 1
    assert len(pptx_of(DECK)) < 100_000 + len(GARDEN)


def test_shapes_of_a_slide_have_keys_of_their_own() -> None:
    for slide in opened(DECK).slides:
        keys = [one.get("id") for one in slide.element.iter("{*}cNvPr")]
        assert len(keys) == len(set(keys))


@pytest.mark.parametrize("wide", [900, 1600, 4000])
def test_a_garden_fills_the_first_slide_whatever_its_size(wide: int) -> None:
    from groeimodel.formats.tests.decks import png

    cover = Slide("Tuin", "title", picture=png(wide, 900), says="Tuin")
    (slide,) = opened(Deck("Tuin", slides=(cover,))).slides
    (picture,) = [one for one in slide.shapes if hasattr(one, "image")]
    assert 0 <= picture.crop_bottom < 1
    shown = 900 * (1 - picture.crop_bottom - picture.crop_top)
    width = wide * (1 - picture.crop_left - picture.crop_right)
    assert shown / width == pytest.approx(picture.height / picture.width, rel=0.01)


def test_a_slide_is_read_in_the_order_of_its_meaning() -> None:
    slides = opened(DECK).slides
    names = [[shape.name for shape in slide.shapes] for slide in slides]
    assert names[1] == ["Titel", "Tekst", "Tuin", "Bron", "Voettekst", "Nummer"]
    assert names[2][:2] == ["Titel", "Tekst"]
    assert names[2][2].startswith("Cijfer: ontmoetingen")
    assert names[2][-3:] == ["Bron", "Voettekst", "Nummer"]
    assert names[4][-3:] == ["Bron", "Voettekst", "Nummer"]
