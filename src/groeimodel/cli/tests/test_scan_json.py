"""The JSON of a diagnosis: keys that programs build on, and nothing that is no JSON."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from groeimodel import content as texts
from groeimodel.cli.tests.running import MEADOW, TOWNS, call
from groeimodel.rules.growth.content import ACTORS, LAYERS

KEYS = [
    "content_version", "respondents", "respondents_by_role", "municipalities", "aim", "layers", "phase", "certainty", "verdict",
    "blocks", "role_gaps", "divided", "agreement", "misperception", "next_steps", "suppressed", "warnings",
]  # fmt: skip
LAYER_KEYS = [
    "score",
    "low",
    "high",
    "municipalities",
    "health",
    "in_operation",
    "hallmark",
    "answers_say",
    "records_say",
]


def as_json(capsys: pytest.CaptureFixture[str], path: Path, *options: str) -> dict[str, Any]:
    def refuse(constant: str) -> None:
        raise AssertionError(f"{constant} is no JSON")

    outcome = call(capsys, "scan", path, "--json", *options)
    assert outcome.status == 0
    value: dict[str, Any] = json.loads(outcome.out, parse_constant=refuse)
    return value


@pytest.fixture
def answers(tmp_path: Path) -> Path:
    path = tmp_path / "a.csv"
    path.write_text(MEADOW, encoding="utf-8")
    return path


@pytest.mark.claim("I3")
def test_the_whole_diagnosis(answers: Path, capsys: pytest.CaptureFixture[str]) -> None:
    value = as_json(capsys, answers)
    assert list(value) == KEYS
    assert value["content_version"] == texts.load().version
    assert value["respondents"] == 10
    assert value["municipalities"] == ["Aalst", "Brugge", "Gent", "Hasselt", "Pajottegem"]
    assert len(value["municipalities"]) == len(TOWNS)
    assert list(value["layers"]) == list(value["certainty"]) == list(LAYERS)
    for layer in LAYERS:
        one = value["layers"][layer]
        assert list(one) == LAYER_KEYS
        assert 0 <= one["low"] <= one["score"] <= one["high"] <= 100
        assert one["health"] in {"poor", "growing", "rich"}
        assert isinstance(one["in_operation"], bool)
    assert value["phase"] == "meadow"
    assert sum(value["certainty"].values()) == pytest.approx(1, abs=0.001)
    assert list(value["next_steps"]) == list(ACTORS)
    for steps in value["next_steps"].values():
        assert steps
        for step in steps:
            assert list(step) == ["statement", "layer", "gain", "reason", "below", "municipalities"]
            assert step["reason"]
    assert value["verdict"]["text"]


def test_the_parts_of_each_list(answers: Path, capsys: pytest.CaptureFixture[str]) -> None:
    divided = MEADOW.splitlines()
    for at in range(2, len(divided), 2):  # the officers all say 1, and guess 4
        cells = divided[at].split(";")
        divided[at] = ";".join([*cells[:3], *["1"] * (len(cells) - 3)])
    guess = next(one.id for one in texts.load().statements if one.guess)
    lines = [f"{divided[0]};gok:{guess}", *(f"{line};4" for line in divided[1:])]
    answers.write_text("\n".join(lines), encoding="utf-8")
    value = as_json(capsys, answers)
    keys = {
        "blocks": ["block", "layer", "score", "low", "high", "municipalities"],
        "role_gaps": ["subject", "kind", "alderman", "officer", "gap", "low", "high", "municipalities", "to_talk_about"],
        "divided": ["statement", "raters", "r_wg", "ad_m", "divided", "counts"],
        "agreement": ["block", "r_wg_j", "r_wg_star_j", "ad_m_j", "icc1", "icc2"],
        "misperception": ["statement", "guesser", "guessed", "guess", "own", "actual", "disagreement", "misperception", "municipalities"],
    }  # fmt: skip
    for name, expected in keys.items():
        assert value[name], name
        assert all(list(one) == expected for one in value[name]), name


@pytest.mark.parametrize("rows", [1, 2, 3])
@pytest.mark.parametrize("options", [(), ("--closed",)])
def test_where_little_can_be_said_there_is_null(
    rows: int, options: tuple[str, ...], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.csv"
    path.write_text("\n".join(MEADOW.splitlines()[: rows + 1]), encoding="utf-8")
    value = as_json(capsys, path, *options)
    assert list(value) == KEYS
    assert value["layers"]["soil"]["low"] is None


def test_nobody_answered_anything(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.csv"
    path.write_text("gemeente;rol;soil-trust-open\nGent;schepen;\n;coördinator;4\n", encoding="utf-8")
    value = as_json(capsys, path)
    assert list(value) == KEYS
    assert value["layers"]["soil"]["score"] is None


def test_the_same_file_gives_the_same_text(answers: Path, capsys: pytest.CaptureFixture[str]) -> None:
    first = call(capsys, "scan", answers, "--json").out
    lines = MEADOW.splitlines()
    answers.write_text("\n".join([lines[0], *reversed(lines[1:])]), encoding="utf-8")
    assert call(capsys, "scan", answers, "--json").out == first


def test_every_key_is_explained() -> None:
    text = (Path(__file__).parents[4] / "docs" / "cli.md").read_text(encoding="utf-8")
    explained = [
        name for head in re.findall(r"^\| (`.*?) \|", text, re.M) for name in re.findall(r"`(\w+)`", head)
    ]
    assert list(dict.fromkeys(name for name in explained if name in KEYS)) == KEYS
    assert set(LAYER_KEYS) <= set(explained)
