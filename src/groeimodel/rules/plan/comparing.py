"""What changed between two snapshots of a plan."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from groeimodel.rules.plan.snapshot import Amounts, Item, Level, Snapshot, totals

Name = tuple[Level, int]


@dataclass(frozen=True, slots=True)
class HeadChange:
    """Title, first or last day of the plan itself ('title', 'starts', 'ends')."""

    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class TextChange:
    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class AmountChange:
    """Cents of one row in one year; 0 is nothing."""

    year: int
    nature: str
    direction: str
    before: int
    after: int

    @property
    def difference(self) -> int:
        return self.after - self.before


TotalChange = AmountChange
"""The same, of the plan as a whole."""


@dataclass(frozen=True, slots=True)
class Change:
    """What changed about one row. One that was added or removed carries all its amounts as changes."""

    level: Level
    key: int
    code: str
    title: str
    """As it is after; of a row that was removed, as it was."""
    added: bool = False
    removed: bool = False
    moved_from: Item | None = None
    """The row that it belonged to before; None when it belongs to the same one."""
    moved_to: Item | None = None
    reordered: bool = False
    """It stands elsewhere among the same neighbours."""
    texts: tuple[TextChange, ...] = ()
    amounts: tuple[AmountChange, ...] = ()

    @property
    def is_moved(self) -> bool:
        return self.moved_to is not None


@dataclass(frozen=True, slots=True)
class Difference:
    head: tuple[HeadChange, ...]
    changes: tuple[Change, ...]
    """In the order of the plan as it is after, then what was removed, in the order of before."""
    totals: tuple[TotalChange, ...]
    """Only what differs."""

    @property
    def is_empty(self) -> bool:
        return not (self.head or self.changes)


def compare(before: Snapshot, after: Snapshot) -> Difference:
    """Everything that differs, and nothing else: empty exactly when both say the same."""
    old, new = before.by_name(), after.by_name()
    reordered = _reordered(before, after)
    changes = [
        change
        for item in after.items
        if (change := _change(old.get(item.name), item, old, new, item.name in reordered)) is not None
    ]
    changes += [_removed(item) for item in before.items if item.name not in new]
    head = tuple(
        HeadChange(name, getattr(before, name), getattr(after, name))
        for name in ("title", "starts", "ends")
        if getattr(before, name) != getattr(after, name)
    )
    return Difference(head, tuple(changes), _amounts(totals(before), totals(after)))


def _change(
    was: Item | None, now: Item, old: dict[Name, Item], new: dict[Name, Item], reordered: bool
) -> Change | None:
    code, title = now.texts.get("code", ""), now.texts.get("title", "")
    if was is None:
        return Change(now.level, now.key, code, title, added=True, amounts=_amounts({}, now.amounts))
    moved = was.parent != now.parent
    fields = dict.fromkeys((*was.texts, *now.texts))
    texts = tuple(
        TextChange(field, was.texts.get(field, ""), now.texts.get(field, ""))
        for field in fields
        if was.texts.get(field, "") != now.texts.get(field, "")
    )
    amounts = _amounts(was.amounts, now.amounts)
    if not (moved or reordered or texts or amounts):
        return None
    return Change(
        now.level,
        now.key,
        code,
        title,
        moved_from=_above(was, old) if moved else None,
        moved_to=_above(now, new) if moved else None,
        reordered=reordered and not moved,
        texts=texts,
        amounts=amounts,
    )


def _removed(was: Item) -> Change:
    code, title = was.texts.get("code", ""), was.texts.get("title", "")
    return Change(was.level, was.key, code, title, removed=True, amounts=_amounts(was.amounts, {}))


def _above(item: Item, items: dict[Name, Item]) -> Item | None:
    level: Level = "objective" if item.level == "action_plan" else "action_plan"
    return items.get((level, item.parent)) if item.parent is not None else None


def _amounts(before: Amounts, after: Amounts) -> tuple[AmountChange, ...]:
    return tuple(
        AmountChange(*cell, before.get(cell, 0), after.get(cell, 0))
        for cell in sorted({*before, *after})
        if before.get(cell, 0) != after.get(cell, 0)
    )


def _reordered(before: Snapshot, after: Snapshot) -> set[Name]:
    """The fewest rows that must have been lifted out and put elsewhere, among those that kept their neighbours."""
    old, new = _families(before), _families(after)
    found: set[Name] = set()
    for family, rows in new.items():
        place = {name: at for at, name in enumerate(old.get(family, ()))}
        stayed = [name for name in rows if name in place]
        kept = _longest_rising([place[name] for name in stayed])
        found |= {name for name in stayed if place[name] not in kept}
    return found


def _families(snapshot: Snapshot) -> dict[tuple[Level, int | None], list[Name]]:
    families: dict[tuple[Level, int | None], list[Name]] = defaultdict(list)
    for item in snapshot.items:
        families[item.level, item.parent].append(item.name)
    return families


def _longest_rising(numbers: Sequence[int]) -> set[int]:
    """The numbers of a longest rising subsequence (they are all different): patience sorting."""
    tops: list[int] = []
    before: dict[int, int | None] = {}
    for number in numbers:
        at = bisect_left(tops, number)
        before[number] = tops[at - 1] if at else None
        tops[at : at + 1] = [number]
    chain: set[int] = set()
    last: int | None = tops[-1] if tops else None
    while last is not None:
        chain.add(last)
        last = before[last]
    return chain
