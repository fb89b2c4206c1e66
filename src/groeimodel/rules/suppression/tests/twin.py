"""Slow and obvious: the rule once more, as its page says it."""

from __future__ import annotations

from collections.abc import Sequence

from groeimodel.rules.suppression import Entry

Said = tuple[int, int, int] | None
"""From, to and at least how many partnerships; None stays away."""


def may_be_known(values: list[int]) -> bool:
    if len(values) < 5:
        return False
    largest = max(values)
    if largest > sum(values) * 2 / 5:
        return False
    left = list(values)
    for _ in range(3):
        left.remove(max(left))
    return sum(left) >= largest / 5


def pieces(entries: Sequence[Entry], shown: list[tuple[str, str]]) -> list[list[Entry]]:
    """Everybody who is in exactly the same shown groups stands together."""
    found: dict[tuple[bool, ...], list[Entry]] = {}
    for one in entries:
        found.setdefault(tuple(one.groups.get(name) == group for name, group in shown), []).append(one)
    return list(found.values())


def coarse(values: list[int]) -> tuple[int, int]:
    total, step = sum(values), 5
    for larger in (10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000, 20000, 50000, 100000):
        if larger <= total / 4:
            step = larger
    low = 0
    while low + step <= total:
        low += step
    return low, low + step - 1


def table(entries: Sequence[Entry], dimensions: Sequence[str]) -> dict[tuple[str, str], Said]:
    adding = [one for one in entries if one.value]
    names = [
        (name, group)
        for name in dimensions
        for group in sorted({one.groups[name] for one in entries if one.groups.get(name)})
    ]
    out: dict[tuple[str, str], Said] = {("", ""): None, **dict.fromkeys(names)}
    if not may_be_known([one.value for one in adding]):
        return out

    def size(name: tuple[str, str]) -> int:
        return sum(1 for one in adding if one.groups.get(name[0]) == name[1])

    shown: list[tuple[str, str]] = []
    for name in sorted(names, key=lambda one: (dimensions.index(one[0]), -size(one), one[1])):
        parts = pieces(adding, [*shown, name])
        own = [one.value for one in adding if one.groups.get(name[0]) == name[1]]
        if may_be_known(own) and all(may_be_known([one.value for one in part]) for part in parts):
            shown.append(name)
    for name in [("", ""), *shown]:
        low = high = people = 0
        for part in pieces(adding, shown):
            if name == ("", "") or part[0].groups.get(name[0]) == name[1]:
                a, b = coarse([one.value for one in part])
                low, high, people = low + a, high + b, people + len(part) - len(part) % 5
        out[name] = (low, high, people)
    return out
