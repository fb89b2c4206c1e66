"""The three figures of the gauge, each 0 to 100."""

from dataclasses import dataclass

import numpy as np

from groeimodel.rules.gauge.voices import HIGHEST, LOWEST, POINTS, SEATS, Voices, over_seats
from groeimodel.rules.growth.agreement import rwg

FEWEST_PEOPLE = 3
"""With fewer people nothing is said about what they answered; who was heard may be said."""


@dataclass(frozen=True, slots=True)
class Reading:
    """Known, shared and met, each 0 to 100; None where there is too little to say it."""

    known: float | None
    shared: float | None
    met: float | None


def read(voices: Voices) -> Reading:
    """Read the gauge.

    known: the share of the seats that was heard; an empty seat is not known either.
    shared: over the items, the mean of r_wg of importance over the seats (James, Demaree & Wolf 1984).
    met: the mean fulfilment over the items, each weighing as much as its importance.
    """
    if voices.people < FEWEST_PEOPLE:
        return Reading(known(voices), None, None)
    return Reading(known(voices), shared(voices), met(voices))


def known(voices: Voices) -> float | None:
    """0-100; None where there are no partners."""
    asked = len(voices.places) * len(SEATS)
    return 100 * len(voices.heard) / asked if asked else None


def agreement(voices: Voices) -> tuple[float | None, ...]:
    """Per item r_wg of importance, 0-1, over all seats that answered; None with fewer than two."""
    found = []
    for column in range(len(voices.items)):
        value = rwg(voices.importance[:, :, column].ravel(), POINTS)
        found.append(None if np.isnan(value) else float(value))
    return tuple(found)


def shared(voices: Voices) -> float | None:
    told = [one for one in agreement(voices) if one is not None]
    return 100 * float(np.mean(told)) if told else None


def met(voices: Voices) -> float | None:
    importance, fulfilment = over_seats(voices.importance), over_seats(voices.fulfilment)
    there = ~np.isnan(importance) & ~np.isnan(fulfilment)
    if not there.any():
        return None
    share = (fulfilment[there] - LOWEST) / (HIGHEST - LOWEST)
    return 100 * float(np.average(share, weights=importance[there]))


def change(before: Voices, after: Voices) -> Reading:
    """How far each figure rose (or fell, negative), on the items that both rounds asked; None where it cannot be said."""
    common = [one for one in after.items if one in before.items]
    first, last = read(before.only(common)), read(after.only(common))
    return Reading(
        _less(last.known, first.known), _less(last.shared, first.shared), _less(last.met, first.met)
    )


def _less(a: float | None, b: float | None) -> float | None:
    return None if a is None or b is None else a - b
