"""Words that are said for the same thing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from groeimodel.rules.search.words import stem, words_of


@dataclass(frozen=True, slots=True)
class Thesaurus:
    """Groups of words; each word is known by its stem."""

    others: dict[str, frozenset[str]]
    """From a stem to the stems that are said for the same thing."""
    parts: frozenset[str]
    """Folded words of which compounds are made."""

    @classmethod
    def of(cls, groups: Iterable[Sequence[str]]) -> Thesaurus:
        """From groups of words; what is written with a space counts as its words put together, and is no part."""
        others: dict[str, set[str]] = defaultdict(set)
        parts: set[str] = set()
        for group in groups:
            words = [words_of(one) for one in group]
            single = [one[0] for one in words if len(one) == 1]
            stems = {stem(one) for one in single}
            for one in stems:
                others[one] |= stems - {one}
            parts |= {one for one in single if len(one) > 3}
        return cls({key: frozenset(value) for key, value in others.items()}, frozenset(parts))

    def same_as(self, word: str) -> frozenset[str]:
        """Stems of what is said for the same thing as a folded word."""
        return self.others.get(stem(word), frozenset())
