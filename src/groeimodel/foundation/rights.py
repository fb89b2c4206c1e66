"""Rights as a table of small predicates: the `rules` library, with types.

    is_gardener = predicate(lambda person, action: ...)
    grant("actions.report", is_gardener | is_coordinator)

A right is asked with Django's own `person.has_perm("actions.report", action)`.
"""

from collections.abc import Callable
from typing import Any, Protocol, cast

from rules.permissions import add_perm
from rules.predicates import predicate as untyped_predicate


class Predicate(Protocol):
    """A test of (person, subject) that composes with `|`, `&` and `~`."""

    def __call__(self, person: Any, subject: Any) -> bool: ...
    def __or__(self, other: "Predicate") -> "Predicate": ...
    def __and__(self, other: "Predicate") -> "Predicate": ...
    def __invert__(self) -> "Predicate": ...


def predicate(test: Callable[[Any, Any], bool]) -> Predicate:
    return cast(Predicate, untyped_predicate(test))  # type: ignore[no-untyped-call]


def grant(permission: str, test: Predicate) -> None:
    """Whoever passes the test has the right; a second grant of the same right is an error (KeyError)."""
    add_perm(permission, test)  # type: ignore[no-untyped-call]
