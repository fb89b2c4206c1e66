"""What a database holds, in a form that can be compared; the same on both sides of the drill."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from django.apps import apps
from django.db import connection
from django.db.models import ForeignKey

from groeimodel.foundation.backup import snapshot
from groeimodel.foundation.files import nightly, storing

OF_THE_MACHINE = {"backup_backup", "jobs_workerseen"}
"""What a restore leaves out on purpose."""


def hashes() -> dict[str, list[Any]]:
    """Per table: the number of rows, and a hash of all that is in them."""
    found: dict[str, list[Any]] = {}
    with connection.cursor() as cursor:
        for table in [*snapshot.tables(), "search_fts"]:
            if table not in OF_THE_MACHINE:
                cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
                rows = sorted(repr([plain(one) for one in row]) for row in cursor.fetchall())
                found[table] = [len(rows), hashlib.sha256("\n".join(rows).encode()).hexdigest()]
    return found


def plain(value: Any) -> Any:
    return bytes(value) if isinstance(value, memoryview) else value


def named() -> list[list[str]]:
    return sorted(list(pair) for pair in nightly.all_named())


def sums_of(paths: list[str]) -> dict[str, str]:
    """What lies in storage under each path: its SHA-256, or 'missing'."""
    found = {}
    for path in paths:
        try:
            with storing.storage().open(path) as content:
                found[path] = hashlib.sha256(content.read()).hexdigest()
        except FileNotFoundError:
            found[path] = "missing"
    return found


def dangling() -> list[str]:
    """Foreign keys that point at a row that is not there."""
    bad = []
    quote = connection.ops.quote_name
    with connection.cursor() as cursor:
        for model in apps.get_models(include_auto_created=True):
            for field in model._meta.local_concrete_fields:
                if not isinstance(field, ForeignKey) or not model._meta.managed:
                    continue
                there, key = field.remote_field.model._meta.db_table, field.target_field.column
                cursor.execute(
                    f"SELECT count(*) FROM {quote(model._meta.db_table)} AS a WHERE {quote(str(field.column))} IS NOT NULL"
                    f" AND NOT EXISTS (SELECT 1 FROM {quote(there)} AS b WHERE b.{quote(str(key))} = a.{quote(str(field.column))})"
                )
                if cursor.fetchone()[0]:
                    bad.append(f"{model._meta.label}.{field.name}")
    return bad


def tell(told: dict[str, Any]) -> None:
    """To the test that started this process."""
    print(json.dumps(told))
