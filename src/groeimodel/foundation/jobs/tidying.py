"""The daily job of this room itself: what is done is forgotten after a month."""

from datetime import timedelta

from django.utils import timezone

from groeimodel.foundation.jobs import services
from groeimodel.foundation.jobs.registry import daily

KEEP_DONE = timedelta(days=30)


@daily("jobs.tidy", hour=4)
def tidy() -> None:
    """Remove jobs that were done more than 30 days ago. What was given up stays, for somebody to look at."""
    services.remove_done(before=timezone.now() - KEEP_DONE)
