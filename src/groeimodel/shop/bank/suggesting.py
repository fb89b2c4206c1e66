"""Where a line of a statement may belong, with the reason in words. Values in, suggestions out; no database."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Protocol

from django.utils.translation import gettext as _

from groeimodel.meadow.tending.money import in_euro


@dataclass(frozen=True, slots=True)
class Owed:
    """A contribution that a municipality was asked for."""

    key: int
    reference: str
    """Twelve digits."""
    remaining: Decimal
    """Still to be paid; 0 when it is paid."""
    municipality: int
    names: tuple[str, ...]
    """Of the municipality, today and before."""
    title: str
    """'Bijdrage 2026, Iepenrade'."""


@dataclass(frozen=True, slots=True)
class Habit:
    """What was done before with the same account of another party."""

    post: int | None
    """The post of the year of the line, when there is one like it."""
    municipality: int | None
    title: str
    times: int


@dataclass(frozen=True, slots=True)
class Portion:
    """A part of the amount, for a contribution or a post."""

    amount: Decimal
    contribution: int | None = None
    post: int | None = None

    @property
    def place(self) -> str:
        """As a choice of a form: 'c5' or 'p7'."""
        return f"c{self.contribution}" if self.contribution is not None else f"p{self.post}"

    @classmethod
    def at(cls, place: str, amount: Decimal) -> Portion:
        kind, key = place[0], int(place[1:])
        return cls(amount, contribution=key) if kind == "c" else cls(amount, post=key)


@dataclass(frozen=True, slots=True)
class Suggestion:
    portions: tuple[Portion, ...]
    """Together at most the amount of the line; what is left over is for the user to place."""
    title: str
    why: str
    sure: bool
    """By reference, to the cent: may be confirmed together with others."""
    warning: str = ""
    """Too little or too much, in words."""
    rest: Decimal = Decimal(0)

    @property
    def digest(self) -> str:
        """Of what would be posted: nobody confirms something else than was shown."""
        return ",".join(f"{one.place}:{one.amount}" for one in self.portions)


class Movement(Protocol):
    """What is looked at of a line."""

    @property
    def day(self) -> date: ...
    @property
    def amount(self) -> Decimal: ...
    @property
    def name(self) -> str: ...
    @property
    def iban(self) -> str: ...
    @property
    def text(self) -> str: ...
    @property
    def reference(self) -> str: ...


class Suggesting:
    """Knows what is owed and what was done before; asked once for each line.

    What two lines would pay at once is given to the first: `taken` goes down as suggestions are made.
    """

    def __init__(self, owed: Sequence[Owed], habits: Callable[[Movement], Habit | None]) -> None:
        self.by_reference = {one.reference: one for one in owed}
        self.owed = list(owed)
        self.habits = habits
        self.left = {one.key: one.remaining for one in owed}

    def of(self, line: Movement) -> Suggestion | None:
        found = (self._by_reference(line) or self._by_amount(line)) if line.amount > 0 else None
        if found is None:
            return self._by_habit(line)
        for one in found.portions:
            if one.contribution is not None:
                self.left[one.contribution] -= one.amount
        return found

    def _by_reference(self, line: Movement) -> Suggestion | None:
        told = line.reference in self.by_reference
        digits = re.sub(r"\D", "", line.text)
        hidden = "" if told else next((one for one in self.by_reference if one and one in digits), "")
        if not told and not hidden:
            return None
        one = self.by_reference[line.reference if told else hidden]
        why = _("De gestructureerde mededeling is die van deze bijdrage.") if told else _("De cijfers van de mededeling staan in de tekst.")  # fmt: skip
        return self._paying(one, line.amount, why, sure=told)

    def _paying(self, one: Owed, amount: Decimal, why: str, *, sure: bool) -> Suggestion:
        left = self.left[one.key]
        if left <= 0:
            warning = _("Deze bijdrage is al helemaal betaald. Is dit een dubbele betaling?")
            return Suggestion((), one.title, why, sure=False, warning=warning, rest=amount)
        portion = Portion(min(amount, left), contribution=one.key)
        if amount < left:
            warning = _("Een deel: hierna staat nog %(left)s open.") % {"left": in_euro(left - amount)}
            return Suggestion((portion,), one.title, why, sure, warning)
        if amount > left:
            warning = _("%(more)s te veel: zeg waar de rest hoort.") % {"more": in_euro(amount - left)}
            return Suggestion((portion,), one.title, why, False, warning, rest=amount - left)
        return Suggestion((portion,), one.title, why, sure)

    def _by_amount(self, line: Movement) -> Suggestion | None:
        """The same amount, from the municipality itself: by its account, or by its name."""
        habit = self.habits(line)
        near = [one for one in self.owed if self.left[one.key] == line.amount]
        known = [one for one in near if habit is not None and habit.municipality == one.municipality]
        if len(known) == 1:
            why = _("Zelfde bedrag, en van deze rekening kwam eerder een bijdrage van deze gemeente.")
            return self._paying(known[0], line.amount, why, sure=False)
        named = [one for one in near if any(is_named(name, line.name) for name in one.names)]
        if len(named) == 1:
            why = _("Zelfde bedrag, en de naam van de gemeente staat bij de tegenpartij.")
            return self._paying(named[0], line.amount, why, sure=False)
        return None

    def _by_habit(self, line: Movement) -> Suggestion | None:
        habit = self.habits(line)
        if habit is None or habit.post is None:
            return None
        why = _("Eerder ging het met deze tegenpartij ook hierheen (%(times)s keer).") % {
            "times": habit.times
        }
        return Suggestion((Portion(abs(line.amount), post=habit.post),), habit.title, why, sure=False)


def plain(text: str) -> str:
    letters = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().casefold()
    return " ".join(re.findall(r"[a-z0-9]+", letters))


def is_named(name: str, text: str) -> bool:
    """Whether the name stands in the text as whole words, whatever the accents and capitals."""
    return bool(name.strip()) and f" {plain(name)} " in f" {plain(text)} "
