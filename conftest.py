"""Fixtures of every test; the cast is told in `groeimodel.foundation.testing.cast`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from groeimodel.foundation.testing.cast import Cast


@pytest.fixture
def cast(db: None) -> Cast:
    """Amina, Bram, Celia, Daan, Els and Finn, with their partnerships, in the database."""
    from groeimodel.foundation.testing.cast import make_cast

    return make_cast()
