"""What readers do: ask for the news, confirm, leave. The link in their own mail is the right, so nobody is asked for one.

None of it is in the journal: a timeline that says when somebody came would name a reader of a small newsletter.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from groeimodel.foundation.mail.readers import address_key
from groeimodel.foundation.mail.services import forget_at
from groeimodel.foundation.partners.models import Partnership
from groeimodel.showcase.news import letters
from groeimodel.showcase.news.models import Subscription

UNCONFIRMED_DAYS = 7


@transaction.atomic
def subscribe(
    *, partnership: Partnership, address: str, language: str = "nl", at: datetime | None = None
) -> None:
    """Keep an address until its mail is answered, and send that mail. Whoever reads along already gets a mail that says so.

    Both cases write the same and return the same: nobody learns who reads along.
    """
    at, address = at or timezone.now(), address.strip()
    key = address_key(address)
    row, fresh = Subscription.objects.get_or_create(
        partnership=partnership,
        address_key=key,
        defaults={"address": address, "language": language, "asked_at": at},
    )
    if not fresh and row.confirmed_at is None:
        Subscription.objects.filter(pk=row.pk).update(asked_at=at, language=language)
        row.language = language
    row.partnership = partnership
    letters.ask_to_confirm(row)


@transaction.atomic
def confirm(*, subscription: Subscription, at: datetime | None = None) -> None:
    """From now on the address gets every edition that is sent. Twice changes nothing."""
    rows = Subscription.objects.filter(pk=subscription.pk, confirmed_at=None)
    rows.update(confirmed_at=at or timezone.now())


@transaction.atomic
def leave(*, partnership: Partnership, key: str) -> None:
    """The address goes at once, also out of mails, and out of an edition that is on its way. Twice changes nothing."""
    # Locked first: an edition that is sent at this moment makes rows that must go along.
    rows = Subscription.objects.filter(partnership=partnership, address_key=key).select_for_update()
    for row in rows:
        row.delete()
        forget_at(row.address, letters.TO_READERS, partnership=partnership.pk)


@transaction.atomic
def forget_unconfirmed(*, now: datetime) -> int:
    """Addresses whose mail was never answered go, as if they were never given; how many."""
    old = Subscription.objects.filter(confirmed_at=None, asked_at__lt=now - timedelta(days=UNCONFIRMED_DAYS))
    keys = list(old.select_for_update().values_list("pk", flat=True))  # who confirms right now, stays
    Subscription.objects.filter(pk__in=keys).delete()
    return len(keys)


@transaction.atomic
def forget_address(*, address: str) -> int:
    """Out of all newsletters, for somebody who is erased; how many rows."""
    return int(Subscription.objects.filter(address_key=address_key(address)).delete()[0])
