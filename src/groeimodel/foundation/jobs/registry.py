"""Who does which kind of work. Filled when Django starts, read by the worker."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

Payload = dict[str, Any]
Handle = Callable[[Payload], None]
Daily = Callable[[], None]

LEASE = timedelta(minutes=5)
DAILY = "daily:"
"""Before the name of a daily job, in the kind of the job that carries it out."""


class Failed(Exception):
    """It did not work now; try again later. The text is kept, so it holds nothing personal."""


class GiveUp(Failed):
    """It will never work: do not try again. The text is kept, so it holds nothing personal."""


@dataclass(frozen=True, slots=True)
class Handler:
    kind: str
    run: Handle
    tries: int
    lease: timedelta
    """How long one worker has the job for itself; longer than the work can take."""
    given_up: Handle | None
    """Told after the last try, in the transaction that gives the job up."""


@dataclass(frozen=True, slots=True)
class Nightly:
    name: str
    hour: int
    """From this hour of the day on, Brussels time."""
    run: Daily


handlers: dict[str, Handler] = {}
dailies: dict[str, Nightly] = {}


def handler(
    kind: str, *, tries: int = 8, lease: timedelta = LEASE, given_up: Handle | None = None
) -> Callable[[Handle], Handle]:
    """Let a function carry out the jobs of a kind ('room.verb'), at most `tries` times each.

    Raises:
        ValueError: another function does that already.
    """

    def register(run: Handle) -> Handle:
        if (known := handlers.get(kind)) and known.run is not run:
            raise ValueError(f"Two handlers for jobs of kind {kind}")
        handlers[kind] = Handler(kind, run, tries, lease, given_up)
        return run

    return register


def daily(name: str, *, hour: int, lease: timedelta = timedelta(hours=1)) -> Callable[[Daily], Daily]:
    """Let a function run once a day from an hour on; a day on which no worker ran is made up for once."""

    def register(run: Daily) -> Daily:
        if (known := dailies.get(name)) and known.run is not run:
            raise ValueError(f"Two daily jobs with the name {name}")
        dailies[name] = Nightly(name, hour, run)
        handlers[DAILY + name] = Handler(DAILY + name, lambda payload: run(), 6, lease, None)
        return run

    return register
