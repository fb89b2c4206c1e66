"""Keys in words."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from django.utils.translation import gettext as _

NAMES = {
    "equal": lambda: _("gelijk voor iedereen"),
    "inhabitants": lambda: _("per inwoner"),
    "under_25": lambda: _("per inwoner onder 25"),
    "participation": lambda: _("per actie waar een gemeente aan meedoet"),
    "table": lambda: _("volgens een eigen tabel"),
}


def key_in_words(key: Mapping[str, Any]) -> str:
    """'50% gelijk voor iedereen, 50% per inwoner'."""
    if key.get("name") != "mixed":
        return NAMES[str(key["name"])]()
    left, parts = Fraction(1), []
    for one in key["slices"]:
        part = Fraction(one["part"]) if "part" in one else left
        left -= part
        parts.append(_("%(share)s%% %(how)s") % {"share": round(part * 100), "how": NAMES[str(one["by"])]()})
    return ", ".join(parts)
