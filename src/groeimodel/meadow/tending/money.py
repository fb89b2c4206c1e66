"""Amounts of euro, exact to the cent."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django.utils.formats import number_format

CENT = Decimal("0.01")


def cents(value: Any) -> Decimal:
    """What a database summed, to the cent: one of the two keeps its sums as floats."""
    return Decimal(value or 0).quantize(CENT)


def in_euro(amount: Decimal) -> str:
    """'€ 1.200' or '€ 12,50', on one line."""
    shown = cents(amount)
    places = 0 if shown == shown.to_integral_value() else 2
    sign = "−" if shown < 0 else ""
    return f"{sign}€\N{NO-BREAK SPACE}{number_format(abs(shown), places, force_grouping=True)}"
