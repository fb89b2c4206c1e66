"""The world of the walk over all addresses, for the walk over all queries."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytest_django import DjangoDbBlocker

from tests.permissions.conftest import Made, knock, made, world

__all__ = ["_made", "knock", "world"]


@pytest.fixture(scope="module")
def _made(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Made]:
    """For a file only: the migrations, in this folder too, need a database with no transaction open around them."""
    yield from made(django_db_blocker)
