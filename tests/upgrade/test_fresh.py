"""An empty database is made at once, and is what walking through all migrations would have made of it."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from groeimodel.foundation.watch import standing
from groeimodel.foundation.watch.migrating import Executor
from groeimodel.foundation.watch.stepping import SteppingState
from tests.upgrade import loading, schema
from tests.upgrade.test_stopped import run


@pytest.fixture
def empty(_own_database: None, folder: Path) -> Iterator[str]:
    name = loading.build(None, "empty", folder)
    yield name
    loading.drop([name])


def test_killed_in_the_middle_nothing_is_there_and_it_can_be_started_again(
    empty: str, folder: Path, fresh: set[str]
) -> None:
    assert run(empty, folder, "tests.upgrade.killed", "400").returncode == -signal.SIGKILL
    with loading.opened(empty):
        assert set(connection.introspection.table_names()) <= {"django_migrations"}
        assert standing.applied() == set()
    done = run(empty, folder, "groeimodel", "manage", "migrate", "-v0")
    assert (done.returncode, done.stderr) == (0, "")
    with loading.opened(empty):
        assert standing.difference() is None
        assert schema.described() == fresh
        assert schema.unchecked() == []


@pytest.mark.skipif(
    os.environ.get("UPGRADE") != "all",
    reason="takes two minutes; every run shows it from 0.1.0 on (test_every_version.py)",
)
def test_walking_makes_the_same(empty: str, fresh: set[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Executor, "migrate", MigrationExecutor.migrate)
    monkeypatch.setattr(
        SteppingState, "before", lambda *_: None
    )  # then it is Django that works out the models
    with loading.opened(empty):
        call_command("migrate", verbosity=0)
        assert schema.described() == fresh
