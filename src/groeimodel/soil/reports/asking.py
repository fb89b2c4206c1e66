"""What is asked after a meeting: say what you take home, tell your alderman, write down what you use."""

from __future__ import annotations

from datetime import timedelta

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from groeimodel.foundation.asks import Ask, Here
from groeimodel.rules.rights import Role
from groeimodel.soil.harvest.models import Harvest
from groeimodel.soil.meetings.models import Attendance
from groeimodel.soil.reports.models import Report, Takeaway

FRESH = timedelta(days=45)
"""So long after a meeting it is asked what one takes home."""
RIPE = timedelta(days=30)
"""From so long after a meeting it is asked what is used."""
OLD = timedelta(days=150)


def asks_of(here: Here) -> list[Ask]:
    """Of an officer who was there: four queries."""
    own = here.own(Role.OFFICER)
    if not own:
        return []
    now = timezone.now()
    rows = Attendance.objects.filter(
        meeting__partnership=here.partnership,
        person=here.person,
        came=True,
        meeting__cancelled_at=None,
        meeting__starts__gt=now - OLD,
        meeting__starts__lte=now,
    )
    meetings = [one.meeting for one in rows.select_related("meeting").order_by("-meeting__starts")]
    taken = set(
        Takeaway.objects.filter(person=here.person, meeting__in=meetings).values_list("meeting", flat=True)
    )
    told = set(
        Report.objects.filter(municipality__in=own, meeting__in=meetings)
        .exclude(told="")
        .values_list("meeting", flat=True)
    )
    used = set(
        Harvest.objects.filter(municipality__in=own, meeting__in=meetings).values_list("meeting", flat=True)
    )
    found = []
    for meeting in meetings:
        assert meeting.starts is not None
        url = reverse("reports:after", args=[here.partnership.slug, meeting.pk])
        name = {"title": meeting.title}
        if meeting.starts > now - FRESH and meeting.pk not in taken:
            why = _("Eén zin volstaat. Het verslag voor je schepen ligt dan klaar.")
            found.append(Ask(_("Wat neem je mee? %(title)s") % name, why, url, weight=68))
        elif meeting.starts > now - FRESH and meeting.pk not in told:
            why = _("Het verslag ligt klaar: nalezen en versturen.")
            found.append(Ask(_("Vertel het aan je schepen: %(title)s") % name, why, url, weight=66))
        elif meeting.starts < now - RIPE and meeting.pk not in used:
            why = _("Dan kan niemand het een praatclub noemen.")
            url = f"{reverse('harvest:list', args=[here.partnership.slug])}?ontmoeting={meeting.pk}#optekenen"
            found.append(Ask(_("Wat gebruik je al van '%(title)s'?") % name, why, url, weight=35))
            break
    return found
