"""`groeimodel statements` and `groeimodel template`: what to ask, and a form to ask it with."""

import json
from pathlib import Path

import pytest

from groeimodel import content as texts
from groeimodel.cli.tests.running import call, files_in
from groeimodel.rules.growth.content import LAYERS, ROLES


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_statements_as_json(language: str, capsys: pytest.CaptureFixture[str]) -> None:
    rows = json.loads(call(capsys, "statements", "--json", "--language", language).out)
    content = texts.load()
    assert [row["id"] for row in rows] == [one.id for one in content.statements]
    for row in rows:
        assert list(row) == ["id", "layer", "block", "roles", "hallmark", "text"]
        assert row["layer"] in LAYERS
        assert set(row["roles"]) <= set(ROLES)
        assert row["roles"]
        assert isinstance(row["hallmark"], bool)
        assert row["text"]
    assert 42 <= len(rows) <= 60


def test_the_statements_to_read(capsys: pytest.CaptureFixture[str]) -> None:
    out = call(capsys, "statements").out
    assert "POTGROND" in out
    assert all(one.id in out for one in texts.load().statements)


@pytest.mark.parametrize(("kind", "start"), [("xlsx", b"PK"), ("csv", b"\xef\xbb\xbfrespondent;")])
def test_a_form_in_this_folder(
    kind: str,
    start: bytes,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    name = f"groeiscan-vragenlijst.{kind}"
    assert call(capsys, "template", f"--{kind}").out == f"Geschreven: {name}\n"
    assert Path(name).read_bytes().startswith(start)
    assert list(files_in(tmp_path)) == [name]


def test_what_is_there_is_kept(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "mijn.xlsx"
    path.write_bytes(b"ingevuld")
    outcome = call(capsys, "template", "--xlsx", path)
    assert outcome.status == 2
    assert "bestaat al" in outcome.err
    assert path.read_bytes() == b"ingevuld"
    assert call(capsys, "template", "--xlsx", path, "--force").status == 0
    assert path.read_bytes().startswith(b"PK")


def test_to_a_folder_that_is_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    outcome = call(capsys, "template", "--csv", tmp_path / "er" / "niet.csv")
    assert outcome.status == 2
    assert "bestaat niet" in outcome.err


def test_to_standard_output(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    from groeimodel.cli import run

    assert run(["template", "--csv", "-"]) == 0
    assert capfdbinary.readouterr().out.startswith(b"\xef\xbb\xbfrespondent;gemeente;rol;")
