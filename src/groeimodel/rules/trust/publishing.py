"""What may be shown of one pulse: three figures and their mean, coarse enough that nobody's answer follows.

A pulse is published once, when it is closed, with no parts: no role, no municipality. So no two published figures
are about overlapping groups, and there is nothing to subtract but the figures of one pulse from each other. Steps of
5 and the ends at 10 and 90 keep even an answer that everybody gave from being certain. The mean of the three is made of
the three as they are shown, so it tells nothing new.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

FEWEST_PEOPLE = 3
QUESTIONS = 3
LOWEST, HIGHEST = 1, 5
STEP, LEAST, MOST = 5, 10, 90
"""Figures of 0 to 100 are rounded to steps of 5, and say 'at most 10' and 'at least 90' at the ends."""


@dataclass(frozen=True, slots=True)
class Figures:
    """0 to 100: each question over the people, and the mean of those three figures."""

    people: int
    questions: tuple[int, int, int]
    trust: int


def publish(answers: Sequence[tuple[int, int, int]]) -> Figures | None:
    """Each answer is of one person, 1 to 5 on each question. None for fewer than three people.

    Raises:
        ValueError: an answer outside 1 to 5.
    """
    if any(not LOWEST <= value <= HIGHEST for one in answers for value in one):
        raise ValueError("an answer is 1 to 5")
    if len(answers) < FEWEST_PEOPLE:
        return None
    means = [sum(one[n] for one in answers) / len(answers) for n in range(QUESTIONS)]
    a, b, c = (_coarse(mean) for mean in means)
    # Of the figures that are shown, not of the exact ones: a second rounding of the same answers would tell more.
    return Figures(len(answers), (a, b, c), _step((a + b + c) / QUESTIONS))


def _coarse(mean: float) -> int:
    """1-5 as 0-100 in steps, with blunt ends."""
    return min(MOST, max(LEAST, _step((mean - LOWEST) / (HIGHEST - LOWEST) * 100)))


def _step(percent: float) -> int:
    """The nearest step; a half goes up."""
    return int(STEP * ((percent + STEP / 2 + 1e-9) // STEP))
