"""PostgreSQL: its own programs make and read the dump; a restore is one transaction, or nothing."""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from glob import glob
from pathlib import Path
from typing import IO, Any

from django.db import connection

from groeimodel.foundation.backup.archive import PIECE, Manifest
from groeimodel.foundation.backup.progress import megabytes
from groeimodel.foundation.backup.trouble import Damaged, Refused, Unclear, undisturbed

BESIDE_THE_PATH = "/usr/lib/postgresql/*/bin"
"""Where Debian keeps several versions side by side."""
LOST_CONNECTION = 2
"""Exit status of psql."""
NEEDED = {"pg_trgm"}
"""Extensions that tables of ours use when they are there."""
EMPTY = """
DO $groei$ DECLARE one record; BEGIN
  FOR one IN SELECT format('DROP %s IF EXISTS %I.%I CASCADE',
      CASE c.relkind WHEN 'v' THEN 'VIEW' WHEN 'm' THEN 'MATERIALIZED VIEW' WHEN 'S' THEN 'SEQUENCE' ELSE 'TABLE' END,
      n.nspname, c.relname) AS command
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname = current_schema() AND c.relkind IN ('r', 'p', 'v', 'm', 'S')
      AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')
    ORDER BY c.relkind = 'S' LOOP EXECUTE one.command; END LOOP;
  FOR one IN SELECT format('DROP ROUTINE IF EXISTS %s CASCADE', p.oid::regprocedure) AS command
    FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
    WHERE n.nspname = current_schema()
      AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
    LOOP EXECUTE one.command; END LOOP;
END $groei$;
"""


def server_major() -> int:
    connection.ensure_connection()
    return int(connection.pg_version) // 10_000  # type: ignore[attr-defined]


def version() -> str:
    major, minor = divmod(int(connection.pg_version), 10_000)  # type: ignore[attr-defined]
    return f"{major}.{minor}"


def program(name: str, *, least: int) -> str:
    """The path of a program of PostgreSQL, of at least a major version; the first on PATH that will do.

    Raises:
        Refused: there is none, or only older ones.
    """
    newest = 0
    named = shutil.which(name)
    for path in [*([named] if named else []), *sorted(glob(f"{BESIDE_THE_PATH}/{name}"), reverse=True)]:
        said = subprocess.run([path, "--version"], capture_output=True, text=True, check=False).stdout  # noqa: S603
        found = re.search(r"\(PostgreSQL\) (\d+)", said)
        if found and int(found[1]) >= least:
            return path
        newest = max(newest, int(found[1]) if found else 0)
    install = f"Installeer de programma's van PostgreSQL {least} (Debian: apt-get install postgresql-client-{least})."
    if newest:
        raise Refused(f"{name} is van versie {newest}, de databank van {least}: te oud. {install}")
    raise Refused(f"{name} ontbreekt. {install}")


def address() -> tuple[str, dict[str, str]]:
    """How the programs reach Django's database: a connection string, and an environment with the password.

    What stands among the arguments of a program can be read by everyone on the machine.
    """
    from psycopg import pq
    from psycopg.conninfo import make_conninfo

    known = {one.keyword.decode() for one in pq.Conninfo.get_defaults()} - {"client_encoding"}
    told = {key: value for key, value in connection.get_connection_params().items() if key in known}
    password = told.pop("password", None)
    environment = {**os.environ, "LC_MESSAGES": "C", **({"PGPASSWORD": str(password)} if password else {})}
    return make_conninfo(**told), environment


@contextlib.contextmanager
def running(command: list[str], environment: dict[str, str], **pipes: Any) -> Iterator[Running]:
    """A program that does not outlive the block."""
    with tempfile.TemporaryFile() as said:
        # In a session of its own: Ctrl-C is for us, and we end the program.
        process = subprocess.Popen(command, env=environment, stderr=said, start_new_session=True, **pipes)  # noqa: S603
        try:
            yield Running(process, said)
        finally:
            if process.poll() is None:
                process.kill()
            with contextlib.suppress(BrokenPipeError):
                if process.stdin:
                    process.stdin.close()
            if process.stdout:
                process.stdout.close()
            process.wait()


class Running:
    def __init__(self, process: subprocess.Popen[bytes], said: IO[bytes]) -> None:
        self.process, self.said = process, said

    def end(self, what: str) -> None:
        """Wait until it is done. Raises Refused with its last error when it failed."""
        if self.process.stdin:
            with contextlib.suppress(BrokenPipeError):
                self.process.stdin.close()
        status = self.process.wait()
        if status == LOST_CONNECTION and self.process.stdin:
            raise Unclear(f"De verbinding met de databank viel weg. Kijk na wat erin staat: {self.error()}")
        if status:
            raise Refused(f"{what}: {self.error()}")

    def error(self) -> str:
        self.said.seek(0)
        lines = [one.strip() for one in self.said.read().decode(errors="replace").splitlines() if one.strip()]
        errors = [one for one in lines if "error:" in one.lower()] or lines or ["geen uitleg"]
        return errors[0].split(" error: ", 1)[-1].removeprefix("ERROR:  ")[:300]


