"""How meetings are found."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.search.kinds import Entry, Kind
from groeimodel.soil.meetings.models import Meeting


def entry_of(meeting: Meeting) -> Entry | None:
    if meeting.cancelled_at:
        return None
    text = " ".join(part for part in (meeting.about, meeting.place) if part)
    return Entry(meeting.partnership, meeting.title, meeting.get_absolute_url(), text)


def rows(partnership: Partnership) -> Iterable[Meeting]:
    return Meeting.objects.filter(partnership=partnership).select_related("partnership")


MEETINGS = Kind(Meeting, _("Ontmoetingen"), entry_of, rows)
