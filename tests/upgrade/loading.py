"""Puts what an installation of an earlier version held in a database of its own, and lets Django work in that."""

from __future__ import annotations

import base64
import contextlib
import json
import lzma
import os
import shutil
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.contrib.contenttypes.models import ContentType
from django.core.cache import caches
from django.db import connection, connections

from groeimodel.support.texts import serving

STATES = Path(__file__).parent / "states"
VERSIONS = [path.name.removesuffix(".jsonl.xz") for path in sorted(STATES.glob("*.jsonl.xz"))]
SOME = [VERSIONS[0], VERSIONS[len(VERSIONS) // 2], VERSIONS[-1]]
"""The oldest, one in the middle and the newest: each takes some half a minute, so not every run does all of them."""
UPGRADED = VERSIONS if os.environ.get("UPGRADE") == "all" else SOME
"""From these a run of the tests upgrades."""
PREFIX = "groeimodel_upgrade_"
"""Of the names of databases on a server; on SQLite they are files in a folder of the tests."""


@dataclass(frozen=True)
class Table:
    columns: list[str]
    rows: list[list[Any]]


@dataclass(frozen=True)
class State:
    """Of one version: the applied migrations, the statements that make its tables, and their rows."""

    version: str
    migrations: set[tuple[str, str]]
    sqlite: list[str]
    postgresql: str
    tables: dict[str, Table]


@cache
def read(version: str) -> State:
    """What `tools/old_state.py` wrote."""
    tables: dict[str, Table] = {}
    with lzma.open(STATES / f"{version}.jsonl.xz", "rt", encoding="utf-8") as file:
        head = json.loads(next(file))
        for line in map(json.loads, file):
            if isinstance(line, dict):
                table = tables[line["table"]] = Table(line["columns"], [])
            else:
                table.rows.append([as_bytes(value) for value in line])
    applied = {(app, name) for app, name in head["migrations"]}
    return State(version, applied, head["sqlite"], head["postgresql"], tables)


def as_bytes(value: Any) -> Any:
    return base64.b64decode(value["base64"]) if isinstance(value, dict) else value


def build(state: State | None, name: str, folder: Path) -> str:
    """A database as that version left it, or an empty one; its name for Django.

    Takes what was built under that name before away.
    """
    if connection.vendor == "sqlite":
        path = folder / f"{name}.sqlite3"
        path.unlink(missing_ok=True)
        if state:
            _into_sqlite(state, path)
        return str(path)
    database = f"{PREFIX}{name.replace('.', '_')}"
    with _server("postgres") as admin:
        admin.execute(f"DROP DATABASE IF EXISTS {database} WITH (FORCE)")
        admin.execute(f"CREATE DATABASE {database} TEMPLATE template0")
    if state:
        _into_postgresql(state, database)
    return database


def copy(name: str, into: str) -> str:
    """A copy of a database that nobody is in; its name for Django."""
    if connection.vendor == "sqlite":
        path = Path(name).with_name(f"{into}.sqlite3")
        shutil.copy(name, path)
        return str(path)
    database = f"{PREFIX}{into.replace('.', '_')}"
    with _server("postgres") as admin:
        admin.execute(f"DROP DATABASE IF EXISTS {database} WITH (FORCE)")
        admin.execute(f"CREATE DATABASE {database} TEMPLATE {name}")
    return database


def drop(names: list[str]) -> None:
    """Files go with their folder; databases of a server stay until somebody takes them away."""
    if connection.vendor == "postgresql":
        with _server("postgres") as admin:
            for name in names:
                admin.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")


def address(name: str) -> str:
    """What `DATABASE_URL` says for it."""
    if connection.vendor == "sqlite":
        return f"sqlite:///{name}"
    return urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{name}").geturl()


def _into_sqlite(state: State, path: Path) -> None:
    with contextlib.closing(sqlite3.connect(path)) as database:
        for statement in state.sqlite:
            database.execute(statement)
        for name, table in state.tables.items():
            columns = ", ".join(f'"{one}"' for one in table.columns)
            marks = ", ".join("?" for _ in table.columns)
            database.executemany(f'INSERT INTO "{name}" ({columns}) VALUES ({marks})', table.rows)
        database.commit()


COUNTED = """
SELECT table_name, column_name FROM information_schema.columns
WHERE table_schema = 'public' AND is_identity = 'YES'
"""


def _into_postgresql(state: State, database: str) -> None:
    with _server(database) as server, server.transaction(), server.cursor() as cursor:
        server.execute("SET LOCAL TimeZone = 'UTC'")  # SQLite keeps moments in UTC, and does not say so
        server.execute(state.postgresql)
        for name, table in state.tables.items():
            columns = ", ".join(f'"{one}"' for one in table.columns)
            with cursor.copy(f'COPY public."{name}" ({columns}) FROM STDIN') as into:
                for row in table.rows:
                    into.write_row(row)
        for name, column in server.execute(COUNTED).fetchall():
            server.execute(
                f"SELECT setval(pg_get_serial_sequence('public.\"{name}\"', '{column}'),"
                f' coalesce(max("{column}"), 0) + 1, false) FROM public."{name}"'
            )


def _server(database: str) -> Any:
    import psycopg

    return psycopg.connect(address(database), autocommit=True)


@contextlib.contextmanager
def opened(name: str) -> Iterator[None]:
    """Django works in that database, as if the process had started on it."""
    ours = connections["default"]
    other = ours.copy("default")
    other.settings_dict["NAME"] = name
    connections["default"] = other
    forget()
    try:
        yield
    finally:
        other.close()
        connections["default"] = ours
        forget()


def forget() -> None:
    """What a process remembers of its database."""
    ContentType.objects.clear_cache()
    caches["pages"].clear()
    serving.forget()
