"""Reads of the journal."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zlib import crc32

from django.apps import apps
from django.contrib.auth import get_user_model
from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _

from groeimodel.foundation.journal.models import Entry
from groeimodel.foundation.journal.telling import telling_of, told_verbs

AT_ONCE = 12
"""More deeds than ever end within one and the same moment in one partnership."""


@dataclass(frozen=True, slots=True)
class Told:
    """One line of what happened, in words."""

    pk: int
    at: datetime
    verb: str
    sentence: str
    partnership: str
    url: str


def happened(
    partnerships: Iterable[int],
    *,
    since: datetime | None = None,
    before: int | None = None,
    besides: int | None = None,
    most: int = 25,
) -> tuple[Told, ...]:
    """What happened in these partnerships (keys), newest first; two or three queries.

    `before` is the key of an entry, to read on from there; `besides` of a person whose own deeds are left out. Names are read now: whoever was erased is told without name.
    """
    entries = Entry.objects.filter(partnership__in=partnerships, verb__in=told_verbs())
    if since is not None:
        entries = entries.filter(at__gt=since)
    if besides is not None:
        entries = entries.exclude(actor=besides)
    if before is not None and (there := Entry.objects.filter(pk=before).first()):
        entries = entries.filter(Q(at__lt=there.at) | Q(at=there.at, pk__lt=there.pk))
    return told(entries.select_related("actor", "municipality", "partnership").order_by("-at", "-pk")[:most])


def told(entries: Iterable[Entry]) -> tuple[Told, ...]:
    """Entries in words; one query for the people named in them."""
    rows = list(entries)
    people = _people(rows)
    return tuple(_tell(row, people) for row in rows)


def _people(rows: Sequence[Entry]) -> dict[Any, str]:
    keys = {row.data["person"] for row in rows if row.data.get("person")}
    if not keys:
        return {}
    return {one.pk: str(one) for one in get_user_model()._default_manager.filter(pk__in=keys)}


def _tell(row: Entry, people: dict[Any, str]) -> Told:
    telling = telling_of(row.verb)
    slug = row.partnership.slug if row.partnership else ""
    if telling is None:
        return Told(row.pk, row.at, row.verb, row.verb, str(row.partnership or ""), "")
    values: dict[str, str] = defaultdict(lambda: _("iemand"))
    values |= {key: str(telling.words.get(key, {}).get(value, value)) for key, value in row.data.items()}
    values["who"] = str(row.actor) if row.actor else _("Groeimodel")
    values["municipality"] = str(row.municipality) if row.municipality else _("een gemeente")
    values["partnership"] = str(row.partnership or "")
    if "person" in row.data:
        values["person"] = people.get(row.data["person"], _("iemand"))
    url = telling.link(slug) if telling.link and slug else ""
    return Told(row.pk, row.at, row.verb, str(telling.sentence) % values, values["partnership"], url)


def version_of(partnership: int) -> str:
    """Which entries about a partnership (its key) are the last: as long as it is the same, nothing was done. One query.

    Every service writes an entry, so what was made of the partnership's rows may be kept by this. What an
    administrator mends by hand writes none: whoever keeps, keeps for minutes and not for days.
    """
    # Some of the last and not the very last alone: of two deeds at the same moment, the one that took its number
    # first may be written last.
    entries = Entry.objects.filter(partnership=partnership).order_by("-pk")
    return _named(entries.values_list("pk", flat=True)[:AT_ONCE])


def version_of_all(partnerships: Collection[int] | QuerySet[Any]) -> str:
    """The same for several partnerships at once, by their keys or as they would be asked. One query."""
    # Of each the last entry and the twelfth: two looks in the index, where all of its entries would be read else.
    # What is written late moves the twelfth.
    last = Entry.objects.filter(partnership=OuterRef("pk")).order_by("-pk").values("pk")
    rows = apps.get_model("partners", "Partnership")._default_manager.filter(pk__in=partnerships)
    ends = rows.annotate(last=Subquery(last[:1]), before=Subquery(last[AT_ONCE - 1 : AT_ONCE]))
    found = sorted(ends.order_by().values_list("pk", "last", "before"))
    return f"{crc32(repr(found).encode()):x}"


def version_of_verbs(verbs: Collection[str]) -> str:
    """Which deeds of these kinds were the last, anywhere: of `LISTING` or `LIBRARY`, which have an index. One query."""
    entries = Entry.objects.filter(verb__in=verbs).order_by("-pk")
    return _named(entries.values_list("pk", flat=True)[:AT_ONCE])


def last_of(slug: str) -> tuple[str, datetime | None]:
    """The version of a partnership by its name in addresses, and when something was last done. One query."""
    there = apps.get_model("partners", "Partnership")._default_manager.filter(slug=slug).values("pk")[:1]
    entries = Entry.objects.filter(partnership=there).order_by("-pk").values_list("pk", "at")[:AT_ONCE]
    rows = list(entries)
    return _named(pk for pk, _ in rows), rows[0][1] if rows else None


def _named(keys: Iterable[int]) -> str:
    last = list(keys)
    return f"{last[0]}-{crc32(repr(last).encode()):x}" if last else "0"


def page_state(request: HttpRequest, partnership: int) -> str:
    """What the body of a page about a partnership depends on: what was done, who looks, and the day.

    The session is part of it, because forms carry a token that belongs to one session.
    """
    viewer, session = request.user.pk, request.session.session_key
    return f"{partnership} {version_of(partnership)} {viewer} {session} {timezone.localdate()} {request.GET.urlencode()}"
