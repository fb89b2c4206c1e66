"""Fill PostgreSQL with thousands of partnerships: the three examples, multiplied in the database itself.

    .venv/bin/python -m bench.filling 1000      how long it takes, how many rows and bytes

Every table of a partnership is filled, because which tables there are is read from the models: a row is of an example
when it carries the partnership, or hangs on a row that does. A copy gets the keys of the example plus a fixed distance,
and so does every foreign key to something that is copied; people and municipalities are copied along.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import timedelta
from typing import Any

EXAMPLES = ("potgrond-aan-de-linde", "bloemenweide-klaverland", "jeugdwinkel-drie-beken")
MEMBERS, ENTRIES = 10, 1000
"""Of each partnership: municipalities, and rows of the journal."""
LANES = 2
SOFT = r"^\w+\.\w+:\d+$"
"""How a row names another without a foreign key: 'room.model:key'."""
NOT_COPIED = {"sessions.Session", "usersessions.UserSession", "admin.LogEntry"}
QUICK = ("session_replication_role = replica", "maintenance_work_mem = '512MB'", "work_mem = '64MB'")
"""Foreign keys and the guard of the journal are not asked for each copied row."""


@dataclass(frozen=True, slots=True)
class Size:
    """What lies in the database."""

    partnerships: int
    memberships: int
    people: int
    entries: int
    rows: int
    bytes: int
    seconds: float
    """That filling took since the size before."""


class Filler:
    """One for each database; `grow(10)`, then `grow(1000)`, and so on. The examples are counted."""

    def __init__(self) -> None:
        from groeimodel.foundation.partners.models import Municipality, Partnership
        from groeimodel.foundation.people.models import Person

        self.partnership, self.municipality, self.person = Partnership, Municipality, Person
        self.copies = self.deeds_from = 0
        complete_examples()
        self.distance = 0
        self.parents = self._parents()
        with quick() as run:
            self.places = self._sources(run)

    def grow(self, partnerships: int) -> Size:
        """Until there are so many, the known-by-name ones not counted."""
        start, first, last = time.monotonic(), self.copies + 1, partnerships - len(EXAMPLES)
        if last >= first:
            big = last - first > 100
            tables = [model._meta.db_table for model in self.parents] + ["search_fts"]
            with quick() as run:
                if self.deeds_from:  # what was done while the size before was measured stands where copies go
                    run(f"DELETE FROM journal_entry WHERE id > {self.deeds_from}")
                if big:
                    self._indexes(run, tables, on=False)
                jobs = [self._copy(model) for model in self.parents] + [self._copy_index()]
                jobs = [one % {"first": first, "last": last} for one in jobs]
                side_by_side(jobs)
                if big:
                    self._indexes(run, tables, on=True)
                self._go_on_counting(run)
                self.deeds_from = int(run("SELECT max(id) FROM journal_entry"))
            self.copies = last
            side_by_side([f'VACUUM (ANALYZE) "{table}"' for table in tables])
        return self.size(time.monotonic() - start)

    def size(self, seconds: float = 0.0) -> Size:
        from django.db import connection
        from django_scopes import scopes_disabled

        from groeimodel.foundation.journal.models import Entry
        from groeimodel.foundation.partners.models import Membership

        with scopes_disabled(), connection.cursor() as cursor:
            cursor.execute("SELECT sum(n_live_tup)::bigint FROM pg_stat_user_tables")
            rows = cursor.fetchone()[0]
            cursor.execute("SELECT pg_database_size(current_database())")
            size = cursor.fetchone()[0]
            return Size(
                self.partnership.objects.filter(listed_only=False).count(),
                Membership.objects.filter(partnership__listed_only=False).count(),
                self.person.objects.count(),
                Entry.objects.count(),
                rows,
                size,
                seconds,
            )

    def _parents(self) -> dict[Any, Any]:
        """Each model that is copied, with the field that leads to its partnership; a parent stands before its rows."""
        from django.apps import apps

        found: dict[Any, Any] = {self.partnership: None}
        every = [
            one for one in apps.get_models(include_auto_created=True) if one._meta.label not in NOT_COPIED
        ]
        while True:
            fresh = {}
            for model in every:
                fields = [
                    one for one in model._meta.local_fields if one.is_relation and one.related_model in found
                ]
                fields.sort(key=lambda one: (one.related_model is not self.partnership, one.null))
                # A key that may be empty leads nowhere for some rows, unless it is the partnership itself.
                fields = [one for one in fields if not one.null or one.related_model is self.partnership]
                if model not in found and fields:
                    fresh[model] = fields[0]
            if not fresh:
                return found | {self.person: None, self.municipality: None}
            found |= fresh

    def _sources(self, run: Callable[..., Any]) -> int:
        """Tables with the rows of the examples and `of_example`, 0 to 2; returns how many municipalities one has at most."""
        run("DROP SCHEMA IF EXISTS filling CASCADE")
        run("CREATE SCHEMA filling")
        for model, field in self.parents.items():
            name = model._meta.db_table
            if model is self.partnership:
                which = " ".join(f"WHEN '{slug}' THEN {at}" for at, slug in enumerate(EXAMPLES))
                these = f"SELECT *, CASE slug {which} END AS of_example FROM {name} WHERE slug IN {EXAMPLES}"
            elif field is not None:
                above = field.related_model._meta.db_table
                these = (
                    f'SELECT one.*, above.of_example FROM "{name}" one'
                    f' JOIN filling."{above}" above ON above.id = one."{field.column}"'
                )
            else:
                these = (
                    f"SELECT one.*, used.of_example, row_number() OVER (PARTITION BY used.of_example ORDER BY one.id) AS place"
                    f' FROM "{name}" one JOIN ({self._used(model)}) used ON used.id = one.id'
                )
            run(f'CREATE TABLE filling."{name}" AS {these}')
            run(f'ANALYZE filling."{name}"')
            if any(
                one.column == "id" and one.get_internal_type() == "BigAutoField"
                for one in model._meta.local_fields
            ):
                self.distance = max(self.distance, int(run(f'SELECT coalesce(max(id), 0) + 1 FROM "{name}"')))
        return 1 + int(run(f"SELECT max(place) FROM filling.{self.municipality._meta.db_table}"))

    def _used(self, target: Any) -> str:
        """Which people, or municipalities, the rows of each example name."""
        return " UNION ".join(
            f'SELECT of_example, "{field.column}" AS id FROM filling."{model._meta.db_table}"'
            for model in self.parents
            for field in model._meta.local_fields
            if field.is_relation and field.related_model is target and model is not target
        )

    def _copy(self, model: Any) -> str:
        columns = {field.column: self._value(model, field) for field in model._meta.local_fields}
        names = ", ".join(f'"{name}"' for name in columns)
        return (
            f'INSERT INTO "{model._meta.db_table}" ({names}) SELECT {", ".join(columns.values())}'
            f" FROM generate_series(%(first)s, %(last)s) AS n"
            f' JOIN filling."{model._meta.db_table}" s ON s.of_example = n %% {len(EXAMPLES)}'
        )

    def _value(self, model: Any, field: Any) -> str:
        """What stands in a column of a copy: `s` is the row of the example, `n` the number of the copy."""
        column, far = f's."{field.column}"', f"n::bigint * {self.distance}"
        own = {
            (self.municipality, "nis"): f"chr((65 + (n * {self.places} + s.place) / 10000)::int)"
            f" || lpad(((n * {self.places} + s.place) %% 10000)::text, 4, '0')",
            (self.municipality, "name"): f"left({column}, 70) || ' ' || n",
            (self.municipality, "invented"): "false",
            (self.municipality, "merged_into"): "NULL",
            (self.partnership, "name"): f"left({column}, 110) || ' ' || n",
            (self.partnership, "slug"): f"left({column}, 50) || '-' || n",
            (self.partnership, "example"): "false",
            (self.person, "email"): f"'n' || n || '.' || {column}",
        }
        if model._meta.label == "search.SearchEntry" and field.name == "url":
            moved = f"replace({column}, '/' || s.key || '/', '/' || (s.key + {far}) || '/')"
            return f"regexp_replace({moved}, '^/igs/([a-z0-9-]+)/', '/igs/\\1-' || n || '/')"
        if (model, field.name) in own:
            return own[model, field.name]
        if field.is_relation:
            return f"{column} + {far}" if field.related_model in self.parents else column
        kind = field.get_internal_type()
        if kind == "UUIDField" and (field.primary_key or field.unique):
            return "gen_random_uuid()"
        if field.primary_key or (kind == "BigIntegerField" and field.name == "key"):
            return f"{column} + {far}"
        if kind in ("CharField", "SlugField") and (field.unique or field.name in alone(model)):
            return f"CASE WHEN {column} = '' THEN '' ELSE left(md5({column} || n), {field.max_length}) END"
        if kind == "CharField" and self._names_rows(model, column):
            shifted = f"split_part({column}, ':', 1) || ':' || (split_part({column}, ':', 2)::bigint + {far})"
            return f"CASE WHEN {column} ~ '{SOFT}' THEN {shifted} ELSE {column} END"
        return column

    def _names_rows(self, model: Any, column: str) -> bool:
        from django.db import connection

        with connection.cursor() as cursor:
            cursor.execute(
                f"SELECT 1 FROM filling.\"{model._meta.db_table}\" s WHERE {column} ~ '{SOFT}' LIMIT 1"
            )
            return cursor.fetchone() is not None

    def _copy_index(self) -> str:
        """The full-text index, which no model knows: each entry holds a word for its partnership."""
        far = f"n::bigint * {self.distance}"
        title, words = (
            f"ts_delete(f.{name}, 'xp' || s.partnership_id || 'x')"
            f" || to_tsvector('simple', 'xp' || (s.partnership_id + {far}) || 'x')"
            for name in ("title", "words")
        )
        return (
            f"INSERT INTO search_fts (id, title, words) SELECT s.id + {far}, {title}, {words}"
            f" FROM generate_series(%(first)s, %(last)s) AS n"
            f" JOIN filling.search_searchentry s ON s.of_example = n %% {len(EXAMPLES)} JOIN search_fts f ON f.id = s.id"
        )

    def _indexes(self, run: Callable[..., Any], tables: list[str], *, on: bool) -> None:
        """Put all indexes of these tables aside, or make them anew: much quicker than one row at a time."""
        if on:
            side_by_side([f'REINDEX TABLE "{table}"' for table in tables])
        else:
            names = ", ".join(f"'\"{table}\"'::regclass" for table in tables)
            run(f"UPDATE pg_index SET indisready = false, indisvalid = false WHERE indrelid IN ({names})")

    def _go_on_counting(self, run: Callable[..., Any]) -> None:
        """New rows get keys above those of the copies."""
        for model in self.parents:
            key = model._meta.pk
            if key.get_internal_type() == "BigAutoField":
                name = model._meta.db_table
                run(
                    f"SELECT setval(pg_get_serial_sequence('\"{name}\"', 'id'), (SELECT max(id) FROM \"{name}\"))"
                )


def alone(model: Any) -> set[str]:
    """Columns of text that must be unique without a foreign key beside them."""
    found = set()
    for one in model._meta.constraints:
        names = getattr(one, "fields", ()) or ()
        if names and not any(model._meta.get_field(name).is_relation for name in names):
            texts = [name for name in names if model._meta.get_field(name).get_internal_type() == "CharField"]
            found |= set() if "key" in names and len(names) > 1 else set(texts[-1:])
    return found


def complete_examples() -> None:
    """Each example gets `MEMBERS` municipalities and `ENTRIES` rows in its journal, the added ones before the others."""
    from django.db.models import F, Min
    from django_scopes import scopes_disabled

    from groeimodel.foundation.journal.models import Entry
    from groeimodel.foundation.partners.models import Membership, Municipality, Partnership, Seat

    with scopes_disabled(), quick() as run:
        for one in Partnership.objects.filter(slug__in=EXAMPLES):
            lacking = MEMBERS - Membership.objects.filter(partnership=one, ends=None).count()
            for number in range(lacking):
                town = Municipality.objects.create(name=f"Overkant {one.pk}{number}", invented=True)
                made = Membership.objects.create(partnership=one, municipality=town, starts="2024-01-01")
                Seat.objects.bulk_create(
                    Seat(membership=made, partnership=one, role=role) for role in Seat.Role.values
                )
        room = len(EXAMPLES) * ENTRIES
        # The last deeds of a partnership are those with the highest keys: what is added comes below.
        run(f"UPDATE journal_entry SET id = -id; UPDATE journal_entry SET id = {room} - id")
        at = 0
        for one in Partnership.objects.filter(slug__in=EXAMPLES):
            mine = Entry.objects.filter(partnership=one)
            rows, first = list(mine.order_by("at")), mine.aggregate(first=Min(F("at")))["first"]
            lacking = ENTRIES - len(rows)
            fields = [field.attname for field in Entry._meta.local_fields]
            history = [
                Entry(
                    **{name: getattr(rows[number % len(rows)], name) for name in fields}
                    | {"id": at + number + 1, "at": first - timedelta(hours=8 * (lacking - number))}
                )
                for number in range(lacking)
            ]
            Entry.objects.bulk_create(history)
            at += max(0, lacking)
        run(
            "SELECT setval(pg_get_serial_sequence('journal_entry', 'id'), (SELECT max(id) FROM journal_entry))"
        )


@contextmanager
def quick() -> Iterator[Callable[..., Any]]:
    """A way to run a statement on this connection as who loads; gives the first value, if there is one."""
    from django.db import connection

    def run(statement: str) -> Any:
        with connection.cursor() as cursor:
            cursor.execute(statement)
            return cursor.fetchone()[0] if cursor.description else None

    for setting in QUICK:
        run(f"SET {setting}")
    yield run
    for setting in QUICK:
        run(f"RESET {setting.split(' ')[0]}")


def side_by_side(statements: list[str]) -> None:
    """Each in a transaction of its own, two at once."""
    from django.db import connection

    def one(statement: str) -> None:
        try:
            with quick() as run:
                run(statement)
        finally:
            connection.close()

    with ThreadPoolExecutor(LANES) as lanes:
        list(lanes.map(one, statements))


def main() -> None:
    """On the database of DATABASE_URL, which holds the examples."""
    import django

    django.setup()
    filler = Filler()
    for size in map(int, sys.argv[1:] or ["10", "1000", "10000"]):
        print(json.dumps(asdict(filler.grow(size))), flush=True)


if __name__ == "__main__":
    main()
