"""The conversation guide: what to talk about first."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from groeimodel.rules.gauge.differences import Difference
from groeimodel.rules.gauge.reading import FEWEST_PEOPLE
from groeimodel.rules.gauge.voices import HIGHEST, LOWEST, POINTS, Voices
from groeimodel.rules.growth.agreement import rwg

MANY = 5
UNMET_FROM = 0.375
"""Importance times lack, both 0-1: a 4 for importance (0.75) and a 3 for fulfilment (0.5)."""
SPREAD_FROM = 0.5
"""1 minus r_wg: from there on people are divided, as in the scan."""
STEP = 1.0
"""A whole step between roles, or between a guess and what was answered."""

Kind = Literal["unmet", "spread", "roles", "misread", "met"]


@dataclass(frozen=True, slots=True)
class Card:
    """One thing to talk about.

    `strength` is how many times the figure reaches what makes a talk worth while; a card of something that goes well
    has 0. `about` says which side a card of roles or misreading is about: who finds it more important, or who misread.
    """

    item: str
    kind: Kind
    strength: float
    of: Difference
    about: Literal["alderman", "officer", ""] = ""
    on: Literal["importance", "fulfilment", ""] = ""
    """What a spread is in."""


def cards(voices: Voices, found: tuple[Difference, ...], *, many: int = MANY) -> tuple[Card, ...]:
    """At most `many` cards, the most telling first, one an item.

    When fewer things ask for a talk, what goes best fills the rest: that may be said too. With fewer than three
    people there are no cards.
    """
    if voices.people < FEWEST_PEOPLE:
        return ()
    telling = [max(every, key=_strength) for one in found if (every := list(_of(voices, one)))]
    telling.sort(key=lambda one: (-one.strength, voices.items.index(one.item)))
    chosen = telling[:many]
    taken = {one.item for one in chosen}
    well = [one for one in found if one.item not in taken and one.quadrant == "keep" and not one.divided]
    well.sort(key=lambda one: (-(one.fulfilment or 0), voices.items.index(one.item)))
    chosen += [Card(one.item, "met", 0.0, one) for one in well[: many - len(chosen)]]
    return tuple(chosen)


def _strength(card: Card) -> float:
    return card.strength


def _of(voices: Voices, one: Difference) -> Iterator[Card]:
    """Every kind of card that this item deserves."""
    if one.importance is not None and one.fulfilment is not None:
        width = HIGHEST - LOWEST
        lack = (one.importance - LOWEST) / width * (HIGHEST - one.fulfilment) / width
        if lack >= UNMET_FROM:
            yield Card(one.item, "unmet", lack / UNMET_FROM, one)
    column = voices.items.index(one.item)
    for on, values in (("importance", voices.importance), ("fulfilment", voices.fulfilment)):
        spread = 1 - rwg(values[:, :, column].ravel(), POINTS)
        if spread > SPREAD_FROM:  # not a number, with one voice, is not larger
            yield Card(one.item, "spread", spread / SPREAD_FROM, one, on=on)  # type: ignore[arg-type]
    if one.paired is not None and abs(one.paired) >= STEP:
        more: Literal["alderman", "officer"] = "alderman" if one.paired > 0 else "officer"
        yield Card(one.item, "roles", abs(one.paired) / STEP, one, about=more)
    if one.misread_by_alderman is not None and abs(one.misread_by_alderman) >= STEP:
        yield Card(one.item, "misread", abs(one.misread_by_alderman) / STEP, one, about="alderman")
    if one.misread_by_officer is not None and abs(one.misread_by_officer) >= STEP:
        yield Card(one.item, "misread", abs(one.misread_by_officer) / STEP, one, about="officer")
