"""What a scheme asks: rules, documents and text blocks, each with how far it can be trusted."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

Value = int | Decimal | Fraction | tuple[str, ...] | bool

CHECKED = (
    "forms",
    "term_years",
    "min_members",
    "min_inhabitants",
    "plan",
    "cap_per_inhabitant",
    "cap_per_year",
    "ratio",
)
"""Rules that are checked, in the order of the page; the others only say something."""
LARGEST = 100_000_000


@dataclass(frozen=True, slots=True)
class Rule:
    id: str
    text: str
    """A sentence for the screen."""
    value: Value | None
    """What is checked with; None where nobody knows it yet, or where the sentence says it all."""
    source: str
    confirmed: bool
    own: bool = False
    """The partnership filled the value in itself."""


@dataclass(frozen=True, slots=True)
class Document:
    id: str
    name: str
    what: str
    due_on: str | None
    """The last day, as '2026-04-01'; None where it is not known."""
    after_year: int | None
    """It looks back on so many years of the term; None for what is filed before it begins."""
    source: str
    confirmed: bool


@dataclass(frozen=True, slots=True)
class Block:
    """A text of a document."""

    id: str
    document: str
    title: str
    what: str
    limit: int
    """Most characters; a starting point of our own, since the fields of the form are not known."""
    draft: str
    """From what it is drafted: 'partners', 'organs', 'goals', ..."""


@dataclass(frozen=True, slots=True)
class Own:
    """A value that a partnership filled in, with where it read it."""

    value: Value
    source: str


@dataclass(frozen=True, slots=True)
class Scheme:
    id: str
    name: str
    what: str
    starts: str
    """First day of the term, as '2027-01-01'; days written so stand in the order of time."""
    ends: str
    rules: tuple[Rule, ...]
    documents: tuple[Document, ...]
    blocks: tuple[Block, ...]

    @property
    def years(self) -> tuple[int, ...]:
        return tuple(range(int(self.starts[:4]), int(self.ends[:4]) + 1))

    def rule(self, id: str) -> Rule | None:
        return next((one for one in self.rules if one.id == id), None)

    def blocks_of(self, document: str) -> tuple[Block, ...]:
        return tuple(one for one in self.blocks if one.document == document)

    def with_own(self, own: Mapping[str, Own]) -> Scheme:
        """The same scheme with values that a partnership filled in; they are never confirmed."""
        rules = tuple(
            replace(one, value=own[one.id].value, source=own[one.id].source, confirmed=False, own=True)
            if one.id in own
            else one
            for one in self.rules
        )
        return replace(self, rules=rules)


def parse_value(rule: str, said: str) -> Value:
    """What somebody typed, as the value of a rule: '4', '85.000', '0,90', '1/2', 'a, b', 'ja'.

    Raises:
        ValueError: it is no such value, or the rule has none.
    """
    said = said.strip()
    if rule == "forms":
        names = tuple(part.strip() for part in said.split(",") if part.strip())
        if not names:
            raise ValueError(rule)
        return names
    if rule == "plan":
        if said.lower() not in ("ja", "nee"):
            raise ValueError(rule)
        return said.lower() == "ja"
    if rule == "ratio":
        found = re.fullmatch(r"(\d{1,4})\s*[/:]\s*(\d{1,4})", said)
        if not found or not int(found[1]) or not int(found[2]):
            raise ValueError(rule)
        return Fraction(int(found[1]), int(found[2]))
    if rule in ("cap_per_inhabitant", "cap_per_year"):
        if not re.fullmatch(r"\d{1,3}(\.\d{3})+(,\d{1,2})?|\d{1,9}([.,]\d{1,2})?", said):
            raise ValueError(rule)
        grouped = re.fullmatch(r"\d{1,3}(\.\d{3})+(,\d{1,2})?", said)
        amount = Decimal((said.replace(".", "") if grouped else said).replace(",", "."))
        return _within(rule, amount)
    if rule in ("term_years", "min_members", "min_inhabitants"):
        if not re.fullmatch(r"\d{1,3}(\.\d{3})+|\d{1,9}", said):
            raise ValueError(rule)
        return int(_within(rule, Decimal(said.replace(".", ""))))
    raise ValueError(rule)


def _within(rule: str, amount: Decimal) -> Decimal:
    if not 0 < amount <= LARGEST:
        raise ValueError(rule)
    return amount
