"""The jobs of this room: digests in the morning, and old words taken away at night."""

from __future__ import annotations

from typing import Any

from groeimodel.foundation.jobs import daily, handler
from groeimodel.foundation.mail.services.digests import forget_old_digests, make_digest, plan_digests
from groeimodel.foundation.mail.services.keeping import empty_old
from groeimodel.foundation.people.models import Person


@daily("mail.digests", hour=6)
def digests() -> None:
    """Ask for every digest that is due; each is a job of its own, so that one that fails holds up no other."""
    plan_digests()


@handler("mail.digest", tries=5)
def digest(payload: dict[str, Any]) -> None:
    """Make one digest."""
    person = Person.objects.filter(pk=payload["person"], is_active=True, erased_at__isnull=True).first()
    if person:
        make_digest(person)


@daily("mail.tidy", hour=4)
def tidy() -> None:
    """Take the words out of old mails."""
    empty_old()
    forget_old_digests()
