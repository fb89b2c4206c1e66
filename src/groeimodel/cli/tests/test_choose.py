"""`groeimodel choose`: what was chosen, recomputable, or all that is wrong with the file."""

import json
from pathlib import Path

import pytest

from groeimodel.cli.tests.running import call, standard_input

EXAMPLE = Path(__file__).parents[4] / "docs" / "examples" / "election.pb"
PLAIN = """META
key;value
budget;90
vote_type;approval
PROJECTS
project_id;cost;name
hal;60;Een hal
tent;30;Een tent
bus;20;Een bus
VOTES
voter_id;vote
Aalst;hal
Brugge;hal
Gent;tent,bus
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "keuze.pb"
    path.write_text(PLAIN, encoding="utf-8")
    return path


def test_exact_numbers(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert json.loads(call(capsys, "choose", file, "--json").out) == {
        "rule": "equal-shares",
        "budget": "90",
        "selected": ["hal", "bus"],
        "cost": "80",
        "payments": {"Aalst": {"hal": "30"}, "Brugge": {"hal": "30"}, "Gent": {"bus": "20"}},
        "not_selected": [{"id": "tent", "missing": "20"}],
        "ties": [{"taken": "bus", "before": ["tent"]}],
        "exhausted": True,
    }
    file.write_text(PLAIN.replace("budget;90", "budget;80"), encoding="utf-8")
    found = json.loads(call(capsys, "choose", file, "--json").out)
    assert {"id": "hal", "missing": "20/3"} in found["not_selected"]


def test_in_words(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert call(capsys, "choose", file).out.splitlines() == [
        "Gekozen: 2 van 3",
        "  1. hal Een hal: 60",
        "  2. bus Een bus: 20",
        "Kost samen 80 van 90.",
        "Niet gekozen, en wat ontbrak:",
        "  tent Een tent: 20",
        "Bij gelijke stand:",
        "  bus ging voor op tent",
        "Niets dat steun heeft, past nog in wat over is.",
    ]


@pytest.mark.parametrize(
    ("options", "selected"),
    [
        (("--rule", "greedy"), ["hal", "bus"]),
        (("--rule", "greedy", "--satisfaction", "cardinality"), ["bus", "tent"]),
        (("--rule", "phragmen"), ["bus", "hal"]),
        (("--rule", "consent"), []),
        (("--satisfaction", "cardinality", "--completion", "greedy"), ["bus", "hal"]),
        (("--ties", "id"), ["hal", "bus"]),
        (("--completion", "add1"), ["hal", "bus"]),
        (("--completion", "add1-exhaustive"), ["hal", "bus"]),
    ],
)
def test_each_rule(
    options: tuple[str, ...], selected: list[str], file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert json.loads(call(capsys, "choose", file, "--json", *options).out)["selected"] == selected


def test_the_example_of_the_documentation(capsys: pytest.CaptureFixture[str]) -> None:
    found = json.loads(call(capsys, "choose", EXAMPLE, "--json").out)
    assert found["selected"] == ["jeugdhuis", "fietsroute"]
    # Merelgem puts in two parts, and pays for two.
    assert found["payments"]["Merelgem"] == {"jeugdhuis": "20000"}
    assert found["payments"]["Linde"] == {"jeugdhuis": "10000"}


def test_weights_are_clones(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = PLAIN.replace("voter_id;vote", "voter_id;vote;weight").replace("Brugge;hal\n", "")
    file.write_text(
        text.replace("Aalst;hal", "Aalst;hal;2").replace("tent,bus", "tent,bus;1"), encoding="utf-8"
    )
    found = json.loads(call(capsys, "choose", file, "--json").out)
    assert found["payments"] == {"Aalst": {"hal": "60"}, "Gent": {"bus": "20"}}


def test_rows_of_any_width(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What stands behind the last column is nobody's; what is missing at the end is empty."""
    text = PLAIN.replace("voter_id;vote", "voter_id;age;vote;sex")
    text = text.replace("Aalst;", "Aalst;30;").replace("Brugge;hal", "Brugge;;hal;M;9;7;7")
    file.write_text(text.replace("Gent;tent,bus", "Gent; ; tent , bus ;;;"), encoding="utf-8")
    found = json.loads(call(capsys, "choose", file, "--json").out)
    assert found["selected"] == ["hal", "bus"]
    assert found["payments"] == {"Aalst": {"hal": "30"}, "Brugge": {"hal": "30"}, "Gent": {"bus": "20"}}


