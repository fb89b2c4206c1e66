"""What this room does by itself: end what was left open, forget what nobody kept."""

from datetime import timedelta

from django.utils import timezone

from groeimodel.foundation.jobs import daily
from groeimodel.gauge.live import services

LONGEST = timedelta(hours=12)
KEPT_DAYS = 30


@daily("live.tidy", hour=4)
def tidy() -> None:
    now = timezone.now()
    services.tidy(now=now, end_before=now - LONGEST, forget_before=now - timedelta(days=KEPT_DAYS))
