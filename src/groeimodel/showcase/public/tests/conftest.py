"""The partnership of the cast, rich; and no page that an earlier test kept."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from groeimodel.foundation.testing.cast import Cast
from groeimodel.showcase.public.tests import kit


@pytest.fixture(autouse=True)
def _fresh() -> Iterator[None]:
    kit.fresh()
    yield
    kit.fresh()


@pytest.fixture
def full(cast: Cast) -> Cast:
    """The cast, with something of everything; nothing is online."""
    kit.rich(cast)
    return cast
