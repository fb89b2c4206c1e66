"""How long mails are kept, and forgetting somebody at once."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from groeimodel.foundation.mail.kinds import all_kinds
from groeimodel.foundation.mail.models import Cadence, Digest, OutgoingMail, Refusal
from groeimodel.foundation.mail.readers import Reader
from groeimodel.foundation.people.models import Person

KEEP_DAYS = 90
"""For a kind that no room registers any more."""
State = OutgoingMail.State
EMPTY = {
    "address": "",
    "name": "",
    "subject": "",
    "text": "",
    "html": "",
    "calendar": "",
    "unsubscribe_url": "",
}


def empty_old() -> int:
    """Take the words out of mails that were kept long enough (each kind says how long); returns how many."""
    now = timezone.now()
    days = {kind.name: kind.keep_days for kind in all_kinds()}
    old = Q(created_at__lt=now - timedelta(days=KEEP_DAYS)) & ~Q(kind__in=days)
    for kind, kept in days.items():
        old |= Q(kind=kind, created_at__lt=now - timedelta(days=kept))
    return OutgoingMail.objects.filter(old, emptied_at__isnull=True).update(emptied_at=now, **EMPTY)


def forget(person: Person) -> int:
    """Take somebody out of all mails: address, name and words, also of mails to the bare address.

    A mail that still waits is not sent any more. Call it before the address of the person itself is taken away.
    Returns the number of mails.
    """
    mine = Q(person=person)
    if person.email:
        mine |= Q(address__iexact=person.email)
    with transaction.atomic():
        mails = OutgoingMail.objects.filter(mine)
        mails.filter(state=State.WAITING).update(state=State.FAILED, error="Vergeten")
        Refusal.objects.filter(Reader(person).theirs()).delete()
        Cadence.objects.filter(person=person).delete()
        Digest.objects.filter(person=person).delete()
        return mails.filter(emptied_at__isnull=True).update(emptied_at=timezone.now(), **EMPTY)


def call_off(kind: str, *, partnership: int, since: datetime, until: datetime | None = None) -> int:
    """Mails of one kind of a partnership (its key), written from `since` to before `until`, that wait are not sent any more.

    Returns how many.
    """
    mails = OutgoingMail.objects.filter(kind=kind, partnership=partnership, created_at__gte=since)
    if until is not None:
        mails = mails.filter(created_at__lt=until)
    return mails.filter(state=State.WAITING).update(
        state=State.FAILED, error="Ingetrokken", emptied_at=timezone.now(), **EMPTY
    )


def forget_at(address: str, kinds: Collection[str], *, partnership: int) -> int:
    """Take an address out of all mails of some kinds to it from one partnership (its key); one that waits is not sent.

    For whoever gave no more than an address, and takes it back. Returns the number of mails.
    """
    with transaction.atomic():
        mails = OutgoingMail.objects.filter(address__iexact=address, kind__in=kinds, partnership=partnership)
        mails.filter(state=State.WAITING).update(state=State.FAILED, error="Vergeten")
        return mails.filter(emptied_at__isnull=True).update(emptied_at=timezone.now(), **EMPTY)
