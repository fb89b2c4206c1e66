"""How far a long command is, on the standard error: in place on a terminal, a line now and then in a log."""

from __future__ import annotations

import sys
import time

QUICK, SLOW = 0.5, 30.0
"""Seconds between two lines on a terminal, and elsewhere: a job of a minute leaves no lines in a log."""


class Progress:
    def __init__(self) -> None:
        self.terminal = sys.stderr.isatty()
        self.told = time.monotonic()
        self.open = False

    def __call__(self, words: str) -> None:
        now = time.monotonic()
        if now - self.told < (QUICK if self.terminal else SLOW):
            return
        self.told = now
        if self.terminal:
            print(f"\r\x1b[K{words}", end="", file=sys.stderr, flush=True)
            self.open = True
        else:
            print(words, file=sys.stderr, flush=True)

    def done(self) -> None:
        """Leave the terminal with an empty line."""
        if self.open:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)
            self.open = False


def megabytes(count: int) -> str:
    return f"{count / 1_000_000:.1f}".replace(".", ",") + " MB"
