"""Writing an edition: begin it from what happened, change what stands in it, take it away again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.core.validators import URLValidator
from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from groeimodel.foundation.journal.services import record
from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.rights import require
from groeimodel.showcase.news import selectors
from groeimodel.showcase.news.gathering import Found
from groeimodel.showcase.news.models import Edition, Item

TICKED = 4
"""So many of each kind are in a new edition; the rest can be ticked: a long mail is not read."""


class Stale(Exception):
    """Somebody else changed the draft since it was shown."""


class Sent(Exception):
    """An edition that was sent does not change."""


@dataclass(frozen=True, slots=True)
class Words:
    """One item as somebody typed it."""

    title: str
    text: str = ""
    url: str = ""
    """Read of an own item only: what was gathered keeps its link."""
    included: bool = True
    pk: int | None = None
    """None: a new item of their own."""


@dataclass(frozen=True, slots=True)
class Content:
    """A whole draft as it was typed, its items in order."""

    title: str
    intro: str = ""
    intro_fr: str = ""
    items: Sequence[Words] = ()


@transaction.atomic
def begin_edition(
    *, partnership: Partnership, actor: Person | None = None, at: datetime | None = None
) -> Edition:
    """A draft with everything there is to tell since the last edition; the one that is there when there is one already."""
    require(actor, "news.write", partnership)
    at = at or timezone.now()
    # A lock on one row of the partnership: two people who begin at once write in the same draft.
    Partnership.objects.select_for_update().get(pk=partnership.pk)
    if (draft := selectors.draft_of(partnership)) is not None:
        return draft
    since = selectors.since_of(partnership, at)
    month = date_format(timezone.localdate(at), "F Y")
    edition = Edition.objects.create(
        partnership=partnership,
        title=_("Nieuws van %(name)s, %(month)s") % {"name": partnership.name, "month": month}
        if len(partnership.name) < 80
        else month,
        since=since,
        gathered_at=at,
        made_at=at,
        changed_at=at,
        made_by=actor,
        changed_by=actor,
    )
    _add(edition, selectors.news_since(partnership, since, at), ())
    _note("news.begun", edition, actor=actor, at=at)
    return edition


@transaction.atomic
def gather_again(*, edition: Edition, actor: Person | None = None, at: datetime | None = None) -> int:
    """Add what happened since the draft was made, after what stands there; how many items.

    Raises:
        Sent: it was sent.
    """
    require(actor, "news.write", edition)
    edition, at = _draft(edition), at or timezone.now()
    found = selectors.news_since(edition.partnership, edition.since, at)
    added = _add(edition, found, selectors.items_of(edition, included=False))
    edition.gathered_at = at
    _touch(edition, actor, at)
    return added


def _add(edition: Edition, found: Sequence[Found], there: Sequence[Item]) -> int:
    known, count = {one.source for one in there}, dict.fromkeys(Item.Kind, 0)
    for one in there:
        count[Item.Kind(one.kind)] += one.included
    fresh, place = [], len(there)
    for new in found:
        if new.source in known:
            continue
        place, included = place + 1, count[new.kind] < TICKED
        count[new.kind] += included
        fresh.append(
            Item(
                edition=edition,
                kind=new.kind,
                source=new.source,
                position=place,
                included=included,
                title=new.title[:200],
                text=new.text[:2000],
                url=new.url[:500],
            )
        )
    Item.objects.bulk_create(fresh)
    return len(fresh)


@transaction.atomic
def save_draft(
    *, edition: Edition, content: Content, seen: str, actor: Person | None = None, at: datetime | None = None
) -> Edition:
    """Write what somebody typed: words, ticks and order of all items, and new ones of their own.

    `seen` is the token of what they had before them. An own item without any words goes.

    Raises:
        Stale: the draft is no longer what was shown.
        Sent: it was sent.
        ValidationError: something has no title, is too long, or links nowhere.
    """
    require(actor, "news.write", edition)
    edition, at = _draft(edition), at or timezone.now()
    items = selectors.items_of(edition, included=False)
    if selectors.token_of(edition, items) != seen:
        raise Stale
    by_key = {one.pk: one for one in items}
    edition.title, edition.intro = content.title.strip(), content.intro.strip()
    edition.intro_fr = content.intro_fr.strip()
    edition.full_clean(
        exclude=["partnership", "made_by", "changed_by", "sent_by"], validate_constraints=False
    )
    for place, words in enumerate(content.items, 1):
        item = by_key.get(words.pk) if words.pk else Item(edition=edition, kind=Item.Kind.OWN)
        if item is None:
            continue
        if not item.source and not (words.title.strip() or words.text.strip()):
            if item.pk:
                item.delete()
        else:
            _write(item, words, place)
    _touch(edition, actor, at)
    _note("news.edited", edition, actor=actor, at=at)
    return edition


def _write(item: Item, words: Words, place: int) -> None:
    item.position, item.included = place, words.included
    item.title, item.text = words.title.strip(), words.text.strip()
    if not item.source:
        item.url = words.url.strip()
        if item.url and (not item.url.startswith("/") or item.url.startswith("//")):
            URLValidator(["http", "https"])(item.url)
    item.full_clean(exclude=["edition"], validate_constraints=False)
    item.save()


@transaction.atomic
def remove_draft(*, edition: Edition, actor: Person | None = None, at: datetime | None = None) -> None:
    """Throw a draft away, with everything in it.

    Raises:
        Sent: it was sent.
    """
    require(actor, "news.write", edition)
    edition = _draft(edition)
    _note("news.removed", edition, actor=actor, at=at)
    edition.delete()


def _draft(edition: Edition) -> Edition:
    """Locked, as it is now."""
    found = Edition.objects.select_for_update(of=("self",)).select_related("partnership").get(pk=edition.pk)
    if not found.is_draft:
        raise Sent
    return found


def _touch(edition: Edition, actor: Person | None, at: datetime) -> None:
    edition.changed_at, edition.changed_by = at, actor
    edition.save()


def _note(verb: str, edition: Edition, *, actor: Person | None, at: datetime | None) -> None:
    record(
        verb,
        partnership=edition.partnership,
        actor=actor,
        subject=edition,
        data={"edition": edition.pk},
        at=at,
    )
