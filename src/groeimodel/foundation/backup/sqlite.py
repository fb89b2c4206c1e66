"""SQLite: a copy of the whole file at one moment, and a new file in the place of the old one."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

from django.db import connection

from groeimodel.foundation.backup.archive import Manifest
from groeimodel.foundation.backup.placing import given_to_owner_of, synced
from groeimodel.foundation.backup.trouble import Damaged, Refused, undisturbed

PAGES = 2048
"""Pages copied between two looks at whether it has to stop."""
IN_USE = "De databank is nog in gebruik. Stop eerst de webserver en de werkers, en probeer opnieuw."


def version() -> str:
    return sqlite3.sqlite_version


def copy_to(path: Path, tell: Callable[[str], None]) -> None:
    """A copy by SQLite itself, of the moment that Django's connection is held to; writers go on meanwhile.

    Raises:
        sqlite3.Error: it cannot be written.
    """
    source: sqlite3.Connection = connection.connection

    def look(status: int, left: int, total: int) -> None:
        tell(f"Databank: {100 * (total - left) // max(total, 1)} %")

    with contextlib.closing(sqlite3.connect(path)) as copy:
        copy.execute("PRAGMA synchronous=OFF")  # the archive is what has to reach the disk
        source.backup(copy, pages=PAGES, progress=look)
        copy.execute("PRAGMA journal_mode=DELETE")  # one file, with nothing beside it


def check(path: Path, manifest: Manifest) -> None:
    """Raises Damaged when the database is not whole: its pages, its references, its number of rows."""
    with contextlib.closing(sqlite3.connect(path)) as database:
        try:
            whole = database.execute("PRAGMA quick_check").fetchone()[0] == "ok"
            dangling = database.execute("PRAGMA foreign_key_check").fetchone()
            counts = {
                table: database.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0]  # noqa: S608
                for table in manifest.counts
            }
        except sqlite3.DatabaseError as error:
            raise Damaged("De databank in de reservekopie kan niet gelezen worden.") from error
    if not whole or dangling or counts != manifest.counts:
        raise Damaged("De databank in de reservekopie is niet volledig.")


def tidy(path: Path, statements: list[str]) -> None:
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as database:
        for statement in statements:
            database.execute(statement)


def switch(new: Path) -> None:
    """Put a new file, on the same disk, in the place of the database; nobody may use that meanwhile.

    Raises:
        Refused: somebody does.
    """
    place = Path(connection.settings_dict["NAME"])
    connection.close()
    given_to_owner_of(new, place if place.exists() else place.parent)
    synced(new)
    with _alone(place), undisturbed():
        os.replace(new, place)
        synced(place.parent)


@contextlib.contextmanager
def _alone(place: Path) -> Iterator[None]:
    """With the old database to ourselves, and what SQLite keeps beside it written back into it.

    A process that has it open would go on writing in the old file, where nobody reads any more.
    """
    if not place.exists():
        _forget_beside(place)
        yield
        return
    with contextlib.closing(sqlite3.connect(place, timeout=2, isolation_level=None)) as old:
        try:
            old.execute("PRAGMA locking_mode=EXCLUSIVE")
            old.execute("PRAGMA journal_mode=DELETE")  # refused while another connection is open
            old.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            raise Refused(IN_USE) from error
        except sqlite3.DatabaseError:
            _forget_beside(place)  # not a database any more: that is what is being mended
        yield


def _forget_beside(place: Path) -> None:
    """What SQLite once kept beside a file that is gone or damaged: it would be read into the new one, and spoil it."""
    for end in ("-wal", "-shm", "-journal"):
        place.with_name(place.name + end).unlink(missing_ok=True)
