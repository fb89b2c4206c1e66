"""Mandates: in which state one is on a day, and whether it covers a decision. In words: `docs/rules/mandates.md`.

Days are numbers (`date.toordinal()`), amounts are exact decimals in euro.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

State = Literal["asked", "refused", "coming", "in_force", "ends_soon", "ended", "closed"]
Lack = Literal["not_given", "not_yet", "too_late", "closed", "too_much"]

SOON = 30
"""Days before its end from which on a mandate is said to end soon."""


@dataclass(frozen=True, slots=True)
class Terms:
    """What was asked or given. The first and the last day both count."""

    starts: int
    ends: int
    amount: Decimal | None = None
    """Euro for one decision; None when no bound was set."""
    given: bool = True
    refused: bool = False
    closed_on: int | None = None
    """From this day on it holds no more: revoked, replaced, or its holder left."""


def state(terms: Terms, today: int) -> State:
    """In which state a mandate is on a day."""
    if terms.refused:
        return "refused"
    if not terms.given:
        return "asked" if today <= terms.ends and terms.closed_on is None else "closed"
    if terms.closed_on is not None and terms.closed_on <= today:
        return "closed"
    if today < terms.starts:
        return "coming"
    if today > terms.ends:
        return "ended"
    return "ends_soon" if terms.ends - today < SOON else "in_force"


def lacks(terms: Terms, *, on: int, amount: Decimal = Decimal(0)) -> tuple[Lack, ...]:
    """Everything for which the mandate does not cover a decision of this amount on this day; empty when it does."""
    found: list[Lack] = []
    if not terms.given or terms.refused:
        found.append("not_given")
    if on < terms.starts:
        found.append("not_yet")
    if on > terms.ends:
        found.append("too_late")
    if terms.closed_on is not None and terms.closed_on <= on:
        found.append("closed")
    if terms.amount is not None and amount > terms.amount:
        found.append("too_much")
    return tuple(found)
