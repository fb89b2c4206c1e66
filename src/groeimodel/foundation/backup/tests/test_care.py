"""What a restore or a backup could spoil when nobody looked."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from django.db import DatabaseError, connection

from groeimodel.foundation.backup import services, snapshot, sqlite
from groeimodel.foundation.backup.models import Backup


def with_rows(path: Path, *words: str) -> Path:
    with closing(sqlite3.connect(path)) as database:
        database.execute("CREATE TABLE words (word TEXT)")
        database.executemany("INSERT INTO words VALUES (?)", [(one,) for one in words])
        database.commit()
    return path


@pytest.mark.parametrize("old", ["gone", "damaged"])
def test_what_lay_beside_the_old_file_is_not_read_into_the_new_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, old: str
) -> None:
    """Somebody removed or lost only the database itself; SQLite would read its journal into the restored one."""
    place = tmp_path / "used.sqlite3"
    with closing(sqlite3.connect(place)) as database:
        database.execute("PRAGMA journal_mode=WAL")
        database.execute("CREATE TABLE words (word TEXT)")
        database.execute("INSERT INTO words VALUES ('of before')")
        database.commit()
        wal = (tmp_path / "used.sqlite3-wal").read_bytes()
    place.unlink()
    if old == "damaged":
        place.write_bytes(b"no database any more" * 500)
    (tmp_path / "used.sqlite3-wal").write_bytes(wal)
    new = with_rows(tmp_path / "new.sqlite3", "of the archive")
    monkeypatch.setattr(sqlite, "connection", type("", (), {"settings_dict": {"NAME": place}, "close": int}))
    sqlite.switch(new)
    with closing(sqlite3.connect(place)) as database:
        assert database.execute("SELECT word FROM words").fetchall() == [("of the archive",)]


def test_that_journal_would_have_spoiled_it(tmp_path: Path) -> None:
    """Why the test before is there."""
    place = tmp_path / "used.sqlite3"
    with closing(sqlite3.connect(place)) as database:
        database.execute("PRAGMA journal_mode=WAL")
        database.execute("CREATE TABLE words (word TEXT)")
        database.commit()
        shutil.copy(f"{place}-wal", tmp_path / "kept")
    place.unlink()
    with_rows(place, "of the archive")
    shutil.copy(tmp_path / "kept", f"{place}-wal")
    with closing(sqlite3.connect(place)) as database:
        assert database.execute("SELECT word FROM words").fetchall() == []


@pytest.mark.django_db
def test_a_database_of_something_else_is_not_empty() -> None:
    assert snapshot.is_empty()
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE invoices_of_another_product (id integer)")
    assert not snapshot.is_empty()


@pytest.mark.django_db(transaction=True)
def test_a_backup_that_cannot_hold_files_is_not_made(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only a database of before there were traces goes without."""

    def locked(**_: object) -> None:
        raise DatabaseError("database is locked")

    monkeypatch.setattr(Backup.objects, "create", locked)
    with pytest.raises(DatabaseError):
        services.begin(name="x.tar")
    monkeypatch.setattr(Backup._meta, "db_table", "not_there_yet")
    assert services.begin(name="x.tar") is None
