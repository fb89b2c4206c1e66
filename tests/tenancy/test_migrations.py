"""The migrations that let each row carry its partnership: back, and forth again, with one of everything in the tables."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection

from groeimodel.foundation.tenancy import Carried, disagreeing, of_partnerships
from groeimodel.foundation.testing.cast import make_cast
from groeimodel.foundation.watch import standing
from tests.permissions.world import make_world

BEFORE = ("partners", "0014")
"""Every migration that lets rows carry their partnership builds upon the one after it."""


def carrying() -> list[Any]:
    return [
        model
        for model in of_partnerships()
        if any(isinstance(field, Carried) for field in model._meta.local_fields)
    ]


def columns(table: str) -> set[str]:
    with connection.cursor() as cursor:
        return {one.name for one in connection.introspection.get_table_description(cursor, table)}


def partnerships() -> dict[str, dict[Any, int | None]]:
    """By table: the partnership of each row, by its key."""
    return {
        model._meta.db_table: dict(model._base_manager.values_list("pk", "partnership_id"))
        for model in carrying()
    }


@pytest.mark.django_db(transaction=True)
def test_every_row_finds_its_partnership_again(settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.MIGRATION_MODULES = {}  # `--nomigrations` takes them away
    monkeypatch.setattr(standing, "newer", lambda: None)  # it looked before they were back
    call_command("migrate", fake=True, verbosity=0)
    make_world(make_cast())
    before = partnerships()
    assert sum(map(len, before.values())) > 60
    empty = [table for table, rows in before.items() if not rows]
    assert len(empty) < len(before) / 2, empty
    try:
        call_command("migrate", *BEFORE, verbosity=0)
        left = [table for table in before if "partnership_id" in columns(table)]
        rows = {table: count(table) for table in before}
    finally:
        call_command("migrate", verbosity=0)
    assert not left, "back is back"
    assert rows == {table: len(keys) for table, keys in before.items()}, "no row is lost"
    assert partnerships() == before
    assert disagreeing() == []


def count(table: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM {connection.ops.quote_name(table)}")
        return int(cursor.fetchone()[0])
