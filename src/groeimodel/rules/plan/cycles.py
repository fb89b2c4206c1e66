"""Cycles that run beside each other, and where one begins or ends in the middle of another.

Days are numbers (`date.toordinal()`); the first and the last day both count.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    key: str
    starts: int
    ends: int


@dataclass(frozen=True, slots=True)
class Cross:
    """Two cycles that overlap without beginning and ending together."""

    first: str
    """The one that begins first (or, when they begin together, ends first)."""
    second: str
    starts: int
    ends: int
    """The days that both run."""


def crossings(spans: Sequence[Span]) -> list[Cross]:
    """Every pair that overlaps in part, the earliest overlap first. Pairs that run exactly together do not cross."""
    ordered = sorted(spans, key=lambda one: (one.starts, one.ends, one.key))
    found = [
        Cross(one.key, other.key, other.starts, min(one.ends, other.ends))
        for at, one in enumerate(ordered)
        for other in ordered[at + 1 :]
        if other.starts <= one.ends and (one.starts, one.ends) != (other.starts, other.ends)
    ]
    return sorted(found, key=lambda one: (one.starts, one.ends, one.first, one.second))
