"""Whoever edits the files is told every mistake at once, with the file and the key."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

import groeimodel.content
from groeimodel.content import ContentError, load, load_from

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
            f"statements/soil.toml: {FIRST}.hallmrk: unknown key (known here: id, block,",
            id="unknown key of a statement",
        ),
        pytest.param(
            "version.toml",
            r"\Z",
            'versie = "1"\n',
            "version.toml: versie: unknown key",
            id="unknown key of a file",
        ),
        pytest.param(
            "statements/soil.toml",
            r"(?<=vier keer per jaar\.\"), en = \"[^\"]*\"",
            "",
            f"statements/soil.toml: {FIRST}.wording.all: the translation 'en' is missing",
            id="missing translation",
        ),
        pytest.param(
            "models/shop.toml",
            r'(?<=name = \{ nl = ")Bloemenwinkel',
            " ",
            "models/shop.toml: name: the translation 'nl' is missing",
            id="empty translation",
        ),
        pytest.param(
            "models/shop.toml",
            r"^plain = \{ ",
            'plain = { fr = "une offre", ',
            "models/shop.toml: plain.fr: unknown language",
            id="a third language",
        ),
        pytest.param(
            "statements/soil.toml",
            r"^\[statement\.advice\]\nalderman = .*?\nofficer",
            "[statement.advice]\nofficer",
            f"statements/soil.toml: {FIRST}.advice.alderman: is missing",
            id="statement without advice for one actor",
        ),
        pytest.param(
            "statements/soil.toml",
            r"^\[statement\.advice\]\n.*?\n\n",
            "\n",
            f"statements/soil.toml: {FIRST}.advice: is missing",
            id="statement without advice",
        ),
        pytest.param(
            "statements/soil.toml",
            r'^id = "soil-exchange-themes"',
            f'id = "{FIRST}"',
            f"statements/soil.toml: {FIRST}: this id stands 2 times",
            id="double statement",
        ),
        pytest.param(
            "statements/shop.toml",
            r'^id = "organs"',
            'id = "choosing"',
            "statements/meadow.toml and statements/shop.toml: choosing: this id stands 2 times",
            id="double block in two files",
        ),
        pytest.param(
            "places.toml",
            r'^id = "duo"',
            'id = "meeting"',
            "places.toml: meeting: this id stands 2 times",
            id="double place",
        ),
        pytest.param(
            "statements/soil.toml",
            rf'^id = "{FIRST}"',
            'id = "Soil exchange"',
            "statements/soil.toml: Soil exchange.id: must be 'soil-' and small letters",
            id="unreadable id",
        ),
        pytest.param(
            "statements/soil.toml",
            r"^officer = ",
            "ambtenaar = ",
            f"statements/soil.toml: {FIRST}.wording.ambtenaar: unknown key",
            id="unknown role",
        ),
        pytest.param(
            "statements/soil.toml",
            r"^all = .*?\nofficer = .*?\n",
            "",
            f"statements/soil.toml: {FIRST}.wording: no role is asked",
            id="nobody is asked",
        ),
        pytest.param(
            "statements/soil.toml",
            r'"De jeugdambtenaren van onze gemeenten zien[^"]*"',
            '"Onze partners doen wat ze beloven."',
            "statements/soil.toml: soil-trust-promises.wording: says the same as soil-exchange-regular",
            id="two statements with one text",
        ),
        pytest.param(
            "statements/soil.toml",
            r'factors = \["coordination"',
            'factors = ["weather"',
            f"statements/soil.toml: {FIRST}.factors: 'weather' is not in factors.toml",
            id="unknown factor",
        ),
        pytest.param(
            "statements/soil.toml",
            r'^start = "meeting"',
            'start = "moon"',
            f"statements/soil.toml: {FIRST}.start: 'moon' is not in places.toml",
            id="unknown place",
        ),
        pytest.param(
            "statements/soil.toml",
            r'^block = "exchange"',
            'block = "organs"',
            f"statements/soil.toml: {FIRST}.block: 'organs' is no block of this layer",
            id="block of another layer",
        ),
        pytest.param(
            "statements/soil.toml",
            r'^block = "exchange"',
            'block = "trust"',
            "statements/soil.toml: exchange: a block has 3 to 6 statements, this one 2",
            id="block too small",
        ),
        pytest.param(
            "statements/meadow.toml",
            r"^short = true\nguess",
            "guess",
            "statements/meadow.toml: the short form has 4 statements a layer, here 3",
            id="short form too short",
        ),
        pytest.param(
            "statements/soil.toml",
            r"^short = true\n",
            "",
            f"statements/soil.toml: {FIRST}: a hallmark belongs to the short form",
            id="hallmark outside the short form",
        ),
        pytest.param(
            "statements/soil.toml",
            r"^hallmark = true",
            'hallmark = "ja"',
            f"statements/soil.toml: {FIRST}.hallmark: must be true or false",
            id="neither true nor false",
        ),
        pytest.param(
            "statements/soil.toml",
            r'^block = "exchange"',
            'block = "exchange"\nguess = true',
            "statements: at most 8 statements are guessed, here 9",
            id="too many guesses",
        ),
        pytest.param(
            "models/soil.toml",
            r"\[parts\.together\].*",
            "",
            "models/soil.toml: parts.together: is missing",
            id="model without a part",
        ),
        pytest.param(
            "models/soil.toml",
            r'"P10"',
            '"P-ten"',
            "models/soil.toml: parts.alderman.claims: 'P-ten' is not the number of a claim",
            id="no claim number",
        ),
        pytest.param(
            "models/soil.toml",
            r'^layer = "soil"',
            'layer = "sand"',
            "models/soil.toml: layer: 'sand' is not one of: soil",
            id="unknown layer",
        ),
        pytest.param(
            "factors.toml",
            r'^source = "https[^"]*"',
            'source = ""',
            "factors.toml: region.source: a confirmed factor names its source",
            id="confirmed without a source",
        ),
        pytest.param(
            "factors.toml",
            r'^group = "structure"',
            'group = "luck"',
            "factors.toml: region.group: 'luck' is not one of: structure, results, people",
            id="unknown group of factors",
        ),
        pytest.param(
            "words/model.toml",
            r'nl = "te bevestigen"',
            'nl = "{count} te bevestigen"',
            "words/model.toml: factor.unconfirmed: nl and en do not have the same {placeholders}",
            id="placeholders differ",
        ),
        pytest.param(
            "words/model.toml",
            r'nl = "te bevestigen"',
            'nl = "te bevestigen {"',
            "words/model.toml: factor.unconfirmed: a bracket is not closed",
            id="open bracket",
        ),
        pytest.param(
            "words/model.toml",
            r'unconfirmed = \{ nl = "te bevestigen", en = "',
            'unconfirmed = { nl = "{}", en = "{}',
            "words/model.toml: factor.unconfirmed: each {placeholder} needs a name",
            id="placeholder without a name",
        ),
        pytest.param(
            "words/report_warnings.toml",
            r"\Z",
            '\n[health]\npoor = { nl = "schraal", en = "lean" }\n',
            "words/report_warnings.toml: health.poor: this word stands in words/model.toml too",
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
    assert found.startswith("factors.toml: cannot be read: ")
    assert "line" in found


def test_a_missing_file_is_one_problem(folder: Path) -> None:
    (folder / "statements" / "shop.toml").unlink()
    assert problems(folder) == ("statements/shop.toml: the file is missing",)


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
