"""What was answered in a round, as arrays over seats."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

from groeimodel.rules.growth.intervals import Floats, mean_over

Seat = Literal["alderman", "officer"]
SEATS: tuple[Seat, Seat] = ("alderman", "officer")
LOWEST, HIGHEST = 1, 5
POINTS = 5


@dataclass(frozen=True, slots=True)
class Voice:
    """What one person answered: item to 1-5; what was not answered is not there."""

    place: str
    seat: Seat
    importance: Mapping[str, int]
    fulfilment: Mapping[str, int]
    guesses: Mapping[str, int]
    """What this person thinks that the other seat of the same municipality answered on importance."""


@dataclass(frozen=True, slots=True)
class Voices:
    """Arrays of (places, 2 seats, items), values 1-5: the mean of the people in that seat, NaN where none answered."""

    items: tuple[str, ...]
    places: tuple[str, ...]
    importance: Floats
    fulfilment: Floats
    guesses: Floats
    people: int
    """How many people answered anything."""
    heard: frozenset[tuple[str, Seat]]

    def only(self, items: Sequence[str]) -> "Voices":
        """The same people, on some of the items, in the given order."""
        columns = [self.items.index(one) for one in items]
        return replace(
            self,
            items=tuple(items),
            importance=self.importance[:, :, columns],
            fulfilment=self.fulfilment[:, :, columns],
            guesses=self.guesses[:, :, columns],
        )


def arrange(items: Sequence[str], places: Sequence[str], voices: Sequence[Voice]) -> Voices:
    """Mean per seat: two people in one seat count together as one.

    Raises:
        ValueError: a voice of a place that is not there, or a value outside 1-5.
    """
    keys = list(places)
    sums = np.zeros((3, len(keys), len(SEATS), len(items)))
    counts = np.zeros_like(sums)
    for voice in voices:
        if voice.place not in keys:
            raise ValueError(f"{voice.place!r} is not one of the places")
        row, seat = keys.index(voice.place), SEATS.index(voice.seat)
        for kind, given in enumerate((voice.importance, voice.fulfilment, voice.guesses)):
            for column, item in enumerate(items):
                value = given.get(item)
                if value is None:
                    continue
                if not LOWEST <= value <= HIGHEST:
                    raise ValueError(f"{value} is not a value of 1 to 5")
                sums[kind, row, seat, column] += value
                counts[kind, row, seat, column] += 1
    means = np.divide(sums, counts, out=np.full(sums.shape, np.nan), where=counts > 0)
    return Voices(
        items=tuple(items),
        places=tuple(places),
        importance=means[0],
        fulfilment=means[1],
        guesses=means[2],
        people=len(voices),
        heard=frozenset((one.place, one.seat) for one in voices),
    )


def over_seats(values: Floats) -> Floats:
    """(places, 2, items) to (items,): the mean of the seats per place, then of the places; all places weigh the same."""
    return mean_over(mean_over(values, axis=1), axis=0)
