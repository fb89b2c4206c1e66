"""Keys in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from django.utils.translation import gettext as _

from groeimodel.foundation.partners.models import Municipality
from groeimodel.rules.keys import Unknown

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


FIGURES = {
    "inhabitants": lambda: _("het aantal inwoners"),
    "under_25": lambda: _("het aantal inwoners onder 25"),
    "participation": lambda: _("het aantal acties waaraan ze meedoen"),
}


def why_not(error: ValueError, places: Sequence[Municipality]) -> str:
    """Why a key cannot divide an amount, and what to do."""
    if isinstance(error, Unknown):
        names = {one.key: one.name for one in places}
        return _("Deze sleutel kan het bedrag niet verdelen: van %(places)s kennen we %(figure)s niet.") % {
            "places": ", ".join(names.get(who, who) for who in error.who),
            "figure": FIGURES.get(error.figure, lambda: error.figure)(),
        }
    if not places:
        return _("Er is nog geen partner om het bedrag over te verdelen.")
    return _(
        "Deze sleutel kan het bedrag niet verdelen: waar ze op deelt, is overal nul. Kies een andere sleutel."
    )
