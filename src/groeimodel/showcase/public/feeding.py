"""What is new on a page, as a feed: actions, their news, and decisions."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time

from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from groeimodel.formats.atom import Entry, Feed, feed_of
from groeimodel.showcase.public import safe
from groeimodel.showcase.public.governing import decisions_of
from groeimodel.showcase.public.newsletters import letters_of
from groeimodel.showcase.public.visiting import Visit
from groeimodel.showcase.public.words import Tongue, tongue_of
from groeimodel.showcase.sharing.models import Kind

MOST = 20
"""Of each sort."""


def atom_of(visit: Visit) -> bytes:
    """In Dutch; only of the kinds that the page shows. Four queries."""
    partnership, tongue = visit.partnership, tongue_of("nl", {})
    page = f"{settings.PUBLIC_URL}{reverse('public:page', args=[partnership.slug])}"
    entries: list[Entry] = []
    if Kind.ACTIONS in visit.version.kinds:
        entries += _actions(visit, page)
    if Kind.DECISIONS in visit.version.kinds:
        entries += _decisions(visit, tongue, page)
    if Kind.NEWS in visit.version.kinds:
        entries += _letters(visit, tongue, page)
    return feed_of(
        Feed(
            id=page,
            title=tongue.say("feed_title", name=partnership.name),
            author=partnership.name,
            link=page,
            own=f"{settings.PUBLIC_URL}{reverse('public:feed', args=[partnership.slug])}",
            updated=visit.changed,
            entries=sorted(entries, key=lambda one: one.updated, reverse=True)[:MOST],
        )
    )


def _actions(visit: Visit, page: str) -> Iterator[Entry]:
    begun = safe.actions_shown(visit.partnership).filter(starts__lte=visit.today, starts__isnull=False)
    for one in begun.order_by("-starts", "-pk")[:MOST]:
        address = f"{page}#actie-{one.pk}"
        if one.starts:
            yield Entry(address, one.title, _morning(one.starts), address, category="actie")
    for news in safe.news_shown(visit.partnership)[:MOST]:
        yield Entry(
            id=f"{page}#nieuws-{news.pk}",
            title=news.action.title,
            updated=news.noted_at,
            link=f"{page}#actie-{news.action_id}",
            text=news.text,
            category="nieuws",
        )


def _decisions(visit: Visit, tongue: Tongue, page: str) -> Iterator[Entry]:
    for one in decisions_of(visit.partnership, tongue):
        yield Entry(
            id=f"{page}#besluit-{one.number}",
            title=str(one.title),
            updated=one.published,
            link=f"{settings.PUBLIC_URL}{one.url}",
            text=one.text,
            category="besluit",
        )


def _letters(visit: Visit, tongue: Tongue, page: str) -> Iterator[Entry]:
    for one in letters_of(visit.partnership, tongue).last:
        yield Entry(
            id=f"{page}nieuws/{one.number}/",
            title=str(one.title),
            updated=one.sent,
            link=f"{settings.PUBLIC_URL}{one.url}",
            text=str(one.intro),
            category="nieuwsbrief",
        )


def _morning(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time()))
