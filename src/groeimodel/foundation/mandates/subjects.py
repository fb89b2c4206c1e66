"""What a mandate can be limited to, beside the whole partnership: rooms above offer their own rows.

subjects.offer("actions.action", running_actions)      # (partnership) -> [Choice("actions.action:3", "Fuifcoaches")]
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from groeimodel.foundation.partners.models import Partnership


@dataclass(frozen=True, slots=True)
class Choice:
    key: str
    """'room.model:key', as the journal names it."""
    title: str


Offer = Callable[[Partnership], Sequence[Choice]]

_offers: dict[str, Offer] = {}


def offer(model: str, choices: Offer) -> None:
    """Let mandates be given for rows of this model."""
    _offers[model] = choices


def choices_of(partnership: Partnership) -> list[Choice]:
    """Everything a mandate of this partnership can be limited to; the scope must be open."""
    return [choice for one in _offers.values() for choice in one(partnership)]
