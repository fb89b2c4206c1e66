"""`groeimodel worker`: carries out what may wait: mails, daily jobs."""

from __future__ import annotations

import argparse
import os
import signal
import subprocess
import sys
import time
from types import FrameType

STEP = 0.2
"""Seconds between two looks at whether it has to stop."""


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--once", action="store_true", help="doe wat er nu te doen is, en stop")
    parser.add_argument(
        "--until-parent-ends",
        action="store_true",
        help="stop zodra het programma stopt dat deze werker startte",
    )


def run(options: argparse.Namespace) -> int:
    stopper = Stopper(parent=os.getppid() if options.until_parent_ends else None)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "groeimodel.settings")
    import django

    try:
        django.setup()
    except ValueError as error:  # a setting that cannot be read
        print(error, file=sys.stderr)
        return 1
    if reason := not_ready():
        print(reason, file=sys.stderr)
        return 1
    from groeimodel.foundation.jobs import worker
    from groeimodel.foundation.watch.lines import tell_of_every_error

    tell_of_every_error()
    if options.once:
        print(f"Taken uitgevoerd: {worker.work_all()}")
    else:
        worker.work(stopper.wait)
    return 0


def not_ready() -> str | None:
    """Why the worker cannot begin, in one line."""
    from django.db import OperationalError

    from groeimodel.foundation.watch import standing

    try:
        return standing.difference()
    except OperationalError:
        return "De databank antwoordt niet. Kijk de instelling DATABASE_URL na."


class Stopper:
    """Says when to stop: on SIGTERM, on Ctrl-C, or when the parent is gone. The job in hand is finished first;
    a second signal stops at once."""

    def __init__(self, *, parent: int | None) -> None:
        self.parent = parent
        self.asked = False
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self.ask)

    def ask(self, number: int, frame: FrameType | None) -> None:
        self.asked = True
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        signal.signal(signal.SIGINT, signal.default_int_handler)

    def wait(self, seconds: float) -> bool:
        """Wait; True when it has to stop."""
        # In short steps: a lock that a signal wakes up could be one that the signal's own handler needs.
        end = time.monotonic() + seconds
        while not self.stopping() and (left := end - time.monotonic()) > 0:
            time.sleep(min(STEP, left))
        return self.stopping()

    def stopping(self) -> bool:
        return self.asked or (self.parent is not None and os.getppid() != self.parent)


def start_beside() -> None:
    """Start a worker that lives as long as this process, or as the server that this process becomes."""
    subprocess.Popen(
        [sys.executable, "-m", "groeimodel", "worker", "--until-parent-ends"], stdin=subprocess.DEVNULL
    )
