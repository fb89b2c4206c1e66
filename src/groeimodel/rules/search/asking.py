"""From what somebody types to what is looked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from groeimodel.rules.search.thesaurus import Thesaurus
from groeimodel.rules.search.words import COMMON, parts_of, stem, words_of

MOST = 8
"""Words of a question that are looked for: more make no difference, and cost."""


@dataclass(frozen=True, slots=True)
class Term:
    """One word that is looked for, with everything that counts as having found it."""

    word: str
    """As it was typed, folded."""
    exact: frozenset[str]
    """The word and its stem."""
    near: frozenset[str]
    """Stems of words for the same thing."""
    parts: frozenset[str]
    """Stems of the parts of a compound, with what is said for the same thing; and longer words that hold it."""
    begins: str
    """What a longer word may begin with; empty for a short word."""


@dataclass(frozen=True, slots=True)
class Asked:
    terms: tuple[Term, ...]
    corrected: Mapping[str, str]
    """From a word as it was typed to the known word that was taken for it."""


def ask(
    query: str,
    thesaurus: Thesaurus,
    *,
    corrections: Mapping[str, str] | None = None,
    holding: Mapping[str, frozenset[str]] | None = None,
) -> Asked:
    """The terms of a question, without words that say nothing (unless it has no others).

    `corrections` says for a typed word what it was meant to be, `holding` which known words hold it inside.
    """
    typed = list(dict.fromkeys(words_of(query)))
    telling = [word for word in typed if word not in COMMON] or typed
    mended = {word: corrections[word] for word in telling if corrections and word in corrections}
    terms = tuple(
        _term(mended.get(word, word), thesaurus, (holding or {}).get(word, frozenset()))
        for word in telling[:MOST]
    )
    return Asked(terms, mended)


def _term(word: str, thesaurus: Thesaurus, holding: frozenset[str]) -> Term:
    exact = frozenset({word, stem(word)})
    near = thesaurus.same_as(word) - exact
    parts = set(holding)
    for part in parts_of(word, thesaurus.parts):
        parts |= {stem(part)} | thesaurus.same_as(part)
    return Term(word, exact, near, frozenset(parts) - near - exact, word if len(word) > 2 else "")
