"""A multi-year plan as it stood at one moment, and what changed between two. In words: `docs/rules/plan.md`.

Amounts are whole cents, days are texts as ISO 8601 writes them. Rows are known by their level and key, so that a row
that gets another code, title or place is still the same row.
"""

from groeimodel.rules.plan.comparing import (
    AmountChange,
    Change,
    Difference,
    HeadChange,
    TextChange,
    TotalChange,
    compare,
)
from groeimodel.rules.plan.cycles import Cross, Span, crossings
from groeimodel.rules.plan.snapshot import (
    Amounts,
    Cell,
    Item,
    Level,
    Snapshot,
    canonical,
    checksum,
    read,
    totals,
)

__all__ = [
    "AmountChange",
    "Amounts",
    "Cell",
    "Change",
    "Cross",
    "Difference",
    "HeadChange",
    "Item",
    "Level",
    "Snapshot",
    "Span",
    "TextChange",
    "TotalChange",
    "canonical",
    "checksum",
    "compare",
    "crossings",
    "read",
    "totals",
]
