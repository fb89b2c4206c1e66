"""Whether the database and this program are of the same version: what tells them apart are their migrations."""

from __future__ import annotations

from functools import cache
from importlib.metadata import version

from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

RETIRED = frozenset({("structure", "0001_first"), ("structure", "0002_draft_offers")})
"""Migrations that earlier versions brought and this one does not: their tables went to other rooms in 0.6.0."""
BEHIND = "De databank is niet bijgewerkt. Doe eerst: groeimodel manage migrate"


def difference() -> str | None:
    """Why the program cannot work with this database, and what to do, in one line; None when it can.

    Raises DatabaseError when the database does not answer.
    """
    return newer() or (BEHIND if migrations() - applied() else None)


def newer() -> str | None:
    """What to do where migrations were done that this program does not know; None where there are none."""
    if not unknown(applied()):
        return None
    return (
        f"De databank is van een nieuwere versie van Groeimodel dan dit programma ({version('groeimodel')}). "
        "Installeer die versie, of zet de reservekopie van voor het bijwerken terug."
    )


def applied() -> set[tuple[str, str]]:
    """The migrations that were done in this database. At most two queries."""
    return set(MigrationRecorder(connection).applied_migrations())


def unknown(done: set[tuple[str, str]]) -> set[tuple[str, str]]:
    """Those of a newer version."""
    return done - migrations() - RETIRED


@cache
def migrations() -> frozenset[tuple[str, str]]:
    """Every migration that this program brings: read once, for that takes a while."""
    return frozenset(MigrationLoader(None, ignore_no_migrations=True).disk_migrations)
