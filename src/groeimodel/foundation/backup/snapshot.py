"""One moment of the database: everything that is read within it was true at the same time, whoever writes meanwhile."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

from django.db import DatabaseError, connection
from django.db.migrations.recorder import MigrationRecorder

BEGIN = {
    "postgresql": "BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY",
    # Not IMMEDIATE, as everywhere else: that would make writers wait.
    "sqlite": "BEGIN DEFERRED",
}

FIRST_READ = {"postgresql": "SELECT 1", "sqlite": "SELECT count(*) FROM sqlite_master"}
"""The moment is that of the first read."""


@contextlib.contextmanager
def one_moment() -> Iterator[None]:
    """Hold the connection of Django to one moment for as long as the block lasts."""
    connection.ensure_connection()
    with connection.cursor() as cursor:
        cursor.execute(BEGIN[connection.vendor])
        cursor.execute(FIRST_READ[connection.vendor])
        cursor.fetchone()
    try:
        yield
    finally:
        with contextlib.suppress(DatabaseError), connection.cursor() as cursor:
            cursor.execute("ROLLBACK")


def applied() -> list[str]:
    """'app.name' of every migration that was applied."""
    return sorted(f"{app}.{name}" for app, name in MigrationRecorder(connection).applied_migrations())


def tables() -> list[str]:
    """The tables of the installed rooms that exist."""
    return sorted(connection.introspection.django_table_names(only_existing=True, include_views=False))


def counts() -> dict[str, int]:
    """Rows per table."""
    found: dict[str, int] = {}
    with connection.cursor() as cursor:
        for table in tables():
            cursor.execute(f"SELECT count(*) FROM {connection.ops.quote_name(table)}")  # noqa: S608
            found[table] = cursor.fetchone()[0]
    return found


ALSO_OURS = ("django_migrations", "cache", "search_fts", "sqlite_")
"""Beginnings of the names of tables that no model stands for."""
SIGNS_OF_LIFE = ("people_person", "partners_partnership", "journal_entry", "files_document")


def is_empty() -> bool:
    """Whether nobody ever used this database: without tables, or as `migrate` leaves it.

    With tables of something else in it, it is not: a restore puts all that it finds away.
    """
    there = set(connection.introspection.table_names())
    ours = set(connection.introspection.django_table_names(include_views=False))
    if not all(one in ours or one.startswith(ALSO_OURS) for one in there):
        return False
    with connection.cursor() as cursor:
        for table in there.intersection(SIGNS_OF_LIFE):
            cursor.execute(f"SELECT 1 FROM {table} LIMIT 1")  # noqa: S608
            if cursor.fetchone():
                return False
    return True
