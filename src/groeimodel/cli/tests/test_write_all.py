"""Results appear whole and together, or not at all."""

import os
from pathlib import Path

import pytest

from groeimodel.cli.files import reason, write_all
from groeimodel.cli.tests.running import files_in


def test_all_of_them(tmp_path: Path) -> None:
    write_all([(tmp_path / "a", b"1"), (tmp_path / "b", b"2")])
    assert (tmp_path / "a").read_bytes() == b"1"
    assert (tmp_path / "b").read_bytes() == b"2"
    assert list(files_in(tmp_path)) == ["a", "b"]


def test_none_of_them(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"old")
    with pytest.raises(OSError) as caught:  # noqa: PT011 - which one differs by system
        write_all([(tmp_path / "a", b"new"), (tmp_path / "er" / "niet", b"2")])
    assert reason(caught.value, "?") == f"{tmp_path / 'er' / 'niet'}: dit bestand of deze map bestaat niet."
    assert (tmp_path / "a").read_bytes() == b"old"
    assert list(files_in(tmp_path)) == ["a"]


def test_a_break_halfway_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "chmod", broken)
    with pytest.raises(KeyboardInterrupt):
        write_all([(tmp_path / "a", b"1")])
    assert list(files_in(tmp_path)) == []


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    real, link = tmp_path / "real", tmp_path / "link"
    real.write_bytes(b"old")
    link.symlink_to(real)
    write_all([(link, b"new")])
    assert link.is_symlink()
    assert real.read_bytes() == b"new"


def test_a_device_is_written_to_and_not_replaced() -> None:
    write_all([(Path(os.devnull), b"gone")])
    assert not Path(os.devnull).is_file()


def test_rights_are_those_of_any_new_file(tmp_path: Path) -> None:
    write_all([(tmp_path / "a", b"1")])
    (tmp_path / "b").write_bytes(b"1")
    assert (tmp_path / "a").stat().st_mode == (tmp_path / "b").stat().st_mode
