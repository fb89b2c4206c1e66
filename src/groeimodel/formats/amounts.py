"""Amounts in euro as people in Belgium type them. No Django."""

from __future__ import annotations

import re
from decimal import Decimal

_GROUPED = re.compile(r"\d{1,3}([.  '’]\d{3})+(,\d{1,2})?")
"""1.250 and 1.250,50, with points, blanks or apostrophes between the thousands."""
_PLAIN = re.compile(r"\d+([.,]\d{1,2})?")
"""1250, 1250,5 and 1250.50."""
_ENGLISH = re.compile(r"\d{1,3}(,\d{3})+\.\d{1,2}")
"""1,250.50: only where it cannot be read in another way."""
MOST = Decimal(10**9)


def read_amount(text: str) -> Decimal:
    """An amount in whole cents: '1.250,50', '€ 1250,5' and '1 250' are all read; a text without signs is 0.

    Raises:
        ValueError: it is no amount, it has parts of cents, it is below nothing, or a billion or more.
    """
    bare = text.replace("\xa0", " ").strip().removeprefix("€").removesuffix("€").removesuffix("EUR").strip()
    if bare.endswith((",-", ",--")):
        bare = bare.partition(",")[0]
    if not bare:
        return Decimal(0)
    if _GROUPED.fullmatch(bare):
        bare = re.sub(r"[.  '’]", "", bare).replace(",", ".")
    elif _PLAIN.fullmatch(bare):
        bare = bare.replace(",", ".")
    elif _ENGLISH.fullmatch(bare):
        bare = bare.replace(",", "")
    else:
        raise ValueError("no amount")
    amount = Decimal(bare)
    if amount >= MOST:
        raise ValueError("too much")
    return amount


def write_amount(amount: Decimal) -> str:
    """'1.250,50' as it is typed back into a field: cents only where there are; nothing for 0."""
    if not amount:
        return ""
    whole, _, cents = f"{amount:,.2f}".partition(".")
    whole = whole.replace(",", ".")
    return whole if cents == "00" else f"{whole},{cents}"
