"""Sittings as calendars know them."""

from __future__ import annotations

from datetime import timedelta
from urllib.parse import urlsplit

from django.conf import settings

from groeimodel.formats import calendar
from groeimodel.shop.sittings.models import Sitting

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
