"""Legal forms and their organs as templates: values, read from `content/forms.toml`. Nothing of them is code."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

Value = bool | int | str | tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of a form or an organ, with where it comes from and how far it can be trusted."""

    id: str
    text: str
    """A sentence for the screen."""
    value: Value
    """What a check or a warning reckons with; None where the sentence says it all."""
    source: str
    """An address; empty for a starting point of our own, which is never confirmed."""
    confirmed: bool


@dataclass(frozen=True, slots=True)
class SeatTemplate:
    """Seats that are made when an organ is set up."""

    each: bool
    """One for every member; else one for the partnership as a whole."""
    sits: str
    """Whose seat fills it at first: 'alderman', 'officer', or nobody's."""
    capacity: str
    """As what somebody sits there: 'alderman', 'councillor', ..."""
    task: str
    votes: int
    advisory: bool
    opposition: bool
    """Meant for a councillor of the opposition."""


@dataclass(frozen=True, slots=True)
class OrganTemplate:
    kind: str
    name: str
    what: str
    """What it is for, in a sentence."""
    standard: bool
    """Set up when the form is chosen; others are a choice."""
    public: bool
    seats: tuple[SeatTemplate, ...]
    statute: Mapping[str, Any]
    """In the shape of `rules/votes`."""
    rules: tuple[Rule, ...]

    def rule(self, name: str) -> Rule | None:
        return by_id(self.rules, name)


@dataclass(frozen=True, slots=True)
class Form:
    """One legal form."""

    id: str
    name: str
    what: str
    rules: tuple[Rule, ...]
    organs: tuple[OrganTemplate, ...]

    def rule(self, name: str) -> Rule | None:
        return by_id(self.rules, name)

    def value(self, name: str) -> Value:
        """What a rule says; None where the form does not have it."""
        found = self.rule(name)
        return found.value if found else None

    def organ(self, kind: str) -> OrganTemplate | None:
        return next((one for one in self.organs if one.kind == kind), None)


R = TypeVar("R", bound=Rule)


def by_id(rules: Sequence[R], name: str) -> R | None:
    return next((one for one in rules if one.id == name), None)
