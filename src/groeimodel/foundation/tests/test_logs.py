"""No log holds a link that opens somebody's answers."""

import logging
from collections.abc import Iterator

import pytest
from django.test import Client

from groeimodel.foundation.watch.lines import Console


class Kept(logging.Handler):
    """Keeps what the console would have shown."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(self.format(record))


@pytest.fixture
def console() -> Iterator[Kept]:
    """A handler with the filters that the console has."""
    kept = Kept()
    (shown,) = [one for one in logging.getLogger().handlers if isinstance(one, Console)]
    kept.filters = list(shown.filters)
    logger = logging.getLogger("django.request")
    logger.addHandler(kept)
    yield kept
    logger.removeHandler(kept)


@pytest.mark.parametrize("room", ["blad", "m"])
def test_a_private_link_is_not_written_down(db: None, client: Client, console: Kept, room: str) -> None:
    client.get(f"/scan/{room}/Geheim-123_x/")
    assert console.lines == [f"Not Found: /scan/{room}/<slug:token>/"]


def test_pages_go_by_their_route(db: None, client: Client, console: Kept) -> None:
    client.get("/scan/igs/nergens/")
    client.get("/Jan-Janssens/")
    first = [one.splitlines()[0] for one in console.lines]
    assert first == ["Forbidden (Permission denied): /scan/igs/<slug:slug>/", "Not Found: (no such page)"]
