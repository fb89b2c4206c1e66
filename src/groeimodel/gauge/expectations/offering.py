"""What this room shows on the pages of others."""

from __future__ import annotations

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from groeimodel.foundation.panels import Panel, Row
from groeimodel.gauge.expectations.models import Agreement, Round
from groeimodel.gauge.expectations.selectors import closed_rounds_of
from groeimodel.soil.meetings.models import Meeting


def on_meeting(meeting: Meeting) -> Panel:
    """Before and at a meeting: the guide of the latest round, and what was agreed. Three queries."""
    partnership, slug = meeting.partnership, meeting.partnership.slug
    rows: list[Row] = []
    if meeting.cancelled_at is None and (meeting.ends is None or meeting.ends >= timezone.now()):
        running = Round.objects.filter(partnership=partnership, closed_at=None).first()
        if running is not None:
            day = date_format(running.closes_on, "j F")
            rows.append(
                Row(
                    _("Zeg wat je verwacht"),
                    reverse("expectations:mine", args=[slug]),
                    _("tot en met %(day)s") % {"day": day},
                )
            )
        last = closed_rounds_of(partnership).first()
        if last is not None and last.talked_on is None:
            url = reverse("expectations:guide", args=[slug, last.pk])
            rows.append(Row(_("Gespreksgids: vijf kaarten"), url))
        if last is not None:
            url = reverse("expectations:round", args=[slug, last.pk])
            rows.append(
                Row(
                    _("Wat iedereen verwacht"),
                    url,
                    date_format(last.closed_at, "j F Y") if last.closed_at else "",
                )
            )
        open_ones = Agreement.objects.filter(partnership=partnership, done_at=None).count()
        if open_ones:
            url = reverse("expectations:gauge", args=[slug]) + "#afspraken"
            rows.append(Row(_("Afspraken die nog lopen"), url, str(open_ones)))
    return Panel(_("Verwachtingen"), rows, order=40, right="expectations.see")
