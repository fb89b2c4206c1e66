"""What this room shows on the pages of others."""

from django.urls import reverse
from django.utils.translation import gettext as _

from groeimodel.foundation.panels import Panel, Row
from groeimodel.foundation.partners.models import Partnership


def on_meadow(partnership: Partnership) -> Panel:
    """On the page of the meadow: how to take it along. No query."""
    slug = [partnership.slug]
    rows = [
        Row(
            _("Deel een foto van de weide"), reverse("photo:list", args=slug), _("ook zonder account te zien")
        ),
        Row(_("Open je ambassadeurskit"), reverse("kit:own", args=slug), _("drie dingen om te vertellen")),
        Row(_("Plan hoe je het college meeneemt"), reverse("college:plans", args=slug)),
    ]
    return Panel(_("Neem je college mee"), rows, order=80, right="photo.share")
