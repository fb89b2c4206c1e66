"""The gauge of expectations: how far they are known, shared and met, where they differ, and what to talk about.

In words, with the worked example: docs/rules/gauge.md.
"""

from groeimodel.rules.gauge.cards import Card, cards
from groeimodel.rules.gauge.differences import Difference, Dot, Quadrant, differences, quadrant
from groeimodel.rules.gauge.reading import Reading, change, read
from groeimodel.rules.gauge.talking import TalkState, talk_state
from groeimodel.rules.gauge.voices import Seat, Voice, Voices, arrange

__all__ = [
    "Card",
    "Difference",
    "Dot",
    "Quadrant",
    "Reading",
    "Seat",
    "TalkState",
    "Voice",
    "Voices",
    "arrange",
    "cards",
    "change",
    "differences",
    "quadrant",
    "read",
    "talk_state",
]
