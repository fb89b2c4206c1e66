"""How the tables are laid over several machines: the statements, made from what the database has now.

All rows of a partnership lie on one machine, and what is of all partnerships lies on each. A database over several
machines only holds a key to be unique where the partnership is in it, so the keys are made wider first: that part any
PostgreSQL can do. What was done already is left alone, so it can be run again after every release.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.utils.functional import cached_property

from groeimodel.foundation.tenancy import keys_between, of_partnerships, stays_within

COLUMN = "partnership_id"
FIRST = "partners_membership"
"""The table beside which the others are laid."""

_KEYS = """
    SELECT t.relname, i.relname, x.indisprimary, c.oid IS NOT NULL,
           ARRAY(SELECT pg_get_indexdef(x.indexrelid, n, true) FROM generate_series(1, x.indnkeyatts) n ORDER BY n),
           pg_get_expr(x.indpred, x.indrelid), x.indnullsnotdistinct
    FROM pg_index x
    JOIN pg_class t ON t.oid = x.indrelid
    JOIN pg_class i ON i.oid = x.indexrelid
    LEFT JOIN pg_constraint c ON c.conindid = x.indexrelid AND c.contype IN ('p', 'u') AND c.conrelid = x.indrelid
    WHERE x.indisunique AND t.relnamespace = current_schema()::regnamespace AND t.relkind IN ('r', 'p')
    ORDER BY t.relname, i.relname
"""
_LINKS = """
    SELECT c.conname, f.relname, t.relname,
           ARRAY(SELECT a.attname::text FROM unnest(c.conkey) WITH ORDINALITY k(n, o)
                 JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = k.n ORDER BY o),
           ARRAY(SELECT a.attname::text FROM unnest(c.confkey) WITH ORDINALITY k(n, o)
                 JOIN pg_attribute a ON a.attrelid = c.confrelid AND a.attnum = k.n ORDER BY o),
           pg_get_constraintdef(c.oid)
    FROM pg_constraint c
    JOIN pg_class f ON f.oid = c.conrelid
    JOIN pg_class t ON t.oid = c.confrelid
    WHERE c.contype = 'f' AND f.relnamespace = current_schema()::regnamespace
    ORDER BY f.relname, c.conname
