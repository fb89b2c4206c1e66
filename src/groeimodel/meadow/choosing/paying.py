"""Exact parts as whole cents: what each municipality pays for what was chosen, together never a cent more or less."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

from groeimodel.rules.keys import rounded

CENT = Decimal("0.01")


def in_euro(total: Fraction, parts: Mapping[int, Fraction]) -> dict[int, Decimal]:
    """Parts that together are `total` (whole cents), each to the cent; keys stay."""
    cents = rounded(int(total * 100), {str(key): part * 100 for key, part in parts.items()})
    return {key: Decimal(cents[str(key)]) * CENT for key in parts}
