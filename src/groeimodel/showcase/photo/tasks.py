"""What this room does by itself: forget links that ended a month ago."""

from datetime import timedelta

from django.utils import timezone
from django_scopes import scopes_disabled

from groeimodel.foundation.jobs import daily
from groeimodel.showcase.photo import services

KEPT = timedelta(days=30)


@daily("photo.forget", hour=4)
def forget() -> None:
    with scopes_disabled():
        services.forget(before=timezone.localdate() - KEPT)
