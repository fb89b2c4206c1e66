"""Kills, large files, somebody who has to say yes, and an archive of an earlier version."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.drill.conftest import ROOT, Home, Ready, ready

pytestmark = pytest.mark.django_db
MOST_MEMORY_KB = 64 * 1024
"""Far less than the document of 200 MB."""


@pytest.fixture(scope="module")
def filled(homes: tuple[Home, Home]) -> dict[str, Any]:
    return homes[0].told("tests.drill.hard", "fill")


@pytest.fixture(scope="module")
def asked(homes: tuple[Home, Home]) -> Iterator[tuple[Ready, ...]]:
    with ready(*homes) as both:
        yield both


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("hard")


@pytest.fixture(scope="module")
def archive(homes: tuple[Home, Home], filled: dict[str, Any], folder: Path) -> Path:
    """Made while the memory it takes is watched."""
    path = folder / "whole.tar"
    told = homes[0].told("tests.drill.hard", "weigh", "backup", str(path))
    assert told["status"] == 0
    assert told["grew_kb"] < MOST_MEMORY_KB
    assert path.stat().st_size > 200 * 1024 * 1024
    return path


def killed(home: Home, *arguments: str) -> None:
    """Start something that stops halfway for ever, and kill it there."""
    command = [sys.executable, "-m", "tests.drill.hard", *arguments]
    with subprocess.Popen(command, cwd=ROOT, env=home.environment, stdout=subprocess.PIPE, text=True) as one:
        assert one.stdout
        assert one.stdout.readline() == "hangs\n"
        one.kill()


def left(place: Path) -> list[Path]:
    return sorted(place.glob(".groeimodel-*"))


def test_a_restore_of_a_large_file_takes_no_more_memory(
    homes: tuple[Home, Home], asked: tuple[Ready, ...], filled: dict[str, Any], archive: Path
) -> None:
    told = homes[1].told("tests.drill.hard", "weigh", "restore", str(archive))
    assert told["status"] == 0
    assert told["grew_kb"] < MOST_MEMORY_KB
    seen = asked[1].told("tests.drill.hard", "state")
    assert (seen["hashes"], seen["sums"]) == (filled["hashes"], filled["sums"])


def test_a_killed_backup_leaves_no_archive_and_the_next_one_clears_away(
    homes: tuple[Home, Home], asked: tuple[Ready, ...], archive: Path, tmp_path: Path
) -> None:
    killed(homes[0], "hang", str(tmp_path))
    assert list(tmp_path.glob("*.tar")) == []
    (trace,) = left(tmp_path)
    assert trace.stat().st_mode & 0o077 == 0, "a copy of the database, for its owner only"
    assert asked[0].told("tests.drill.hard", "state")["held"], "for at most a day"
    os.utime(trace, (0, time.time() - 3 * 24 * 3600))
    done = asked[0].run("groeimodel", "backup", str(tmp_path))
    assert done.returncode == 0, done.stderr
    assert left(tmp_path) == []
    (made,) = tmp_path.glob("*.tar")
    assert asked[0].run("groeimodel", "restore", str(made), "--check").returncode == 0


def test_a_killed_restore_changes_nothing_and_the_next_one_clears_away(
    homes: tuple[Home, Home], asked: tuple[Ready, ...], filled: dict[str, Any], archive: Path
) -> None:
    before = asked[1].told("tests.drill.hard", "state")
    killed(homes[1], "hang-restore", str(archive))
    assert asked[1].told("tests.drill.hard", "state") == before
    places = [homes[1].var, homes[1].var / "files"]
    traces = [one for place in places for one in left(place)]
    assert traces
    for one in traces:
        assert one.stat().st_mode & 0o077 == 0
        os.utime(one, (0, time.time() - 3 * 24 * 3600))
    done = asked[1].run("groeimodel", "restore", str(archive), "--replace", "--yes")
    assert done.returncode == 0, done.stderr
    assert [one for place in places for one in left(place)] == []
    assert asked[1].told("tests.drill.hard", "state")["hashes"] == filled["hashes"]


@pytest.mark.parametrize(("answer", "status"), [(b"nee\n", 1), (b"\x04", 1), (b"ja\n", 0)])
def test_somebody_has_to_say_yes(homes: tuple[Home, Home], archive: Path, answer: bytes, status: int) -> None:
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "groeimodel", "restore", str(archive), "--replace"]
    with subprocess.Popen(
        command, cwd=ROOT, env=homes[1].environment, stdin=theirs, stdout=-1, stderr=-1, text=True
    ) as one:
        os.close(theirs)
        os.write(ours, answer)
        out, said = one.communicate(timeout=120)
    os.close(ours)
    assert one.returncode == status, said
    assert "wordt vervangen door de reservekopie van" in said
    assert "Traceback" not in said
    assert ("Er is niets veranderd." in said) == (status == 1)
    assert ("Teruggezet." in out) == (status == 0)


def test_an_archive_of_an_earlier_version_is_brought_up_to_date(
    asked: tuple[Ready, ...], archive: Path, tmp_path: Path
) -> None:
    """Of a version without traces of backups, into this one."""
    old, new = asked
    assert old.run("groeimodel", "manage", "migrate", "backup", "zero").returncode == 0
    path = tmp_path / "old.tar"
    made = old.run("groeimodel", "backup", str(path))
    assert made.returncode == 0, made.stderr
    assert "vorige versie" in made.stderr
    plain = new.run("groeimodel", "restore", str(path), "--replace", "--yes")
    assert "groeimodel manage migrate" in plain.stdout
    done = new.run("groeimodel", "restore", str(path), "--replace", "--yes", "--migrate")
    assert done.returncode == 0, done.stderr
    assert "De databank is bijgewerkt naar deze versie." in done.stdout
    seen = new.told("tests.drill.hard", "state")
    assert seen["hashes"]["people_person"][0] > 0
    assert not seen["held"]
    assert new.run("groeimodel", "backup", str(tmp_path / "new.tar")).returncode == 0
