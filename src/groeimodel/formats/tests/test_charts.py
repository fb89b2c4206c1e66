"""Charts: well-formed, told in words too, nothing by colour alone, and no style that a strict page would refuse."""

import re
from collections.abc import Callable
from dataclasses import replace
from xml.etree import ElementTree

import pytest

from groeimodel.formats.charts import certainty_bar, dot_plot, layer_bars, spread, trend
from groeimodel.rules.growth.story import Story, tell
from groeimodel.rules.growth.story.parts import GapTold
from groeimodel.rules.growth.tests.told import CONTENT, diagnosis, nothing

STORY = tell(diagnosis(), CONTENT)
EMPTY = tell(nothing(), CONTENT)
NAMES = {"soil": "Potgrond", "meadow": "Bloemenweide", "shop": "Bloemenwinkel"}
ROUNDS: list[tuple[str, dict[str, float | None]]] = [
    ("2024", {"soil": 41.0, "meadow": None}),
    ("2025", {"soil": 55.0, "meadow": 30.0, "shop": 12.0}),
]

CHARTS: dict[str, Callable[[float | None], str]] = {
    "certainty": lambda width: certainty_bar(STORY.certainty, STORY.labels, width=width),
    "layers": lambda width: layer_bars(STORY.layers, STORY.labels, width=width),
    "layers without scores": lambda width: layer_bars(EMPTY.layers, EMPTY.labels, width=width),
    "gaps": lambda width: dot_plot(STORY.gaps, STORY.labels, width=width),
    "no gaps": lambda width: dot_plot((), STORY.labels, width=width),
    "spread": lambda width: spread(STORY.divided[0], STORY.labels, width=width),
    "trend": lambda width: trend(ROUNDS, NAMES, STORY.labels, width=width),
    "trend of one round": lambda width: trend(ROUNDS[1:], NAMES, STORY.labels, width=width),
    "trend of none": lambda width: trend([], NAMES, STORY.labels, width=width),
}


def marks(svg: str, role: str) -> list[str]:
    """The signs drawn in the colour of a role: the names of their elements."""
    return [
        one.tag.split("}")[1]
        for one in ElementTree.fromstring(svg).iter()
        if f"--{role}" in one.get("fill", "")
    ]


@pytest.mark.parametrize("width", [None, 400.0])
@pytest.mark.parametrize("name", CHARTS)
def test_a_chart_is_a_picture_with_a_name_and_its_figures_in_words(name: str, width: float | None) -> None:
    svg = CHARTS[name](width)
    root = ElementTree.fromstring(svg)
    title, desc = root[0], root[1]
    assert (root.get("role"), root.get("aria-labelledby")) == ("img", f"{title.get('id')} {desc.get('id')}")
    assert title.text
    assert not re.search(r"style=|<script|<style|nan|None", svg)
    assert ("viewBox" in root.attrib) == (width is not None)
    assert ("var(" in svg) == (width is None)


def test_a_chart_for_a_screen_keeps_the_size_of_its_letters() -> None:
    """It has no viewBox, so nothing is scaled; places are in percent of the width there is."""
    sizes = [
        float(size)
        for size in re.findall(r'font-size="([\d.]+)"', "".join(draw(None) for draw in CHARTS.values()))
    ]
    assert min(sizes) >= 12


def test_roles_differ_in_shape_and_not_in_colour_alone() -> None:
    svg = dot_plot(STORY.gaps, STORY.labels)
    assert set(marks(svg, "alderman")) == {"circle"}
    assert set(marks(svg, "officer")) == {"rect"}
    assert len(marks(svg, "officer")) == 1 + len(STORY.gaps)


def test_what_to_talk_about_has_a_sign_a_thick_line_and_bold_words() -> None:
    talk, rest = (dot_plot([gap], STORY.labels) for gap in STORY.gaps)
    assert 'class="chart-talk"' in talk
    assert 'class="chart-talk"' not in rest
    assert talk.count("<path") == rest.count("<path") + 1
    assert 'font-weight="700"' not in rest


def test_signs_that_would_hide_each_other_are_drawn_apart() -> None:
    same = replace(STORY.gaps[0], alderman=50.0, officer=50.0)
    assert places(same)["circle"] != places(same)["rect"]


def places(gap: GapTold) -> dict[str, str]:
    svg = dot_plot([gap], STORY.labels)
    found = {}
    for group in ElementTree.fromstring(svg).iter("{http://www.w3.org/2000/svg}svg"):
        for one in group:
            if "--alderman" in one.get("fill", "") or "--officer" in one.get("fill", ""):
                found[one.tag.split("}")[1]] = group.get("y", "")
    return found


def test_the_description_has_every_figure() -> None:
    desc = ElementTree.fromstring(layer_bars(STORY.layers, STORY.labels))[1].text or ""
    for layer in STORY.layers:
        assert layer.score_text in desc
        assert layer.interval_text in desc


def test_words_from_outside_cannot_break_out() -> None:
    nasty = replace(STORY.gaps[0], label='</text><script>"&')
    svg = dot_plot([nasty], STORY.labels)
    ElementTree.fromstring(svg)
    assert "<script" not in svg


def test_the_same_figures_give_the_same_bytes() -> None:
    assert all(draw(None) == draw(None) for draw in CHARTS.values())


def test_two_charts_on_a_page_have_ids_of_their_own() -> None:
    page = spread(STORY.divided[0], STORY.labels, key="a") + spread(STORY.divided[0], STORY.labels, key="b")
    ids = re.findall(r' id="([^"]+)"', page)
    assert len(ids) == len(set(ids))


def test_a_story_without_figures_draws_no_marks() -> None:
    story: Story = EMPTY
    assert "<path" not in layer_bars(story.layers, story.labels)