"""
_SPREAD = "SELECT c.relname FROM pg_dist_partition p JOIN pg_class c ON c.oid = p.logicalrelid"


@dataclass(frozen=True)
class Key:
    """A primary key or a unique index."""

    table: str
    name: str
    primary: bool
    constraint: bool
    columns: tuple[str, ...]
    condition: str | None
    nulls_alike: bool


@dataclass(frozen=True)
class Link:
    """A foreign key."""

    name: str
    table: str
    to: str
    columns: tuple[str, ...]
    to_columns: tuple[str, ...]
    definition: str


class Layout:
    """Which table lies where, with the statements that bring it there, in their order."""

    def __init__(self) -> None:
        self.keys = [Key(*row) for row in _rows(_KEYS)]
        self.links = [Link(*row) for row in _rows(_LINKS)]
        self.done = {name for (name,) in _rows(_SPREAD)} if has_citus() else set()

    @cached_property
    def spread(self) -> list[str]:
        """Tables of which every row has a partnership: each row lies with its partnership."""
        return sorted(
            model._meta.db_table
            for model in of_partnerships()
            if not model._meta.get_field("partnership").null
        )

    @cached_property
    def copied(self) -> list[str]:
        """Tables that hang together with these, whole on each machine; what stands alone stays where it is."""
        sometimes = {model._meta.db_table for model in of_partnerships()} - set(self.spread)
        found = sometimes | {link.to for link in self.links if link.table in self.spread} - set(self.spread)
        while True:
            more = {link.to for link in self.links if link.table in found} - set(self.spread) - found
            if not more:
                return sorted(found)
            found |= more

    @cached_property
    def lost(self) -> list[Link]:
        """Foreign keys that such a database cannot hold: from a table that is copied to one that is spread."""
        return [one for one in self.links if one.table not in self.spread and one.to in self.spread]

    def widened(self, *, over_machines: bool) -> Iterator[str]:
        """Keys with the partnership in them, and without the foreign keys that `linked` puts back.

        The number stays the first column: what is looked up by its number alone is found as fast as before.
        """
        yield "SET CONSTRAINTS ALL IMMEDIATE"
        for link in self._loosened(over_machines=over_machines):
            yield f"ALTER TABLE {_q(link.table)} DROP CONSTRAINT {_q(link.name)}"
        for key in self.keys:
            if key.table in self.spread and COLUMN not in map(_bare, key.columns):
                yield from _wider(key)

    def laid_out(self) -> Iterator[str]:
        """Only with Citus."""
        for table in self.copied:
            if table not in self.done:
                yield f"SELECT create_reference_table({_text(table)})"
        for table in sorted(self.spread, key=lambda one: one != FIRST):
            if table not in self.done:
                beside = "" if table == FIRST else f", colocate_with => {_text(FIRST)}"
                yield f"SELECT create_distributed_table({_text(table)}, '{COLUMN}'{beside})"

    def linked(self, *, over_machines: bool) -> Iterator[str]:
        """Foreign keys with the partnership in them: the database itself refuses a row of another one."""
        gone = [*self.crossing, *(self.lost if over_machines else [])]
        for link in self._loosened(over_machines=over_machines):
            if link not in gone:
                yield (
                    f"ALTER TABLE {_q(link.table)} ADD CONSTRAINT {_q(link.name)} {self._definition(link)}"
                )

    def _definition(self, link: Link) -> str:
        if not self._narrow(link):
            return link.definition
        columns = ", ".join(map(_q, (*link.columns, COLUMN)))
        to_columns = ", ".join(map(_q, (*link.to_columns, COLUMN)))
        return (
            f"FOREIGN KEY ({columns}) REFERENCES {_q(link.to)} ({to_columns}) DEFERRABLE INITIALLY DEFERRED"
        )

    def _loosened(self, *, over_machines: bool) -> list[Link]:
        """Those that become wider; and, before tables go to other machines, all that they hang together by.

        Citus would take a table into its own keeping because of them, and cannot take it from there again where the
        database gives out its numbers (issue 7564 of Citus).
        """
        moving = {*self.spread, *self.copied} - self.done if over_machines else set()
        return [one for one in self.links if self._narrow(one) or {one.table, one.to} & moving]

    def _narrow(self, link: Link) -> bool:
        return link.to in self.spread and COLUMN not in link.columns

    @cached_property
    def crossing(self) -> list[Link]:
        """Foreign keys between rows of two partnerships, on purpose: nothing can hold them any more."""
        named = {(one.model._meta.db_table, (one.column,)) for one in keys_between() if not stays_within(one)}
        return [one for one in self.links if (one.table, one.columns) in named]


def has_citus() -> bool:
    return bool(_rows("SELECT 1 FROM pg_extension WHERE extname = 'citus'"))


def _wider(key: Key) -> Iterator[str]:
    columns = ", ".join((*key.columns, _q(COLUMN)))
    alike = " NULLS NOT DISTINCT" if key.nulls_alike else ""
    table, name = _q(key.table), _q(key.name)
    if key.constraint:
        kind = "PRIMARY KEY" if key.primary else f"UNIQUE{alike}"
        yield f"ALTER TABLE {table} DROP CONSTRAINT {name}"
        yield f"ALTER TABLE {table} ADD CONSTRAINT {name} {kind} ({columns})"
        return
    where = f" WHERE {key.condition}" if key.condition else ""
    yield f"DROP INDEX {name}"
    yield f"CREATE UNIQUE INDEX {name} ON {table} ({columns}){alike}{where}"


def _rows(statement: str) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement)
        return [tuple(tuple(one) if isinstance(one, list) else one for one in row) for row in cursor]


def _q(name: str) -> str:
    return connection.ops.quote_name(name)


def _bare(column: str) -> str:
    return column.strip('"')


def _text(name: str) -> str:
    return "'" + name.replace("'", "''") + "'"
