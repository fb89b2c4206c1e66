"""Every query of every page, as everybody who may open it: no join brings rows of two partnerships together.

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
from django.db import connection, transaction
from django.urls import reverse

from tests.permissions.addresses import kwargs_of
from tests.permissions.conftest import Knock
from tests.permissions.test_walk import ADDRESSES, METHODS
from tests.permissions.world import World
from tests.tenancy.reading import read

Query = tuple[str, tuple[Any, ...]]

WALKED: dict[str, int] = {}
"""How many queries of each address were read, filled while the walk goes on."""
EVERYWHERE: dict[str, set[str]] = {}
"""Queries that name no partnership, with the addresses that ask them."""


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


def asked(name: str, world: World, knock: Knock) -> list[Query]:
    """What the database is asked when everybody comes to an address, in each way; nothing of it stays."""
    path = reverse(name, kwargs=kwargs_of(name, set(ADDRESSES[name].pattern.converters), world))
    kept: list[Query] = []
    for somebody in world.everybody:
        client = knock(somebody)
        for method in METHODS:
            with transaction.atomic():
                with watching(kept):
                    client.generic(method.upper(), path)
                transaction.set_rollback(True)
    return [one for one in kept if one[0].startswith(("SELECT", "UPDATE", "DELETE", "INSERT"))]


@pytest.mark.parametrize("name", sorted(ADDRESSES))
def test_no_page_joins_rows_of_two_partnerships(name: str, world: World, knock: Knock) -> None:
    queries = asked(name, world, knock)
    found = [(sql, values, read(sql, dialect())) for sql, values in queries]
    WALKED[name] = len(found)
    for sql, values, reading in found:
        if not sql.startswith("INSERT") and not reading.names_one(values):
            EVERYWHERE.setdefault(sql, set()).add(name)
    wrong = {f"{apart}\n  {sql}" for sql, values, one in found if (apart := one.apart(values))}
    assert not wrong, f"{len(wrong)} queries of {name}:\n" + "\n".join(sorted(wrong))


def dialect() -> str:
    return "postgres" if connection.vendor == "postgresql" else "sqlite"


def test_the_walk_is_long() -> None:
    """How many queries were read; shown with `pytest -rP`."""
    if len(WALKED) < len(ADDRESSES):
        pytest.skip("only a part of the addresses was walked in this run")
    print(
        f"{sum(WALKED.values())} queries of {len(WALKED)} addresses; {len(EVERYWHERE)} texts name no partnership"
    )
    assert sum(WALKED.values()) > 10_000
