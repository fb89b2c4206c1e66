"""What the duo asks: fill in your side, or begin one when there never was."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _

from groeimodel.foundation.asks import Ask, Here
from groeimodel.gauge.duo.models import Side
from groeimodel.rules.rights import Role


def asks_of(here: Here) -> list[Ask]:
    """One query."""
    if not here.own(Role.ALDERMAN, Role.OFFICER):
        return []
    rows = Side.objects.filter(person=here.person, duo__partnership=here.partnership, duo__opened_at=None)
    why = _("Elk apart, vijf minuten. Zodra jullie allebei klaar zijn, zien jullie elkaars antwoorden.")
    return [
        Ask(
            _("Zeg wat jij en je collega van elkaar verwachten"),
            why,
            reverse("duo:side", args=[one.token]),
            weight=74,
        )
        for one in rows.filter(done_at=None)
    ]
