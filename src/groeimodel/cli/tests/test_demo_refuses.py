"""What stops the demonstration or the server is said in one line, before anything is thrown away."""

import os
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from groeimodel.cli import demo, run
from groeimodel.cli.serve import address


@pytest.fixture
def taken() -> Iterator[int]:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        yield int(other.getsockname()[1])


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An earlier demonstration; starting another one would be an error here."""
    folder = tmp_path / "demo"
    folder.mkdir()
    (folder / "groeimodel.sqlite3").write_text("kept")
    monkeypatch.setenv("GROEIMODEL_VAR", str(folder))
    monkeypatch.delattr(demo, "prepare")
    return folder


@pytest.mark.parametrize("command", [["demo"], ["demo", "--reset"], ["serve"]])
def test_a_port_in_use_is_one_line_and_nothing_is_lost(
    capsys: pytest.CaptureFixture[str], folder: Path, taken: int, command: list[str]
) -> None:
    assert run([*command, "--port", str(taken)]) == 1
    err = capsys.readouterr().err
    assert err.startswith(f"Poort {taken} is al in gebruik")
    assert err.count("\n") == 1
    assert (folder / "groeimodel.sqlite3").read_text() == "kept"


@pytest.mark.parametrize("name", ["demo", "groeimodel.sqlite3"])
def test_files_of_another_user_are_one_line(
    capsys: pytest.CaptureFixture[str], folder: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr(os, "access", lambda path, mode: Path(path).name != name)
    assert run(["demo", "--prepare"]) == 1
    err = capsys.readouterr().err
    assert name in err
    assert "GROEIMODEL_VAR" in err
    assert err.count("\n") == 1


def test_a_reset_that_cannot_throw_away_says_so(
    capsys: pytest.CaptureFixture[str], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr("shutil.rmtree", refuse)
    assert run(["demo", "--prepare", "--reset"]) == 1
    assert str(folder) in capsys.readouterr().err


def test_a_demonstration_for_phones_in_the_room_answers_to_any_name() -> None:
    assert demo.hosts("0.0.0.0") == demo.hosts("::") == "*"
    assert "*" not in demo.hosts("127.0.0.1")


def test_links_in_mails_lead_to_the_demonstration_itself() -> None:
    assert demo.public_address("0.0.0.0", 8111) == "http://127.0.0.1:8111/"
    assert demo.public_address("192.168.1.7", 8111) == "http://192.168.1.7:8111/"


def test_the_address_can_be_opened_in_a_browser() -> None:
    assert address("127.0.0.1", 8000) == "http://127.0.0.1:8000/"
    assert address("::1", 8000) == "http://[::1]:8000/"
