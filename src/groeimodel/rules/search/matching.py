"""How well a text answers a question, and which known word a mistyped one was meant to be."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Literal

from rapidfuzz.distance import OSA

from groeimodel.rules.search.asking import Term

How = Literal["word", "stem", "begins", "near", "part", "none"]
WORTH: dict[How, int] = {"word": 5, "stem": 4, "begins": 3, "near": 2, "part": 1, "none": 0}
TITLE = 2
"""A word in the title counts so many times one in the text."""


@dataclass(frozen=True, slots=True, order=True)
class Rank:
    """Compared field by field, the higher the better."""

    found: int
    """Words of the question that were found."""
    worth: int
    early: int
    """Minus the place in the title where the first one stands: what is named first, a text is about."""


def rank(terms: Sequence[Term], title: Sequence[str], text: str) -> Rank:
    """How well a text answers: first how many words it has, then how exactly and where.

    `title` is what `written` keeps of the title, `text` the same of the text, with blanks between: a text can be long.
    """
    found = worth = 0
    places = [len(title)]
    kept = f" {text} "
    for term in terms:
        in_title = [(_how(term, one), -place) for place, one in enumerate(title)]
        how, place = max(in_title, key=lambda pair: (WORTH[pair[0]], pair[1]), default=("none", 0))
        best = max(TITLE * WORTH[how], WORTH[_how_in(term, kept)])
        places += [-place] if how != "none" else []
        found += best > 0
        worth += best
    return Rank(found, worth, -min(places))


def _how_in(term: Term, kept: str) -> How:
    """The best of `_how` for any word of a text that begins and ends with a blank."""
    if f" {term.word} " in kept:
        return "word"
    if any(f" {one} " in kept for one in term.exact):
        return "stem"
    if term.begins and f" {term.begins}" in kept:
        return "begins"
    if any(f" {one} " in kept for one in term.near):
        return "near"
    return "part" if any(f" {one} " in kept for one in term.parts) else "none"


def _how(term: Term, kept: str) -> How:
    if kept == term.word:
        return "word"
    if kept in term.exact:
        return "stem"
    if term.begins and kept.startswith(term.begins):
        return "begins"
    if kept in term.near:
        return "near"
    return "part" if kept in term.parts else "none"


def answers(term: Term, kept: str) -> bool:
    """Whether a kept word is one by which a term is found."""
    return _how(term, kept) != "none"


def allowed(word: str) -> int:
    """Typing errors that are forgiven: none up to three letters, one up to five, then two."""
    return 0 if len(word) <= 3 else 1 if len(word) <= 5 else 2


def nearest(word: str, known: Collection[str], *, errors: int = 2) -> str | None:
    """The known word that a mistyped one was meant to be, with at most so many errors; None when none is near.

    Distance: optimal string alignment, in which two letters that changed places are one error (Boytsov, "Indexing
    methods for approximate dictionary searching", 2011). The same first letter is preferred: it is seldom mistyped.
    """
    most = min(allowed(word), errors)
    if most == 0:
        return None
    near = [(OSA.distance(word, one, score_cutoff=most), one[:1] != word[:1], one) for one in known]
    best = min((one for one in near if one[0] <= most), default=None)
    return best[2] if best else None
