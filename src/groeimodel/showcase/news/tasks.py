"""Sending in portions, editions that go by themselves, and each night what is let go of."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone
from django_scopes import scope, scopes_disabled

from groeimodel.foundation.jobs import daily, handler
from groeimodel.showcase.news import services
from groeimodel.showcase.news.models import Edition

KEEP_DELIVERIES = timedelta(days=30)


def _edition(payload: dict[str, Any]) -> Edition | None:
    with scopes_disabled():
        return Edition.objects.select_related("partnership").filter(pk=payload["edition"]).first()


@handler("news.portion", tries=20)
def portion(payload: dict[str, Any]) -> None:
    """The next portion; it asks for the one after it."""
    edition = _edition(payload)
    if edition is not None and edition.is_on_its_way:
        with scope(partnership=edition.partnership):
            services.deliver_portion(edition=edition)


@handler("news.go", tries=8)
def go(payload: dict[str, Any]) -> None:
    """A planned edition goes."""
    edition = _edition(payload)
    if edition is not None:
        with scope(partnership=edition.partnership):
            services.go(edition=edition, planned=datetime.fromisoformat(payload["at"]))


@daily("news.tidy", hour=3)
def tidy() -> None:
    now = timezone.now()
    with scopes_disabled():
        services.forget_unconfirmed(now=now)
        services.forget_deliveries(before=now - KEEP_DELIVERIES)
