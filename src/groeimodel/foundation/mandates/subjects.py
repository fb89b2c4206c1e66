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
    open: bool = True
    """A new mandate can still be given for it; a closed one is only named beside old mandates."""


Offer = Callable[[Partnership], Sequence[Choice]]

_offers: dict[str, Offer] = {}


def offer(model: str, choices: Offer) -> None:
    """Let mandates be given for rows of this model."""
    _offers[model] = choices


def choices_of(partnership: Partnership) -> list[Choice]:
    """Everything a mandate of this partnership can be or was limited to; the scope must be open. One query a room."""
    return [choice for one in _offers.values() for choice in one(partnership)]


def titles_of(partnership: Partnership) -> dict[str, str]:
    """The title of each, by its key."""
    return {choice.key: choice.title for choice in choices_of(partnership)}
