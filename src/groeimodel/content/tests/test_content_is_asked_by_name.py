"""Whoever asks for a text that does not exist hears which one it was."""

from typing import get_args

import pytest

from groeimodel.content import load
from groeimodel.content.checks import placeholders
from groeimodel.rules.growth.content import Language

LANGUAGES: tuple[Language, ...] = get_args(Language)


def test_each_thing_is_found_by_its_id() -> None:
    content = load()
    assert [content.statement(one.id) for one in content.statements] == list(content.statements)
    assert [content.block(one.id) for one in content.blocks] == list(content.blocks)
    assert [content.factor(one.id) for one in content.factors] == list(content.factors)
    assert [content.place(one.id) for one in content.places] == list(content.places)


def test_an_unknown_id_is_named() -> None:
    content = load()
    for ask in (content.statement, content.block, content.factor, content.place, content.word):
        with pytest.raises(KeyError, match="no-such-thing"):
            ask("no-such-thing")


def test_words_speak_both_languages() -> None:
    assert load().word("health.poor") == "arm"
    assert load().word("health.poor", "en") == "poor"


def test_every_word_is_filled_in_completely() -> None:
    content = load()
    for key, text in content.words.items():
        values = dict.fromkeys(placeholders(text.nl), "seven")
        for language in LANGUAGES:
            told = content.word(key, language, **values)
            assert told.count("seven") >= len(values), key
            assert not set("{}") & set(told), key


def test_each_role_reads_its_own_wording() -> None:
    time = load().statement("soil-mandate-time")
    assert time.text("alderman").startswith("Ik geef")
    assert time.text("officer").startswith("Ik krijg")
    assert time.text("coordinator") == time.text("supporter")
    assert time.text("officer", "en").startswith("My alderman gives me")
