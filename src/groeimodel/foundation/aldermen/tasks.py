"""What this room does by itself."""

from django_scopes import scopes_disabled

from groeimodel.foundation.aldermen.services import remove_old_drafts
from groeimodel.foundation.jobs import daily


@daily("aldermen.drafts", hour=4)
def drafts() -> None:
    with scopes_disabled():
        remove_old_drafts()
