"""The brief for aldermen before a meeting (claim P11)."""

from __future__ import annotations

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from groeimodel.foundation.journal.services import record
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.rights import require
from groeimodel.soil.meetings import letters
from groeimodel.soil.meetings.models import Meeting


@transaction.atomic
def send_brief(*, meeting: Meeting, actor: Person | None = None, at: datetime | None = None) -> int:
    """Mail the themes to the alderman of every member, each with a link to answer; returns how many.

    Raises:
        ValidationError: the agenda is empty, there is no date yet, or it was called off.
    """
    meeting = Meeting.objects.select_for_update().select_related("partnership").get(pk=meeting.pk)
    require(actor, "meetings.plan", meeting)
    if meeting.starts is None or meeting.cancelled_at:
        raise ValidationError("Deze ontmoeting heeft geen datum.")
    if not meeting.items.exists():
        raise ValidationError("Zet eerst iets op de agenda: daarover gaat de mail aan de schepenen.")
    told = letters.brief_aldermen(meeting)
    meeting.brief_sent_at = at or timezone.now()
    meeting.save(update_fields=["brief_sent_at"])
    record(
        "meetings.brief_sent",
        partnership=meeting.partnership,
        actor=actor,
        subject=meeting,
        data={"meeting": meeting.pk, "told": told},
        at=at,
    )
    return told
