"""A backup: the database at one moment, then every file that it names, then one archive that is whole or not there."""

from __future__ import annotations

import contextlib
import io
import json
import os
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import IO

from django.db import connection
from django.utils import timezone

from groeimodel.foundation.backup import postgres, services, snapshot, sqlite
from groeimodel.foundation.backup.archive import DATABASES, FILES, MANIFEST, REMARKS, Manifest, Writer
from groeimodel.foundation.backup.placing import digest_of, swept, synced
from groeimodel.foundation.backup.progress import Progress
from groeimodel.foundation.backup.trouble import Refused
from groeimodel.foundation.files import nightly, storing

WORK = ".groeimodel-backup-"
NAME = re.compile(r"groeimodel-\d{8}T\d{6}Z(-\d+)?\.tar")
STREAM = "-"


@dataclass(frozen=True, slots=True)
class Made:
    place: str
    """Path of the archive, or '-'."""
    size: int
    documents: int
    remarks: list[str]
    """'missing PATH' or 'damaged PATH', the first hundred."""
    troubled: int
    """How many files were missing or damaged."""
    traced: bool
    """Whether files could be held, and the installation knows that this backup was made."""


def make(target: Path | None, progress: Progress) -> Made:
    """Make a backup into a new file; None writes to the standard output.

    Raises:
        Refused: it cannot be made; nothing is left behind.
        OSError, sqlite3.Error: what was written cannot be; nothing is left behind.
    """
    if connection.vendor == "postgresql":
        postgres.program("pg_dump", least=postgres.server_major())  # before anything is begun
    folder = target.parent if target else Path(tempfile.gettempdir())
    swept(folder, WORK)
    work, held = Path(tempfile.mkdtemp(prefix=WORK, dir=folder)), None
    try:
        held = services.begin(name=target.name if target else STREAM)
        made = _make(target, work, progress, traced=held is not None)
        if held is not None:
            services.finish(backup=held, size=made.size, documents=made.documents, missing=made.troubled)
        return made
    finally:
        shutil.rmtree(work, ignore_errors=True)
        if held is not None:
            services.let_go(backup=held)


def _make(target: Path | None, work: Path, progress: Progress, *, traced: bool) -> Made:
    database, named = work / "database", work / "named"
    with snapshot.one_moment():
        moment = timezone.localtime()
        _copy_database(database, progress)
        documents = _note_files(named)
        manifest = Manifest(
            product=version("groeimodel"),
            made_at=moment.isoformat(),
            kind=connection.vendor,
            server=postgres.version() if connection.vendor == "postgresql" else sqlite.version(),
            migrations=snapshot.applied(),
            counts=snapshot.counts(),
            documents=documents,
            database={
                "name": DATABASES[connection.vendor],
                "size": database.stat().st_size,
                "sha256": digest_of(database),
            },
            extensions=postgres.extensions() if connection.vendor == "postgresql" else {},
        )
    with _out(target, work) as out, Counting(out) as counting:
        writer = Writer(counting, int(moment.timestamp()))
        data = manifest.as_bytes()
        writer.add(MANIFEST, io.BytesIO(data), len(data))
        with database.open("rb") as content:
            writer.add(manifest.database["name"], content, manifest.database["size"])
        database.unlink()
        remarks, troubled = _add_files(writer, named, documents, progress)
        writer.close()
    progress.done()
    return Made(str(target or STREAM), counting.size, documents, remarks, troubled, traced)


class Counting:
    """Writes on, and knows how much. After an error it writes no more, whatever a half archive still wants to add."""

    def __init__(self, out: IO[bytes]) -> None:
        self.out, self.size, self.failed = out, 0, False

    def __enter__(self) -> Counting:
        return self

    def __exit__(self, kind: object, *_: object) -> None:
        self.failed = kind is not None

    def write(self, piece: bytes) -> int:
        if self.failed:
            return len(piece)
        self.size += len(piece)
        return self.out.write(piece)


@contextlib.contextmanager
def _out(target: Path | None, work: Path) -> Iterator[IO[bytes]]:
    """Where the archive goes: beside its place first, and there in one step when all of it has reached the disk."""
    if target is None:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    part = work / "archive"
    handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as out:
        yield out
        out.flush()
        os.fsync(out.fileno())
    if target.exists():
        raise Refused(f"{target} bestaat intussen al. Kies een andere naam.")
    os.replace(part, target)
    synced(target.parent)


def _copy_database(path: Path, progress: Progress) -> None:
    if connection.vendor == "postgresql":
        postgres.dump_to(path, progress)
    else:
        sqlite.copy_to(path, progress)


def _note_files(path: Path) -> int:
    """Write down every file that the database names, with its sum where known; how many there are."""
    count = 0
    with path.open("x", encoding="utf-8") as out:
        for pair in nightly.all_named():
            out.write(json.dumps(pair) + "\n")
            count += 1
    return count


def _add_files(writer: Writer, named: Path, total: int, progress: Progress) -> tuple[list[str], int]:
    """All files; which are missing or damaged (the first hundred), and how many."""
    remarks: list[str] = []
    troubled = 0
    with named.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            path, sha256 = json.loads(line)
            if trouble := _add_file(writer, path, sha256):
                troubled += 1
                remarks = [*remarks, f"{trouble} {path}"][:100]
            progress(f"Documenten: {number} van {total}")
    if remarks:
        data = ("\n".join(remarks) + "\n").encode()
        writer.add(REMARKS, io.BytesIO(data), len(data))
    return remarks, troubled


def _add_file(writer: Writer, path: str, sha256: str) -> str:
    try:
        with storing.storage().open(path) as content:
            found = writer.add(FILES + path, content, content.size)
    except FileNotFoundError:
        return "missing"
    return "damaged" if sha256 and found != sha256 else ""


def new_name(folder: Path) -> Path:
    """A name with date and time, in UTC: the order of the names is that of time, also when the clock goes back an hour."""
    stem = f"groeimodel-{datetime.now(UTC):%Y%m%dT%H%M%SZ}"
    path, number = folder / f"{stem}.tar", 1
    while path.exists():
        number += 1
        path = folder / f"{stem}-{number}.tar"
    return path


def remove_oldest(folder: Path, keep: int) -> list[str]:
    """Remove all but the newest `keep` archives that this command made in a folder; the names that went."""
    ours = sorted(
        (one for one in folder.iterdir() if NAME.fullmatch(one.name) and one.is_file() and _is_archive(one)),
        key=lambda one: (one.name[:27], len(one.name), one.name),
        reverse=True,
    )
    for one in ours[keep:]:
        one.unlink()
    return [one.name for one in ours[keep:]]


def _is_archive(path: Path) -> bool:
    with path.open("rb") as content:
        return content.read(len(MANIFEST) + 1) == MANIFEST.encode() + b"\0"
