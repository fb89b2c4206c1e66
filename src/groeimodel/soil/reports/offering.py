"""What this room shows on the page of a meeting."""

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from groeimodel.foundation.panels import Panel, Row
from groeimodel.soil.meetings.models import Meeting
from groeimodel.soil.reports.models import Report, Takeaway


def on_meeting(meeting: Meeting) -> Panel | None:
    """How far the chain is, once the meeting began: two queries."""
    if not meeting.is_over(timezone.now()):
        return None
    taken = Takeaway.objects.filter(meeting=meeting).count()
    told = Report.objects.filter(meeting=meeting).exclude(told="").count()
    url = reverse("reports:after", args=[meeting.partnership.slug, meeting.pk])
    rows = [
        Row(_("Wat nemen we mee, en wie weet het al?"), url),
        Row(ngettext("%(n)s persoon neemt iets mee", "%(n)s mensen nemen iets mee", taken) % {"n": taken}),
        Row(ngettext("%(n)s schepen ingelicht", "%(n)s schepenen ingelicht", told) % {"n": told}),
    ]
    return Panel(_("Na de ontmoeting"), rows, order=5)
