"""Sittings as calendars know them."""

from __future__ import annotations

from datetime import datetime, timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.db.models import Q

from groeimodel.formats import calendar
from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.partners.selectors import partnerships_of
from groeimodel.foundation.people.models import Person
from groeimodel.shop.organs.models import OrganSeat
from groeimodel.shop.sittings.models import Sitting
from groeimodel.soil.meetings.selectors import looked_after_by

BACK = timedelta(days=365)
USUAL = timedelta(hours=2)
"""How long a sitting takes in a calendar; nobody says when it will end."""


def as_event(sitting: Sitting) -> calendar.Meeting:
    """Needs its organ and partnership."""
    host = urlsplit(settings.PUBLIC_URL).hostname or "groeimodel"
    return calendar.Meeting(
        uid=f"{sitting.uid}@{host}",
        sequence=sitting.sequence,
        changed=sitting.changed_at,
        starts=sitting.starts,
        ends=sitting.starts + USUAL,
        title=f"{sitting.organ.name} ({sitting.partnership.name})",
        place=sitting.place,
        url=settings.PUBLIC_URL + sitting.get_absolute_url(),
        cancelled=sitting.state == Sitting.State.CANCELLED,
    )


def file_of(sitting: Sitting) -> str:
    return calendar.file_of(as_event(sitting))


def events_of(
    person: Person | None, partnership: Partnership | None, now: datetime
) -> list[calendar.Meeting]:
    """Sittings of the last year and to come, once the invitation left: of the organs in which somebody has a seat, of
    partnerships that somebody looks after, or of a whole partnership; one query."""
    rows = Sitting.objects.filter(starts__gt=now - BACK, invited_at__isnull=False)
    if person is not None:
        seats = OrganSeat.objects.filter(person=person).values("organ")
        seated = Q(organ__in=seats, partnership__in=partnerships_of(person))
        rows = rows.filter(seated | Q(partnership__in=looked_after_by(person, "coordinator")))
    else:
        rows = rows.filter(partnership=partnership)
    return [as_event(one) for one in rows.select_related("organ", "partnership").order_by("starts", "pk")]
