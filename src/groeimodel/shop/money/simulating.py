"""What a total would ask of each municipality by several keys, beside each other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from groeimodel.foundation.partners.models import Municipality, Partnership
from groeimodel.rules.keys import Impossible
from groeimodel.rules.money import mixed
from groeimodel.shop.money.dividing import divide, figures_for
from groeimodel.shop.money.models import Call
from groeimodel.shop.money.wording import key_in_words

Key = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Cell:
    amount: Decimal
    a_head: Decimal | None
    """Per inhabitant; None while their number is not known."""
    differs: Decimal | None
    """From the first key; None in its own column."""

    @property
    def more(self) -> Decimal:
        return max(self.differs or Decimal(0), Decimal(0))

    @property
    def less(self) -> Decimal:
        return max(-(self.differs or Decimal(0)), Decimal(0))


@dataclass(frozen=True, slots=True)
class Column:
    name: str
    words: str
    problem: str
    """Why this key cannot divide it; empty where it can."""


@dataclass(frozen=True, slots=True)
class Simulated:
    columns: tuple[Column, ...]
    rows: tuple[tuple[Municipality, tuple[tuple[Column, Cell | None], ...]], ...]
    total: Decimal


def chosen_key(weights: Mapping[str, int]) -> dict[str, Any]:
    return mixed(weights)


def present_key(partnership: Partnership, year: int) -> Key | None:
    """The key of the last call, up to this year."""
    last = Call.objects.filter(book_year__partnership=partnership, book_year__year__lte=year).first()
    return last.key if last else None


def with_standard(weights: Mapping[str, int], present: Key | None) -> dict[str, Key]:
    """The present key first, then what was set, then the simple ones; none twice."""
    keys: dict[str, Key] = {}
    wanted: list[tuple[str, Key]] = [(_("Nu"), present)] if present else []
    if any(weights.values()):
        wanted.append((_("Jullie keuze"), chosen_key(weights)))
    wanted += [
        (_("Gelijk"), {"name": "equal"}),
        (_("Per inwoner"), {"name": "inhabitants"}),
        (_("Per jongere"), {"name": "under_25"}),
        (_("Per deelname"), {"name": "participation"}),
    ]
    for name, key in wanted:
        if key not in keys.values():
            keys[name] = key
    return keys


def simulate(partnership: Partnership, year: int, total: Decimal, keys: Mapping[str, Key]) -> Simulated:
    """Each municipality by each key, exact to the cent: two queries."""
    places, figures = figures_for(partnership, year)
    columns, amounts = [], []
    for name, key in keys.items():
        shares: dict[str, Decimal] | None = None
        problem = ""
        try:
            shares = divide(total, key, places, figures)
        except Impossible:
            problem = _("Voor deze sleutel ontbreken cijfers, of ze zijn overal nul.")
        columns.append(Column(name, key_in_words(key), problem))
        amounts.append(shares)
    first = amounts[0] if amounts else None
    rows = tuple(
        (
            place,
            tuple(
                (columns[at], None if one is None else _cell(place, one, None if at == 0 else first))
                for at, one in enumerate(amounts)
            ),
        )
        for place in places
    )
    return Simulated(tuple(columns), rows, total)


def _cell(place: Municipality, shares: Mapping[str, Decimal], first: Mapping[str, Decimal] | None) -> Cell:
    amount = shares[place.key]
    a_head = round(amount / place.inhabitants, 2) if place.inhabitants else None
    return Cell(amount, a_head, amount - first[place.key] if first is not None else None)