def dump_to(path: Path, tell: Callable[[str], None]) -> None:
    """Dump the moment that Django's connection is held to. Through us, so that a full disk is our own error."""
    pg_dump = program("pg_dump", least=server_major())
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_export_snapshot(), current_schema()")
        moment, schema = cursor.fetchone()
    where, environment = address()
    command = [pg_dump, "--format=custom", "--no-owner", "--no-privileges", "--no-comments"]
    command += [f"--snapshot={moment}", f'--schema="{schema}"', f"--dbname={where}"]
    with running(command, environment, stdout=subprocess.PIPE) as dump, path.open("xb") as out:
        assert dump.process.stdout
        while piece := dump.process.stdout.read(PIECE):
            out.write(piece)
            tell(f"Databank: {megabytes(out.tell())}")
        dump.end("De databank kan niet gekopieerd worden")


def extensions() -> dict[str, str]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT extname, nspname FROM pg_extension JOIN pg_namespace n ON n.oid = extnamespace"
        )
        return {name: schema for name, schema in cursor.fetchall() if name in NEEDED}


def check(path: Path, manifest: Manifest) -> None:
    """Raises Refused when the programs or the server cannot take this dump, Damaged when it cannot be read."""
    major, from_major = server_major(), int(manifest.server.split(".")[0])
    if major < from_major:
        raise Refused(
            f"De reservekopie komt van PostgreSQL {from_major}, deze server is ouder: {major}. Gebruik een nieuwere."
        )
    program("psql", least=major)
    _, environment = address()
    with running(
        [program("pg_restore", least=major), "--list", str(path)], environment, stdout=subprocess.PIPE
    ) as listing:
        assert listing.process.stdout
        while listing.process.stdout.read(PIECE):
            pass
        if listing.process.wait():
            raise Damaged(f"De databank in de reservekopie kan niet gelezen worden: {listing.error()}")


def others() -> int:
    """How many other connections this account has with the database."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND usename = current_user"
            " AND pid <> pg_backend_pid() AND backend_type = 'client backend'"
        )
        count: int = cursor.fetchone()[0]
        return count


def switch(path: Path, manifest: Manifest, statements: list[str], tell: Callable[[str], None]) -> None:
    """Replace everything in our schema by what is in the dump, check it, and only then let it count.

    Raises:
        Refused: others use the database, or the server refuses something; then nothing has changed.
    """
    if count := others():
        raise Refused(
            f"De databank is nog in gebruik ({count} verbindingen). Stop eerst de webserver en de werkers."
        )
    major = server_major()
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_schema()")
        schema = cursor.fetchone()[0]
    connection.close()
    where, environment = address()
    restore = [program("pg_restore", least=major), "--file=-", "--no-owner", "--no-privileges"]
    restore += ["--no-comments", f"--schema={schema}", str(path)]
    psql = [program("psql", least=major), "--no-psqlrc", "--quiet", "--set=ON_ERROR_STOP=1", "--file=-"]
    failed = "De databank kan niet teruggezet worden, en is zoals ze was"
    with (
        running(
            [*psql, f"--dbname={where}"], environment, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL
        ) as to,
        running(restore, environment, stdout=subprocess.PIPE) as source,
    ):
        assert to.process.stdin
        assert source.process.stdout
        done = 0
        try:
            to.process.stdin.write(_before(manifest))
            while piece := source.process.stdout.read(PIECE):
                to.process.stdin.write(piece)
                done += len(piece)
                tell(f"Databank: {megabytes(done)}")
            source.end(failed)
            with undisturbed():
                to.process.stdin.write(_after(schema, manifest, statements))
                to.end(failed)
                return
        except BrokenPipeError:
            pass  # psql stopped at an error, which it tells
        to.end(failed)


def _before(manifest: Manifest) -> bytes:
    lines = ["BEGIN;", "SET LOCAL lock_timeout = '10s';", "SET LOCAL client_min_messages = error;", EMPTY]
    lines += [
        f'CREATE EXTENSION IF NOT EXISTS "{name}" WITH SCHEMA "{schema}";'
        for name, schema in manifest.extensions.items()
        if name in NEEDED
    ]
    return ("\n".join(lines) + "\n").encode()


def _after(schema: str, manifest: Manifest, statements: list[str]) -> bytes:
    """Every table has as many rows as when the backup was made; if not, the server takes all of it back."""
    lines = [f'SET search_path TO "{schema}";']
    for table, count in manifest.counts.items():
        differs = f'(SELECT count(*) FROM "{table}") <> {count}'  # noqa: S608 (both were looked at when it was read)
        said = f"RAISE EXCEPTION 'te weinig of te veel rijen in {table}'"
        lines.append(f"DO $groei$ BEGIN IF {differs} THEN {said}; END IF; END $groei$;")
    lines += [f"{one};" for one in statements]
    return ("\n".join([*lines, "COMMIT;"]) + "\n").encode()
