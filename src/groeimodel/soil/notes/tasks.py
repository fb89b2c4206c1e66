"""What this room does by itself: take away old versions."""

from groeimodel.foundation.jobs import daily
from groeimodel.soil.notes.services import forget_old


@daily("notes.forget", hour=3)
def forget() -> None:
    forget_old()
