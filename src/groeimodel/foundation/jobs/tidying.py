"""The daily job of this room itself: what is done is forgotten after a month, a worker that was killed after a week."""

from datetime import timedelta

from django.utils import timezone

from groeimodel.foundation.jobs import services
from groeimodel.foundation.jobs.registry import daily

KEEP_DONE = timedelta(days=30)
KEEP_WORKERS = timedelta(days=7)
"""So that somebody can still see when the last one was there."""


@daily("jobs.tidy", hour=4)
def tidy() -> None:
    """Remove jobs that were done more than 30 days ago. What was given up stays, for somebody to look at."""
    now = timezone.now()
    services.remove_done(before=now - KEEP_DONE)
    services.forget_workers(before=now - KEEP_WORKERS)
