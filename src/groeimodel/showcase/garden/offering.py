"""What the garden shows on the pages of rooms below it: the state of the soil, wherever the meadow is shown (claim G6)."""

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from groeimodel.foundation import records
from groeimodel.foundation.panels import Panel, Row
from groeimodel.foundation.partners.models import Partnership
from groeimodel.gauge.scan.latest import SOIL_SAYS, latest_of


def soil_on_meadow(partnership: Partnership) -> Panel:
    """Without its score: that has a page, and a right, of its own."""
    latest = latest_of(partnership, records.of(partnership, timezone.localdate()))
    health = latest.result.diagnosis.layers["soil"].health if latest else None
    day = _("gemeten op %s") % date_format(latest.measured_on, "j F Y") if latest else ""
    home = f"{reverse('garden:home', args=[partnership.slug])}#potgrond"
    return Panel(_("Hoe is de potgrond?"), [Row(SOIL_SAYS[health], home, day)], order=5)
