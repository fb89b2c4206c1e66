"""Meetings as calendars know them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from urllib.parse import urlsplit

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _

from groeimodel.formats import calendar
from groeimodel.foundation.due import Due, due_of
from groeimodel.foundation.partners.models import Partnership
from groeimodel.soil.meetings.models import Meeting


def as_event(meeting: Meeting) -> calendar.Meeting:
    """Needs a meeting with a date, and its partnership."""
    if meeting.starts is None or meeting.ends is None:
        raise ValueError("A meeting without a date is in no calendar")
    host = urlsplit(settings.PUBLIC_URL).hostname or "groeimodel"
    online = _("Online meedoen: %(url)s") % {"url": meeting.video_url} if meeting.video_url else ""
    return calendar.Meeting(
        uid=f"{meeting.uid}@{host}",
        sequence=meeting.sequence,
        changed=meeting.changed_at,
        starts=meeting.starts,
        ends=meeting.ends,
        title=f"{meeting.title} ({meeting.partnership.name})",
        text="\n\n".join(part for part in (meeting.about, online) if part),
        place=meeting.place or meeting.video_url,
        url=settings.PUBLIC_URL + meeting.get_absolute_url(),
        cancelled=meeting.cancelled_at is not None,
    )


def file_of(meeting: Meeting) -> str:
    """The file that goes along with a mail."""
    return calendar.file_of(as_event(meeting))


def as_day(due: Due, partnership: Partnership, now: datetime) -> calendar.Day:
    """What must be done by a day, with its page."""
    host = urlsplit(settings.PUBLIC_URL).hostname or "groeimodel"
    return calendar.Day(
        uid=f"{partnership.pk}-{due.key}@{host}",
        on=due.on,
        changed=now,
        title=f"{due.title} ({partnership.name})",
        text=due.why,
        url=settings.PUBLIC_URL + due.path,
    )


def days_of(looked_after: Iterable[Partnership], now: datetime) -> list[calendar.Day]:
    """What is due in partnerships, as days in a calendar."""
    today = timezone.localdate(now)
    return [as_day(one, where, now) for where in looked_after for one in due_of(where, today)]


def feed_of(
    meetings: Sequence[Meeting],
    name: str,
    days: Sequence[calendar.Day] = (),
    others: Sequence[calendar.Meeting] = (),
) -> str:
    """A feed of those that have a date, with what is due and the moments of other rooms."""
    events = [*(as_event(one) for one in meetings if one.starts is not None), *others]
    return calendar.feed_of(events, name=name, days=days)
