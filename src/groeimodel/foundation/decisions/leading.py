"""Where the rows stand that decisions are about: rooms above say it of theirs.

leading.offer("actions.action", pages_of)      # (partnership, [12, 14]) -> {12: "/igs/.../acties/12/"}
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from groeimodel.foundation.partners.models import Partnership

Pages = Callable[[Partnership, Sequence[int]], Mapping[int, str]]
"""Addresses by key, of the rows that are still there; the scope is open. One query."""

_offers: dict[str, Pages] = {}


def offer(model: str, pages: Pages) -> None:
    """Let decisions lead to rows of this model, 'room.model'."""
    _offers[model] = pages


def pages_of(partnership: Partnership, subjects: Iterable[str]) -> dict[str, str]:
    """The address of each subject that has one, by the subject ('actions.action:12'); one query a room."""
    keys: dict[str, set[int]] = defaultdict(set)
    for subject in subjects:
        model, _colon, key = subject.partition(":")
        if model in _offers and key.isdecimal():
            keys[model].add(int(key))
    return {
        f"{model}:{key}": url
        for model, some in keys.items()
        for key, url in _offers[model](partnership, sorted(some)).items()
    }
