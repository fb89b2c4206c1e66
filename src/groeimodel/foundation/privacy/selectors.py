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
    shown: bool = True
    """False where the lines were not read."""


EVERYTHING = "alles"


def kept_about(person: Person, show: str = EVERYTHING) -> tuple[Kept, ...]:
    """Everything; a few queries for each room. `show` names the one room whose lines are read, or none of them."""
    every = [(one, show in (EVERYTHING, one.name)) for one in all_holdings()]
    return tuple(Kept(one, tuple(one.lines(person)) if read else (), read) for one, read in every)


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
