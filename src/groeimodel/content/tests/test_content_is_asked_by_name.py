"""Whoever asks for a text that does not exist hears which one it was."""

import pytest

from groeimodel.content import load
from groeimodel.content.checks import placeholders


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


def test_words_speak_both_languages_and_fill_in_values() -> None:
    content = load()
    assert content.word("health.poor") == "arm"
    assert content.word("health.poor", "en") == "poor"
    assert (
        content.word("warning.seats_empty.one", seats=10) == "Van 1 van de 10 zetels hoorden we nog niemand."
    )


def test_each_role_reads_its_own_wording() -> None:
    time = load().statement("soil-mandate-time")
    assert time.text("alderman").startswith("Ik geef")
    assert time.text("officer").startswith("Ik krijg")
    assert time.text("coordinator") == time.text("supporter")
    assert time.text("officer", "en").startswith("My alderman gives me")
