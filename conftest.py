"""Fixtures of every test; the cast is told in `groeimodel.foundation.testing.cast`."""

from __future__ import annotations

import gc
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from django.conf import settings
from django.core.cache import caches
from django.db import connection, transaction
from django.test import TransactionTestCase
from django.test.client import ClientHandler
from django_scopes.state import state
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis

from groeimodel.content import in_force
from groeimodel.foundation.partners import keeping

if TYPE_CHECKING:
    from groeimodel.foundation.testing.cast import Cast


# How fast a machine is says nothing of what is tested: other suites run beside this one.
hypothesis.register_profile("any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
hypothesis.load_profile("any machine")

ALWAYS_THERE = {"django_content_type", "auth_permission"}
"""Tables that are filled while a database is made."""


def pytest_collection() -> None:
    """Modules of tests read content while they are collected, when there is no database to ask."""
    in_force.use(None)


def pytest_collection_finish() -> None:
    """What was imported stays: looking through it for waste, again and again, took a fifth of the time."""
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)


@pytest.fixture(autouse=True, scope="session")
def _static_folder() -> None:
    """WhiteNoise warns when nothing was ever collected, and here a warning is an error."""
    Path(settings.STATIC_ROOT).mkdir(parents=True, exist_ok=True)


@pytest.fixture(autouse=True, scope="session")
def _documents_in_memory() -> None:
    """No test leaves documents in the folder for data; tests of storage itself choose their own."""
    settings.STORAGES["files"] = {"BACKEND": "django.core.files.storage.InMemoryStorage"}


@pytest.fixture(autouse=True, scope="session")
def _requests_open_their_own_scope() -> Iterator[None]:
    """A test often works within a partnership; what its client asks starts outside any, as on a server."""
    patch, handle = pytest.MonkeyPatch(), ClientHandler.__call__

    def outside(handler: ClientHandler, environ: dict[str, object]) -> object:
        within = state.set(None)
        try:
            return handle(handler, environ)
        finally:
            state.reset(within)

    patch.setattr(ClientHandler, "__call__", outside)
    yield
    patch.undo()


@pytest.fixture(autouse=True, scope="session")
def _only_tables_with_rows_are_emptied() -> Iterator[None]:
    """After a test whose rows are committed Django empties all tables and fills some again: half a second each time."""
    patch = pytest.MonkeyPatch()
    patch.setattr(TransactionTestCase, "_fixture_teardown", empty_tables)
    yield
    patch.undo()


def empty_tables(_: TransactionTestCase) -> None:
    every = set(connection.introspection.django_table_names(only_existing=True)) - ALWAYS_THERE
    names = {connection.ops.quote_name(one) for one in every}
    look = " UNION ALL ".join(f"SELECT '{one}' WHERE EXISTS (SELECT 1 FROM {one})" for one in names)  # noqa: S608
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(look)
        written = [name for (name,) in cursor.fetchall()]
        refuses = connection.vendor == "postgresql"  # the journal is only added to
        for name in written if refuses else ():
            cursor.execute(f"ALTER TABLE {name} DISABLE TRIGGER USER")
        for name in written:
            cursor.execute(f"DELETE FROM {name}")  # noqa: S608
        connection.check_constraints()
        for name in written if refuses else ():
            cursor.execute(f"ALTER TABLE {name} ENABLE TRIGGER USER")


@pytest.fixture
def cast(db: None) -> Cast:
    """Amina, Bram, Celia, Daan, Els and Finn, with their partnerships, in the database."""
    from groeimodel.foundation.testing.cast import make_cast

    return make_cast()


@pytest.fixture(autouse=True)
def _published_texts(request: pytest.FixtureRequest) -> None:
    """Content asks the database for published texts, as on a server; not in a test without a database."""
    from groeimodel.support.texts import serving

    asks = "db" in request.fixturenames or request.node.get_closest_marker("django_db") is not None
    in_force.use(serving.latest if asks else None)
    serving.forget()


@pytest.fixture(autouse=True)
def empty_cache() -> None:
    """Tests roll their rows back, so numbers of rows come again: nothing kept of one may reach the next."""
    caches["pages"].clear()


@pytest.fixture(autouse=True, scope="session")
def _kept_pages_are_true() -> Iterator[None]:
    """Every page that is kept and asked again in a test is made anew beside it: was nothing forgotten that it depends on?"""
    patch = pytest.MonkeyPatch()
    patch.setattr(keeping, "compare", same_but_for_tokens)
    yield
    patch.undo()


def same_but_for_tokens(kept: bytes, anew: bytes) -> None:
    token = re.compile(rb'name="csrfmiddlewaretoken" value="\w+"|"X-CSRFToken": "\w+"')
    assert token.sub(b"", kept) == token.sub(b"", anew), "a kept page is not what it would be now"
