"""What the bank asks of people: say where lines belong."""

from __future__ import annotations

from django.db.models import Count, Min
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from groeimodel.foundation.asks import Ask, Here
from groeimodel.rules.rights import Role
from groeimodel.shop.bank.models import Line


def asks_of(here: Here) -> list[Ask]:
    """Of who coordinates: one query."""
    if not here.has(Role.COORDINATOR):
        return []
    found = Line.objects.filter(account__partnership=here.partnership, state=Line.State.OPEN).aggregate(
        count=Count("pk"), since=Min("day")
    )
    if not found["count"]:
        return []
    title = ngettext(
        "Koppel %(count)s lijn van de bank", "Koppel %(count)s lijnen van de bank", found["count"]
    )
    why = _("De oudste is van %(day)s. Zo zie je wie zijn bijdrage al betaalde.")
    return [
        Ask(
            title % {"count": found["count"]},
            why % {"day": date_format(found["since"], "j F Y")},
            reverse("bank:page", args=[here.partnership.slug]),
            weight=44,
        )
    ]
