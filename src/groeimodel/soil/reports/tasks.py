"""What this room does by itself: ask, the day after a meeting, what people take home."""

from datetime import timedelta

from django.db.models import Exists, OuterRef
from django.utils import timezone
from django_scopes import scope, scopes_disabled

from groeimodel.foundation.jobs import daily
from groeimodel.soil.meetings.models import Meeting
from groeimodel.soil.reports import services
from groeimodel.soil.reports.models import Reminder

LATEST = timedelta(days=5)
"""What is longer ago is not asked any more: a worker that stood still must not wake everybody up."""


@daily("reports.remind", hour=8)
def remind() -> None:
    """Of every meeting that ended before today and lately, once."""
    now = timezone.now()
    with scopes_disabled():
        held = list(
            Meeting.objects.filter(
                ends__date__lt=timezone.localdate(), ends__gt=now - LATEST, cancelled_at=None
            )
            .exclude(Exists(Reminder.objects.filter(meeting=OuterRef("pk"))))
            .select_related("partnership", "planned_by")
        )
    for meeting in held:
        with scope(partnership=meeting.partnership):
            services.remind(meeting=meeting)
