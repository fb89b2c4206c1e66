"""Content survives as JSON, so that a round is read with the questionnaire that it was answered with."""

import json
from dataclasses import replace

from groeimodel.content import from_json, load, to_json
from groeimodel.rules.growth.content import Text


def test_what_is_stored_comes_back_equal() -> None:
    assert from_json(to_json(load())) == load()


def test_the_same_content_is_always_the_same_text() -> None:
    assert to_json(from_json(to_json(load()))) == to_json(load())


def test_an_older_version_keeps_its_own_wording() -> None:
    first = load().statements[0]
    older = replace(
        load(), version="2025.1", statements=(replace(first, wording={"officer": first.wording["officer"]}),)
    )
    stored = from_json(to_json(older))
    assert stored.version == "2025.1"
    assert stored.form("officer") == older.statements
    assert stored.form("alderman") == ()


def test_keys_of_another_version_are_passed_over() -> None:
    stored = json.loads(to_json(load()))
    stored["mood"] = "sunny"
    stored["statements"][0]["weight"] = 2
    assert from_json(json.dumps(stored)) == load()


def test_a_word_of_a_later_version_is_found_and_an_older_one_stays_as_it_was() -> None:
    words = {key: text for key, text in load().words.items() if key != "health.poor"}
    words["health.rich"] = Text("vet", "fat")
    stored = from_json(to_json(replace(load(), words=words)))
    assert stored.word("health.poor") == "arm"
    assert stored.word("health.rich") == "vet"
