"""Whoever edits the files is told every mistake at once, with the file and the key."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

import groeimodel.content
from groeimodel.content import ContentError, load, load_from
from groeimodel.content.__main__ import main

PACKAGE = Path(groeimodel.content.__file__).parent
Edit = Callable[[str, str, str], None]

FIRST = "soil-exchange-regular"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the shipped files, to spoil."""
    for path in PACKAGE.rglob("*.toml"):
        copy = tmp_path / path.relative_to(PACKAGE)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(path.read_bytes())
    return tmp_path


@pytest.fixture
def edit(folder: Path) -> Edit:
    """Replaces the first place in a file where a pattern (lines included) is found."""

    def change(file: str, pattern: str, new: str) -> None:
        path = folder / file
        text, count = re.subn(
            pattern, lambda _: new, path.read_text(encoding="utf-8"), count=1, flags=re.S | re.M
        )
        assert count, f"{pattern} is not in {file}"
        path.write_text(text, encoding="utf-8")

    return change


def problems(folder: Path) -> tuple[str, ...]:
    with pytest.raises(ContentError) as caught:
        load_from(folder)
    return caught.value.problems


def test_a_copy_of_the_shipped_files_loads(folder: Path) -> None:
    assert load_from(folder) == load()


@pytest.mark.parametrize(
    ("file", "pattern", "new", "problem"),
    [
        pytest.param(
            "statements/soil.toml",
            r"^hallmark = true",
            "hallmrk = true",
            f"statements/soil.toml: {FIRST}.hallmrk: onbekende sleutel (hier bestaan: id, block,",
            id="unknown key of a statement",
        ),
        pytest.param(
            "version.toml",
            r"\Z",
            'versie = "1"\n',
            "version.toml: versie: onbekende sleutel",
            id="unknown key of a file",
        ),
        pytest.param(
            "statements/soil.toml",
            r"(?<=vier keer per jaar\.\"), en = \"[^\"]*\"",
            "",
            f"statements/soil.toml: {FIRST}.wording.all: de vertaling 'en' ontbreekt",
            id="missing translation",
        ),
        pytest.param(
            "models/shop.toml",
            r'(?<=name = \{ nl = ")Bloemenwinkel',
            " ",
            "models/shop.toml: name: de vertaling 'nl' ontbreekt",
            id="empty translation",
        ),
        pytest.param(
            "models/shop.toml",
            r"^plain = \{ ",
            'plain = { fr = "une offre", ',
            "models/shop.toml: plain.fr: onbekende taal",
            id="a third language",
        ),
        pytest.param(
            "statements/soil.toml",
            r"^\[statement\.advice\]\nalderman = .*?\nofficer",
            "[statement.advice]\nofficer",
            f"statements/soil.toml: {FIRST}.advice.alderman: ontbreekt",
            id="statement without advice for one actor",
        ),
        pytest.param(
            "statements/soil.toml",
            r"^\[statement\.advice\]\n.*?\n\n",
            "\n",
            f"statements/soil.toml: {FIRST}.advice: ontbreekt",
            id="statement without advice",
        ),
        pytest.param(
            "statements/soil.toml",
            r'^id = "soil-exchange-themes"',
            f'id = "{FIRST}"',
            f"statements/soil.toml: {FIRST}: dit id komt 2 keer voor",
            id="double statement",
        ),
        pytest.param(
            "statements/shop.toml",
            r'^id = "organs"',
            'id = "choosing"',
            "statements/meadow.toml en statements/shop.toml: choosing: dit id komt 2 keer voor",
            id="double block in two files",
        ),
        pytest.param(
            "places.toml",
            r'^id = "duo"',
            'id = "meeting"',
            "places.toml: meeting: dit id komt 2 keer voor",
            id="double place",
        ),
        pytest.param(
            "statements/soil.toml",
            rf'^id = "{FIRST}"',
            'id = "Soil exchange"',
            "statements/soil.toml: Soil exchange.id: moet 'soil-' zijn en dan kleine letters",
            id="unreadable id",
        ),
        pytest.param(
            "statements/soil.toml",
            r"^officer = ",
            "ambtenaar = ",
            f"statements/soil.toml: {FIRST}.wording.ambtenaar: onbekende sleutel",
            id="unknown role",
        ),
        pytest.param(
            "statements/soil.toml",
            r"^all = .*?\nofficer = .*?\n",
            "",
            f"statements/soil.toml: {FIRST}.wording: aan geen enkele rol gevraagd",
            id="nobody is asked",
        ),
        pytest.param(
            "statements/soil.toml",
            r'"De jeugdambtenaren van onze gemeenten zien[^"]*"',
            '"Onze partners doen wat ze beloven."',
            "statements/soil.toml: soil-trust-promises.wording: zegt hetzelfde als soil-exchange-regular",
            id="two statements with one text",
        ),
        pytest.param(
            "statements/soil.toml",
            r'factors = \["coordination"',
            'factors = ["weather"',
            f"statements/soil.toml: {FIRST}.factors: 'weather' staat niet in factors.toml",
            id="unknown factor",
        ),
        pytest.param(
            "statements/soil.toml",
            r'^start = "meeting"',
            'start = "moon"',
            f"statements/soil.toml: {FIRST}.start: 'moon' staat niet in places.toml",
            id="unknown place",
        ),
        pytest.param(
            "statements/soil.toml",
            r'^block = "exchange"',
            'block = "organs"',
            f"statements/soil.toml: {FIRST}.block: 'organs' is geen bouwsteen van deze laag",
            id="block of another layer",
        ),
        pytest.param(
            "statements/soil.toml",
            r'^block = "exchange"',
            'block = "trust"',
            "statements/soil.toml: exchange: een bouwsteen heeft 3 tot 6 stellingen, deze 2",
            id="block too small",
        ),
        pytest.param(
            "statements/meadow.toml",
            r"^short = true\nguess",
            "guess",
            "statements/meadow.toml: de korte scan heeft 4 stellingen per laag (short), hier 3",
            id="short form too short",
        ),
        pytest.param(
            "statements/soil.toml",
            r"^short = true\n",
            "",
            f"statements/soil.toml: {FIRST}: een kenmerk (hallmark) hoort bij de korte scan (short)",
            id="hallmark outside the short form",
        ),
        pytest.param(
            "statements/soil.toml",
            r"^hallmark = true",
            'hallmark = "ja"',
            f"statements/soil.toml: {FIRST}.hallmark: moet true of false zijn",
            id="neither true nor false",
        ),
        pytest.param(
            "statements/soil.toml",
            r'^block = "exchange"',
            'block = "exchange"\nguess = true',
            "statements: hoogstens 8 stellingen worden geraden (guess), hier 9",
            id="too many guesses",
        ),
        pytest.param(
            "models/soil.toml",
            r"\[parts\.together\].*",
            "",
            "models/soil.toml: parts.together: ontbreekt",
            id="model without a part",
        ),
        pytest.param(
            "models/soil.toml",
            r'"P10"',
            '"P-ten"',
            "models/soil.toml: parts.alderman.claims: 'P-ten' is geen nummer uit docs/claims.toml",
            id="no claim number",
        ),
        pytest.param(
            "models/soil.toml",
            r'^layer = "soil"',
            'layer = "sand"',
            "models/soil.toml: layer: 'sand' is geen van: soil",
            id="unknown layer",
        ),
        pytest.param(
            "factors.toml",
            r'^source = "https[^"]*"',
            'source = ""',
            "factors.toml: region.source: een bevestigde factor noemt zijn bron",
            id="confirmed without a source",
        ),
        pytest.param(
            "factors.toml",
            r'^group = "structure"',
            'group = "luck"',
            "factors.toml: region.group: 'luck' is geen van: structure, results, people",
            id="unknown group of factors",
        ),
        pytest.param(
            "words/model.toml",
            r'nl = "te bevestigen"',
            'nl = "{count} te bevestigen"',
            "words/model.toml: factor.unconfirmed: nl en en hebben niet dezelfde {invulwoorden}",
            id="placeholders differ",
        ),
        pytest.param(
            "words/model.toml",
            r'nl = "te bevestigen"',
            'nl = "te bevestigen {"',
            "words/model.toml: factor.unconfirmed: een accolade staat er alleen",
            id="open bracket",
        ),
        pytest.param(
            "words/model.toml",
            r'unconfirmed = \{ nl = "te bevestigen", en = "',
            'unconfirmed = { nl = "{}", en = "{}',
            "words/model.toml: factor.unconfirmed: elk {invulwoord} heeft een naam nodig",
            id="placeholder without a name",
        ),
        pytest.param(
            "words/report_warnings.toml",
            r"\Z",
            '\n[health]\npoor = { nl = "schraal", en = "lean" }\n',
            "words/report_warnings.toml: health.poor: dit woord staat ook in words/model.toml",
            id="one word in two files",
        ),
    ],
)
def test_a_mistake_names_its_file_and_key(
    folder: Path, edit: Edit, file: str, pattern: str, new: str, problem: str
) -> None:
    edit(file, pattern, new)
    assert any(one.startswith(problem) for one in problems(folder)), problems(folder)


