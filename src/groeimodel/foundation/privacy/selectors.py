"""What is kept about somebody, in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from groeimodel.foundation.people.models import Person
from groeimodel.foundation.personal import Holding, Line, all_holdings


@dataclass(frozen=True, slots=True)
class Kept:
    """What one room keeps about somebody."""

    about: Holding
    lines: tuple[Line, ...]


def kept_about(person: Person) -> tuple[Kept, ...]:
    """Everything; a few queries for each room."""
    return tuple(Kept(one, tuple(one.lines(person))) for one in all_holdings())


@dataclass(frozen=True, slots=True)
class Fate:
    """What becomes of everything when somebody is erased, in sentences."""

    goes: tuple[Any, ...]
    stays: tuple[Any, ...]


def fate() -> Fate:
    rows = all_holdings()
    return Fate(
        goes=tuple(one.goes for one in rows if one.goes), stays=tuple(one.stays for one in rows if one.stays)
    )
