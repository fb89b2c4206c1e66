"""What this room does by itself: forget notes after two years."""

from django.utils import timezone
from django_scopes import scopes_disabled

from groeimodel.foundation.jobs import daily
from groeimodel.support.region import services


@daily("region.forget", hour=4)
def forget() -> None:
    with scopes_disabled():
        services.forget(today=timezone.localdate())
