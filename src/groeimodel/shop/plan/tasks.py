"""What this room does by itself."""

from django_scopes import scopes_disabled

from groeimodel.foundation.jobs import daily
from groeimodel.shop.plan.services.local import remove_old_drafts


@daily("plan.drafts", hour=4)
def drafts() -> None:
    with scopes_disabled():
        remove_old_drafts()
