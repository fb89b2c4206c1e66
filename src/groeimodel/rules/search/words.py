"""From a text to words that can be compared: without capitals and accents, and brought back to a stem."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from snowballstemmer import stemmer

_WORD = re.compile(r"[a-z0-9]+")
_DUTCH = stemmer("dutch")
"""Kraaij and Pohlmann, "Viewing stemming as recall enhancement" (SIGIR 1996), as Snowball has it."""
LONGEST = 60
"""Characters of a word; what is longer is no word."""

COMMON = frozenset(
    [
        "aan",
        "al",
        "als",
        "bij",
        "dan",
        "dat",
        "de",
        "deze",
        "die",
        "dit",
        "doen",
        "door",
        "een",
        "en",
        "er",
        "geen",
        "haar",
        "heb",
        "hebben",
        "heeft",
        "het",
        "hij",
        "hoe",
        "iets",
        "ik",
        "in",
        "is",
        "je",
        "jij",
        "jouw",
        "kan",
        "ken",
        "kent",
        "komt",
        "kun",
        "kunnen",
        "maar",
        "me",
        "meer",
        "men",
        "met",
        "mij",
        "mijn",
        "naar",
        "niet",
        "nog",
        "nu",
        "of",
        "om",
        "ons",
        "onze",
        "ook",
        "op",
        "over",
        "te",
        "tot",
        "u",
        "uit",
        "van",
        "veel",
        "voor",
        "waar",
        "wanneer",
        "wat",
        "we",
        "wel",
        "welke",
        "wie",
        "wij",
        "wil",
        "worden",
        "wordt",
        "ze",
        "zich",
        "zijn",
        "zo",
        "zonder",
        "zou",
    ]
)
"""Words that a question may hold and that say nothing about what is looked for."""


def fold(text: str) -> str:
    """Small letters without accents: 'Coördinator' and 'coordinator' are the same."""
    plain = unicodedata.normalize("NFKD", text.lower())
    return "".join(one for one in plain if not unicodedata.combining(one))


def words_of(text: str) -> list[str]:
    """The folded words of a text, in order."""
    return [word for word in _WORD.findall(fold(text)) if len(word) <= LONGEST]


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """The stem of a folded word: 'fuiven' and 'fuif' have the same."""
    return str(_DUTCH.stemWord(word)) if len(word) > 2 else word


def written(text: str, parts: frozenset[str] = frozenset()) -> list[str]:
    """What is kept of a text to be found by: each word, its stem, and the known words that it is put together from.

    `parts` holds folded words of which compounds are made. A word that occurs twice is kept twice: that weighs.
    """
    return [kept for word in words_of(text) for kept in _kept(word, parts)]


@lru_cache(maxsize=100_000)
def _kept(word: str, parts: frozenset[str]) -> tuple[str, ...]:
    others = {stem(word)} | {stem(part) for part in parts_of(word, parts)}
    return (word, *sorted(others - {word}))


SHORTEST = 4
"""Letters of a part of a compound: with fewer, every second word would hold one."""


def parts_of(word: str, parts: frozenset[str]) -> list[str]:
    """The known words with which a folded word begins or ends: 'fuifcharter' holds 'fuif' and 'charter'."""
    found = []
    for place in range(SHORTEST, len(word) - 2):
        if word[:place] in parts:
            found.append(word[:place])
    for place in range(3, len(word) - SHORTEST + 1):
        if word[place:] in parts:
            found.append(word[place:])
    return found
