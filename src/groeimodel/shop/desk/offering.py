"""What the desk shows on the page of an offer: what of it can be booked, and the requests for it that run."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from groeimodel.foundation.panels import Panel, Row
from groeimodel.shop.counter.models import Offer
from groeimodel.shop.desk.models import Bookable, Request


def on_offer(offer: Offer) -> Panel:
    """Two queries; for who may see the list of requests."""
    slug = offer.partnership.slug
    running = Request.objects.filter(offer=offer, state__in=Request.OPEN).count()
    rows = [
        Row(one.title, reverse("desk:month", args=[slug, one.pk]), _("kalender"))
        for one in Bookable.objects.filter(offer=offer, retired_on=None)
    ]
    if running:
        told = ngettext("%(n)s aanvraag loopt", "%(n)s aanvragen lopen", running) % {"n": running}
        rows.insert(0, Row(told, reverse("desk:list", args=[slug])))
    return Panel(_("Aan de balie"), rows, order=20, right="desk.see")
