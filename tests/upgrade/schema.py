"""What a database is made of, as lines that can be compared: columns, types, constraints, indexes, triggers."""

from __future__ import annotations

import re
from collections import Counter

from django.db import connection, transaction

MOVED = {
    "structure_organ": "organs_organ",
    "structure_organseat": "organs_organseat",
    "structure_plan": "plan_plan",
    "structure_offer": "counter_offer",
}
"""Tables that got another name in 0.6.0."""


def described() -> set[str]:
    """Everything but the order of columns, which a table keeps from the days it was made and altered."""
    return _sqlite() if connection.vendor == "sqlite" else _postgresql()


def _sqlite() -> set[str]:
    found = set()
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT type, name, tbl_name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
        )
        for kind, name, table, sql in cursor.fetchall():
            if kind == "table" and not sql.startswith("CREATE VIRTUAL"):
                body = sql[sql.index("(") + 1 : sql.rindex(")")]
                found |= {f"{name}: {_plain(part)}" for part in _parts(body)}
            else:
                found.add(f"{table}: {kind} {name} {_plain(sql or '')}")
    return found


def _parts(body: str) -> list[str]:
    """What stands between the commas of a statement; not those within parentheses or quotes."""
    parts, depth, quoted = [""], 0, ""
    for sign in body:
        if quoted:
            quoted = "" if sign == quoted else quoted
        elif sign in "'\"":
            quoted = sign
        depth += not quoted and {"(": 1, ")": -1}.get(sign, 0)
        if sign == "," and not depth and not quoted:
            parts.append("")
        else:
            parts[-1] += sign
    return parts


def _plain(sql: str) -> str:
    return re.sub(r"\s+", " ", sql.replace('"', "")).strip()


POSTGRESQL = """
SELECT c.relname || ': ' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
    || CASE WHEN a.attnotnull THEN ' NOT NULL' ELSE '' END || ' ' || a.attidentity::text
    || coalesce(' DEFAULT ' || pg_get_expr(d.adbin, d.adrelid), '')
FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped
UNION ALL
SELECT conrelid::regclass || ': ' || conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint
WHERE connamespace = 'public'::regnamespace AND contype <> 'n'
UNION ALL
SELECT tablename || ': ' || indexdef FROM pg_indexes WHERE schemaname = 'public'
UNION ALL
SELECT tgrelid::regclass || ': ' || pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal
UNION ALL
SELECT 'function ' || proname || ' ' || prosrc FROM pg_proc p
WHERE pronamespace = 'public'::regnamespace
    AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.objid = p.oid AND e.deptype = 'e')
UNION ALL
SELECT 'extension ' || extname FROM pg_extension
"""


CHECKS = """
SELECT conrelid::regclass::text, quote_ident(conname), pg_get_constraintdef(oid) FROM pg_constraint
WHERE connamespace = 'public'::regnamespace AND contype = 'c' AND conrelid <> 0
"""

PARTIAL = """
SELECT indexrelid::regclass::text, pg_get_indexdef(indexrelid) FROM pg_index
WHERE indpred IS NOT NULL AND indrelid IN (SELECT oid FROM pg_class WHERE relnamespace = 'public'::regnamespace)
"""


def _postgresql() -> set[str]:
    """PostgreSQL prints a condition that was made of what it once printed in other words than one that Django wrote.

    So it prints each, of checks and of indexes, and makes it again of that: then the same ones read the same. Rolled back.
    """
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(CHECKS)
        for table, name, told in cursor.fetchall():
            cursor.execute(f"ALTER TABLE {table} DROP CONSTRAINT {name}, ADD CONSTRAINT {name} {told}")
        cursor.execute(PARTIAL)
        for name, told in cursor.fetchall():
            cursor.execute(f"DROP INDEX {name}; {told}")
        cursor.execute(POSTGRESQL)
        found = {_plain(line) for (line,) in cursor.fetchall()}
        transaction.set_rollback(True)
    return found


def unchecked() -> list[str]:
    """Foreign keys that point at nothing (SQLite), or that the database does not hold (PostgreSQL)."""
    asked = {
        "sqlite": "PRAGMA foreign_key_check",
        "postgresql": "SELECT conrelid::regclass::text, conname FROM pg_constraint WHERE NOT convalidated",
    }
    with connection.cursor() as cursor:
        cursor.execute(asked[connection.vendor])
        return [" ".join(map(str, row)) for row in cursor.fetchall()]


def different(found: set[str], fresh: set[str]) -> tuple[list[str], list[str]]:
    """What only the one has, and what only the other has.

    Moved tables keep the names of their indexes, keys and references from the days before: there names do not count,
    but how many there are of each does.
    """
    ours, theirs = Counter(map(_nameless, found)), Counter(map(_nameless, fresh))
    return sorted((ours - theirs).elements()), sorted((theirs - ours).elements())


def _nameless(line: str) -> str:
    table, _, told = line.partition(": ")
    if table not in MOVED.values():
        return line
    told = re.sub(r"^(?:index \S+ )?CREATE (UNIQUE )?INDEX \S+ ON", r"CREATE \1INDEX ON", told)
    told = re.sub(r"^[a-z0-9_]+ (FOREIGN KEY|PRIMARY KEY|UNIQUE)", r"\1", told)
    return f"{table}: {told}"
