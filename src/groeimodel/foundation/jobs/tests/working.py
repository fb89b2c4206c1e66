"""Kinds of work that exist in a test only."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

from groeimodel.foundation.jobs.registry import DAILY, LEASE, Handler, Nightly, dailies, handlers

Work = Callable[[dict[str, Any]], None]


@contextmanager
def work(kind: str, run: Work, *, tries: int = 3, given_up: Work | None = None) -> Iterator[None]:
    """Somebody who does a kind of work, for as long as the block lasts."""
    handlers[kind] = Handler(kind, run, tries, LEASE, given_up)
    try:
        yield
    finally:
        del handlers[kind]


@contextmanager
def only_daily(name: str, run: Callable[[], None], *, hour: int) -> Iterator[None]:
    """One daily job, and none of those of the product."""
    kept = dict(dailies)
    dailies.clear()
    dailies[name] = Nightly(name, hour, run)
    handlers[DAILY + name] = Handler(DAILY + name, lambda payload: run(), 3, timedelta(hours=1), None)
    try:
        yield
    finally:
        dailies.clear()
        dailies.update(kept)
        del handlers[DAILY + name]
