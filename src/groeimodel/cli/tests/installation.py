"""An installation beside the test: a database of its own, commands in processes of their own."""

from __future__ import annotations

import contextlib
import os
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.db import connection

PATIENCE = 30.0
"""Seconds; a busy machine is not a broken worker."""


class Installation:
    """Commands run as an administrator does, with settings from the environment."""

    def __init__(self, folder: Path, **settings: str) -> None:
        kept = {
            k: v for k, v in os.environ.items() if not k.startswith(("GROEIMODEL_", "DATABASE_", "DJANGO_"))
        }
        self.folder = folder
        self.environment = {**kept, "GROEIMODEL_VAR": str(folder), **settings}
        if connection.vendor == "postgresql":  # the database of the test itself, whose rows are committed
            address = urlsplit(os.environ["DATABASE_URL"])
            name = str(connection.settings_dict["NAME"])
            self.environment["DATABASE_URL"] = address._replace(path=f"/{name}").geturl()

    def start(self, *arguments: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, "-m", "groeimodel", *arguments],
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def run(self, *arguments: str) -> str:
        """What a command printed; it has to go well."""
        process = self.start(*arguments)
        out, err = process.communicate(timeout=120)
        assert process.returncode == 0, err
        return out

    def python(self, code: str) -> None:
        """Run some lines inside the installation."""
        if connection.vendor == "postgresql":
            exec(code, {})
        else:
            self.run("manage", "shell", "--no-imports", "--command", code)

    def sql(self, statement: str) -> list[tuple[Any, ...]]:
        """Ask or change something directly: much quicker than another process."""
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute(statement)
                return list(cursor.fetchall()) if cursor.description else []
        with contextlib.closing(sqlite3.connect(self.folder / "groeimodel.sqlite3", timeout=20)) as database:
            rows = database.execute(statement).fetchall()
            database.commit()
            return rows

    @contextlib.contextmanager
    def worker(self, *arguments: str) -> Iterator[subprocess.Popen[str]]:
        """A worker for as long as the block lasts, however it ends."""
        process = self.start("worker", *arguments)
        try:
            yield process
        finally:
            process.kill()
            process.communicate()


def make_installation(folder: Path, template: Path, **settings: str) -> Installation:
    """With tables: of the test's own database, or a copy of an empty one that was made before."""
    if connection.vendor == "sqlite":
        shutil.copy(template, folder / "groeimodel.sqlite3")
    return Installation(folder, **settings)


def until(what: Callable[[], bool], why: str) -> None:
    """Wait for something that another process does."""
    end = time.monotonic() + PATIENCE
    while not what():
        assert time.monotonic() < end, why
        time.sleep(0.05)
