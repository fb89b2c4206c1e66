"""Where partners and roles differ, item by item."""

from dataclasses import dataclass
from typing import Literal

import numpy as np

from groeimodel.rules.gauge.reading import agreement
from groeimodel.rules.gauge.voices import SEATS, Seat, Voices, over_seats
from groeimodel.rules.growth.intervals import Floats, mean_over

CROSSHAIR = 3.0
"""Where the cross of the map stands, on both axes: the middle of the scale. Fixed, so that two maps can be compared."""
DIVIDED_BELOW = 0.5
"""r_wg under which people are divided, as in the scan."""

Quadrant = Literal["talk", "keep", "later", "extra"]


@dataclass(frozen=True, slots=True)
class Dot:
    """What one seat of one partner answered."""

    place: str
    seat: Seat
    importance: float | None
    fulfilment: float | None


@dataclass(frozen=True, slots=True)
class Difference:
    """One item: values 1-5, agreement 0-1; None where nobody said it."""

    item: str
    importance: float | None
    fulfilment: float | None
    agreement: float | None
    alderman: float | None
    """Mean importance over the aldermen; and over the officers."""
    officer: float | None
    paired: float | None
    """Alderman minus officer on importance, over the partners where both answered."""
    pairs: int
    guess_of_alderman: float | None
    """What aldermen think that their officers answered, where those answered too; and the other way."""
    guess_of_officer: float | None
    misread_by_alderman: float | None
    """That guess minus what the officers of the same partners answered."""
    misread_by_officer: float | None
    dots: tuple[Dot, ...]

    @property
    def divided(self) -> bool:
        return self.agreement is not None and self.agreement < DIVIDED_BELOW

    @property
    def quadrant(self) -> Quadrant | None:
        if self.importance is None or self.fulfilment is None:
            return None
        return quadrant(self.importance, self.fulfilment)


def quadrant(importance: float, fulfilment: float) -> Quadrant:
    """Of the map of importance and fulfilment (Martilla & James 1977), with the cross in the middle of the scale."""
    if importance >= CROSSHAIR:
        return "keep" if fulfilment >= CROSSHAIR else "talk"
    return "extra" if fulfilment >= CROSSHAIR else "later"


def differences(voices: Voices) -> tuple[Difference, ...]:
    """Every item, in the order that they were asked."""
    importance, fulfilment = over_seats(voices.importance), over_seats(voices.fulfilment)
    roles = mean_over(voices.importance, axis=0)
    agreed = agreement(voices)
    found = []
    for column, item in enumerate(voices.items):
        own = voices.importance[:, :, column]
        guesses = voices.guesses[:, :, column]
        pairs = own[:, 0] - own[:, 1]
        by_alderman, misread_a = _misread(guesses[:, 0], own[:, 1])
        by_officer, misread_o = _misread(guesses[:, 1], own[:, 0])
        found.append(
            Difference(
                item=item,
                importance=_figure(importance[column]),
                fulfilment=_figure(fulfilment[column]),
                agreement=agreed[column],
                alderman=_figure(roles[0, column]),
                officer=_figure(roles[1, column]),
                paired=_mean(pairs),
                pairs=int((~np.isnan(pairs)).sum()),
                guess_of_alderman=by_alderman,
                guess_of_officer=by_officer,
                misread_by_alderman=misread_a,
                misread_by_officer=misread_o,
                dots=tuple(_dots(voices, column)),
            )
        )
    return tuple(found)


def _misread(guess: Floats, answer: Floats) -> tuple[float | None, float | None]:
    """The mean guess, and how far it lies from what was answered, over the partners that have both."""
    both = ~np.isnan(guess) & ~np.isnan(answer)
    return (_mean(guess[both]), _mean((guess - answer)[both])) if both.any() else (None, None)


def _dots(voices: Voices, column: int) -> list[Dot]:
    return [
        Dot(
            place,
            role,
            _figure(voices.importance[row, seat, column]),
            _figure(voices.fulfilment[row, seat, column]),
        )
        for row, place in enumerate(voices.places)
        for seat, role in enumerate(SEATS)
        if not np.isnan([voices.importance[row, seat, column], voices.fulfilment[row, seat, column]]).all()
    ]


def _mean(values: Floats) -> float | None:
    there = values[~np.isnan(values)]
    return float(there.mean()) if len(there) else None


def _figure(value: float) -> float | None:
    return None if np.isnan(value) else float(value)
