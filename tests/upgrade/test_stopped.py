"""An upgrade that is killed goes on when it is started again; a database of another version is refused in one line."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from groeimodel.foundation.testing.mailserver import free_port
from groeimodel.foundation.watch import standing
from tests.upgrade import loading, schema

ROOT = Path(__file__).resolve().parents[2]
KILLS = (["5"], ["commit", "2"], ["150"])
"""One after the other, each where the one before left it."""

STOPPED = ["0.4.0", "0.7.0"] if loading.UPGRADED == loading.VERSIONS else ["0.7.0"]
"""From these; the first is from before tables moved."""


def environment(name: str, folder: Path) -> dict[str, str]:
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("GROEIMODEL_", "DATABASE_", "DJANGO_"))}
    return {
        **kept,
        "DATABASE_URL": loading.address(name),
        "GROEIMODEL_VAR": str(folder),
        "DJANGO_SETTINGS_MODULE": "groeimodel.settings",
    }


def run(name: str, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", *arguments]
    return subprocess.run(
        command,
        cwd=ROOT,
        env=environment(name, folder),
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )


@dataclass(frozen=True)
class Behind:
    """A database of an earlier version, to be copied."""

    version: str
    name: str


@pytest.fixture(scope="module", params=STOPPED)
def behind(_own_database: None, request: pytest.FixtureRequest, folder: Path) -> Iterator[Behind]:
    name = loading.build(loading.read(request.param), "behind", folder)
    yield Behind(request.param, name)
    loading.drop([name])


@pytest.fixture(scope="module")
def killed(behind: Behind, folder: Path) -> Iterator[str]:
    """It was killed three times on its way, and then came to its end."""
    name = loading.copy(behind.name, "killed")
    ends, done = [], []
    for where in KILLS:
        ends.append(run(name, folder, "tests.upgrade.killed", *where).returncode)
        with loading.opened(name):
            done.append(len(standing.applied()))
    last = run(name, folder, "groeimodel", "manage", "migrate", "-v0")
    assert last.returncode == 0, last.stderr
    assert ends == [-signal.SIGKILL] * len(KILLS)
    assert done == sorted(done)
    assert done[-1] > done[0], "each began where the one before was killed"
    yield name
    loading.drop([name])


def test_killed_and_started_again_it_comes_where_it_would_have_come(
    behind: Behind, killed: str, fresh: set[str]
) -> None:
    with loading.opened(killed):
        found = schema.described()
        assert schema.unchecked() == []
        assert standing.difference() is None
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM journal_entry")
            assert cursor.fetchone()[0] == len(loading.read(behind.version).tables["journal_entry"].rows)
            cursor.execute("SELECT count(*), count(DISTINCT app || '.' || name) FROM django_migrations")
            total, different = cursor.fetchone()
    assert schema.different(found, fresh) == ([], [])
    assert total == different, "no migration was done twice"


def test_a_server_says_what_to_do_with_a_database_that_is_behind(behind: Behind, folder: Path) -> None:
    done = run(behind.name, folder, "groeimodel", "serve", "--port", str(free_port()))
    assert (done.returncode, done.stdout, done.stderr) == (1, "", standing.BEHIND + "\n")


def test_a_newer_database_is_refused(killed: str, folder: Path) -> None:
    name = loading.copy(killed, "newer")
    with loading.opened(name):
        MigrationRecorder(connection).record_applied("people", "9999_of_tomorrow")
        words = standing.difference()
        assert words is not None
        assert "nieuwere versie" in words
        with pytest.raises(CommandError, match="nieuwere versie"):
            call_command("migrate", verbosity=0)
    for command in (["serve", "--port", str(free_port())], ["worker", "--once"]):
        done = run(name, folder, "groeimodel", *command)
        assert (done.returncode, done.stdout, done.stderr) == (1, "", words + "\n")
    done = run(name, folder, "groeimodel", "manage", "migrate")
    assert (done.returncode, done.stderr.splitlines()[-1:]) == (1, [f"CommandError: {words}"])
    loading.drop([name])


@pytest.mark.parametrize("version", loading.VERSIONS)
def test_no_earlier_version_is_taken_for_a_newer_one(version: str) -> None:
    assert standing.unknown(loading.read(version).migrations) == set()
