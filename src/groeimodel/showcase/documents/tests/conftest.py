"""Every test of documents is on the same day."""

from collections.abc import Iterator

import pytest
import time_machine
from django.core.cache import caches

from groeimodel.showcase.documents.tests.records import NOW


@pytest.fixture(autouse=True)
def today() -> Iterator[None]:
    caches["pages"].clear()
    with time_machine.travel(NOW, tick=False):
        yield
    caches["pages"].clear()
