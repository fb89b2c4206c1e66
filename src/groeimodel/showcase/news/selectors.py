"""Reads of the newsletter: what everyone may see, and what whoever writes it needs. Never an address."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby

from django.db.models import Count, QuerySet
from django.db.models.functions import TruncMonth
from django.utils import timezone
from django.utils.translation import gettext as _

from groeimodel.foundation.partners.models import Membership, Partnership
from groeimodel.showcase.news.gathering import Found, gather
from groeimodel.showcase.news.models import Delivery, Edition, Item, Subscription
from groeimodel.showcase.sharing.models import Kind
from groeimodel.showcase.sharing.selectors import shown_by

FEW = 5
MONTHS = 6
FIRST_TIME = timedelta(days=92)
"""How far a first edition looks back."""


def is_open(partnership: Partnership) -> bool:
    """Whether visitors find a newsletter: there is a public page, and the news on it was opened. One query."""
    return not partnership.listed_only and {Kind.PAGE, Kind.NEWS} <= shown_by(partnership)


def speaks_french(partnership: Partnership) -> bool:
    """Whether a member today has facilities for French: one query."""
    rows = Membership.objects.filter(partnership=partnership, ends=None)
    return rows.exclude(municipality__name_fr="").exists()


def editions_of(partnership: Partnership) -> QuerySet[Edition]:
    """What everyone may read, newest first: sent, and not taken off the web. One query, inside the scope."""
    rows = Edition.objects.filter(partnership=partnership, sent_at__isnull=False, withdrawn_at=None)
    return rows.select_related("partnership").order_by("-number")


def all_editions(partnership: Partnership) -> QuerySet[Edition]:
    """With the draft and what was withdrawn, newest first: for whoever writes. One query."""
    rows = Edition.objects.filter(partnership=partnership).order_by("-pk")
    return rows.select_related("partnership", "made_by", "changed_by", "sent_by")


def draft_of(partnership: Partnership) -> Edition | None:
    return all_editions(partnership).filter(sent_at=None).first()


def items_of(edition: Edition, *, included: bool = True) -> list[Item]:
    """In order; with what stays out when it is asked for. One query."""
    rows = Item.objects.filter(edition=edition)
    return list(rows.filter(included=True) if included else rows)


def groups_of(items: Sequence[Item]) -> list[tuple[str, list[Item]]]:
    """Items with the heading that neighbours of one kind share; an own item has none."""
    return [
        (str(Item.Kind(kind).label), list(rows)) for kind, rows in groupby(items, key=lambda one: one.kind)
    ]


def token_of(edition: Edition, items: Sequence[Item]) -> str:
    """A short sign of what stands in a draft: who sends it back shows what it was made from."""
    content = [edition.title, edition.intro, edition.intro_fr]
    rows = [[one.pk, one.position, one.included, one.title, one.text, one.url] for one in items]
    return hashlib.sha256(json.dumps([content, rows]).encode()).hexdigest()[:16]


def since_of(partnership: Partnership, now: datetime) -> datetime:
    """From when on there is news to tell: since the last edition was gathered. One query."""
    last = Edition.objects.filter(partnership=partnership, sent_at__isnull=False).order_by("-number").first()
    return last.gathered_at if last else now - FIRST_TIME


def news_since(partnership: Partnership, since: datetime, now: datetime) -> list[Found]:
    """What there is to tell and was not told before: nine queries at most."""
    told = set(
        Item.objects.filter(
            edition__partnership=partnership, edition__sent_at__isnull=False, included=True
        ).values_list("source", flat=True)
    )
    return [one for one in gather(partnership, since, timezone.localdate(now)) if one.source not in told]


def not_open_any_more(edition: Edition, now: datetime) -> list[Item]:
    """Items of a draft whose source is not for everyone (any more), or is over: they stay out when it is sent."""
    today = timezone.localdate(now)
    there = {one.source for one in gather(edition.partnership, edition.since, today)}
    return [one for one in items_of(edition) if one.source and one.source not in there]


def readers_of(partnership: Partnership) -> QuerySet[Subscription]:
    """Who gets the next edition: for counting and sending, never for showing."""
    return Subscription.objects.filter(partnership=partnership, confirmed_at__isnull=False)


def at_least_few(count: int) -> str:
    """A number of readers as it may be said: '34', or 'minder dan 5'."""
    return _("minder dan %(few)s") % {"few": FEW} if count < FEW else str(count)


@dataclass(frozen=True, slots=True)
class Readers:
    """How many read along, said so that nobody is recognised in it."""

    count: str
    months: tuple[tuple[date, str], ...]
    """The last months, each with how many of today's readers came in it; the newest first."""
    shown: bool
    """Whether there are enough readers for the months to say something."""


def readers_told(partnership: Partnership, today: date) -> Readers:
    """Two queries."""
    rows = readers_of(partnership)
    per_month = rows.annotate(month=TruncMonth("confirmed_at")).values("month").annotate(n=Count("pk"))
    found = {timezone.localdate(row["month"]).replace(day=1): row["n"] for row in per_month.order_by()}
    months, month = [], today.replace(day=1)
    for _number in range(MONTHS):
        months.append((month, at_least_few(found.get(month, 0))))
        month = (month - timedelta(days=1)).replace(day=1)
    total = sum(found.values())
    return Readers(at_least_few(total), tuple(months), total >= FEW)


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an edition is on its way."""

    readers: int
    waiting: int

    @property
    def gone(self) -> int:
        return max(0, self.readers - self.waiting)

    @property
    def told(self) -> bool:
        """Whether figures may be shown."""
        return self.readers >= FEW


def progress_of(edition: Edition) -> Progress:
    """One query. Who left meanwhile counts as gone."""
    return Progress(edition.readers, Delivery.objects.filter(edition=edition, mailed_at=None).count())
