"""How bands and ranges are said."""

from __future__ import annotations

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from groeimodel.rules.bands import Band, Group

BANDS = {
    Band.LOW: gettext_lazy("bij de laagste derde"),
    Band.MIDDLE: gettext_lazy("in het midden"),
    Band.HIGH: gettext_lazy("bij de hoogste derde"),
}
GROUPS = {
    Group.ALIKE: gettext_lazy("minstens %(n)s met hetzelfde streefbeeld en ongeveer evenveel gemeenten"),
    Group.MODEL: gettext_lazy("minstens %(n)s met hetzelfde streefbeeld"),
    Group.ALL: gettext_lazy("minstens %(n)s andere, van elk model"),
}
NO_RACE = gettext_lazy("Geen model is beter dan een ander, en meer is niet altijd beter.")


def between(low: int | None, high: int | None) -> str:
    """'160 tot 188'; words where it stays away."""
    if low is None or high is None:
        return _("blijft weg")
    return _("%(low)s tot %(high)s") % {"low": whole(low), "high": whole(high)}


def whole(value: int) -> str:
    return number_format(value, 0, force_grouping=True)
