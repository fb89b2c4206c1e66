"""The newsletters on a page: the last ones that were sent, and how somebody gets the next."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.timezone import localdate

from groeimodel.foundation.partners.models import Partnership
from groeimodel.showcase.news.models import Edition
from groeimodel.showcase.news.selectors import editions_of
from groeimodel.showcase.public.words import Tongue

MOST = 3


@dataclass(frozen=True, slots=True)
class Letter:
    number: int
    title: str
    intro: str
    on: str
    sent: datetime
    url: str


@dataclass(frozen=True, slots=True)
class Letters:
    last: tuple[Letter, ...]
    subscribe: str
    all: str


def letters_of(partnership: Partnership, tongue: Tongue) -> Letters:
    """One query."""
    slug = partnership.slug
    query = "?taal=fr" if tongue.language == "fr" else ""
    return Letters(
        last=tuple(_letter(one, tongue, query) for one in editions_of(partnership)[:MOST]),
        subscribe=reverse("news:subscribe", args=[slug]) + query,
        all=reverse("news:list", args=[slug]) + query,
    )


def _letter(one: Edition, tongue: Tongue, query: str) -> Letter:
    assert one.number is not None
    assert one.sent_at is not None
    return Letter(
        number=one.number,
        title=tongue.title("news.edition", one.pk, one.title),
        intro=tongue.own(one.intro, one.intro_fr) if one.intro else "",
        on=tongue.day(localdate(one.sent_at)),
        sent=one.sent_at,
        url=reverse("news:edition", args=[one.partnership.slug, one.number]) + query,
    )
