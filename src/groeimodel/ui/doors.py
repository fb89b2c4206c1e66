"""Marking a page as open; the doors that ask for a right are in `foundation.doors` and `partners.scoping`."""

from collections.abc import Callable
from typing import Any, TypeVar

View = TypeVar("View", bound=Callable[..., Any])


def open_to_all(why: str) -> Callable[[View], View]:
    """A page for everybody, with the reason in a few words."""

    def mark(view: View) -> View:
        view.open_to_all = why  # type: ignore[attr-defined]
        return view

    return mark
