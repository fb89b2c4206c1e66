"""What this room does by itself: measure once a month, and publish a year when it is over."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils import timezone
from django_scopes import scope, scopes_disabled

from groeimodel.foundation.jobs import daily, handler
from groeimodel.foundation.partners.models import Partnership
from groeimodel.showcase.sharing.models import Kind
from groeimodel.showcase.sharing.selectors import partnerships_showing
from groeimodel.support.trends import services
from groeimodel.support.trends.models import Measure

PUBLISHED_FROM = (2, 1)
"""Month and day: partnerships have January to complete what they noted."""


@handler("trends.measure")
def measure(payload: dict[str, Any]) -> None:
    """Of one partnership, right after it opened the comparison."""
    partnership = Partnership.objects.filter(pk=payload["partnership"]).first()
    if partnership is not None:
        with scope(partnership=partnership):
            services.measure(partnership=partnership, today=timezone.localdate())


@daily("trends.measure_all", hour=4)
def measure_all() -> None:
    """Whoever was not measured yet this month: so figures stand still from one month to the next."""
    today = timezone.localdate()
    with scopes_disabled():
        fresh = Measure.objects.filter(measured_on__gte=today.replace(day=1)).values("partnership")
        waiting = list(partnerships_showing(Kind.COMPARISON).exclude(pk__in=fresh))
    for partnership in waiting:
        with scope(partnership=partnership):
            services.measure(partnership=partnership, today=today)


@daily("trends.publish", hour=5)
def publish() -> None:
    """The year that is over, from February on."""
    today = timezone.localdate()
    if today >= date(today.year, *PUBLISHED_FROM):
        services.publish(year=today.year - 1, today=today)
