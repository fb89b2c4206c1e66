"""What this room shows on the pages of others."""

from __future__ import annotations

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from groeimodel.foundation.panels import Panel, Row
from groeimodel.gauge.pulse.models import Pulse
from groeimodel.soil.meetings.models import Meeting


def on_meeting(meeting: Meeting) -> Panel | None:
    """That a pulse runs, or where its figures are: one query."""
    pulse = Pulse.objects.filter(meeting=meeting).first()
    if pulse is None:
        return None
    url = reverse("pulse:page", args=[meeting.partnership.slug])
    if pulse.is_open:
        aside = _("tot en met %(day)s") % {"day": date_format(pulse.closes_on, "j F")}
        return Panel(
            _("Polsslag"), [Row(_("Drie vragen over vertrouwen"), url, aside)], order=45, right="pulse.see"
        )
    return Panel(_("Polsslag"), [Row(_("Vertrouwen en betrokkenheid"), url)], order=45, right="pulse.see")
