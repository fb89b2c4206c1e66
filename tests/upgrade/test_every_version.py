"""From each earlier version, with its data, to today: nothing is lost, nothing dangles, everything opens."""

from __future__ import annotations

import contextlib
import io
import re
import sqlite3
from collections import Counter
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django_scopes import scopes_disabled

from groeimodel.foundation import tenancy
from groeimodel.foundation.people.models import Person
from tests.upgrade import loading, schema
from tests.upgrade.conftest import Upgraded

GROWS = {"django_migrations", "django_content_type", "auth_permission", "organs_occupancy"}
"""An upgrade adds rows to these."""
CHANGED = {"actions_action": {"ends"}}
"""Columns that a migration fills where they were empty or wrong: an action ends on the day that it is picked."""
OFFICER, SLUG = "Bram Verhulst", "bloemenweide-klaverland"
"""Of the demonstration, in every version."""
OPEN = ("/", "/model/", "/igs/", f"/igs/{SLUG}/")
OWN = (
    "",
    "partners/",
    "mandaten/",
    "wat-gebeurde/",
    "besluiten/",
    "documenten/",
    "themas/",
    "oogst/",
    "expertise/",
    "noden/",
    "weide/",
    "winkel/",
)
INSIDE = ("/mijn/", f"/scan/igs/{SLUG}/", *(f"/igs/{SLUG}/{one}" for one in OWN))


def test_every_version_is_there() -> None:
    assert len(loading.VERSIONS) >= 7


def test_after_each_migration_every_reference_is_whole(upgraded: Upgraded) -> None:
    assert upgraded.faults, "there was something to do"
    assert {step: faults for step, faults in upgraded.faults.items() if faults} == {}


def test_no_row_is_lost_or_changed(upgraded: Upgraded) -> None:
    there = set(connection.introspection.table_names())
    lost = {}
    for name, table in upgraded.state.tables.items():
        now = schema.MOVED.get(name, name)
        if now not in there:
            lost[name] = len(table.rows)
            continue
        gone = rows_before(name, table) - rows_now(now, table)
        if gone or (name not in GROWS and count(now) != len(table.rows)):
            lost[name] = len(table.rows)
    assert lost == {}


def rows_before(name: str, table: loading.Table) -> Counter[Any]:
    kept = surviving(schema.MOVED.get(name, name), table)
    places = [table.columns.index(column) for column in kept]
    return Counter(tuple(row[place] for place in places) for row in table.rows)


def rows_now(now: str, table: loading.Table) -> Counter[Any]:
    columns = ", ".join(f'"{one}"' for one in surviving(now, table))
    statement = f'SELECT {columns} FROM "{now}"'
    if connection.vendor == "sqlite":  # Django's own connection would make days and moments of texts
        with contextlib.closing(sqlite3.connect(connection.settings_dict["NAME"])) as raw:
            return Counter(raw.execute(statement).fetchall())
    with connection.cursor() as cursor:
        cursor.execute(statement)
        return Counter(cursor.fetchall())


def surviving(now: str, table: loading.Table) -> list[str]:
    """Columns of before whose values must be what they were. PostgreSQL gives other types, so there it is the keys."""
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT * FROM "{now}" LIMIT 0')
        there = [one[0] for one in cursor.description]
    if connection.vendor == "postgresql":
        return ["id"] if "id" in table.columns else table.columns[:1]
    return [one for one in table.columns if one in there and one not in CHANGED.get(now, ())]


def count(table: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM {connection.ops.quote_name(table)}")
        return int(cursor.fetchone()[0])


def test_it_is_made_of_what_a_fresh_installation_is_made_of(upgraded: Upgraded, fresh: set[str]) -> None:
    assert schema.different(schema.described(), fresh) == ([], [])


def test_rows_stay_within_their_partnership(upgraded: Upgraded) -> None:
    with scopes_disabled():
        assert tenancy.disagreeing() == []


def test_pages_open_for_an_officer_and_a_visitor(upgraded: Upgraded) -> None:
    visitor, officer = Client(), Client()
    officer.force_login(Person.objects.get(name=OFFICER), backend="django.contrib.auth.backends.ModelBackend")
    told = {page: visitor.get(page).status_code for page in OPEN}
    told |= {f"{page} of an officer": officer.get(page).status_code for page in INSIDE}
    assert {page: status for page, status in told.items() if status != 200} == {}


def test_search_finds_again_after_reindex(upgraded: Upgraded) -> None:
    call_command("reindex", stdout=io.StringIO())
    officer = Client()
    officer.force_login(Person.objects.get(name=OFFICER), backend="django.contrib.auth.backends.ModelBackend")
    assert count("search_fts") == count("search_searchentry")
    assert officer.get(f"/igs/{SLUG}/zoeken/", {"q": "actie"}).status_code == 200


@pytest.mark.parametrize("version", loading.VERSIONS[-1:])
def test_nothing_is_left_to_make(version: str) -> None:
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


@pytest.mark.parametrize("version", loading.VERSIONS)
def test_people_of_the_dumps_are_made_up(version: str) -> None:
    """Addresses of domains that can never be anybody's (RFC 2606)."""
    values = [
        str(value) for table in loading.read(version).tables.values() for row in table.rows for value in row
    ]
    found = {host for value in values for host in re.findall(r"[\w.+-]@([\w.-]+\w)", value)}
    assert found
    assert {host for host in found if not host.endswith((".test", ".example", "127.0.0.1"))} == set()
