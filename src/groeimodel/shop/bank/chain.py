"""Whether statements follow on each other, and whether the lines in between add up. Values in, sentences out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Protocol


class Balances(Protocol):
    """A statement of the database or one of a file."""

    @property
    def opens_on(self) -> date: ...
    @property
    def closes_on(self) -> date: ...
    @property
    def opening(self) -> Decimal: ...
    @property
    def closing(self) -> Decimal: ...


@dataclass(frozen=True, slots=True)
class Gap:
    """Between two statements something is missing."""

    after: date
    before: date
    difference: Decimal
    """What the missing lines add up to."""

    @property
    def size(self) -> Decimal:
        return abs(self.difference)


@dataclass(frozen=True, slots=True)
class Span:
    """A statement, without anything else."""

    opens_on: date
    closes_on: date
    opening: Decimal
    closing: Decimal


def span_of(one: Balances) -> Span:
    return Span(one.opens_on, one.closes_on, one.opening, one.closing)


def gaps(statements: Sequence[Span]) -> list[Gap]:
    """Where an old balance is not the new balance of what came before it.

    Statements of the same days, or of days that lie over each other, come from two files; the lines know what is double.
    """
    found = []
    in_order = sorted(set(statements), key=lambda one: (one.opens_on, one.closes_on))
    for at, one in enumerate(in_order):
        earlier = in_order[:at]
        if not earlier or any(other.closing == one.opening for other in in_order if other is not one):
            continue
        if any(other.opens_on <= one.opens_on < other.closes_on for other in earlier):
            continue
        last = max(earlier, key=lambda other: (other.closes_on, other.opens_on))
        found.append(Gap(last.closes_on, one.opens_on, one.opening - last.closing))
    return found


def first_and_last(statements: Sequence[Span]) -> tuple[Span, Span] | None:
    """Of several that end on the same day the last is the one on whose balance none goes on."""
    if not statements:
        return None
    first_day = min(one.opens_on for one in statements)
    starts = [one for one in statements if one.opens_on == first_day]
    last_day = max(one.closes_on for one in statements)
    ends = [one for one in statements if one.closes_on == last_day]
    first = next((one for one in starts if not _follows(one, starts)), starts[0])
    last = next((one for one in ends if not _goes_on(one, ends)), ends[-1])
    return first, last


def _follows(one: Span, others: Sequence[Span]) -> bool:
    return any(
        other is not one and other.closing == one.opening and other.closes_on <= one.opens_on
        for other in others
    )


def _goes_on(one: Span, others: Sequence[Span]) -> bool:
    return any(
        other is not one and other.opening == one.closing and other.opens_on >= one.closes_on
        for other in others
    )


def missing(statements: Sequence[Span], lines: Decimal) -> Decimal:
    """By how much the new balance differs from the first old balance with all lines: 0 when all is there."""
    ends = first_and_last(statements)
    return ends[1].closing - ends[0].opening - lines if ends else Decimal(0)
