"""Asking for a right, and what the things are about that rights are asked of.

The table itself is `groeimodel.rules.rights.table`. A service asks with `require(actor, "harvest.tend", harvest)`;
a page asks with Django's own `person.has_perm("harvest.tend", harvest)`.

Each room tells in its `access.py` what its rows are about, so that the cells 'own' and 'self' can be read:

    about(Harvest, lambda harvest: About(harvest.partnership, municipality=harvest.municipality_id))
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from django.core.exceptions import PermissionDenied


@dataclass(frozen=True, slots=True)
class About:
    """What a subject is about, by keys of rows."""

    partnership: Any = None
    """A `Partnership`; this module lies under the room that knows it."""
    municipality: int | None = None
    people: frozenset[int | None] = frozenset()
    """Whom it concerns, or in whose care it is."""


T = TypeVar("T")

_tellers: dict[type, Callable[[Any], About]] = {}


def about(model: type[T], teller: Callable[[T], About]) -> None:
    """Tell of every row of a model what it is about."""
    _tellers[model] = teller


def what_is(subject: Any) -> About:
    """What a subject is about; nothing at all for None, as in 'found a partnership'.

    Raises:
        LookupError: no room told what subjects of this kind are about.
    """
    if subject is None:
        return About()
    for kind in subject.__class__.__mro__:  # the class itself, also of a lazy object
        if kind in _tellers:
            return _tellers[kind](subject)
    raise LookupError(f"No room tells what a {type(subject).__name__} is about; see foundation/rights.py")


def require(actor: Any, right: str, subject: Any) -> None:
    """Refuse whoever lacks the right. `None` is the system itself: an import, a job, the example data.

    Raises:
        PermissionDenied: the actor may not do this to this subject.
    """
    if actor is not None and not actor.has_perm(right, subject):
        raise PermissionDenied("Dit kan alleen wie er in deze samenwerking het recht toe heeft.")
