"""Distribution keys: a total in cents over municipalities, no cent lost. In words: docs/rules/keys.md."""

from groeimodel.rules.keys.keys import (
    Key,
    Slice,
    equal,
    fixed_plus_variable,
    own_table,
    per_inhabitant,
    per_young_inhabitant,
)
from groeimodel.rules.keys.splitting import Figures, Impossible, Part, Share, Split, Unknown, rounded, split

__all__ = [
    "Figures",
    "Impossible",
    "Key",
    "Part",
    "Share",
    "Slice",
    "Split",
    "Unknown",
    "equal",
    "fixed_plus_variable",
    "own_table",
    "per_inhabitant",
    "per_young_inhabitant",
    "rounded",
    "split",
]
