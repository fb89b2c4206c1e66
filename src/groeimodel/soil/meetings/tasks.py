"""What this room does by itself: the brief, ten days before a meeting."""

from datetime import timedelta

from django.utils import timezone
from django_scopes import scope, scopes_disabled

from groeimodel.foundation.jobs import daily
from groeimodel.soil.meetings import services
from groeimodel.soil.meetings.models import Meeting

AHEAD = timedelta(days=10)


@daily("meetings.brief", hour=7)
def send_briefs() -> None:
    """To the aldermen, of every meeting within ten days that has an agenda; once. Whatever gets its agenda later, goes later."""
    now = timezone.now()
    with scopes_disabled():
        due = list(
            Meeting.objects.filter(
                starts__gt=now,
                starts__date__lte=timezone.localdate() + AHEAD,
                cancelled_at=None,
                brief_sent_at=None,
                items__isnull=False,
            )
            .select_related("partnership")
            .distinct()
        )
    for meeting in due:
        with scope(partnership=meeting.partnership):
            services.send_brief(meeting=meeting)
