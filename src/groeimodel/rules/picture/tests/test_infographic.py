"""The three models as one landscape: whole and in windows, in content's words, by day and by night."""

import re
from dataclasses import replace
from itertools import pairwise
from xml.etree import ElementTree

import pytest

from groeimodel import content as texts
from groeimodel.rules.growth.content import LAYERS, Text
from groeimodel.rules.picture import style
from groeimodel.rules.picture.infographic import HEIGHT, NUTRIENTS, WIDTH, WINDOWS, draw_models, landscape
from groeimodel.rules.picture.palette import TABLE


@pytest.mark.claim("I1")
@pytest.mark.parametrize("language", ["nl", "en"])
def test_it_is_well_formed_and_names_the_models(language: str) -> None:
    content = texts.load()
    drawn = draw_models(content, language=language)  # type: ignore[arg-type]
    ElementTree.fromstring(drawn)
    for model in content.models:
        assert model.name.in_language(language) in drawn  # type: ignore[arg-type]


def test_the_same_content_gives_the_same_bytes() -> None:
    assert landscape(texts.load()) == landscape(texts.load())


def test_another_wording_moves_no_flower() -> None:
    content = texts.load()
    words = {
        **content.words,
        "infographic.title": Text("Anders", "Other"),
        "infographic.member.own": Text("wij", "we"),
    }
    before, after = landscape(content), landscape(replace(content, words=words))
    name = content.word("infographic.member.own")
    assert before.replace(f">{name}</text>", ">wij</text>") == after


@pytest.mark.claim("G6")
def test_the_soil_runs_under_all_three() -> None:
    """The windows join without a gap, and in each of them lies a municipality, tied to the next."""
    assert tuple(window.layer for window in WINDOWS) == LAYERS
    assert WINDOWS[0].left == 0
    assert all(a.left + a.width == b.left for a, b in pairwise(WINDOWS))
    assert WINDOWS[-1].left + WINDOWS[-1].width == WIDTH
    for window in WINDOWS:
        assert [key for key, x, _ in NUTRIENTS if window.left < x < window.left + window.width], window.layer
        assert window.view_box.split()[2] == f"{window.width:.0f}"


def test_names_in_the_soil_stay_inside_their_window() -> None:
    for _, x, y in NUTRIENTS:
        edges = [edge for window in WINDOWS for edge in (window.left, window.left + window.width)]
        assert min(abs(x - edge) for edge in edges) > 120
        assert y < HEIGHT - 100


def test_it_invents_no_figures() -> None:
    """It is nobody's garden: a title with a score or a share would be made up."""
    drawn = landscape(texts.load())
    assert "<title" not in drawn
    assert not re.search(r"\d+ (op 100|%)|%", drawn)


def test_every_colour_turns_to_night() -> None:
    rules = set(re.findall(r'\.garden-auto \[(\S+?="#[0-9a-f]{6}")\]', style()))
    same = {day for day, night, _paper in TABLE.values() if day == night} | {"#fff3d0"}
    used = set(re.findall(r'(?:fill|stroke|stop-color)="#[0-9a-f]{6}"', landscape(texts.load())))
    assert not {rule for rule in used if rule not in rules and rule.split('"')[1] not in same}


def test_it_keeps_to_the_policy_and_to_its_weight() -> None:
    drawn = landscape(texts.load())
    assert not re.search(r"<style|<script| style=| on\w+=|https?:", drawn)
    assert len(drawn.encode()) < 100_000
    assert set(re.findall(r'href="#([^"]+)"', drawn)) <= set(re.findall(r'id="([^"]+)"', drawn))
    print_one = draw_models(texts.load(), theme="print")
    assert "<style" not in print_one


@pytest.mark.parametrize("wrong", [{"theme": "sepia"}, {"language": "fr"}])
def test_an_unknown_theme_or_language_is_refused(wrong: dict[str, str]) -> None:
    with pytest.raises((ValueError, KeyError)):
        draw_models(texts.load(), **wrong)  # type: ignore[arg-type]
