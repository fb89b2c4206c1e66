"""What this room does by itself: each morning it looks which actions ask for attention."""

from django.utils import timezone

from groeimodel.foundation.jobs import daily
from groeimodel.meadow.tending.services import watch


@daily("tending.watch", hour=6)
def watch_actions() -> None:
    watch(timezone.localdate())
