"""The growth model that the package ships keeps its promises: complete, short, and nothing forgotten."""

import re
from collections import Counter

import pytest

from groeimodel.content import load
from groeimodel.content.checks import all_texts
from groeimodel.rules.growth.content import ACTORS, LAYERS, ROLES, SEAT_ROLES, Role

CLAIMS = {
    "soil": {f"P{number}" for number in range(1, 17)},
    "meadow": {f"W{number}" for number in range(1, 26)},
    "shop": {f"B{number}" for number in range(1, 21)},
}
ALWAYS = {f"G{number}" for number in range(6, 13)}
CONFIRMED = {"region", "structure", "co-ownership"}
WORDS_PER_SECOND = 3.0
SECONDS_TO_ANSWER = 5.0
SECONDS_TO_GUESS = 8.0


@pytest.mark.claim("G5")
def test_every_model_says_what_each_actor_does() -> None:
    for layer in LAYERS:
        model = load().model(layer)
        assert list(model.parts) == list(ACTORS)
        for part in model.parts.values():
            assert len(part.points) >= 2
        points = [point.nl for part in model.parts.values() for point in part.points]
        assert len(points) == len(set(points)), "each actor is told something of their own"


@pytest.mark.parametrize("layer", LAYERS)
def test_nothing_that_the_source_says_of_a_model_is_forgotten(layer: str) -> None:
    parts = load().model(layer).parts.values()  # type: ignore[arg-type]
    assert {claim for part in parts for claim in part.claims} == CLAIMS[layer]


def test_the_five_rules_of_every_model_are_there() -> None:
    principles = load().principles
    assert len(principles) == 5
    assert {claim for one in principles for claim in one.claims} >= ALWAYS


def test_every_statement_has_advice_for_each_actor() -> None:
    for statement in load().statements:
        advice = [statement.advice[actor].nl for actor in ACTORS]
        assert len(set(advice)) == len(ACTORS), statement.id


def test_every_role_is_asked_and_both_seats_are_asked_everything() -> None:
    content = load()
    for role in ROLES:
        assert content.form(role, short=True)
    for role in SEAT_ROLES:
        assert content.form(role) == content.statements


def test_the_short_form_has_twelve_statements_with_the_hallmarks_in_it() -> None:
    short = load().form("officer", short=True)
    assert Counter(one.layer for one in short) == dict.fromkeys(LAYERS, 4)
    assert {one.id for one in load().statements if one.hallmark} <= {one.id for one in short}


@pytest.mark.parametrize("role", SEAT_ROLES)
@pytest.mark.parametrize(("short", "minutes"), [(True, 5), (False, 10)])
def test_a_form_fits_in_its_minutes(role: Role, short: bool, minutes: int) -> None:
    """Slow reading aloud, and a moment to think; the eight guesses included."""
    form = load().form(role, short=short)
    words = sum(len(one.text(role).split()) for one in form)
    guesses = sum(one.guess for one in form)
    seconds = words / WORDS_PER_SECOND + SECONDS_TO_ANSWER * len(form) + SECONDS_TO_GUESS * guesses
    assert seconds <= minutes * 60


def test_a_statement_is_one_short_sentence_without_a_negation() -> None:
    """'Helemaal oneens' with a 'niet' is a puzzle; so every statement says how it is when it goes well."""
    for statement in load().statements:
        for text in statement.wording.values():
            for sentence in (text.nl, text.en):
                assert len(sentence) <= 100, sentence
                assert sentence.endswith("."), sentence
                assert ". " not in sentence, sentence
            assert not re.search(r"\b(niet|geen|nooit|niemand)\b", text.nl), text.nl
            assert not re.search(r"\b(not|no|never|nobody)\b|n't", text.en), text.en


def test_advice_is_at_most_three_sentences() -> None:
    for statement in load().statements:
        for text in statement.advice.values():
            assert len(text.nl) <= 160, text.nl
            assert len(re.findall(r"[.?!](?= [A-Z]|$)", text.nl)) <= 3, text.nl


def test_only_the_factors_that_were_read_are_confirmed() -> None:
    factors = load().factors
    assert {one.id for one in factors if one.confirmed} == CONFIRMED
    for one in factors:
        assert one.source.startswith("https://") == one.confirmed


def test_every_factor_is_touched_by_a_statement() -> None:
    touched = {factor for statement in load().statements for factor in statement.factors}
    assert touched == {factor.id for factor in load().factors}


def test_every_place_is_where_some_advice_starts() -> None:
    assert {one.start for one in load().statements} == {one.id for one in load().places}


def test_texts_are_written_as_typeset() -> None:
    for text in all_texts(load()):
        for sentence in (text.nl, text.en):
            assert sentence == sentence.strip()
            assert "  " not in sentence, sentence
            assert not re.search(r"\s[.,;:?!](?:\s|$)", sentence), sentence