def test_every_mistake_is_told_at_once(folder: Path, edit: Edit) -> None:
    edit("models/shop.toml", r'nl = "Bloemenwinkel"', 'nl = ""')
    edit("statements/meadow.toml", r'^start = "meeting"', 'start = "moon"')
    edit("words/model.toml", r'nl = "te bevestigen"', 'nl = "{wat}"')
    assert {one.partition(":")[0] for one in problems(folder)} == {
        "models/shop.toml",
        "statements/meadow.toml",
        "words/model.toml",
    }


def test_an_unreadable_file_is_one_problem_with_its_line(folder: Path, edit: Edit) -> None:
    edit("factors.toml", r'^id = "region"', "id = region")
    (found,) = problems(folder)
    assert found.startswith("factors.toml: is niet te lezen: ")
    assert "line" in found


def test_a_missing_file_is_one_problem(folder: Path) -> None:
    (folder / "statements" / "shop.toml").unlink()
    assert problems(folder) == ("statements/shop.toml: het bestand ontbreekt",)


def test_the_message_lists_the_problems_one_a_line(folder: Path, edit: Edit) -> None:
    edit("version.toml", r"\Z", 'a = "1"\nb = "2"\n')
    with pytest.raises(ContentError) as caught:
        load_from(folder)
    assert str(caught.value).splitlines()[1:] == [f"- {one}" for one in caught.value.problems]
    assert len(caught.value.problems) == 2


def test_files_of_a_windows_editor_load_as_well(folder: Path) -> None:
    for path in folder.rglob("*.toml"):
        text = path.read_text(encoding="utf-8").replace("\n", "\r\n")
        path.write_bytes(b"\xef\xbb\xbf" + text.encode("utf-8"))
    assert load_from(folder) == load()


def test_an_editor_checks_the_files_with_one_command(
    folder: Path, edit: Edit, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(folder)]) == 0
    assert "stellingen in" in capsys.readouterr().out
    edit("version.toml", r"\Z", 'versie = "1"\n')
    assert main([str(folder)]) == 2
    told = capsys.readouterr()
    assert "version.toml: versie: " in told.err
    assert told.out == ""
