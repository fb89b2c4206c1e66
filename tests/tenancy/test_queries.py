"""Every query of every page, opened and sent in empty by two who may: no join brings rows of two partnerships together.

A database over several machines can only join rows that lie on one of them, and all rows of a partnership do. So it is
also counted how many queries do not name a partnership: those are asked of every machine.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import caches
from django.db import connection, transaction
from django.urls import reverse

from groeimodel.foundation.tenancy import of_partnerships
from tests.permissions.addresses import kwargs_of
from tests.permissions.conftest import Knock
from tests.permissions.test_walk import ADDRESSES, METHODS, allowed
from tests.permissions.world import Somebody, World
from tests.tenancy.reading import Reading, read

Query = tuple[str, tuple[Any, ...]]

PARTS = 2
ORDER = (
    "coordinator",
    "officer",
    "administrator",
    "supporter",
    "editor",
    "alderman",
    "ambassador",
    "guest",
    "stranger",
    "visitor",
)
"""Who sees most comes first."""
WALKED: dict[str, int] = {}
"""How many queries of each address were read, filled while the walk goes on."""
WITHIN: set[str] = set()
"""The different texts of queries of pages of one partnership."""
EVERYWHERE: dict[str, set[str]] = {}
"""Those of them that name no partnership and ask a table that is spread, with the addresses that ask them."""


@pytest.fixture(autouse=True, scope="module")
def _told() -> Iterator[None]:
    """With TENANCY_REPORT, a file with the queries that name no partnership, and who asks them."""
    yield
    if out := os.environ.get("TENANCY_REPORT"):
        Path(out).write_text(json.dumps({sql: sorted(names) for sql, names in EVERYWHERE.items()}))


@contextmanager
def watching(kept: list[Query]) -> Iterator[None]:
    def watch(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        rows = params if many else [params]
        kept.extend((sql, tuple(one or ())) for one in rows)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(watch):
        yield


def who_may(name: str, method: str, world: World) -> list[Somebody]:
    """The first two in `ORDER` that the table of rights lets in; others are not walked, for the time it takes."""
    by_name = {somebody.name: somebody for somebody in world.everybody}
    view = ADDRESSES[name].callback
    if not (hasattr(view, "open_to_all") or hasattr(view, "own_right") or method in view.rights):  # type: ignore[attr-defined]
        return []  # the page does not take this method
    may = [by_name[one] for one in ORDER if allowed(view, method, by_name[one], world)]
    return may[:PARTS]


def asked(name: str, world: World, knock: Knock) -> tuple[str, list[Query]]:
    """What the database is asked when those who may come to an address; nothing of it stays, and nothing was kept."""
    path = reverse(name, kwargs=kwargs_of(name, set(ADDRESSES[name].pattern.converters), world))
    kept: list[Query] = []
    for method in METHODS:
        for somebody in who_may(name, method, world):
            for one in ("pages", "template_fragments"):
                caches[one].clear()
            client = knock(somebody)
            with transaction.atomic():
                with watching(kept):
                    client.generic(method.upper(), path)
                transaction.set_rollback(True)
    return path, [one for one in kept if one[0].startswith(("SELECT", "UPDATE", "DELETE", "INSERT"))]


@pytest.mark.parametrize("name", sorted(ADDRESSES))
def test_no_page_joins_rows_of_two_partnerships(name: str, world: World, knock: Knock) -> None:
    path, queries = asked(name, world, knock)
    found = [(sql, values, read(sql, dialect())) for sql, values in queries]
    WALKED[name] = len(found)
    if path.startswith(f"/igs/{world.partnership.slug}/"):
        WITHIN.update(sql for sql, _values, _reading in found)
        for sql, values, reading in found:
            if not sql.startswith("INSERT") and not reading.names_one(values) and spread(reading):
                EVERYWHERE.setdefault(sql, set()).add(name)
    wrong = {f"{apart}\n  {sql}" for sql, values, one in found if (apart := one.apart(values))}
    assert not wrong, f"{len(wrong)} queries of {name}:\n" + "\n".join(sorted(wrong))


def spread(reading: Reading) -> bool:
    """Whether it asks a table that is not whole on each machine: one of which each row is of a partnership."""
    whole = {model._meta.db_table for model in of_partnerships() if model._meta.get_field("partnership").null}
    return any(set(group.tables) - whole for group in reading.groups)


def dialect() -> str:
    return "postgres" if connection.vendor == "postgresql" else "sqlite"


def test_the_walk_is_long() -> None:
    """How many queries were read; shown with `pytest -rP`."""
    if len(WALKED) < len(ADDRESSES):
        pytest.skip("only a part of the addresses was walked in this run")
    print(f"{sum(WALKED.values())} queries of {len(WALKED)} addresses")
    print(f"{len(WITHIN)} texts on pages of one partnership; {len(EVERYWHERE)} name no partnership")
    assert sum(WALKED.values()) > 10_000
    assert len([one for one in WALKED.values() if one]) > 500
