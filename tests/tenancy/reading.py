"""Reads a query: which rows of partnerships does it bring together, and does it say that they are of one partnership?

A query is taken apart by sqlglot, a parser that knows nothing of Django. Two tables are held together by an equality of
their partnerships that must hold (in a WHERE or an ON, not below an OR or a NOT), straight or through a third one, also
from within a subquery; by `partnership_id IN (SELECT partnership_id ...)`; or by the same value given for both.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import sqlglot
from django.apps import apps
from sqlglot import exp

from groeimodel.foundation.tenancy import of_partnerships

COLUMN = "partnership_id"
HOLDERS = (exp.Select, exp.Update, exp.Delete)

Side = int | str
"""A place in a query by its number; or a given partnership: `p3` for the fourth value that goes along, or a number."""
Names = dict[str, dict[str, int]]
"""By the name of a source: the place of which a column of it is the partnership."""


@dataclass(frozen=True)
class Group:
    """Tables of partnerships whose rows are of one, with where that one is given."""

    tables: tuple[str, ...]
    given: frozenset[str]


@dataclass(frozen=True)
class Reading:
    """What the text of a query says; values that it is asked with can make one of several groups."""

    groups: tuple[Group, ...]

    def apart(self, values: Sequence[Any]) -> str | None:
        """Which tables are not said to be of one partnership; None when all are."""
        if len(self.groups) < 2:
            return None
        numbers = [{_value(one, values) for one in group.given} for group in self.groups]
        if set.intersection(*numbers):
            return None
        return " | ".join(" + ".join(group.tables) for group in self.groups)

    def names_one(self, values: Sequence[Any]) -> bool:
        """Whether a database over several machines can send it straight to the one with the partnership."""
        return all(group.given for group in self.groups) and self.apart(values) is None


def _value(given: str, values: Sequence[Any]) -> int:
    return int(values[int(given[1:])] if given.startswith("p") else given)


@cache
def read(sql: str, dialect: str) -> Reading:
    """Read a query as Django sends it, with `%s` for its values."""
    numbers = iter(range(sql.count("%s")))
    text = re.sub(r"%s", lambda _found: f":p{next(numbers)}", sql).replace("%%", "%")
    query = _Query()
    for statement in sqlglot.parse(text, dialect=dialect):
        if statement is not None:
            query.walk(statement, {})
    return Reading(tuple(query.groups()))


@cache
def _tables() -> tuple[frozenset[str], str]:
    ours = frozenset(model._meta.db_table for model in of_partnerships())
    return ours, apps.get_model("partners.Partnership")._meta.db_table


class _Query:
    def __init__(self) -> None:
        self.tables: list[str] = []
        """By the number of a place."""
        self.parents: dict[Side, Side] = {}
        self.read_already: set[int] = set()

    def groups(self) -> Iterator[Group]:
        ours, _partnerships = _tables()
        of_root: dict[Side, list[Side]] = {}
        for one in self.parents:
            of_root.setdefault(self._root(one), []).append(one)
        for members in of_root.values():
            tables = sorted(self.tables[one] for one in members if isinstance(one, int))
            if wanted := tuple(one for one in tables if one in ours):
                yield Group(wanted, frozenset(one for one in members if isinstance(one, str)))

    def walk(self, node: exp.Expr, names: Names) -> None:
        """Every SELECT, UPDATE and DELETE below a node that is not in one of them."""
        if id(node) in self.read_already:
            return
        if isinstance(node, HOLDERS):
            self._read(node, names)
            return
        for child in _children(node):
            self.walk(child, names)
        if isinstance(node, exp.In) and (inner := node.args.get("query")):
            self._note_in(node.this, inner.unnest(), names)

    def _read(self, holder: exp.Expr, around: Names) -> None:
        names = dict(around)
        for source in _sources(holder):
            names[source.alias_or_name] = self._source(source, around)
            self.read_already.add(id(source))
        holder.set("names", names)
        for condition, only in _conditions(holder):
            self._note(condition, names, names.get(only) if only else None)
        for child in _children(holder):
            self.walk(child, names)

    def _source(self, source: exp.Expr, around: Names) -> dict[str, int]:
        if not isinstance(source, exp.Table):
            self.walk(source, around)
            return self._told_by(source.unnest())
        ours, partnerships = _tables()
        if source.name not in ours and source.name != partnerships:
            return {}
        number = len(self.tables)
        self.tables.append(source.name)
        self.parents[number] = number
        return {COLUMN if source.name in ours else "id": number}

    def _told_by(self, select: exp.Expr) -> dict[str, int]:
        """Which columns of a query in the place of a table are a partnership."""
        found = {}
        if isinstance(select, exp.Select):
            for column in select.expressions:
                side = self._side(column.unalias(), select.args["names"])
                if isinstance(side, int):
                    found[column.alias_or_name] = side
        return found

    def _note(self, condition: exp.Expr, names: Names, only: dict[str, int] | None) -> None:
        if isinstance(condition, exp.And | exp.Paren):
            for part in _children(condition):
                self._note(part, names, only)
            return
        if not isinstance(condition, exp.EQ):
            return  # `IN (3)` is not taken for an equality: with a second partnership it is `IN (3, 4)`
        sides = [self._side(condition.this, names), self._side(condition.expression, names)]
        held = only is None or any(one in only.values() for one in sides)
        if held and None not in sides and any(isinstance(one, int) for one in sides):
            self._same(*sides)  # type: ignore[arg-type]

    def _note_in(self, left: exp.Expr, inner: exp.Expr, names: Names) -> None:
        ours = self._side(left, names)
        told = list(self._told_by(inner).values())
        if isinstance(ours, int) and len(told) == 1:
            self._same(ours, told[0])

    def _side(self, node: exp.Expr, names: Names) -> Side | None:
        node = node.unnest()
        if isinstance(node, exp.Placeholder):
            return str(node.this)
        if isinstance(node, exp.Literal):
            return None if node.is_string else str(node.this)
        if isinstance(node, exp.Column):
            sources = [names.get(node.table, {})] if node.table else list(names.values())
            found = [one[node.name] for one in sources if node.name in one]
            return found[0] if len(found) == 1 else None
        return None

    def _same(self, one: Side, other: Side) -> None:
        for each in (one, other):
            self.parents.setdefault(each, each)
        self.parents[self._root(one)] = self._root(other)

    def _root(self, one: Side) -> Side:
        while self.parents[one] != one:
            one = self.parents[one]
        return one


def _children(node: exp.Expr) -> Iterator[exp.Expr]:
    return (one for one in node.iter_expressions() if isinstance(one, exp.Expr))


def _sources(holder: exp.Expr) -> Iterator[exp.Expr]:
    if isinstance(holder, exp.Update | exp.Delete):
        yield holder.this
    first = holder.args.get("from_") or holder.args.get("from")
    if first is not None:
        yield first.this
    for join in holder.args.get("joins") or []:
        yield join.this


def _conditions(holder: exp.Expr) -> Iterator[tuple[exp.Expr, str | None]]:
    """What must hold for a row; with the source about which alone it says something, in a LEFT JOIN."""
    if where := holder.args.get("where"):
        yield where.this, None
    for join in holder.args.get("joins") or []:
        if on := join.args.get("on"):
            yield on, join.this.alias_or_name if join.side else None
