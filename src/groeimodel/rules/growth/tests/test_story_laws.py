"""What a told diagnosis may never say, and what it always says."""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import get_args

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from groeimodel.rules.growth import diagnose
from groeimodel.rules.growth.content import LAYERS, ROLES, Language, Layer, Role
from groeimodel.rules.growth.diagnosis import Diagnosis, Privacy
from groeimodel.rules.growth.phase import VERDICTS, WARNINGS
from groeimodel.rules.growth.responses import Records, Responses
from groeimodel.rules.growth.story import Story, tell
from groeimodel.rules.growth.tests.told import (
    ALL_EXAMPLES,
    CONTENT,
    all_hidden,
    diagnosis,
    every_warning,
    nothing,
    strings,
)

LANGUAGES: tuple[Language, ...] = get_args(Language)


def whole(story: Story) -> str:
    return "\n".join(strings(story))


@pytest.mark.parametrize("key", VERDICTS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_verdict_has_words(key: str, language: Language) -> None:
    story = tell(ALL_EXAMPLES[key], CONTENT, language=language)
    assert len(story.verdict_title) > 8
    assert len(story.verdict_text) > 60
    assert not re.search(r"[{}]|\bNone\b|nan", whole(story))


def test_no_two_verdicts_are_told_alike() -> None:
    titles = {tell(one, CONTENT).verdict_title for one in ALL_EXAMPLES.values()}
    assert len(titles) == len(VERDICTS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_warning_has_words_with_its_values(language: Language) -> None:
    story = tell(diagnosis(warnings=every_warning()), CONTENT, language=language)
    assert [one.key for one in story.warnings] == list(WARNINGS)
    for one in story.warnings:
        assert not one.text[0].islower()
        assert one.text.endswith(".")
        assert not re.search(r"[{}]", one.text)


LADDER = re.compile(
    r"\b(nog maar|slechts|hoger model|beter model|verder gevorderd|voorsprong|achterop|achterstand|"
    r"hoogste fase|laagste fase|volgende niveau|nog niet verder|promoveren|pas potgrond|terugval)\b",
    re.IGNORECASE,
)


@pytest.mark.claim("G4")
@pytest.mark.parametrize("key", VERDICTS)
def test_no_phase_is_told_as_better_than_another(key: str) -> None:
    story = tell(ALL_EXAMPLES[key], CONTENT)
    assert not LADDER.search(whole(story))
    assert "evenveel waard" in story.mirror_text
    assert any("geen hogere trap" in text for step in story.why for text in step.paragraphs)


@pytest.mark.claim("G4")
def test_being_past_the_aim_is_no_gain() -> None:
    past = [one for one in every_warning() if one.key == "past_aim"]
    [told] = tell(diagnosis(key="shop.rich", aim="soil", warnings=tuple(past)), CONTENT).warnings
    assert "geen winst of verlies" in told.text


@pytest.mark.claim("G4")
def test_a_layer_that_nobody_chose_is_no_shortage() -> None:
    health = {layer.layer: layer.health for layer in tell(ALL_EXAMPLES["soil.rich.at_aim"], CONTENT).layers}
    assert health == {"soil": "rich", "meadow": "not_chosen", "shop": "not_chosen"}
    wanted = tell(ALL_EXAMPLES["soil.rich.ready"], CONTENT).layers
    assert [layer.health for layer in wanted] == ["rich", "poor", "not_chosen"]


@pytest.mark.claim("P9")
@pytest.mark.parametrize("key", ["soil.rich", "soil.rich.at_aim"])
def test_rich_soil_alone_is_a_full_result(key: str) -> None:
    story = tell(ALL_EXAMPLES[key], CONTENT)
    assert "volwaardig en gezond resultaat" in story.verdict_text
    assert story.healthy
    soil = story.layers[0]
    assert (soil.health, soil.is_phase) == ("rich", True)


@pytest.mark.claim("P9")
def test_soil_that_is_the_aim_is_reached_and_asks_for_nothing_after_it() -> None:
    story = tell(ALL_EXAMPLES["soil.rich.at_aim"], CONTENT)
    assert "bereikt" in story.aim_text
    told = f"{story.headline} {story.verdict_title} {story.verdict_text} {story.aim_text}"
    assert not re.search(r"weide|winkel|nog werk", told)


@pytest.mark.claim("G6")
@pytest.mark.parametrize("key", ["meadow.poor_soil", "shop.poor_soil"])
@pytest.mark.parametrize(
    ("language", "healthy"), [("nl", r"\bgezond|\brijk\b"), ("en", r"\bhealthy|\brich\b")]
)
def test_nothing_above_poor_soil_is_called_healthy(key: str, language: Language, healthy: str) -> None:
    story = tell(ALL_EXAMPLES[key], CONTENT, language=language)
    assert not story.healthy
    told = [story.headline, story.verdict_title, story.verdict_text, story.aim_text, story.steps_text]
    told += [text for layer in story.layers for text in strings(layer)]
    assert not re.search(healthy, " ".join(told))
    assert {layer.health for layer in story.layers if (layer.score or 0) >= 40} == {"on_poor_soil"}


@pytest.mark.claim("G6")
@given(soil=st.floats(0, 39.9), upper=st.floats(0, 100))
@settings(max_examples=40, deadline=None)
def test_a_layer_on_poor_soil_is_poor_or_on_poor_soil(soil: float, upper: float) -> None:
    told = tell(diagnosis(soil, upper, upper, key="meadow.poor_soil"), CONTENT)
    assert {layer.health for layer in told.layers} <= {"poor", "on_poor_soil", "not_chosen"}


@pytest.mark.claim("G6")
@pytest.mark.parametrize("key", ["meadow.poor_soil", "shop.poor_soil"])
def test_above_poor_soil_the_first_advice_is_about_the_soil(key: str) -> None:
    story = tell(ALL_EXAMPLES[key], CONTENT)
    assert [layer.layer for layer in story.layers if layer.first] == ["soil"]
    assert "gaan over de potgrond" in story.steps_text
    assert "Voed eerst de grond" in story.verdict_text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("role", [None, *ROLES])
@pytest.mark.parametrize("make", [nothing, all_hidden, diagnosis])
def test_extreme_diagnoses_can_be_told(
    make: Callable[[], Diagnosis], language: Language, role: Role | None
) -> None:
    story = tell(make(), CONTENT, language=language, role=role)
    assert story.headline
    assert not re.search(r"[{}]|\bNone\b", whole(story))


@st.composite
def rounds(draw: st.DrawFn) -> Responses:
    """Any answers at all: few or no people, holes everywhere, people without a municipality."""
    people = draw(st.integers(0, 7))
    towns = draw(st.integers(1, 4))
    columns = tuple(one.id for one in CONTENT.statements[:: draw(st.integers(1, 4))])
    seed = draw(st.integers(0, 2**16))
    generator = np.random.default_rng(seed)
    answers = generator.integers(1, 6, (people, len(columns))).astype(float)
    answers[generator.random(answers.shape) < draw(st.sampled_from([0.0, 0.4, 1.0]))] = np.nan
    guesses = np.where(generator.random(answers.shape) < 0.5, answers, np.nan)
    return Responses(
        statements=columns,
        municipalities=tuple(f"Dorp {n}" for n in range(towns)),
        respondents=tuple(f"p{n}" for n in range(people)),
        municipality=generator.integers(-1, towns, people),
        roles=generator.integers(0, len(ROLES), people).astype(np.int8),
        answers=answers,
        guesses=guesses,
    )


@given(
    responses=rounds(),
    privacy=st.sampled_from(get_args(Privacy)),
    aim=st.sampled_from([None, *LAYERS]),
    records=st.sampled_from([Records(), Records(False, True), Records(True, False)]),
    language=st.sampled_from(LANGUAGES),
)
@settings(max_examples=60, deadline=None)
def test_whatever_comes_out_can_be_told(
    responses: Responses, privacy: Privacy, aim: Layer | None, records: Records, language: Language
) -> None:
    found = diagnose(responses, CONTENT, aim=aim, records=records, privacy=privacy)
    story = tell(found, CONTENT, language=language, title="Kempen {x}")
    told = whole(replace(story, title=""))
    assert not re.search(r"[{}]|\bNone\b|\bnan\b", told)
    if story.known and language == "nl":
        assert not LADDER.search(told)
