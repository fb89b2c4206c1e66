"""Small words that facts, figures and milestones share."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _

from groeimodel.meadow.tending.money import in_euro as euro

__all__ = ["among", "closed", "day", "euro", "listed", "number", "short"]

LONGEST = 200
"""Letters of what stands under a point."""
NAMES = 3


def day(one: date) -> str:
    return date_format(one, "j F Y")


def number(one: Decimal) -> str:
    return number_format(one.normalize(), use_l10n=True, force_grouping=True)


def listed(titles: Sequence[str]) -> str:
    return ", ".join(titles[:NAMES])


def among(titles: Sequence[str], total: int) -> str:
    """All of them when there are few, else the first ones."""
    words = {"titles": listed(titles)}
    return short((_("Onder meer %(titles)s.") if total > NAMES else _("%(titles)s.")) % words)


def closed(text: str) -> str:
    """With a full stop at its end."""
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."


def short(text: str) -> str:
    """One paragraph, cut off at a word; spaces that do not break stay."""
    text = re.sub(r"[ \t\r\n]+", " ", text).strip()
    return text if len(text) <= LONGEST else f"{text[:LONGEST].rsplit(' ', 1)[0]} …"
