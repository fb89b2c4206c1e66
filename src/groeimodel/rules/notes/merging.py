"""Joining two texts that began as the same one."""

from __future__ import annotations

from dataclasses import dataclass

from rapidfuzz.distance import Indel


@dataclass(frozen=True, slots=True)
class Splice:
    """One change of a text: from place `at` on, `cut` characters go away and `put` comes in."""

    at: int
    cut: int
    put: str


def splices(before: str, after: str) -> tuple[Splice, ...]:
    """What turns one text into the other: the fewest characters taken away and added, places as in `before`.

    Equal ends are set aside first, so that the cost is that of the part that changed.
    """
    start = _common(before, after)
    rest, new = before[start:], after[start:]
    end = _common(rest[::-1], new[::-1])
    rest, new = rest[: len(rest) - end], new[: len(new) - end]
    found: list[Splice] = []
    for step in Indel.opcodes(rest, new):
        if step.tag == "equal":
            continue
        cut, put = step.src_end - step.src_start, new[step.dest_start : step.dest_end]
        last = found[-1] if found else None
        if last is not None and last.at + last.cut == start + step.src_start:
            found[-1] = Splice(last.at, last.cut + cut, last.put + put)
        else:
            found.append(Splice(start + step.src_start, cut, put))
    return tuple(found)


def merge(base: str, theirs: str, mine: str) -> str:
    """`base` with the changes of both; where both added at one place, mine comes first.

    Who types goes on behind the own last letter. What somebody else added at that place must stay behind it, or
    it would stand in the middle of a word that is being typed.

    The same addition by both at the same place is taken once: a text that is sent twice arrives once.
    """
    if base == theirs or theirs == mine:
        return mine
    if base == mine:
        return theirs
    one, other = _marked(base, theirs), _marked(base, mine)
    parts: list[str] = []
    for place in range(len(base) + 1):
        parts.append(other.put.get(place, ""))
        if one.put.get(place, "") != other.put.get(place, ""):
            parts.append(one.put.get(place, ""))
        if place < len(base) and place not in one.gone and place not in other.gone:
            parts.append(base[place])
    return "".join(parts)


@dataclass(frozen=True, slots=True)
class _Marks:
    put: dict[int, str]
    gone: frozenset[int]


def _marked(base: str, after: str) -> _Marks:
    changes = splices(base, after)
    gone = (place for one in changes for place in range(one.at, one.at + one.cut))
    # What replaces a stretch stands behind it, so that two who replace the same stretch stay in order.
    return _Marks({one.at + one.cut: one.put for one in changes if one.put}, frozenset(gone))


def _common(one: str, other: str) -> int:
    """How many characters are the same from the start; halving, so that long equal texts cost little."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low
