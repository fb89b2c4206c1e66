"""What a file would change, as plain values: shown on the page, printed by the command, and done exactly so."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from hashlib import sha256

KEEP, END, NEW = "keep", "end", "new"


class PlanChanged(Exception):
    """Something changed since the plan was shown; the new one has to be looked at first."""


class Undecided(Exception):
    """Of some municipalities it was not said what should happen; `members` are their keys."""

    def __init__(self, members: frozenset[int]) -> None:
        super().__init__("Not decided for every municipality.")
        self.members = members


@dataclass(frozen=True, slots=True)
class Choice:
    """One way to go on with a municipality."""

    value: str
    """'keep', 'end', 'NUMBER:new' or 'NUMBER:KEY OF A PERSON', by the number of the candidate."""
    label: str
    source: str = ""
    """Who it is in the register."""
    name: str = ""
    person: int | None = None
    since: str = ""

    @property
    def action(self) -> str:
        return self.value.partition(":")[2] or self.value


@dataclass(frozen=True, slots=True)
class MemberPlan:
    municipality: int
    membership: int
    name: str
    says: str
    """What the register says, as a sentence."""
    notes: tuple[str, ...] = ()
    """Why somebody has to look, or what will happen later."""
    choices: tuple[Choice, ...] = ()
    """Empty when nothing can change."""
    default: str = ""
    """Empty when somebody has to say."""
    before: int | None = None
    """The key of who sits there now."""
    ends: str = ""
    """The last day of who sits there now, where the register knows it."""
    same: tuple[tuple[str, int], ...] = ()
    """Who sits there and stands in the register: address (URI) and key; the link is remembered."""

    @property
    def open(self) -> bool:
        return bool(self.choices)

    def choice(self, value: str) -> Choice | None:
        return next((one for one in self.choices if one.value == value), None)


@dataclass(frozen=True, slots=True)
class Plan:
    members: tuple[MemberPlan, ...]
    elsewhere: int
    """Municipalities in the file that are no member here."""

    @property
    def open(self) -> tuple[MemberPlan, ...]:
        return tuple(one for one in self.members if one.open)

    @property
    def quiet(self) -> tuple[MemberPlan, ...]:
        return tuple(one for one in self.members if not one.open)

    @property
    def digest(self) -> str:
        return sha256(json.dumps(asdict(self), sort_keys=True).encode()).hexdigest()

    def decided(self, said: Mapping[int, str]) -> dict[int, Choice]:
        """What was said for each municipality.

        Raises:
            Undecided: something is missing, or cannot be chosen.
        """
        found = {one.membership: one.choice(said.get(one.membership, "")) for one in self.open}
        missing = frozenset(key for key, choice in found.items() if choice is None)
        if missing:
            raise Undecided(missing)
        return {key: choice for key, choice in found.items() if choice is not None}

    @property
    def defaults(self) -> dict[int, str]:
        """What happens without anybody: what is doubtful stays as it is."""
        return {one.membership: one.default or KEEP for one in self.open}
