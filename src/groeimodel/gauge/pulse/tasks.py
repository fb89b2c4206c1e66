"""What this room does by itself: ask the day after a meeting, close after ten days."""

from datetime import timedelta

from django.db.models import Exists, OuterRef
from django.utils import timezone
from django_scopes import scope, scopes_disabled

from groeimodel.foundation.jobs import daily
from groeimodel.gauge.pulse import services
from groeimodel.gauge.pulse.models import Pulse
from groeimodel.soil.meetings.models import Meeting

LATEST = timedelta(days=5)
"""What is longer ago is not asked any more: a worker that stood still must not wake everybody up."""


@daily("pulse.tend", hour=9)
def tend() -> None:
    now, today = timezone.now(), timezone.localdate()
    with scopes_disabled():
        over = list(Pulse.objects.filter(closed_at=None, closes_on__lt=today).select_related("partnership"))
        held = list(
            Meeting.objects.filter(ends__date__lt=today, ends__gt=now - LATEST, cancelled_at=None)
            .exclude(Exists(Pulse.objects.filter(meeting=OuterRef("pk"))))
            .select_related("partnership")
        )
    for pulse in over:
        with scope(partnership=pulse.partnership):
            services.close_pulse(pulse=pulse)
    for meeting in held:
        with scope(partnership=meeting.partnership):
            services.open_pulse(meeting=meeting)
