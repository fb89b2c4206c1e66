"""Which actions of the joint plan a local action may belong to, by the words they share. A suggestion, never a decision."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from groeimodel.rules.search import stem, words_of
from groeimodel.rules.search.words import COMMON

EMPTY = COMMON | frozenset(
    [
        "alle",
        "elk",
        "elke",
        "actie",
        "acties",
        "gemeente",
        "gemeentelijk",
        "gemeentelijke",
        "jaar",
        "lokaal",
        "lokale",
        "beleid",
        "jeugd",
        "jong",
        "jongere",
        "jongeren",
        "kind",
        "kinderen",
    ]
)
"""Words that nearly every plan holds."""
SHORTEST = 5
"""Letters of a word that longer words may begin with."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    key: int
    worth: Fraction
    words: tuple[str, ...]
    """The words of the local action that they share, as they stand there."""


def stems_of(text: str) -> dict[str, str]:
    """The telling stems of a text, each with the word that it was first met in."""
    found: dict[str, str] = {}
    for word in words_of(text):
        if len(word) > 2 and word not in EMPTY and not word.isdigit():
            found.setdefault(stem(word), word)
    return found


def suggestions(
    texts: Mapping[int, str], candidates: Mapping[int, str], *, most: int = 3
) -> dict[int, list[Suggestion]]:
    """For each local action (a text by its key) the joint ones that share words with it, the best first.

    A word counts for as much as it is rare among the candidates: what all of them hold says nothing. A longer word that
    begins with the other (speelplein, speelpleinwerking) counts for half.
    """
    of_candidates = {key: stems_of(text) for key, text in candidates.items()}
    holding = Counter(one for stems in of_candidates.values() for one in stems)
    near: dict[str, dict[str, Fraction]] = {}
    found = {}
    for key, text in texts.items():
        own = stems_of(text)
        for one in own:
            if one not in near:
                near[one] = _near(one, holding)
        found[key] = _best(own, of_candidates, near)[:most]
    return found


def _near(own: str, holding: Counter[str]) -> dict[str, Fraction]:
    """What each stem of the candidates is worth to a stem; those that say something else are left out."""
    found = {}
    for other, count in holding.items():
        if own == other:
            found[other] = Fraction(1, count)
        elif min(len(own), len(other)) >= SHORTEST and (own.startswith(other) or other.startswith(own)):
            found[other] = Fraction(1, 2 * count)
    return found


def _best(
    own: Mapping[str, str],
    candidates: Mapping[int, Mapping[str, str]],
    near: Mapping[str, Mapping[str, Fraction]],
) -> list[Suggestion]:
    found = []
    for key, stems in candidates.items():
        worths = {
            one: max((near[one][other] for other in near[one] if other in stems), default=0) for one in own
        }
        shared = tuple(own[one] for one, worth in worths.items() if worth)
        if shared:
            found.append(Suggestion(key, Fraction(sum(worths.values())), shared))
    return sorted(found, key=lambda one: (-one.worth, -len(one.words), one.key))
