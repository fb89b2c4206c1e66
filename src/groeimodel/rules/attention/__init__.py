"""What asks the attention of a supporter, in which order, and which lessons may help. In words: `docs/rules/attention.md`.

Pure: signs of a partnership come in, an order comes out. Nothing here looks at a clock.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

Group = Literal["asks", "dry", "ends", "seats", "checks", "old"]
Word = Literal[
    "question",
    "late",
    "lost",
    "plan",
    "never_met",
    "dry",
    "mandate",
    "organ",
    "term",
    "plan_ends",
    "subsidy",
    "seat",
    "check",
    "scan",
    "no_scan",
    "gauge",
    "no_gauge",
]
GROUPS: Mapping[Word, Group] = {
    "question": "asks",
    "late": "asks",
    "lost": "dry",
    "plan": "dry",
    "never_met": "dry",
    "dry": "dry",
    "mandate": "ends",
    "organ": "ends",
    "term": "ends",
    "plan_ends": "ends",
    "subsidy": "ends",
    "seat": "seats",
    "check": "checks",
    "scan": "old",
    "no_scan": "old",
    "gauge": "old",
    "no_gauge": "old",
}
"""To which kind of attention each sign belongs."""
WEIGHTS: Mapping[Word, int] = {
    "late": 95,
    "question": 70,
    "lost": 75,
    "dry": 65,
    "seat": 55,
    "never_met": 50,
    "check": 45,
    "scan": 40,
    "plan": 35,
    "gauge": 35,
    "no_scan": 30,
    "no_gauge": 25,
}
"""How much a sign weighs; an end weighs by its day. Choices of ours: people who wait come first, then what stops, then what is old."""
ENDS: tuple[tuple[int, int], ...] = ((0, 90), (30, 80), (90, 68), (183, 48), (365, 38))
"""Up to so many days before the end, what it weighs; `FAR` beyond."""
FAR = 20


@dataclass(frozen=True, slots=True)
class Sign:
    word: Word
    left: int | None = None
    """Days until an end, below nought when it is over; None for what does not end."""

    @property
    def group(self) -> Group:
        return GROUPS[self.word]

    @property
    def weight(self) -> int:
        if self.left is None:
            return WEIGHTS.get(self.word, FAR)
        return next((weight for days, weight in ENDS if self.left <= days), FAR)


def attention(signs: Iterable[Sign]) -> tuple[int, int]:
    """How much a partnership asks: its heaviest sign first, then all of them together. (0, 0) when nothing asks."""
    weights = [one.weight for one in signs]
    return max(weights, default=0), sum(weights)


@dataclass(frozen=True, slots=True)
class Tagged:
    """A lesson, as far as its words matter."""

    key: int
    words: tuple[str, ...]
    """Its tags."""
    text: str
    """Title, and when it helps."""


@dataclass(frozen=True, slots=True)
class Fit:
    key: int
    signs: tuple[Word, ...]
    """Which signs it may help with, the heaviest first."""
    score: int


def fitting(
    lessons: Sequence[Tagged], signs: Iterable[Sign], words: Mapping[str, Sequence[str]]
) -> list[Fit]:
    """Lessons that may help with these signs, the best first.

    `words` gives for each sign the beginnings of words that a lesson about it uses. A tag counts two, a word of the
    title or of 'when does this help' counts one; each beginning counts once. In the same order when equal.
    """
    weights = {one.word: one.weight for one in sorted(signs, key=lambda one: one.weight)}
    heaviest = sorted(weights, key=lambda word: -weights[word])
    found = []
    for at, lesson in enumerate(lessons):
        scores = {word: _score(lesson, words.get(word, ())) for word in heaviest}
        helped = tuple(word for word in heaviest if scores[word])
        if helped:
            total = sum(scores.values())
            found.append((-total, -weights[helped[0]], at, Fit(lesson.key, helped, total)))
    return [fit for *_order, fit in sorted(found, key=lambda one: one[:3])]


def _score(lesson: Tagged, beginnings: Sequence[str]) -> int:
    tags = _words(" ".join(lesson.words))
    text = _words(lesson.text)
    score = 0
    for beginning in map(plain, beginnings):
        if any(one.startswith(beginning) for one in tags):
            score += 2
        elif any(one.startswith(beginning) for one in text):
            score += 1
    return score


def _words(text: str) -> list[str]:
    return "".join(sign if sign.isalnum() else " " for sign in plain(text)).split()


def plain(text: str) -> str:
    """Small letters without accents."""
    apart = unicodedata.normalize("NFD", text.lower())
    return "".join(sign for sign in apart if not unicodedata.combining(sign))
