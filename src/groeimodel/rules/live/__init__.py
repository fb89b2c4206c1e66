"""What the screen of a live session may show of a statement. In words: docs/rules/live.md."""

from __future__ import annotations

from collections.abc import Mapping

FEWEST_PEOPLE = 3
EVERYBODY = ""

Counts = dict[str, list[int]]
"""Role to how many people answered 1, 2, 3, 4 and 5."""


def shown(counts: Mapping[str, list[int]]) -> Counts:
    """The counts that may be shown, by role; or all people together under ''.

    Roles apart only where each role that answered has at least three people: with the whole and the other roles in
    sight, a small role would follow by subtraction. Nothing at all of fewer than three people.
    """
    there = {role: list(five) for role, five in counts.items() if sum(five)}
    everybody = [sum(five[n] for five in there.values()) for n in range(5)]
    if sum(everybody) < FEWEST_PEOPLE:
        return {}
    if all(sum(five) >= FEWEST_PEOPLE for five in there.values()):
        return there
    return {EVERYBODY: everybody}
