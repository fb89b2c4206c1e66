"""An open newsletter with readers, news and editions, for the tests of this room and the walk over all addresses."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

import time_machine
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django_scopes import scope

from groeimodel.foundation.jobs import services as jobs
from groeimodel.foundation.jobs import worker
from groeimodel.foundation.mail.readers import address_key
from groeimodel.foundation.testing.cast import Cast
from groeimodel.meadow.tending import services as tending
from groeimodel.meadow.tending.tests.running import running
from groeimodel.showcase.news import services
from groeimodel.showcase.news.models import Edition, Subscription
from groeimodel.showcase.sharing import services as sharing
from groeimodel.showcase.sharing.models import PUBLIC, Kind

READER = "Lezer@voorbeeld.test"


def open_news(cast: Cast, kinds: Sequence[Kind] = (Kind.PAGE, *PUBLIC)) -> None:
    with scope(partnership=cast.partnership):
        sharing.choose(partnership=cast.partnership, among=(Kind.PAGE, *PUBLIC), shown=kinds, actor=cast.finn)


def told(cast: Cast, text: str = "Twaalf coaches zijn klaar.", *, public: bool = True, **changes: Any) -> int:
    """News of a running action; the key of the update."""
    with scope(partnership=cast.partnership):
        action = running(cast, **changes)
        return tending.write_update(action=action, news=tending.News(text, public)).pk


def reader(cast: Cast, address: str = READER, *, at: datetime | None = None, **changes: Any) -> Subscription:
    """Somebody who confirmed."""
    with scope(partnership=cast.partnership):
        services.subscribe(partnership=cast.partnership, address=address, at=at, **changes)
        found = Subscription.objects.select_related("partnership").get(address_key=address_key(address))
        services.confirm(subscription=found, at=at)
        return found


def begun(cast: Cast, **changes: Any) -> Edition:
    with scope(partnership=cast.partnership):
        return services.begin_edition(partnership=cast.partnership, actor=cast.finn, **changes)


def sent(cast: Cast, **changes: Any) -> Edition:
    """An edition with an introduction, on its way."""
    edition = begun(cast)
    with scope(partnership=cast.partnership):
        Edition.objects.filter(pk=edition.pk).update(intro="Een mooi voorjaar.")
        return services.send(edition=edition, actor=cast.finn, **changes)


def now(edition: Edition) -> Edition:
    with scope(partnership=edition.partnership):
        return Edition.objects.select_related("partnership").get(pk=edition.pk)


def news_rows(cast: Cast) -> dict[str, int]:
    open_news(cast)
    over, draft = sent(cast), begun(cast)
    return {"news_sent": over.pk, "news_draft": draft.pk}


def work() -> None:
    """What is due; without the daily jobs, which have tests of their own."""
    while worker.work_once():
        pass


def carry_out_next() -> bool:
    """One job."""
    job = jobs.take()
    if job is None:
        return False
    worker.carry_out(job)
    return True


def ask(client: Client, cast: Cast, address: str = READER, **changes: str) -> Any:
    """Fill in the form as somebody does: open the page, wait a while, send it."""
    with time_machine.travel(timezone.now() - timedelta(seconds=5), tick=False):
        page = client.get(reverse("news:list", args=[cast.partnership.slug]) + changes.pop("query", ""))
    stamp = re.search(r'name="stamp" value="([^"]+)"', page.text)
    assert stamp, page.text
    data = {"email": address, "stamp": stamp[1], "website": "", "taal": "nl"} | changes
    return client.post(reverse("news:subscribe", args=[cast.partnership.slug]), data)
