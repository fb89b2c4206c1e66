"""`groeimodel garden`: a picture from a file, or what is wrong with the file."""

from pathlib import Path

import pytest

from groeimodel.cli.tests.running import call, files_in, standard_input

EXAMPLE = Path(__file__).parents[4] / "docs" / "examples" / "garden.json"


def test_a_picture_in_a_file_or_on_the_screen(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "tuin.svg"
    assert call(capsys, "garden", EXAMPLE, "-o", out).out == f"Geschreven: {out}\n"
    assert out.read_text(encoding="utf-8").startswith("<svg")
    assert call(capsys, "garden", EXAMPLE).out == out.read_text(encoding="utf-8") + "\n"


def test_from_standard_input_with_a_mark_in_front(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    standard_input(monkeypatch, b"\xef\xbb\xbf" + EXAMPLE.read_bytes())
    assert call(capsys, "garden", "-").out == call(capsys, "garden", EXAMPLE).out


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b"\xff\xfe\x00", b'{"title": 3}'])
def test_what_is_no_garden(data: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "tuin.json"
    path.write_bytes(data)
    outcome = call(capsys, "garden", path, "-o", tmp_path / "uit.svg")
    assert (outcome.status, outcome.out) == (2, "")
    assert str(path) in outcome.err
    assert list(files_in(tmp_path)) == ["tuin.json"]


def test_a_folder_that_is_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    outcome = call(capsys, "garden", EXAMPLE, "-o", tmp_path / "er" / "niet.svg")
    assert outcome.status == 2
    assert "bestaat niet" in outcome.err
