"""The journal in words: each room says in its `apps.py` how its verbs are told.

    tell("partners.seat_filled", _("%(person)s zit nu op de zetel van %(role)s voor %(municipality)s."), role=ROLES)

A sentence may name `who` (did it), `municipality`, `person` (the key `person` in the data), `partnership`, and every
other key of the data; a keyword argument gives the Dutch words for the values of a key. A test holds that each verb
that the code records is told.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

Words = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Telling:
    sentence: Any
    """A (lazy) text with placeholders."""
    words: Mapping[str, Words]
    quiet: bool
    """Not told on pages and in mails: technical, or too small to be news."""
    link: Callable[[str], str] | None
    """From the web name of the partnership to the page where it can be seen."""


_tellings: dict[str, Telling] = {}
_former: dict[str, Telling] = {}
"""Verbs that older entries carry and nobody writes any more."""


def tell(
    verb: str,
    sentence: Any,
    *,
    quiet: bool = False,
    link: Callable[[str], str] | None = None,
    was: str = "",
    **words: Words,
) -> None:
    """Say how a verb is told; `was` is its name in entries of before, which never change."""
    _tellings[verb] = Telling(sentence, words, quiet, link)
    if was:
        _former[was] = _tellings[verb]


def telling_of(verb: str) -> Telling | None:
    return _tellings.get(verb) or _former.get(verb)


def told_verbs() -> frozenset[str]:
    """The verbs that are told on pages and in mails."""
    return frozenset(verb for verb, one in {**_former, **_tellings}.items() if not one.quiet)


def known_verbs() -> frozenset[str]:
    return frozenset(_tellings)
