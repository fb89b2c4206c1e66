"""What the shop shows on the page of an action: the offer that it became."""

from django.urls import reverse
from django.utils.translation import gettext as _

from groeimodel.foundation.panels import Panel, Row
from groeimodel.meadow.actions.models import Action
from groeimodel.shop.counter.models import Offer


def on_action(action: Action) -> Panel | None:
    """One query."""
    offer = Offer.objects.filter(grew_from=action).first()
    if offer is None:
        return None
    url = reverse("counter:offer", args=[action.partnership.slug, offer.pk])
    aside = _("in de maak") if offer.draft else _("in de winkel")
    return Panel(_("Bloemenwinkel"), [Row(offer.title, url, aside)], order=3)
