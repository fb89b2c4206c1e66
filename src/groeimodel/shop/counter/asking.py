"""What the shop asks of people: make an offer of what grew on the meadow."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _

from groeimodel.foundation.asks import Ask, Here
from groeimodel.rules.rights import Role
from groeimodel.shop.counter.models import Offer

MOST = 3


def asks_of(here: Here) -> list[Ask]:
    """Of who coordinates: one query."""
    if not here.has(Role.COORDINATOR):
        return []
    rows = Offer.objects.filter(partnership=here.partnership, draft=True).order_by("starts", "pk")
    return [
        Ask(
            _("Werk het aanbod '%(title)s' af") % {"title": one.title},
            _("Een actie groeide uit tot aanbod. Lees de tekst na en zet het in de winkel."),
            reverse("counter:offer", args=[here.partnership.slug, one.pk]),
            weight=42,
        )
        for one in rows[:MOST]
    ]
