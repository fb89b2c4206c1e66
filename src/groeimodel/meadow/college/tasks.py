"""What this room does by itself: remind of a moment, once, a week before."""

from datetime import timedelta

from django.utils import timezone
from django_scopes import scope, scopes_disabled

from groeimodel.foundation.jobs import daily
from groeimodel.meadow.college import services
from groeimodel.meadow.college.models import Moment

WEEK = timedelta(days=7)


@daily("college.remind", hour=7)
def remind() -> None:
    today = timezone.localdate()
    with scopes_disabled():
        rows = Moment.objects.filter(done_on=None, reminded_at=None, on__gte=today, on__lte=today + WEEK)
        near = list(rows.select_related("partnership", "municipality__merged_into"))
    for moment in near:
        with scope(partnership=moment.partnership):
            services.remind(moment=moment)
