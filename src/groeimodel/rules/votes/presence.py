"""Who is there, who stands in for whom, and whether that is enough to decide."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from groeimodel.rules.votes.statute import QuorumOf, Statute

Key = int | str


@dataclass(frozen=True, slots=True)
class Seat:
    """A filled seat; an empty one is not there for these rules."""

    key: Key
    municipality: Key | None = None
    """None for a seat that is tied to no municipality."""
    votes: int = 1
    advisory: bool = False
    """Speaks and gives advice, but its vote is never counted."""


@dataclass(frozen=True, slots=True)
class Proxy:
    """An absent seat, and the seat that votes for it."""

    giver: Key
    holder: Key


@dataclass(frozen=True, slots=True)
class Attendance:
    present: frozenset[Key]
    proxies: tuple[Proxy, ...] = ()

    @property
    def here(self) -> frozenset[Key]:
        """Seats that are present or represented."""
        return self.present | {one.giver for one in self.proxies}


Wrong = Literal[
    "unknown_seat",
    "giver_present",
    "giver_twice",
    "holder_absent",
    "holder_advisory",
    "too_many",
]


@dataclass(frozen=True, slots=True)
class Problem:
    wrong: Wrong
    seat: Key
    """The seat that it is about: the giver, or for 'holder_...' and 'too_many' the holder."""


def problems_of(seats: Sequence[Seat], attendance: Attendance, *, proxies: int) -> tuple[Problem, ...]:
    """Everything in an attendance that the statutes do not allow; `proxies` is how many one seat may hold."""
    known = {one.key: one for one in seats}
    found = [Problem("unknown_seat", key) for key in sorted(attendance.present - set(known), key=str)]
    for one in attendance.proxies:
        if one.giver not in known or one.holder not in known:
            found.append(Problem("unknown_seat", one.giver if one.giver not in known else one.holder))
            continue
        if one.giver in attendance.present:
            found.append(Problem("giver_present", one.giver))
        if one.holder not in attendance.present:
            found.append(Problem("holder_absent", one.holder))
        if known[one.holder].advisory and not known[one.giver].advisory:
            found.append(Problem("holder_advisory", one.holder))
    givers = Counter(one.giver for one in attendance.proxies)
    found += [Problem("giver_twice", key) for key, times in givers.items() if times > 1]
    holders = Counter(one.holder for one in attendance.proxies)
    found += [Problem("too_many", key) for key, times in holders.items() if times > proxies]
    return tuple(dict.fromkeys(found))


@dataclass(frozen=True, slots=True)
class Enough:
    """Whether there are enough to decide, and why."""

    of: QuorumOf
    here: int
    total: int
    needed: int
    waived: bool = False
    """A second call: whoever is there decides."""

    @property
    def met(self) -> bool:
        return self.here >= self.needed


def quorum(
    statute: Statute, seats: Sequence[Seat], attendance: Attendance, *, second: bool = False
) -> Enough:
    """Count whoever is present or represented, of the seats with a vote.

    A municipality is there when one of its seats with a vote is. `second` says that this is a second call, for a point
    that was on the first: where the statutes know one, somebody with a vote is enough.
    """
    voting = [one for one in seats if not one.advisory]
    there = [one for one in voting if one.key in attendance.here]
    rule = statute.quorum
    of: QuorumOf = rule.of if rule is not None else "seats"
    if of == "municipalities":
        total, here = len(_municipalities(voting)), len(_municipalities(there))
    else:
        total, here = len(voting), len(there)
    if rule is None:
        return Enough(of, here, total, 1)
    if second and rule.second_call:
        return Enough(of, here, total, 1, waived=True)
    return Enough(of, here, total, rule.bound.needed(total))


def _municipalities(seats: Sequence[Seat]) -> set[Key]:
    return {one.municipality for one in seats if one.municipality is not None}
