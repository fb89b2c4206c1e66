"""Fixtures of every test; the cast is told in `groeimodel.foundation.testing.cast`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from django.conf import settings
from django.core.cache import caches
from django.test.client import ClientHandler
from django_scopes.state import state

if TYPE_CHECKING:
    from groeimodel.foundation.testing.cast import Cast


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


@pytest.fixture
def cast(db: None) -> Cast:
    """Amina, Bram, Celia, Daan, Els and Finn, with their partnerships, in the database."""
    from groeimodel.foundation.testing.cast import make_cast

    return make_cast()


@pytest.fixture(autouse=True)
def empty_cache() -> None:
    """Tests roll their rows back, so numbers of rows come again: nothing kept of one may reach the next."""
    caches["pages"].clear()
