"""What this room does by itself: remind once, after a week."""

from datetime import timedelta

from django.utils import timezone
from django_scopes import scope, scopes_disabled

from groeimodel.foundation.jobs import daily
from groeimodel.gauge.duo import services
from groeimodel.gauge.duo.models import Duo

WEEK = timedelta(days=7)


@daily("duo.remind", hour=8)
def remind() -> None:
    with scopes_disabled():
        waiting = list(
            Duo.objects.filter(
                opened_at=None, reminded_at=None, started_at__lt=timezone.now() - WEEK
            ).select_related("partnership")
        )
    for duo in waiting:
        with scope(partnership=duo.partnership):
            services.remind(duo=duo)
