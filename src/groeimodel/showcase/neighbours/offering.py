"""What this room shows on the pages of others."""

from django.urls import reverse
from django.utils.translation import gettext as _

from groeimodel.foundation.panels import Panel, Row
from groeimodel.foundation.partners.models import Partnership


def on_meadow(partnership: Partnership) -> Panel:
    """On the page of the meadow: where to look further. No query."""
    row = Row(
        _("Wandel door andere tuinen"),
        reverse("neighbours:list", args=[partnership.slug]),
        _("van samenwerkingen die hun weide tonen"),
    )
    return Panel(_("Kijk verder dan je streek"), [row], order=85, right="neighbours.see")
