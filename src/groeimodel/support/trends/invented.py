"""Eight invented partnerships, with whom an example compares itself: there are never enough examples."""

from __future__ import annotations

from decimal import Decimal

from groeimodel.rules.bands import Peer

PEERS = (
    ("soil", 4), ("soil", 6), ("soil", 9), ("meadow", 5), ("meadow", 7), ("meadow", 6), ("shop", 8), ("shop", 12),
)  # fmt: skip
FIGURES = {
    "meetings": (4, 6, 5, 7, 9, 11, 8, 6),
    "energy": (22, 35, 41, 38, 52, 66, 58, 47),
    "seats": (60, 75, 90, 70, 100, 83, 94, 100),
    "exchanged": ("0.5", "1.2", "0.8", "1.4", "2.1", "2.6", "1.7", "1.1"),
    "harvest": ("0.8", "1.5", "1.2", "2.0", "2.8", "3.1", "2.2", "1.6"),
    "granted": (2, 6, 4, 8, 12, 10, 16, 14),
    "running": ("0.2", "0.5", "0.3", "1.0", "1.4", "1.6", "1.1", "0.9"),
    "trust": (55, 70, 65, 75, 80, 70, 75, 60),
    "scan_soil": (38, 52, 61, 58, 72, 66, 70, 55),
    "scan_meadow": (15, 22, 30, 48, 63, 59, 55, 60),
    "scan_shop": (5, 8, 12, 18, 25, 20, 62, 68),
}


def others(key: str) -> list[tuple[Peer, Decimal]]:
    """One figure of the eight."""
    values = FIGURES.get(key, ())
    return [(Peer(*peer), Decimal(str(value))) for peer, value in zip(PEERS, values, strict=False)]