def test_points_decimals_and_rankings(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    points = PLAIN.replace("approval", "cumulative").replace("voter_id;vote", "voter_id;vote;points")
    points = points.replace(";hal\n", ";hal;1,5\n".replace(",", ".")).replace("tent,bus", "tent,bus;3,1")
    file.write_text(points, encoding="utf-8")
    found = json.loads(call(capsys, "choose", file, "--json", "--satisfaction", "additive").out)
    # For the third one point costs 10 with the tent and 20 with the bus; for the two 20 with the hall.
    assert found["selected"] == ["tent", "hal"]
    file.write_text(PLAIN.replace("approval", "ordinal"), encoding="utf-8")
    found = json.loads(call(capsys, "choose", file, "--json", "--satisfaction", "additive").out)
    assert found["selected"] == ["tent", "hal"]


def test_all_that_is_wrong_at_once(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bad = PLAIN.replace("90", "veel").replace("approval", "gut").replace("tent;30", "hal;-3")
    file.write_text(bad.replace("Gent;tent,bus", "Gent;trein,bus,bus"), encoding="utf-8")
    done = call(capsys, "choose", file)
    assert done.status == 2
    assert done.err.splitlines()[1:] == [
        "META: budget moet een getal zijn; er staat 'veel'.",
        "META: vote_type moet een van deze zijn: approval, choose-1, ordinal, cumulative, scoring; er staat 'gut'.",
        "Regel 8: project_id 'hal' staat er twee keer.",
        "Regel 8: cost moet een getal zijn; er staat '-3'.",
        "Regel 14: project 'trein' staat niet in PROJECTS.",
        "Regel 14: project 'bus' staat er twee keer in.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "META\n",
        "hallo",
        "META\nkey;value\nPROJECTS\nVOTES\n",
        PLAIN.replace("Aalst;hal", "Aalst;hal;x").replace("_id;vote", "_id;vote;weight"),
        PLAIN.replace("Aalst;hal", "Aalst;hal;0").replace("_id;vote", "_id;vote;weight"),
        PLAIN.replace("approval", "cumulative"),
        PLAIN.replace("60", "9" * 40),
        PLAIN.replace("60", "²"),
        PLAIN + "PROJECTS\nproject_id;cost\n",
    ],
)
def test_what_is_no_election(text: str, file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file.write_text(text, encoding="utf-8")
    done = call(capsys, "choose", file)
    assert (done.status, done.out) == (2, "")
    assert done.err


def test_a_file_that_cannot_be_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert call(capsys, "choose", tmp_path / "nergens.pb").status == 2
    standard_input(monkeypatch, b"\xff\xfe")
    assert "UTF-8" in call(capsys, "choose", "-").err
    standard_input(monkeypatch, b"\xef\xbb\xbf" + PLAIN.replace("\n", "\r\n").encode())
    assert "1. hal Een hal" in call(capsys, "choose", "-").out


def test_options_that_mean_nothing_together(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "equal-shares" in call(capsys, "choose", file, "--rule", "greedy", "--completion", "add1").err
    assert call(capsys, "choose", file, "--rule", "phragmen", "--satisfaction", "cost").status == 2


OWN = """META
key;value
budget;120
vote_type;approval
comment;#1: Ter inzage #2: groeimodel rule=equal-shares satisfaction=cost completion=add1 ties=id money=pot step=1 weight=20 #3: groeimodel cap=50 projects=hal,zaal name=Hallen
PROJECTS
project_id;cost
zaal;40
hal;40
spel;30
VOTES
voter_id;vote;__weight
Aalst;hal,zaal,spel;2
Gent;hal,zaal;1
"""


def test_a_file_of_ours_says_how_and_options_say_otherwise(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file.write_text(OWN, encoding="utf-8")
    found = json.loads(call(capsys, "choose", file, "--json").out)
    assert found["selected"] == ["hal", "spel"]
    assert found["not_selected"] == [{"id": "zaal", "missing": "0", "caps": ["Hallen"]}]
    assert "zaal: 0 (boven het plafond van Hallen)" in call(capsys, "choose", file).out
    found = json.loads(call(capsys, "choose", file, "--json", "--ties", "cost").out)
    assert found["selected"] == ["zaal", "spel"]
    # Of another rule only what goes with it is taken over.
    found = json.loads(call(capsys, "choose", file, "--json", "--rule", "phragmen").out)
    assert (found["rule"], found["selected"]) == ("phragmen", ["hal", "spel"])
    file.write_text(OWN.replace("completion=add1", "completion=none").replace("equal-shares", "consent"))
    found = json.loads(call(capsys, "choose", file, "--json").out)
    assert (found["rule"], found["selected"]) == ("consent", ["hal"])
    assert found["payments"]["Aalst"] == {"hal": "80/3"}
    assert "niet bij consent" in call(capsys, "choose", file, "--completion", "add1").err
    assert json.loads(call(capsys, "choose", file, "--json", "--rule", "greedy").out)["rule"] == "greedy"


def test_nobody_votes(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file.write_text(PLAIN[: PLAIN.index("Aalst")], encoding="utf-8")
    for rule in ("equal-shares", "greedy", "phragmen", "consent"):
        found = call(capsys, "choose", file, "--rule", rule, "--json")
        assert json.loads(found.out)["selected"] == []
