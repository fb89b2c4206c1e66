"""What this room does by itself."""

from django.utils import timezone
from django_scopes import scopes_disabled

from groeimodel.foundation.jobs import daily
from groeimodel.shop.bank.services import forget_old


@daily("bank.forget", hour=4)
def forget() -> None:
    with scopes_disabled():
        forget_old(timezone.now())
