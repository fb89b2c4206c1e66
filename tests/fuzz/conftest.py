"""The world of the walk over all addresses: one of everything, and somebody of every role."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.core.signals import request_finished, request_started
from django.db import close_old_connections

from tests.permissions.conftest import _made, knock, world

__all__ = ["_made", "knock", "world"]


@pytest.fixture(autouse=True, scope="session")
def _the_connection_stays() -> Iterator[None]:
    """Whoever asks the application itself, as schemathesis does, would close the connection that the world is made on."""
    for one in (request_started, request_finished):
        one.disconnect(close_old_connections)
    yield
    for one in (request_started, request_finished):
        one.connect(close_old_connections)
