"""The secret addresses of feeds."""

from __future__ import annotations

import secrets

from django.db import transaction

from groeimodel.foundation.journal.services import record
from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.rights import require
from groeimodel.soil.meetings.models import FeedKey


@transaction.atomic
def feed_key(*, partnership: Partnership | None = None, actor: Person) -> str:
    """The key of a feed, made when it is first asked for: of a partnership, or of the person who asks."""
    whose = _whose(partnership, actor)
    key, _ = FeedKey.objects.get_or_create(**whose, defaults={"key": secrets.token_urlsafe(32)})
    return key.key


@transaction.atomic
def renew_feed_key(*, partnership: Partnership | None = None, actor: Person) -> str:
    """A new address; the old one shows nothing from now on."""
    whose = _whose(partnership, actor, right="meetings.plan")
    FeedKey.objects.filter(**whose).delete()
    key = FeedKey.objects.create(**whose, key=secrets.token_urlsafe(32))
    record("meetings.feed_renewed", partnership=partnership, actor=actor, subject=key)
    return key.key


def _whose(
    partnership: Partnership | None, actor: Person, right: str = "meetings.see_feed"
) -> dict[str, Person | Partnership]:
    if partnership is None:
        require(actor, "people.see_self", actor)
        return {"person": actor}
    require(actor, right, partnership)
    return {"partnership": partnership}
