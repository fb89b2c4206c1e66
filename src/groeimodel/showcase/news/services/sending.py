"""An edition goes: now or on a day, in portions, each reader at most once; and off the web again."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.core.exceptions import ValidationError
from django.db import connection, transaction
from django.db.models import F, Max
from django.db.models.functions import Coalesce, Least
from django.utils import timezone
from django.utils.translation import gettext as _

from groeimodel.foundation.jobs import queue
from groeimodel.foundation.mail.services.keeping import call_off
from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.rights import require
from groeimodel.showcase.news import letters, selectors
from groeimodel.showcase.news.models import Delivery, Edition, Item
from groeimodel.showcase.news.services.writing import _draft, _note, _touch

PORTION = 50
"""Mails that are written in one go: they go together or not at all."""
STILL_WAITING = timedelta(days=7)
"""Mails that did not leave in so many days, are kept no longer."""


@transaction.atomic
def send(*, edition: Edition, actor: Person | None = None, at: datetime | None = None) -> Edition:
    """Send a draft to everybody who reads along now, and put it on the web. From now on it does not change.

    Raises:
        Sent: it was sent already.
        ValidationError: there is nothing in it, or the newsletter is not open.
    """
    require(actor, "news.send", edition)
    return _start(_draft(edition), actor, at or timezone.now())


@transaction.atomic
def schedule(
    *, edition: Edition, send_at: datetime, actor: Person | None = None, at: datetime | None = None
) -> Edition:
    """Let a draft go by itself; until then it can still be changed.

    Raises:
        Sent: it was sent already.
        ValidationError: that moment has passed, there is nothing in it, or the newsletter is not open.
    """
    require(actor, "news.send", edition)
    edition, at = _draft(edition), at or timezone.now()
    if send_at <= at:
        raise ValidationError(_("Dit moment is al voorbij. Kies een moment dat nog komt."))
    _ready(edition, at)
    edition.send_at, edition.sent_by = send_at, actor
    _touch(edition, actor, at)
    queue("news.go", {"edition": edition.pk, "at": send_at.isoformat()}, at=send_at)
    _note("news.scheduled", edition, actor=actor, at=at)
    return edition


@transaction.atomic
def unschedule(*, edition: Edition, actor: Person | None = None, at: datetime | None = None) -> Edition:
    """It waits for somebody again. Raises Sent: too late."""
    require(actor, "news.send", edition)
    edition, at = _draft(edition), at or timezone.now()
    if edition.send_at is not None:
        edition.send_at = edition.sent_by = None
        _touch(edition, actor, at)
        _note("news.unscheduled", edition, actor=actor, at=at)
    return edition


@transaction.atomic
def go(*, edition: Edition, planned: datetime, at: datetime | None = None) -> None:
    """The planned moment has come. Without effect when it was planned anew, called off, or sent already.

    When nothing is left to tell, or the newsletter was closed, it waits for somebody instead.
    """
    found = Edition.objects.select_for_update(of=("self",)).select_related("partnership").get(pk=edition.pk)
    at = at or timezone.now()
    if not found.is_draft or found.send_at != planned or planned > at:
        return
    who = found.sent_by
    try:
        with transaction.atomic():
            _start(found, who, at)
    except ValidationError:
        Edition.objects.filter(pk=found.pk).update(send_at=None, sent_by=None)
        _note("news.held", found, actor=None, at=at)


def _ready(edition: Edition, at: datetime) -> list[Item]:
    """What goes: the items that are in, without what is not for everyone any more."""
    if not selectors.is_open(edition.partnership):
        raise ValidationError(_("Zet eerst de publieke pagina en het nieuws open."))
    closed = {one.pk for one in selectors.not_open_any_more(edition, at)}
    items = [one for one in selectors.items_of(edition) if one.pk not in closed]
    if not items and not edition.intro:
        raise ValidationError(_("Er staat nog niets in. Vink een bericht aan, of schrijf een inleiding."))
    return items


def _start(edition: Edition, actor: Person | None, at: datetime) -> Edition:
    items = _ready(edition, at)
    partnership = edition.partnership
    Partnership.objects.select_for_update().get(pk=partnership.pk)  # numbers follow each other
    last = Edition.objects.filter(partnership=partnership).aggregate(last=Max("number"))["last"]
    Item.objects.filter(edition=edition).exclude(pk__in=[one.pk for one in items]).update(included=False)
    # Locked, so that who leaves at this moment does so before, or takes the row of this edition along.
    readers = list(selectors.readers_of(partnership).select_for_update().values_list("pk", flat=True))
    edition.number, edition.sent_at, edition.sent_by = (last or 0) + 1, at, actor
    edition.send_at, edition.readers = None, len(readers)
    edition.done_at = None if readers else at
    edition.save()
    Delivery.objects.bulk_create(Delivery(edition=edition, subscription_id=pk) for pk in readers)
    if readers:
        queue("news.portion", {"edition": edition.pk}, patient=True)
    _note("news.sent", edition, actor=actor, at=at)
    return edition


@transaction.atomic
def deliver_portion(*, edition: Edition, portion: int = PORTION) -> bool:
    """Write the mails of the next readers, and say so of each in the same transaction; whether more wait.

    Killed half-way, the whole portion is as if it never was, and comes again. Two at once take different readers:
    whoever is locked is skipped. Once the edition is off the web or the newsletter closed, nobody gets it any more.
    """
    if not Edition.objects.filter(pk=edition.pk, withdrawn_at=None).exists() or not selectors.is_open(
        edition.partnership
    ):
        _stop(edition)
        return False
    rows = Delivery.objects.filter(edition=edition, mailed_at=None).select_related(
        "subscription__partnership"
    )
    skip = connection.features.has_select_for_update_skip_locked
    chosen = list(rows.select_for_update(of=("self",), skip_locked=skip).order_by("pk")[:portion])
    items = selectors.items_of(edition)
    for one in chosen:
        letters.send_edition(edition, items, one.subscription)
    Delivery.objects.filter(pk__in=[one.pk for one in chosen]).update(mailed_at=timezone.now())
    waiting = Delivery.objects.filter(edition=edition, mailed_at=None).exists()
    if waiting:
        queue("news.portion", {"edition": edition.pk}, patient=True)
    else:
        Edition.objects.filter(pk=edition.pk, done_at=None).update(done_at=timezone.now())
    return waiting


def _stop(edition: Edition) -> None:
    """Who did not get it yet, does not get it; nor when it is shown again. They do not count as readers of it."""
    here, since = edition.partnership, edition.sent_at
    if since is None:
        return
    later = Edition.objects.filter(partnership=here, sent_at__gt=since).order_by("sent_at").first()
    until = later.sent_at if later else None
    called_off = call_off(letters.EDITION, partnership=here.pk, since=since, until=until)
    waiting = called_off + Delivery.objects.filter(edition=edition, mailed_at=None).delete()[0]
    rows = Edition.objects.filter(pk=edition.pk)
    rows.update(
        done_at=Coalesce("done_at", timezone.now()), readers=F("readers") - Least(F("readers"), waiting)
    )


@transaction.atomic
def stop_all(*, partnership: Partnership, at: datetime | None = None) -> None:
    """The newsletter was closed: what is on its way stops at once. Inside the scope."""
    lately = (at or timezone.now()) - STILL_WAITING
    for edition in Edition.objects.filter(partnership=partnership, sent_at__gt=lately):
        _stop(edition)


@transaction.atomic
def withdraw(*, edition: Edition, actor: Person | None = None, at: datetime | None = None) -> None:
    """Take a sent edition off the web; mails that went are gone, others do not go any more. Twice changes nothing."""
    require(actor, "news.send", edition)
    at = at or timezone.now()
    rows = Edition.objects.filter(pk=edition.pk, sent_at__isnull=False, withdrawn_at=None)
    if rows.update(withdrawn_at=at):
        _stop(edition)
        _note("news.withdrawn", edition, actor=actor, at=at)


@transaction.atomic
def restore(*, edition: Edition, actor: Person | None = None, at: datetime | None = None) -> None:
    """Show it on the web again. Twice changes nothing."""
    require(actor, "news.send", edition)
    if Edition.objects.filter(pk=edition.pk, withdrawn_at__isnull=False).update(withdrawn_at=None):
        _note("news.restored", edition, actor=actor, at=at)


@transaction.atomic
def send_test(*, edition: Edition, actor: Person) -> None:
    """The mail as readers will get it, to oneself."""
    require(actor, "news.write", edition)
    letters.send_test(edition, selectors.items_of(edition), actor)


@transaction.atomic
def forget_deliveries(*, before: datetime) -> int:
    """Who got which edition need not be remembered once it is gone; how many rows."""
    return int(Delivery.objects.filter(edition__done_at__lt=before).delete()[0])
