"""What the newsletter asks of who coordinates: tell outside what happened, once in three months."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from groeimodel.foundation.asks import Ask, Here
from groeimodel.rules.rights import Role
from groeimodel.showcase.news import selectors

QUIET = timedelta(days=92)


def asks_of(here: Here) -> list[Ask]:
    """When readers heard nothing for three months and there is something to tell: a dozen queries at most."""
    if not here.has(Role.COORDINATOR) or not selectors.is_open(here.partnership):
        return []
    now = timezone.make_aware(datetime.combine(here.today, time(23, 59)))
    since = selectors.since_of(here.partnership, now)
    if since > now - QUIET or not selectors.news_since(here.partnership, since, now):
        return []
    why = _("Al drie maanden kreeg niemand nieuws. Wat intussen gebeurde, staat al voor je klaar.")
    url = reverse("news:desk", args=[here.partnership.slug])
    return [Ask(title=_("Maak een nieuwsbrief"), why=why, url=url, weight=35)]
