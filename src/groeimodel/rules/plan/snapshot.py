"""A plan as a value, and the one text that says all of it."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

Level = Literal["objective", "action_plan", "action"]
Cell = tuple[int, str, str]
"""Year, nature ('exploitation', 'investment', 'financing') and direction ('expense', 'receipt')."""
Amounts = Mapping[Cell, int]
"""Cents by cell; a cell of nothing is left out."""
FORMAT = 1


@dataclass(frozen=True, slots=True)
class Item:
    """One row of a plan."""

    level: Level
    key: int
    parent: int | None
    """Key of the row of the level above; None for an objective."""
    texts: Mapping[str, str]
    """What stands in it, by field: code, title, text and, for an action, priority, policy_field and report_code."""
    amounts: Amounts = field(default_factory=dict)

    @property
    def name(self) -> tuple[Level, int]:
        return self.level, self.key


@dataclass(frozen=True, slots=True)
class Snapshot:
    title: str
    starts: str
    ends: str
    items: tuple[Item, ...] = ()
    """In the order in which they are read: each row comes after the one that it belongs to."""

    def by_name(self) -> dict[tuple[Level, int], Item]:
        return {one.name: one for one in self.items}


def canonical(snapshot: Snapshot) -> str:
    """The same text for the same plan, whatever the order in which cells and fields were filled in."""
    items = [
        {
            "level": one.level,
            "key": one.key,
            "parent": one.parent,
            "texts": dict(one.texts),
            "amounts": [[*cell, cents] for cell, cents in sorted(one.amounts.items()) if cents],
        }
        for one in snapshot.items
    ]
    data = {
        "format": FORMAT,
        "title": snapshot.title,
        "starts": snapshot.starts,
        "ends": snapshot.ends,
        "items": items,
    }
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def checksum(text: str) -> str:
    """SHA-256 of a canonical text, in 64 hexadecimal signs."""
    return hashlib.sha256(text.encode()).hexdigest()


def read(text: str) -> Snapshot:
    """A snapshot from its canonical text.

    Raises:
        ValueError: it was written in a format that is not known here.
    """
    data: dict[str, Any] = json.loads(text)
    if data.get("format") != FORMAT:
        raise ValueError("a plan in a format that is not known")
    items = tuple(
        Item(
            level=one["level"],
            key=one["key"],
            parent=one["parent"],
            texts=one["texts"],
            amounts={(year, nature, direction): cents for year, nature, direction, cents in one["amounts"]},
        )
        for one in data["items"]
    )
    return Snapshot(data["title"], data["starts"], data["ends"], items)


def totals(snapshot: Snapshot) -> dict[Cell, int]:
    """Cents of the whole plan by year, nature and direction."""
    found: Counter[Cell] = Counter()
    for one in snapshot.items:
        found.update(one.amounts)
    return {cell: cents for cell, cents in sorted(found.items()) if cents}
