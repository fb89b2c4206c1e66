"""The reader of queries itself: what it lets through, and what it does not."""

from __future__ import annotations

import pytest

from tests.tenancy.reading import read

A, T = '"actions_action"', '"tending_task"'
ON = f'ON ({A}."id" = {T}."action_id")'
WITHIN = f'ON ({A}."id" = {T}."action_id" AND ({T}."partnership_id" = ({A}."partnership_id")))'

WITHIN_ONE = {
    "a join that says so": (f'SELECT {A}."id" FROM {A} INNER JOIN {T} {WITHIN} WHERE {A}."partnership_id" = %s', True),
    "a join over all": (f'SELECT {A}."id" FROM {A} LEFT OUTER JOIN {T} {WITHIN}', False),
    "the same one named twice": (
        f'SELECT {A}."id" FROM {A} LEFT OUTER JOIN {T} {ON}'
        f' WHERE ({A}."partnership_id" = %s AND {T}."partnership_id" = %s)',
        True,
    ),
    "through the table of partnerships": (
        f'SELECT {A}."id" FROM {A} INNER JOIN "partners_partnership" p ON ({A}."partnership_id" = p."id")'
        f' INNER JOIN {T} ON ({T}."partnership_id" = p."id")',
        False,
    ),
    "a subquery below an OR that says so itself": (
        f'SELECT {A}."id" FROM {A} WHERE ({A}."partnership_id" = %s AND ({A}."id" = %s OR EXISTS('
        f'SELECT 1 AS "a" FROM {T} U0 WHERE (U0."action_id" = {A}."id" AND U0."partnership_id" = {A}."partnership_id"))))',
        True,
    ),
    "by the partnership itself": (
        f'SELECT {A}."id" FROM {A} WHERE {A}."partnership_id" IN (SELECT U0."partnership_id" FROM {T} U0)',
        False,
    ),
    "counted": (
        f'SELECT COUNT(*) FROM (SELECT DISTINCT {A}."id" AS "col1" FROM {A} WHERE {A}."partnership_id" = %s) subquery',
        True,
    ),
    "joined with a query": (
        f'SELECT {T}."id" FROM {T} INNER JOIN (SELECT {A}."partnership_id" AS "p" FROM {A}) s'
        f' ON (s."p" = {T}."partnership_id")',
        False,
    ),
    "changed": (f'UPDATE {T} SET "what" = 1 WHERE ({T}."id" = 2 AND {T}."partnership_id" = %s)', True),
    "of everybody": ('SELECT "id" FROM "people_person"', True),
}  # fmt: skip

APART = {
    "a join by the number alone": f'SELECT {A}."id" FROM {A} INNER JOIN {T} {ON} WHERE {A}."partnership_id" = %s',
    "two values": (
        f'SELECT {A}."id" FROM {A} INNER JOIN {T} {ON} WHERE ({A}."partnership_id" = %s AND {T}."partnership_id" = 99)'
    ),
    "below an OR": (
        f'SELECT {A}."id" FROM {A} INNER JOIN {T} {ON} WHERE ({A}."partnership_id" = {T}."partnership_id" OR {A}."id" = %s)'
    ),
    "below a NOT": f'SELECT {A}."id" FROM {A} INNER JOIN {T} {ON} WHERE NOT ({A}."partnership_id" = {T}."partnership_id")',
    "what a LEFT JOIN says of the other side": (
        f'SELECT {A}."id" FROM {A} LEFT OUTER JOIN {T} ON ({A}."id" = {T}."action_id" AND {A}."partnership_id" = %s)'
        f' WHERE {T}."partnership_id" = %s'
    ),
    "a subquery that forgets it": (
        f'SELECT {A}."id" FROM {A} WHERE ({A}."partnership_id" = %s AND EXISTS('
        f'SELECT 1 AS "a" FROM {T} U0 WHERE U0."action_id" = {A}."id"))'
    ),
    "a list of numbers": (
        f'SELECT {A}."id" FROM {A} WHERE ({A}."partnership_id" = %s AND {A}."id" IN (SELECT U0."action_id" FROM {T} U0))'
    ),
    "a value in the list of columns": (
        f'SELECT {A}."id", (SELECT COUNT(*) FROM {T} U0 WHERE U0."action_id" = {A}."id") AS "n" FROM {A}'
    ),
    "in a list of partnerships": (
        f'SELECT {A}."id" FROM {A} INNER JOIN {T} {ON} WHERE ({A}."partnership_id" IN (%s) AND {T}."partnership_id" IN (%s))'
    ),
    "deleted": f'DELETE FROM {T} WHERE {T}."action_id" IN (SELECT U0."id" FROM {A} U0)',
}  # fmt: skip


@pytest.mark.parametrize("dialect", ["sqlite", "postgres"])
@pytest.mark.parametrize(("sql", "one"), WITHIN_ONE.values(), ids=WITHIN_ONE.keys())
def test_what_stays_within_one(sql: str, one: bool, dialect: str) -> None:
    reading = read(sql, dialect)
    values = (3,) * sql.count("%s")
    assert reading.apart(values) is None
    assert reading.names_one(values) == one


@pytest.mark.parametrize("dialect", ["sqlite", "postgres"])
@pytest.mark.parametrize("sql", APART.values(), ids=APART.keys())
def test_what_brings_two_together(sql: str, dialect: str) -> None:
    reading = read(sql, dialect)
    values = (3,) * sql.count("%s")
    assert reading.apart(values) is not None
    assert not reading.names_one(values)
